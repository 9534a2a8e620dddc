import { hiddenRefusal } from '../../domain/cases/items';
import { may } from '../../domain/roles';
import type { DocumentRow, HiddenInput } from '../documents';
import type { Context } from '../context';
import { RegisterError } from '../errors';
import { recordContent } from '../recorder/content-events';
import { lockCase } from '../recorder/lock';
import { caseKey } from '../sealing/keyring';
import type { Viewer } from '../viewer';
import { mayDecideNow } from './gate';
import { documentRows, documentsFor, documentsOfCase, hiddenReasonPlace, withDecisions } from './rows';

export async function dealtWithHidden(
  context: Context,
  viewer: Viewer,
  documentId: string,
  { how, reason }: HiddenInput,
): Promise<DocumentRow> {
  const { db, keyring, now } = context;
  const where = { AND: [{ id: documentId }, await documentsFor(context, viewer)] };
  const found =
    may(viewer.roles, 'document.decide') && (await db.document.findFirst({ where, include: { case: true } }));
  if (!found) throw new RegisterError('not-found', 'There is no such document. Nothing was changed.');
  const { reference } = found.case;
  const data = { document: documentId, number: found.number, how };
  const event = { type: 'hidden-dealt-with', actorId: viewer.staffId, data, at: now() } as const;
  await db.$transaction(async (tx) => {
    await mayDecideNow(tx, await lockCase(tx, reference));
    await checkIsSo(context, reference, documentId, { how, ...(reason && { reason }) });
    await recordContent(tx, reference, [event]);
    const key = await keyring.load(tx, caseKey(found.caseId));
    const hiddenReason = reason ? key.seal(Buffer.from(reason), hiddenReasonPlace(documentId)) : null;
    await tx.document.update({ where: { id: documentId }, data: { hiddenHow: how, hiddenReason } });
  });
  const row = await db.document.findUniqueOrThrow({ where: { id: documentId }, include: withDecisions });
  return (await documentRows(context, [row]))[0] as DocumentRow;
}

async function checkIsSo(
  context: Context,
  reference: string,
  documentId: string,
  { how, reason }: HiddenInput,
): Promise<void> {
  const all = await documentsOfCase(context, reference);
  const file = all.find(({ id }) => id === documentId);
  const refusal =
    how === 'reviewed' && !reason
      ? 'Say why what it hides may be released with it.'
      : file && hiddenRefusal(file, all, how);
  if (refusal) throw new RegisterError('invalid', `${refusal} Nothing was recorded.`);
}
