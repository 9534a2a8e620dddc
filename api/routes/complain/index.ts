import { Router } from 'express';
import type { Services } from '../../services';
import { getComplain, postComplain } from './form';
import { getSent } from './sent';

/** The complaint form that anybody may fill in, without an account (DPA s.164A(2)). */
export function complainRouter(services: Services): Router {
  return Router()
    .get('/complain/:organisation', getComplain(services))
    .post('/complain/:organisation', postComplain(services))
    .get('/complain/:organisation/sent', getSent(services));
}
