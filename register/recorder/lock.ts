import type { Case } from '../generated/client';
import type { Tx } from '../database';
import { RegisterError } from '../errors';

/** The case, its row held until the transaction ends: whoever writes to a case's log holds it. Throws `not-found`. */
export async function lockCase(tx: Tx, reference: string): Promise<Case> {
  const [found] = await tx.$queryRaw<Case[]>`SELECT * FROM "case" WHERE reference = ${reference} FOR UPDATE`;
  if (!found) throw new RegisterError('not-found', `There is no case ${reference}.`);
  return found;
}
