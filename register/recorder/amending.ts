import type { ProcessEvent } from '../../domain/cases/process';
import { contentsWith } from '../cases/contents';
import type { Context } from '../context';
import type { Prisma, Tx } from '../database';
import type { Case } from '../generated/client';
import { caseKey } from '../sealing/keyring';
import { openSubmission } from '../submissions/store';

/**
 * Seals what the case is about anew, with what a person corrected. What it said before stays in the submissions.
 * Nothing where the contents can no longer be opened.
 */
export async function keepAmendments(
  { keyring }: Pick<Context, 'keyring'>,
  tx: Tx,
  held: Case,
  events: readonly ProcessEvent[],
): Promise<Prisma.CaseUpdateInput> {
  const id = events.findLast(({ action }) => action === 'amend-request')?.submission;
  if (!id) return {};
  const key = (await keyring.loadMany(tx, [caseKey(held.id)])).get(caseKey(held.id));
  const submission = await tx.submission.findUnique({ where: { id } });
  const contents = contentsWith(key, held);
  if (!key || !submission || !contents) return {};
  const { delivery, adjustmentKinds, adjustments, authority } = openSubmission(submission, key);
  const amended = { ...contents, delivery, adjustmentKinds, adjustments, authority };
  return { sealed: key.sealJson(amended, `case/${held.id}/sealed`) };
}
