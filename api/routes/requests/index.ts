import { Router } from 'express';
import { requires } from '../../auth/signed-in';
import type { Services } from '../../services';
import { getHandedIn } from './handed-in';
import { getKinds, getNew, postMatches, postNew } from './new';

/** Logging a request, or handing one in. */
export function requestsRouter(services: Services): Router {
  const mayHandIn = requires('case.log', 'request.hand-in');
  return Router()
    .get('/requests', requires('request.hand-in'), getHandedIn(services))
    .get('/requests/new', mayHandIn, getKinds)
    .get('/requests/new/:kind', mayHandIn, getNew(services))
    .post('/requests/new/:kind', mayHandIn, postNew(services))
    .post('/requests/matches', requires('person.search'), postMatches(services));
}
