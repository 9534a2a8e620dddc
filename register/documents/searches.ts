import type { Case } from '../generated/client';
import { nameOf, namesOf } from '../cases/names';
import type { SearchRow } from '../documents';
import type { Context } from '../context';
import { RegisterError } from '../errors';
import { civilOrNull, instant, instantOrNull } from '../instants';
import { openMany } from '../submissions/store';
import type { Viewer } from '../viewer';
import { mayOn, visibleTo } from '../visibility';

/** Each system's search, for those who see the case; its terms for those who may read contents. */
export async function searches(
  context: Context,
  viewer: Viewer,
  reference: string,
): Promise<SearchRow[] | null> {
  const found = await context.db.case.findFirst({ where: { AND: [{ reference }, visibleTo(viewer)] } });
  return found && rowsOf(context, found, mayOn(viewer, found, 'document.view'));
}

export async function searchesOf(context: Context, reference: string): Promise<SearchRow[]> {
  const found = await context.db.case.findUnique({ where: { reference } });
  if (!found) throw new RegisterError('not-found', `There is no case ${reference}.`);
  return rowsOf(context, found, true);
}

/** Systems in which searches of this person's cases found something, of those cases that this viewer may see. */
export async function systemsWithData(
  { db }: Context,
  viewer: Viewer,
  personId: string,
): Promise<readonly string[]> {
  const found = await db.searchRequest.findMany({
    where: { state: 'found', case: { AND: [visibleTo(viewer), { subjectId: personId }] } },
    distinct: ['system'],
    orderBy: { system: 'asc' },
  });
  return found.map(({ system }) => system);
}

async function rowsOf(
  context: Context,
  { id: caseId, reference }: Case,
  withTerms: boolean,
): Promise<SearchRow[]> {
  const { db } = context;
  const rows = await db.searchRequest.findMany({
    where: { caseId },
    orderBy: [{ askedAt: 'asc' }, { step: 'asc' }],
  });
  const tasks = await db.task.findMany({
    where: { caseId, step: { in: rows.map(({ step }) => step) }, need: null },
  });
  const names = await namesOf(
    db,
    tasks.map(({ assigneeId }) => assigneeId),
  );
  const ids = withTerms ? rows.flatMap(({ submissionId }) => submissionId ?? []) : [];
  const written = await openMany(context, db, caseId, ids);
  const added = await db.document.groupBy({
    by: ['system'],
    where: { caseId, purpose: 'found', state: 'ready' },
    _count: true,
  });
  return rows.map((row) => {
    const task = tasks.find(({ step }) => step === row.step);
    const personal = written.get(row.submissionId ?? '');
    const { step, system, hits, minutes } = row;
    return {
      ...{ reference, step, system, hits, minutes, state: row.state as SearchRow['state'] },
      ...{ from: civilOrNull(row.from), until: civilOrNull(row.until) },
      ...{ askedAt: instant(row.askedAt), answeredAt: instantOrNull(row.answeredAt) },
      ...{ taskId: task?.id ?? null, assigneeName: nameOf(names, task?.assigneeId ?? null) },
      ...{
        dueOn: civilOrNull(task?.dueOn ?? null),
        terms: textOf(personal?.terms),
        stopped: textOf(personal?.stopped),
      },
      documents: added.find((one) => one.system === system)?._count ?? 0,
    };
  });
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
