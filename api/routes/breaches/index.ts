import { Router } from 'express';
import { readsCase } from '../../auth/case-access';
import { requires } from '../../auth/signed-in';
import type { Services } from '../../services';
import { getNotification } from './notification';
import { getRegister, getRegisterCsv } from './register';
import { postReview } from './review';
import { getTrends } from './trends';

/** The register of breaches (Art 33(5)), what it shows in sum, the notification of one of them, and the
 * assessment that it calls into question. */
export function breachesRouter(services: Services): Router {
  const mayRead = requires('breach.register');
  return Router()
    .get('/registers/breaches', mayRead, getRegister(services))
    .get('/registers/breaches.csv', mayRead, getRegisterCsv(services))
    .get('/registers/breaches/trends', mayRead, getTrends(services))
    .get('/cases/:reference/notification', readsCase(services, 'document.view'), getNotification(services))
    .post('/cases/:reference/review-assessment', readsCase(services, 'case.view'), postReview(services));
}
