import type { Refusal, StepKey } from '../../domain/cases/process';
import type { ActionName, Codes } from '../../domain/cases/process';
import type { Instant } from '../../domain/clock/types';
import type { Context } from '../context';
import { json } from '../database';
import { RegisterError } from '../errors';
import { instant, instantColumn } from '../instants';
import type { OpenSubmission, PendingSubmission, Submission } from '../submissions';
import type { Viewer } from '../viewer';
import { readableBy } from '../visibility';
import { openMany, submissionOf } from './store';

const MOST_PENDING = 100;

export async function stateOf(
  { db }: Context,
  organisationId: string,
  id: string,
): Promise<Submission | null> {
  const row = await db.submission.findFirst({ where: { id, organisationId } });
  return row && submissionOf(row, await referenceOf(db, row.caseId));
}

export async function read(context: Context, viewer: Viewer, id: string): Promise<OpenSubmission | null> {
  const { db } = context;
  const row = await db.submission.findFirst({ where: { id, organisationId: viewer.organisationId } });
  if (!row?.caseId) return null;
  const own = row.actorId === viewer.staffId;
  const theirs = { AND: [{ id: row.caseId }, readableBy(viewer, 'document.view')] };
  const entitled = own || (await db.case.count({ where: theirs })) > 0;
  if (!entitled) return null;
  const opened = await openMany(context, db, row.caseId, [id]);
  return { ...submissionOf(row, await referenceOf(db, row.caseId)), personal: opened.get(id) ?? {} };
}

export async function ofCase(
  context: Context,
  reference: string,
  filter: { readonly step?: StepKey; readonly form?: string } = {},
): Promise<OpenSubmission[]> {
  const { db } = context;
  const found = await db.case.findUnique({ where: { reference } });
  if (!found) throw new RegisterError('not-found', `There is no case ${reference}.`);
  const rows = await db.submission.findMany({
    where: { caseId: found.id, state: 'handled', ...filter },
    orderBy: [{ settledAt: 'asc' }, { storedAt: 'asc' }],
  });
  const opened = await openMany(
    context,
    db,
    found.id,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...submissionOf(row, reference), personal: opened.get(row.id) ?? {} }));
}

export async function pending({ db }: Context, storedBefore: Instant): Promise<PendingSubmission[]> {
  const rows = await db.submission.findMany({
    where: { state: 'stored', caseId: { not: null }, storedAt: { lt: instantColumn(storedBefore) } },
    orderBy: { storedAt: 'asc' },
    take: MOST_PENDING,
  });
  const cases = await db.case.findMany({
    where: { id: { in: rows.flatMap(({ caseId }) => caseId ?? []) } },
    select: { id: true, reference: true },
  });
  const references = new Map(cases.map(({ id, reference }) => [id, reference]));
  return rows.map((row) => ({
    reference: references.get(row.caseId ?? '') as string,
    storedAt: instant(row.storedAt),
    request: {
      ...{ id: row.id, actor: row.actorId, role: row.actorRole ?? '', codes: row.codes as Codes },
      action: row.action as 'complete' | ActionName,
      ...(row.step && { step: row.step }),
      ...(row.effectiveAt && { effectiveAt: row.effectiveAt }),
    },
  }));
}

export async function settleRefused({ db, now }: Context, id: string, refusal: Refusal): Promise<void> {
  await db.submission.updateMany({
    where: { id, state: 'stored' },
    data: { state: 'refused', refusal: json(refusal), settledAt: now() },
  });
}

async function referenceOf(db: Context['db'], caseId: string | null): Promise<string | null> {
  if (!caseId) return null;
  return (
    (await db.case.findUnique({ where: { id: caseId }, select: { reference: true } }))?.reference ?? null
  );
}
