import { randomBytes } from 'node:crypto';
import type { Response } from 'express';
import { Router } from 'express';
import helmet from 'helmet';

/** Content security policy without inline script or style; `cspNonce` is there for the template's one line. */
export function setUpSecurityHeaders(baseUrl: string): Router {
  const router = Router();
  const secure = baseUrl.startsWith('https:');
  const nonce = (_req: unknown, res: unknown): string =>
    `'nonce-${(res as Response).locals.cspNonce as string}'`;
  router.use((_req, res, next) => {
    res.locals.cspNonce = randomBytes(16).toString('base64');
    next();
  });
  router.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'", nonce],
          styleSrc: ["'self'", nonce],
          imgSrc: ["'self'", 'data:'],
          fontSrc: ["'self'", 'data:'],
          objectSrc: ["'none'"],
          frameAncestors: ["'self'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          ...(secure ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      strictTransportSecurity: secure,
      frameguard: { action: 'sameorigin' },
      referrerPolicy: { policy: 'same-origin' },
      crossOriginEmbedderPolicy: false,
    }),
  );
  return router;
}
