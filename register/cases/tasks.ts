import { londonDate } from '../../domain/calendar';
import type { PersonContents, CaseContents } from '../../domain/cases/contents';
import { itemsTask } from '../../domain/cases/items';
import { definitionOf } from '../../domain/cases/registry';
import type { CaseKind } from '../../domain/cases/kinds';
import type { CaseFacts, LetterNeed } from '../../domain/cases/process';
import type { Case, Task } from '../generated/client';
import type { TaskPage, TaskRow } from '../cases';
import type { Context } from '../context';
import type { Prisma } from '../database';
import { civil, civilOrNull, instant, instantOrNull } from '../instants';
import { systemsOf } from '../owners';
import { openPeople } from '../people/store';
import { inPlaceOf, type Viewer } from '../viewer';
import { knownTo, visibleTo } from '../visibility';
import { decidersOf } from '../documents/gate';
import { nameOf, namesOf } from './names';
import { openContents } from './contents';
import { ruleOn } from './task-rules';
import { othersShown } from './open-beside';
import { wordsShown } from './task-words';

/** Tasks of elements done: what second pairs of eyes are judged by. */
const doneTasks = { where: { state: 'done' }, select: { element: true, completedBy: true } } as const;

type Row = Task & { case: Case & { tasks: Pick<Task, 'element' | 'completedBy'>[] } };

/**
 * Open work that waits for this viewer, or for an absent colleague whose deputy they are: given to them, of a system they answer for, or of a role they hold on a
 * case that is nobody else's. What only specialists do (advice, decisions) waits for every one of them.
 */
export function waitingFor(viewer: Viewer, systems: readonly string[]): Prisma.TaskWhereInput {
  const { roles } = viewer;
  const theirs = { in: inPlaceOf(viewer) };
  return {
    state: 'open',
    case: knownTo(viewer),
    OR: [
      { assigneeId: theirs },
      { assigneeId: null, roles: { has: 'system-owner' }, item: { in: [...systems] } },
      {
        assigneeId: null,
        roles: { hasSome: [...roles] },
        NOT: { roles: { has: 'system-owner' } },
        OR: [
          { case: { OR: [{ assigneeId: null }, { assigneeId: theirs }] } },
          { NOT: { roles: { has: 'handler' } } },
        ],
      },
    ],
  };
}

/** The order of tasks, in lists and on the page of their case. */
export const mostUrgentFirst = [
  { dueOn: { sort: 'asc', nulls: 'last' } },
  { dueAt: { sort: 'asc', nulls: 'last' } },
  { openedAt: 'asc' },
] as const satisfies readonly Prisma.TaskOrderByWithRelationInput[];

export async function myTasks(context: Context, viewer: Viewer): Promise<TaskRow[]> {
  const systems = await systemsToday(context, viewer);
  const rows = await context.db.task.findMany({
    where: waitingFor(viewer, systems),
    orderBy: [...mostUrgentFirst],
    include: { case: { include: { tasks: doneTasks } } },
  });
  return taskRows(context, viewer, systems, rows);
}

export async function taskPage(context: Context, viewer: Viewer, taskId: string): Promise<TaskPage | null> {
  const { db } = context;
  const systems = await systemsToday(context, viewer);
  const mine = { AND: [waitingFor(viewer, systems)] };
  const row = await db.task.findFirst({
    where: { AND: [{ id: taskId }, { OR: [mine, { case: visibleTo(viewer) }, ownPast(viewer)] }] },
    include: { case: { include: { tasks: doneTasks, subject: true } } },
  });
  if (!row) return null;
  const [task] = await taskRows(context, viewer, systems, [row]);
  const [subject] = row.case.subject ? await openPeople(context, db, [row.case.subject]) : [];
  const contents = await openContents(context, db, row.case);
  return {
    ...(task as TaskRow),
    ...(await brief(context, viewer, row, contents, subject?.contents ?? null)),
  };
}

/** A task somebody finished stays readable for them, while the case is not kept from them. */
const ownPast = (viewer: Viewer): Prisma.TaskWhereInput => ({
  completedBy: viewer.staffId,
  case: knownTo(viewer),
});

async function brief(
  context: Context,
  viewer: Viewer,
  task: Task & { case: Case },
  contents: CaseContents | null,
  subject: PersonContents | null,
) {
  const { case: found } = task;
  const shows = await wordsShown(context, found, task);
  return {
    ...{
      facts: found.facts as CaseFacts,
      receivedOn: civil(found.receivedOn),
      caseDueOn: civilOrNull(found.dueOn),
    },
    // Where somebody wrote what the task is about, no more of the case is shown.
    request: shows.length > 0 ? '' : (contents?.request ?? ''),
    shows: [...shows, ...(await othersShown(context, viewer, found, task))],
    ...{ caseTitle: contents?.title ?? null, subject: subject && particulars(subject) },
  };
}

const particulars = ({ name, formerNames, references, dateOfBirth }: PersonContents) => ({
  ...{ name, formerNames, references, ...(dateOfBirth && { dateOfBirth }) },
});

export function systemsToday({ db, now }: Context, viewer: Viewer): Promise<string[]> {
  return systemsOf(db, viewer, londonDate(instant(now())));
}

/** Whether it checks what was decided of single items: whoever decided one has done the work, whoever finished the review. */
function checksItems({ element, state, case: { kind } }: Row): boolean {
  const definition = definitionOf(kind as CaseKind);
  const work = itemsTask(definition);
  return state === 'open' && work !== null && (definition.tasks[element]?.notBy ?? []).includes(work);
}

/** Tasks as this viewer meets them. */
export async function taskRows(
  { db, organisations }: Context,
  viewer: Viewer,
  systems: readonly string[],
  rows: readonly Row[],
): Promise<TaskRow[]> {
  const { approvals } = organisations.get(viewer.organisationId);
  const deciders = await decidersOf(
    db,
    rows.filter(checksItems).map((row) => row.case),
  );
  const names = await namesOf(
    db,
    rows.flatMap(({ assigneeId, completedBy }) => [assigneeId, completedBy]),
  );
  return rows.map((row) => {
    const kind = row.case.kind as CaseKind;
    const ruling = {
      ...{ viewer, systems, approvals, definition: definitionOf(kind) },
      ...{ facts: row.case.facts as CaseFacts, leadId: row.case.leadId },
      done: [...row.case.tasks, ...(deciders.get(row.case.id) ?? [])],
    };
    const { id, step, element, item, title, roles, assigneeId, completedBy, submissionId } = row;
    return {
      ...{ id, step, element, item, title, roles, kind, reference: row.case.reference, submissionId },
      ...{
        need: row.need as LetterNeed | null,
        state: row.state as TaskRow['state'],
        dueOn: civilOrNull(row.dueOn),
        dueAt: instantOrNull(row.dueAt),
      },
      ...{ assigneeId, assigneeName: nameOf(names, assigneeId) },
      ...{ completedBy, completedByName: nameOf(names, completedBy) },
      ...{ openedAt: instant(row.openedAt), completedAt: instantOrNull(row.completedAt) },
      ...ruleOn(row, ruling),
    };
  });
}
