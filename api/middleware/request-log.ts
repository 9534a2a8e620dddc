import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';
import pinoHttp from 'pino-http';

/** One line a request: method, route pattern, status, duration. Never addresses typed, query strings or bodies. */
export function setUpRequestLog(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    genReqId: () => randomUUID(),
    quietReqLogger: true,
    customAttributeKeys: { reqId: 'request', responseTime: 'milliseconds' },
    customLogLevel: (_req, res, error) => (error || res.statusCode >= 500 ? 'error' : 'info'),
    // Only when the answer has gone is it known which route gave it.
    customProps: (req, res) =>
      res.writableEnded ? { method: req.method, route: routeOf(req), status: res.statusCode } : {},
    serializers: {
      req: () => undefined,
      res: () => undefined,
      err: (error: { type?: string }) => ({ type: error.type }),
    },
  });
}

/** `/cases/:reference`, not `/cases/SAR-2026-00042`. */
function routeOf(req: IncomingMessage): string {
  const { baseUrl, route } = req as Request;
  const path: unknown = (route as { path?: unknown } | undefined)?.path;
  return typeof path === 'string' ? `${baseUrl}${path}` : '(no route)';
}
