import { randomUUID } from 'node:crypto';
import { leaving } from '../../domain/cases/items';
import { may } from '../../domain/roles';
import { everyExemption } from '../../forms/shared/exemptions';
import type { Decision, DecisionInput, DocumentRow, UnfinishedReview } from '../documents';
import type { Context } from '../context';
import { json } from '../database';
import { RegisterError } from '../errors';
import { recordContent } from '../recorder/content-events';
import { lockCase } from '../recorder/lock';
import { caseKey } from '../sealing/keyring';
import { namesOf } from '../cases/names';
import type { Viewer } from '../viewer';
import { mayOn, visibleTo } from '../visibility';
import { decidersOf, mayDecideNow } from './gate';
import { decisionOf, documentRows, documentsFor, documentsOfCase, reasonPlace, withDecisions } from './rows';

export async function decide(
  context: Context,
  viewer: Viewer,
  reference: string,
  input: DecisionInput,
): Promise<DocumentRow[]> {
  const { db, keyring, now } = context;
  const visible = await db.case.count({ where: { AND: [{ reference }, visibleTo(viewer)] } });
  if (visible === 0 || !may(viewer.roles, 'document.decide')) {
    throw new RegisterError('not-found', `There is no case ${reference}. Nothing was recorded.`);
  }
  checkGrounds(input);
  const ids = [...new Set(input.documentIds)];
  const rows = await db.$transaction(async (tx) => {
    await mayDecideNow(tx, await lockCase(tx, reference));
    const documents = await tx.document.findMany({
      where: { id: { in: ids }, case: { reference }, purpose: 'found', state: 'ready' },
    });
    if (documents.length !== ids.length || ids.length === 0) {
      throw new RegisterError(
        'not-found',
        'Not all of these are items found for this case. Nothing was recorded.',
      );
    }
    const { decision, exemption = null } = input;
    const at = now();
    const events = documents.map(({ id, number }) => ({
      ...({ type: 'item-decided', actorId: viewer.staffId, at } as const),
      data: { document: id, number, decision, exemption },
    }));
    const { id: caseId, sequence } = await recordContent(tx, reference, events);
    const key = await keyring.load(tx, caseKey(caseId));
    await tx.disclosureDecision.createMany({
      data: documents.map(({ id: documentId }, index) => {
        const id = randomUUID();
        const sealed = input.reason ? key.seal(Buffer.from(input.reason), reasonPlace(id)) : null;
        const thirdParty = input.thirdParty ? json(input.thirdParty) : undefined;
        return {
          id,
          documentId,
          decision,
          exemption,
          thirdParty,
          sealed,
          decidedBy: viewer.staffId,
          decidedAt: at,
          sequence: sequence - documents.length + 1 + index,
        };
      }),
    });
    return tx.document.findMany({
      where: { id: { in: ids } },
      include: withDecisions,
      orderBy: { number: 'asc' },
    });
  });
  return documentRows(context, rows);
}

/** Withholding anything needs its exemption, and another person's information its balancing (DPA Sch 2 ¶16(3)). */
function checkGrounds({ decision, exemption, thirdParty }: DecisionInput): void {
  const refuse = (message: string): never => {
    throw new RegisterError('invalid', `${message} Nothing was recorded.`);
  };
  const needed = decision === 'withhold' || decision === 'release-redacted';
  if (needed && !exemption) refuse('Say which exemption applies.');
  if (!needed && exemption) refuse('An exemption belongs to what is withheld or redacted.');
  if (exemption && !everyExemption.some(({ value }) => value === exemption))
    refuse('There is no such exemption.');
  if (exemption === 'sch2-16' && Object.keys(thirdParty ?? {}).length === 0) {
    refuse('Another person’s information needs the balancing questions answered (DPA Sch 2 ¶16).');
  }
}

export async function decisionsOf(
  context: Context,
  viewer: Viewer,
  documentId: string,
): Promise<Decision[] | null> {
  const { db, keyring } = context;
  const document = await db.document.findFirst({
    where: { AND: [{ id: documentId }, await documentsFor(context, viewer)] },
    include: { case: true },
  });
  if (!document || !mayOn(viewer, document.case, 'document.view')) return null;
  const rows = await db.disclosureDecision.findMany({
    where: { documentId },
    orderBy: { sequence: 'desc' },
  });
  const keys = await keyring.loadMany(db, [caseKey(document.caseId)]);
  const names = await namesOf(
    db,
    rows.map(({ decidedBy }) => decidedBy),
  );
  return rows.map((row) => decisionOf(row, keys.get(caseKey(document.caseId)), names));
}

/** Staff ids of those whose decisions stand. */
export async function deciders({ db }: Context, reference: string): Promise<string[]> {
  const found = await db.case.findUniqueOrThrow({ where: { reference }, select: { id: true, kind: true } });
  return ((await decidersOf(db, [found])).get(found.id) ?? []).map(({ completedBy }) => completedBy);
}

export async function unfinishedReview(context: Context, reference: string): Promise<UnfinishedReview> {
  const documents = await documentsOfCase(context, reference);
  const found = documents.filter(({ purpose, state }) => purpose === 'found' && state === 'ready');
  const problems = documents.flatMap((one) => leaving(one, documents)?.problem ?? []);
  const count = (problem: string): number => problems.filter((one) => one === problem).length;
  return {
    uploading: documents.filter(({ state }) => state === 'uploading').length,
    undecided: found.filter(({ decision }) => decision === null).length,
    ...{ unreplaced: count('not-replaced'), hidden: count('hidden-content') },
  };
}
