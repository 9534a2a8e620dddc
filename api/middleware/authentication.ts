import type { Request, RequestHandler } from 'express';
import { signedInAs } from '../auth/account';
import { NotSignedIn } from '../errors';
import type { Services } from '../services';

const BEFORE_PASSWORD_CHANGE = new Set(['/account/password', '/sign-out', '/health']);

/** Finds out who is signed in, from the session. Whether they need be is each route's to say. */
export function setUpAuthentication({ register }: Services): RequestHandler {
  return async (req, res, next) => {
    const { staffId, organisationId } = req.session;
    if (staffId === undefined || organisationId === undefined) return next();
    req.signedIn = (await signedInAs(register, staffId, organisationId)) ?? undefined;
    if (!req.signedIn) return req.session.regenerate(next);
    if (req.signedIn.mustChange && !BEFORE_PASSWORD_CHANGE.has(req.path))
      return res.redirect(303, '/account/password');
    next();
  };
}

/** The same for the JSON API: a bearer token instead of a session, so no cookie and no CSRF. */
export function setUpBearerAuthentication({ register }: Services): RequestHandler {
  return async (req, _res, next) => {
    const token = bearerOf(req);
    const viewer = token === null ? null : await register.tokens.verify(token);
    req.signedIn = viewer
      ? ((await signedInAs(register, viewer.staffId, viewer.organisationId)) ?? undefined)
      : undefined;
    if (!req.signedIn) throw new NotSignedIn();
    next();
  };
}

function bearerOf(req: Request): string | null {
  return /^Bearer (\S+)$/i.exec(req.get('Authorization') ?? '')?.[1] ?? null;
}
