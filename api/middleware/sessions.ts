import connectPgSimple from 'connect-pg-simple';
import type { RequestHandler, Router } from 'express';
import { Router as router } from 'express';
import session from 'express-session';
import type { Config } from '../config';

/** Signed out after this long without a request. */
export const IDLE_MINUTES = 30;
/** Signed out after this long whatever happens. */
export const ABSOLUTE_HOURS = 12;

declare module 'express-session' {
  interface SessionData {
    staffId: string;
    organisationId: string;
    /** When the person signed in, in milliseconds. */
    signedInAt: number;
    csrfToken: string;
    /** Where to go once signed in: a path of ours. */
    returnTo: string;
    /** What to say once on the next page. */
    banner: string;
  }
}

export interface Sessions {
  readonly router: Router;
  close(): void;
}

/** Sessions kept in PostgreSQL, ended by idleness and by age. */
export function setUpSessions(config: Config, now: () => Date): Sessions {
  const Store = connectPgSimple(session);
  const store = new Store({
    conString: config.databaseUrl,
    tableName: 'session',
    pruneSessionInterval: 15 * 60,
  });
  const secure = config.baseUrl.startsWith('https:');
  const sessions = router();
  sessions.use(
    session({
      name: secure ? '__Host-custodian' : 'custodian',
      secret: config.sessionSecret,
      store,
      resave: false,
      saveUninitialized: false,
      rolling: true,
      proxy: config.trustedProxies > 0,
      cookie: { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: IDLE_MINUTES * 60_000 },
    }),
    endOldSession(now),
    saveBeforeRedirect(),
  );
  return { router: sessions, close: () => store.close() };
}

function endOldSession(now: () => Date): RequestHandler {
  return (req, _res, next) => {
    const { signedInAt } = req.session;
    const tooOld = signedInAt !== undefined && now().getTime() - signedInAt > ABSOLUTE_HOURS * 3_600_000;
    if (!tooOld) return next();
    req.session.regenerate(next);
  };
}

/**
 * The session is kept before the browser is sent on. A browser follows a redirect as soon as it sees the headers,
 * and would otherwise arrive before its own sign-in.
 */
function saveBeforeRedirect(): RequestHandler {
  return (req, res, next) => {
    const redirect = res.redirect.bind(res) as (...to: unknown[]) => void;
    const afterSaving = (...to: unknown[]): void => {
      if (!holdsSomething(req.session)) return redirect(...to);
      req.session.save((error) => (error ? next(error) : redirect(...to)));
    };
    res.redirect = afterSaving as typeof res.redirect;
    next();
  };
}

/** Nothing is kept of somebody who has not signed in; there is no session at all once they have signed out. */
const holdsSomething = (held: object | undefined): boolean =>
  Object.keys(held ?? {}).some((name) => name !== 'cookie');
