import { Router } from 'express';
import { chooseOrganisationRouter } from '../auth/choose-organisation';
import { signInRouter } from '../auth/sign-in';
import type { Services } from '../services';

/** Pages, by noun. Each router names its own paths and permissions. */
export function pageRouters(services: Services): Router {
  const router = Router();
  router.use(signInRouter(services));
  router.use(chooseOrganisationRouter());
  return router;
}

/** JSON for programs, under /api/v1, behind a bearer token. */
export function jsonRouters(_services: Services): Router {
  const router = Router();
  return router;
}

/** Under /api/v1 without a token: the description of the API itself. */
export function openRouters(_services: Services): Router {
  const router = Router();
  return router;
}
