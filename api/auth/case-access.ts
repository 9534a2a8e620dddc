import type { RequestHandler } from 'express';
import type { Permission } from '../../domain/roles';
import { may } from '../../domain/roles';
import { Forbidden } from '../errors';
import type { Services } from '../services';
import { viewerOf } from './signed-in';

/**
 * Lets through those who hold one of the permissions, and whoever leads the case of the address. What they may do
 * with it, the record decides.
 */
export function readsCase(
  { register }: Pick<Services, 'register'>,
  ...permissions: Permission[]
): RequestHandler {
  return async (req, _res, next) => {
    const viewer = viewerOf(req);
    if (permissions.some((permission) => may(viewer.roles, permission))) return next();
    if (await register.cases.follows(viewer, String(req.params.reference))) return next();
    throw new Forbidden('Your role does not allow this.');
  };
}
