import { Router } from 'express';
import { chooseOrganisationRouter } from '../auth/choose-organisation';
import { signInRouter } from '../auth/sign-in';
import { assessmentsJson } from '../json/assessments';
import { breachesJson } from '../json/breaches';
import { casesJson } from '../json/cases';
import { documentsJson } from '../json/documents';
import { lettersJson } from '../json/letters';
import { linksJson } from '../json/links';
import { meJson } from '../json/me';
import { openApiJson } from '../json/openapi';
import { organisationJson } from '../json/organisation';
import { peopleJson } from '../json/people';
import { staffJson } from '../json/staff';
import { tasksJson } from '../json/tasks';
import type { Services } from '../services';
import { accountRouter } from './account';
import { assessmentsRouter } from './assessments';
import { adminRouter } from './admin';
import { breachesRouter } from './breaches';
import { casesRouter } from './cases';
import { complainRouter } from './complain';
import { documentsRouter } from './documents';
import { lettersRouter } from './letters';
import { linksRouter } from './links';
import { organisationRouter } from './organisation';
import { peopleRouter } from './people';
import { receivedRouter } from './received';
import { requestsRouter } from './requests';
import { workRouter } from './work';

/** Pages, by noun. Each router names its own paths and permissions. */
export function pageRouters(services: Services): Router {
  const router = Router();
  router.use(signInRouter(services));
  router.use(chooseOrganisationRouter());
  router.use(workRouter(services));
  router.use(requestsRouter(services));
  router.use(complainRouter(services));
  router.use(receivedRouter(services));
  router.use(casesRouter(services));
  router.use(assessmentsRouter(services));
  router.use(breachesRouter(services));
  router.use(accountRouter(services));
  router.use(documentsRouter(services));
  router.use(lettersRouter(services));
  router.use(linksRouter(services));
  router.use(peopleRouter(services));
  router.use(organisationRouter(services));
  router.use(adminRouter(services));
  return router;
}

/** JSON for programs, under /api/v1, behind a bearer token. */
export function jsonRouters(services: Services): Router {
  const router = Router();
  router.use(meJson());
  router.use(casesJson(services));
  router.use(assessmentsJson(services));
  router.use(breachesJson(services));
  router.use(tasksJson(services));
  router.use(documentsJson(services));
  router.use(lettersJson(services));
  router.use(linksJson(services));
  router.use(peopleJson(services));
  router.use(organisationJson(services));
  router.use(staffJson(services));
  return router;
}

/** Under /api/v1 without a token: the description of the API itself. */
export function openRouters(services: Services): Router {
  return Router().use(openApiJson(services));
}
