import { Router } from 'express';
import { chooseOrganisationRouter } from '../auth/choose-organisation';
import { signInRouter } from '../auth/sign-in';
import { casesJson } from '../json/cases';
import { meJson } from '../json/me';
import { openApiJson } from '../json/openapi';
import { tasksJson } from '../json/tasks';
import type { Services } from '../services';
import { accountRouter } from './account';
import { casesRouter } from './cases';
import { requestsRouter } from './requests';
import { workRouter } from './work';

/** Pages, by noun. Each router names its own paths and permissions. */
export function pageRouters(services: Services): Router {
  const router = Router();
  router.use(signInRouter(services));
  router.use(chooseOrganisationRouter());
  router.use(workRouter(services));
  router.use(requestsRouter(services));
  router.use(casesRouter(services));
  router.use(accountRouter(services));
  return router;
}

/** JSON for programs, under /api/v1, behind a bearer token. */
export function jsonRouters(services: Services): Router {
  const router = Router();
  router.use(meJson());
  router.use(casesJson(services));
  router.use(tasksJson(services));
  return router;
}

/** Under /api/v1 without a token: the description of the API itself. */
export function openRouters(services: Services): Router {
  return Router().use(openApiJson(services));
}
