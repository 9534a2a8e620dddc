import type { Stage } from '../../domain/cases/definition';
import type { CaseKind } from '../../domain/cases/kinds';
import type { ClockView } from '../../domain/cases/process';
import { contactFlags } from '../../domain/cases/contents';
import { may } from '../../domain/roles';
import { londonDate } from '../../domain/calendar';
import type { Case, Person } from '../generated/client';
import type { CaseRow } from '../cases';
import type { Context } from '../context';
import type { Reader } from '../database';
import { civil, civilOrNull, instant, instantOrNull } from '../instants';
import { openPeople } from '../people/store';
import type { Viewer } from '../viewer';
import { titlesOf } from './matters';
import { nameOf, namesOf } from './names';
import { waitingFor } from './tasks';

/** Cases as a list shows them to this viewer, in the order given. */
export async function caseRows(
  context: Context,
  viewer: Viewer,
  systems: readonly string[],
  rows: readonly (Case & { subject: Person | null })[],
): Promise<CaseRow[]> {
  const { db } = context;
  const ids = rows.map(({ id }) => id);
  const named = may(viewer.roles, 'person.view');
  const subjects = rows.flatMap(({ subject }) => subject ?? []);
  const people = new Map(
    (named ? await openPeople(context, db, subjects) : []).map(({ id, contents }) => [id, contents.name]),
  );
  const titles = await titlesOf(context, db, viewer, rows);
  const names = await namesOf(
    db,
    rows.map(({ assigneeId }) => assigneeId),
  );
  const flagged = await flaggedAmong(db, rows);
  const open = await db.task.groupBy({
    by: ['caseId'],
    where: { caseId: { in: ids }, state: 'open' },
    _count: true,
  });
  const mine = await db.task.groupBy({
    by: ['caseId'],
    where: { AND: [{ caseId: { in: ids } }, waitingFor(viewer, systems)] },
    _count: true,
  });
  const count = (counts: typeof open, id: string): number =>
    counts.find(({ caseId }) => caseId === id)?._count ?? 0;
  return rows.map((row) => ({
    ...header(row),
    assigneeName: nameOf(names, row.assigneeId),
    flagged: flagged.has(row.subjectId ?? '') || flagged.has(row.requesterId ?? ''),
    subjectName: people.get(row.subjectId ?? '') ?? null,
    title: titles.get(row.id) ?? null,
    openTasks: count(open, row.id),
    myTasks: count(mine, row.id),
  }));
}

/** Subjects and requesters whom it may endanger to be written to, as their pages say now. */
async function flaggedAmong(reader: Reader, rows: readonly Case[]): Promise<ReadonlySet<string>> {
  const ids = rows.flatMap(({ subjectId, requesterId }) => [subjectId ?? [], requesterId ?? []].flat());
  const found = await reader.person.findMany({
    where: { id: { in: [...new Set(ids)] }, flags: { hasSome: [...contactFlags] } },
    select: { id: true },
  });
  return new Set(found.map(({ id }) => id));
}

/** What a case row says by itself. */
export function header(
  row: Case,
): Omit<CaseRow, 'assigneeName' | 'flagged' | 'subjectName' | 'title' | 'openTasks' | 'myTasks'> {
  const { reference, outcome, controller, extended, legalHold, restricted, assigneeId } = row;
  return {
    ...{ reference, outcome, controller, extended, legalHold, restricted, assigneeId },
    ...{ openedById: row.openedById, leadId: row.leadId },
    ...{
      kind: row.kind as CaseKind,
      stage: row.stage as Stage,
      clockState: row.clockState as ClockView['state'],
    },
    ...{ dueOn: civilOrNull(row.dueOn), dueAt: instantOrNull(row.dueAt), receivedOn: civil(row.receivedOn) },
    dueIfNotUpheld: row.dueOn === null && row.workByAt ? londonDate(instant(row.workByAt)) : null,
    ...{ loggedAt: instant(row.loggedAt), closedAt: instantOrNull(row.closedAt) },
  };
}
