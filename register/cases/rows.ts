import type { Stage } from '../../domain/cases/definition';
import type { CaseKind } from '../../domain/cases/kinds';
import type { CaseFacts, ClockView } from '../../domain/cases/process';
import { may } from '../../domain/roles';
import type { Case, Person } from '../generated/client';
import type { CaseRow } from '../cases';
import type { Context } from '../context';
import { civil, civilOrNull, instant, instantOrNull } from '../instants';
import { openPeople } from '../people/store';
import type { Viewer } from '../viewer';
import { nameOf, namesOf } from './names';
import { waitingFor } from './tasks';

/** Cases as a list shows them to this viewer, in the order given. */
export async function caseRows(
  context: Context,
  viewer: Viewer,
  systems: readonly string[],
  rows: readonly (Case & { subject: Person })[],
): Promise<CaseRow[]> {
  const { db } = context;
  const ids = rows.map(({ id }) => id);
  const named = may(viewer.roles, 'person.view');
  const people = named
    ? await openPeople(
        context,
        db,
        rows.map(({ subject }) => subject),
      )
    : [];
  const names = await namesOf(
    db,
    rows.map(({ assigneeId }) => assigneeId),
  );
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
  return rows.map((row, index) => ({
    ...header(row),
    assigneeName: nameOf(names, row.assigneeId),
    subjectName: people[index]?.contents.name ?? null,
    openTasks: count(open, row.id),
    myTasks: count(mine, row.id),
  }));
}

/** What a case row says by itself. */
export function header(row: Case): Omit<CaseRow, 'assigneeName' | 'subjectName' | 'openTasks' | 'myTasks'> {
  const { reference, outcome, controller, extended, legalHold, restricted, assigneeId } = row;
  return {
    ...{ reference, outcome, controller, extended, legalHold, restricted, assigneeId },
    ...{
      kind: row.kind as CaseKind,
      stage: row.stage as Stage,
      clockState: row.clockState as ClockView['state'],
    },
    ...{ dueOn: civilOrNull(row.dueOn), dueAt: instantOrNull(row.dueAt), receivedOn: civil(row.receivedOn) },
    ...{ loggedAt: instant(row.loggedAt), closedAt: instantOrNull(row.closedAt) },
    flagged: (row.facts as CaseFacts).flagged === true,
  };
}
