import { Router } from 'express';
import type { Services } from '../../services';
import { getPassword, postPassword } from './password';
import { getAccount, postRevoke, postToken } from './tokens';

/** What a person sees to for themselves: password and API tokens. */
export function accountRouter(services: Services): Router {
  return Router()
    .get('/account', getAccount(services))
    .get('/account/password', getPassword)
    .post('/account/password', postPassword(services))
    .post('/account/tokens', postToken(services))
    .post('/account/tokens/:id/revoke', postRevoke(services));
}
