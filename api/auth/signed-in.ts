import type { Request, RequestHandler } from 'express';
import type { Permission } from '../../domain/roles';
import { may } from '../../domain/roles';
import type { Viewer } from '../../register/viewer';
import { Forbidden, NotSignedIn } from '../errors';

/** Who makes this request, for which organisation, in which roles: what every query of the record asks for. */
export interface SignedIn extends Viewer {
  readonly name: string;
  /** All organisations the person works for. */
  readonly affiliations: readonly Affiliation[];
  /** Must choose a password of their own before anything else. */
  readonly mustChange: boolean;
}

/** One organisation a person works for. */
export interface Affiliation {
  readonly organisationId: string;
  readonly name: string;
}

declare module 'express-serve-static-core' {
  interface Request {
    signedIn?: SignedIn;
  }
}

/** Who is signed in. Throws NotSignedIn. */
export function viewerOf(req: Request): SignedIn {
  if (!req.signedIn) throw new NotSignedIn();
  return req.signedIn;
}

/** Lets through only those who hold one of the permissions (domain/roles). */
export function requires(...permissions: Permission[]): RequestHandler {
  return (req, _res, next) => {
    const { roles } = viewerOf(req);
    if (permissions.some((permission) => may(roles, permission))) return next();
    throw new Forbidden('Your role does not allow this.');
  };
}
