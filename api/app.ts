import type { Express } from 'express';
import express from 'express';
import { setUpAuthentication, setUpBearerAuthentication } from './middleware/authentication';
import { setUpCsrf } from './middleware/csrf';
import { nothingHere, setUpErrors } from './middleware/errors';
import { setUpRequestLog } from './middleware/request-log';
import { setUpSecurityHeaders } from './middleware/security-headers';
import { setUpSessions } from './middleware/sessions';
import { setUpStaticAssets } from './middleware/static-assets';
import { setUpPageContext, setUpViews } from './middleware/views';
import { createThemes } from './presentation/theme';
import { jsonRouters, openRouters, pageRouters } from './routes';
import { healthRouter } from './routes/health';
import type { Services } from './services';

export interface App {
  readonly express: Express;
  /** Lets go of the session store's connections. */
  close(): void;
}

/** The whole application over its services: pages for people under /, JSON for programs under /api/v1. */
export function createApp(services: Services): App {
  const { config } = services;
  const app = express();
  const assets = setUpStaticAssets();
  const themes = createThemes(services.register.organisations);
  const sessions = setUpSessions(config, services.now);

  app.disable('x-powered-by');
  app.set('trust proxy', config.trustedProxies);
  setUpViews(app, assets.path);

  app.use(setUpRequestLog(services.log));
  app.use(setUpSecurityHeaders(config.baseUrl));
  app.use(assets.router, themes.router, healthRouter(services));

  app.use('/api/v1', openRouters(services));
  app.use(
    '/api/v1',
    setUpBearerAuthentication(services),
    express.json({ limit: '1mb' }),
    jsonRouters(services),
  );
  app.use('/api', nothingHere);

  app.use(noStore);
  app.use(sessions.router, express.urlencoded({ extended: false, limit: '1mb', parameterLimit: 5000 }));
  app.use(setUpAuthentication(services), setUpPageContext(themes), setUpCsrf(config.baseUrl));
  app.use(pageRouters(services));
  app.use(nothingHere);
  app.use(setUpErrors(services.log, themes));
  return { express: app, close: sessions.close };
}

/** Pages hold personal data: no browser or proxy keeps a copy. */
const noStore: express.RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store');
  next();
};
