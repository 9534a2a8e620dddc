import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';
import pinoHttp from 'pino-http';

/** One line a request: method, route pattern, status, duration. Never addresses typed, query strings or bodies. */
export function setUpRequestLog(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    genReqId: () => randomUUID(),
    quietReqLogger: true,
    customLogLevel: (_req, res, error) => (error || res.statusCode >= 500 ? 'error' : 'info'),
    serializers: {
      req: (req: { id: string; method: string; raw: Request }) => ({
        id: req.id,
        method: req.method,
        route: routeOf(req.raw),
      }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
      err: (error: { type?: string; message?: string }) => ({ type: error.type }),
    },
  });
}

/** `/cases/:reference`, not `/cases/SAR-2026-00042`. */
function routeOf(req: Request): string {
  const path: unknown = req.route?.path;
  return typeof path === 'string' ? `${req.baseUrl}${path}` : '(no route)';
}
