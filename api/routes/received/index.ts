import { Router } from 'express';
import { requires } from '../../auth/signed-in';
import type { Services } from '../../services';
import { getList } from './list';
import { getLog, postLog } from './log';
import { getSetAside, postSetAside } from './set-aside';

/** What came through the complaint form: to be logged as a case, or set aside with the reason. */
export function receivedRouter(services: Services): Router {
  const mayLog = requires('case.log');
  return Router()
    .get('/complaints/received', requires('case.list'), getList(services))
    .get('/complaints/received/:id', mayLog, getLog(services))
    .post('/complaints/received/:id', mayLog, postLog(services))
    .get('/complaints/received/:id/set-aside', mayLog, getSetAside(services))
    .post('/complaints/received/:id/set-aside', mayLog, postSetAside(services));
}
