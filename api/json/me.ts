import { Router } from 'express';
import { viewerOf } from '../auth/signed-in';

/** Whom the token speaks for. */
export function meJson(): Router {
  return Router().get('/me', (req, res) => {
    const { staffId, name, organisationId, roles, affiliations } = viewerOf(req);
    res.json({ staffId, name, organisationId, roles, affiliations });
  });
}
