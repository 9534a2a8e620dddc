import { BadRequest } from '../errors';
import type { Body } from './page';
import { typed } from './page';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The form's token, made when it was shown: the id of what it hands in. Throws BadRequest. */
export function tokenOf(body: Body): string {
  const token = typed(body, 'token');
  if (!UUID.test(token))
    throw new BadRequest('This form has lost its number. Open the page anew.', 'no-token');
  return token.toLowerCase();
}
