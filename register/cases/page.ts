import type { CaseKind } from '../../domain/cases/kinds';
import { definitionOf } from '../../domain/cases/registry';
import { elementOf, itemOf } from '../../domain/cases/process';
import type { CaseFacts, CaseView, Codes } from '../../domain/cases/process';
import { may } from '../../domain/roles';
import type { Case, Deadline, Step, Task } from '../generated/client';
import type { CasePage, LossRisk, StepRow } from '../cases';
import type { Context } from '../context';
import type { Reader } from '../database';
import { civil, civilOrNull, instant, instantOrNull } from '../instants';
import { clockView } from '../recorder/clock';
import { overwrittenOn } from '../recorder/house';
import type { Viewer } from '../viewer';
import { mayOn, visibleTo } from '../visibility';
import { openContents } from './contents';
import { beside } from './of-person';
import { peopleOf } from './people';
import { caseRows } from './rows';
import { mostUrgentFirst, systemsToday, taskRows } from './tasks';

/** The whole case as this viewer may see it, or null. */
export async function casePage(
  context: Context,
  viewer: Viewer,
  reference: string,
): Promise<CasePage | null> {
  const { db } = context;
  const found = await db.case.findFirst({
    where: { AND: [{ reference }, visibleTo(viewer)] },
    include: {
      ...{ subject: true, requester: true, staff: true, deadlines: true },
      steps: { orderBy: [{ enteredAt: 'asc' }, { step: 'asc' }] },
      tasks: { orderBy: [...mostUrgentFirst] },
    },
  });
  if (!found) return null;
  const systems = await systemsToday(context, viewer);
  const [row] = await caseRows(context, viewer, systems, [found]);
  if (!row) return null;
  const done = found.tasks.filter(({ state }) => state === 'done');
  const tasks = found.tasks.map((task) => ({ ...task, case: { ...found, tasks: done } }));
  const standing = (which: string): string[] =>
    found.staff.filter((one) => one.standing === which).map((one) => one.staffId);
  return {
    ...row,
    ...{ id: found.id, organisationId: found.organisationId, processVersion: found.processVersion },
    ...{ facts: factsIn(found), view: viewOf(found), clock: clockView(found, found.deadlines) },
    ...(may(viewer.roles, 'person.view')
      ? await peopleOf(context, found)
      : { subject: null, requester: null }),
    ...(await beside(context, viewer, found)),
    contents: mayOn(viewer, found, 'document.view') ? await openContents(context, db, found) : null,
    tasks: await taskRows(context, viewer, systems, tasks),
    ...{ steps: found.steps.map(stepRow), links: await linksOf(db, viewer, found) },
    ...{ namedStaff: standing('named'), excludedStaff: standing('excluded') },
    ...{ risks: risks(context, found, found.steps), warnings: await warningsOf(db, found.id) },
    retainUntil: civilOrNull(found.retainUntil),
  };
}

export const factsIn = (found: Case): CaseFacts => found.facts as unknown as CaseFacts;

/** What rules look at, from the record alone. */
function viewOf(
  found: Case & {
    readonly steps: readonly Step[];
    readonly tasks: readonly Task[];
    readonly deadlines: readonly Deadline[];
  },
): CaseView {
  const { steps, tasks, deadlines } = found;
  const open = steps.filter(({ state }) => state === 'entered').map(({ step }) => step);
  // A wait for a date is no task; what an action can end waits for a person all the same.
  const { actions } = definitionOf(found.kind as CaseKind);
  const completed = Object.values(actions).flatMap((action) => action.completes?.element ?? []);
  // A scope that is neither a step of its own nor one of a repeated step's items is an event sub-process.
  const scopes = open.filter((step) => step.includes('/')).map((step) => step.slice(0, step.indexOf('/')));
  const triggers = scopes.filter((scope) => !scope.includes('[') && !open.includes(scope)).map(elementOf);
  return {
    ...{
      facts: factsIn(found),
      closed: found.closedAt !== null,
      clock: clockView(found, deadlines),
      legalHold: found.legalHold,
    },
    waiting: [
      ...new Set([
        ...tasks.filter(({ state }) => state === 'open').map(({ step }) => step),
        ...open.filter((step) => completed.includes(elementOf(step))),
      ]),
    ],
    open,
    running: [...new Set(triggers)],
  };
}

function stepRow({ step, element, state, enteredAt, leftAt, result }: Step): StepRow {
  const times = { enteredAt: instant(enteredAt), leftAt: instantOrNull(leftAt) };
  return { step, element, state: state as StepRow['state'], ...times, result: result as Codes | null };
}

/** Linked cases that the viewer may see; others are not hinted at. */
async function linksOf(reader: Reader, viewer: Viewer, found: Case): Promise<CasePage['links']> {
  const { id: caseId } = found;
  const links = await reader.caseLink.findMany({ where: { OR: [{ fromId: caseId }, { toId: caseId }] } });
  const others = links.map(({ fromId, toId }) => (fromId === caseId ? toId : fromId));
  const visible = await reader.case.findMany({
    where: { AND: [{ id: { in: others } }, visibleTo(viewer)] },
    select: { id: true, reference: true, kind: true, requesterId: true, closedAt: true, restricted: true },
  });
  const answerable = (one: Pick<Case, 'requesterId' | 'closedAt' | 'restricted'>): boolean =>
    one.closedAt === null && !one.restricted && one.requesterId !== null;
  return links.flatMap(({ fromId, toId, relation }) => {
    const outward = fromId === caseId;
    const other = visible.find(({ id }) => id === (outward ? toId : fromId));
    if (!other) return [];
    const answersTogether = answerable(found) && answerable(other) && other.requesterId === found.requesterId;
    return [{ reference: other.reference, kind: other.kind as CaseKind, relation, outward, answersTogether }];
  });
}

/** Systems at risk of overwriting until somebody said what was preserved, and those that had overwritten it by then. */
function risks({ organisations }: Context, found: Case, steps: readonly Step[]): LossRisk[] {
  const profile = organisations.get(found.organisationId);
  const { preserve } = factsIn(found);
  const asked = 'preserve-evidence' in definitionOf(found.kind as CaseKind).tasks;
  if (!asked || !Array.isArray(preserve) || found.closedAt) return [];
  return preserve.map(String).flatMap((system) => {
    const on = overwrittenOn(profile, system, civil(found.receivedOn));
    const answered = steps.findLast(
      ({ step, element, state }) =>
        element === 'preserve-evidence' && state === 'left' && itemOf(step) === system,
    );
    const lost = (answered?.result as Codes | undefined)?.outcome === 'already-gone';
    return on && (!answered || lost) ? [{ system, on, lost }] : [];
  });
}

async function warningsOf(reader: Reader, caseId: string): Promise<string[]> {
  const opened = await reader.event.findFirst({
    where: { caseId, type: 'case-opened' },
    select: { data: true },
  });
  const { warnings } = (opened?.data ?? {}) as Codes;
  return Array.isArray(warnings) ? warnings.map(String) : [];
}
