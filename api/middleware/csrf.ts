import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { Forbidden, NotSignedIn } from '../errors';

/**
 * Pages that anybody may write on for as long as they need: where the session ended meanwhile, they show the form again
 * with what was typed (`res.locals.sendAgain`), and nothing is recorded.
 */
const WITHOUT_ACCOUNT = '/complain/';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a form that another site made a browser send. The form carries the session's token as `_csrf`, a
 * script as the header `X-CSRF-Token`. An upload's body is not read here, so without the header its `Origin`
 * must be ours.
 */
export function setUpCsrf(baseUrl: string): RequestHandler {
  const origin = new URL(baseUrl).origin;
  return (req, res, next) => {
    res.locals.csrfToken = () => tokenOf(req);
    if (SAFE.has(req.method)) return next();
    if (req.get('Origin') !== undefined && req.get('Origin') !== origin && !sameHost(req))
      return next(refused(req));
    if (carriesToken(req)) return next();
    if (req.path.startsWith(WITHOUT_ACCOUNT)) {
      res.locals.sendAgain = true;
      return next();
    }
    const isUpload = req.is('multipart/form-data') === 'multipart/form-data';
    if (isUpload && req.get('Origin') !== undefined) return next();
    next(refused(req));
  };
}

/** The session's token, made on first use. */
function tokenOf(req: Request): string {
  req.session.csrfToken ??= randomBytes(24).toString('base64url');
  return req.session.csrfToken;
}

function carriesToken(req: Request): boolean {
  const body = req.body as { _csrf?: unknown } | undefined;
  const given = req.get('X-CSRF-Token') ?? body?._csrf;
  if (typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(tokenOf(req))];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The same machine by another name it answers to, such as 127.0.0.1 for localhost. */
function sameHost(req: Request): boolean {
  return URL.canParse(req.get('Origin') ?? '') && new URL(req.get('Origin') ?? '').host === req.get('Host');
}

/** A session that ended took its token along: then the person signs in again and sends the form again. */
const refused = (req: Request): Forbidden | NotSignedIn =>
  req.session.staffId === undefined
    ? new NotSignedIn()
    : new Forbidden('This form did not come from one of your pages.', 'csrf');
