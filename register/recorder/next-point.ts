import { addHours, addWorkingDays, atLondonTime, endOfDay, hoursBetween } from '../../domain/calendar';
import type { CaseKind } from '../../domain/cases/kinds';
import type { PlannedDay } from '../../domain/cases/definition';
import { definitionOf } from '../../domain/cases/registry';
import type { CaseFacts, Codes, NextPoint, StepKey } from '../../domain/cases/process';
import { escalationPoints } from '../../domain/clock/escalation';
import { timerNamed } from '../../domain/clock/timers';
import type { Deadline, EscalationLadder, Instant, IsoDate } from '../../domain/clock/types';
import type { Profile } from '../../domain/organisation/profile';
import type { Task } from '../generated/client';
import type { Reader } from '../database';
import { civil, instant } from '../instants';
import type { ComputedClock, Escalating } from './clock';
import { saidOn } from './clock';
import { ladderOf } from './house';

/** Working days between one reminder of a task and the next. */
export const CHASE_EVERY = 2;

/** A point, and another key by which it may have been recorded. */
interface Coming extends NextPoint {
  readonly formerly?: string;
}

/** When a case next escalates by itself: the first point, of its own ladder or of a chaser, not yet recorded. */
export async function nextPoint(
  reader: Reader,
  { id: caseId, kind }: { readonly id: string; readonly kind: CaseKind },
  profile: Profile,
  { standing: { due, dueAt, state }, escalating }: Pick<ComputedClock, 'standing' | 'escalating'>,
  asOf: Instant,
): Promise<NextPoint | null> {
  const reached = await reachedPoints(reader, caseId);
  const { officeClosures: closures } = profile.clock;
  const rungs = ladderOf(profile, kind);
  const ladder = (state === 'stopped' ? [] : escalating).flatMap(({ deadline, prefix }) =>
    escalationPoints(workedTowards(deadline), laddersFor(deadline, rungs), profile.nation, {
      from: asOf,
      closures,
    }).map(({ key, at }): Coming => ({
      ...{ point: `${prefix}${key}`, at },
      // A timer that has become the first had a prefix before.
      formerly: prefix ? undefined : `${deadline.timer}/${key}`,
    })),
  );
  const ends = state === 'stopped' || (isAwaited(escalating[0]) && (dueAt ?? '') <= asOf) ? null : due;
  const open = await reader.task.findMany({ where: { caseId, state: 'open', dueOn: { not: null } } });
  const chased = open.filter((task) => isChased(kind, task, ends));
  const ahead = [...ladder, ...chased.flatMap((task) => chasers(kind, task, profile, asOf))];
  // Few kinds have one: the others' records are not read for it.
  const planned: Coming[] = definitionOf(kind).ahead
    ? await plannedPoints(reader, caseId, profile, asOf)
    : [];
  const [next] = [...ahead, ...planned]
    .filter(({ point, formerly }) => !reached.has(point) && !(formerly && reached.has(formerly)))
    .sort((one, other) => (one.at < other.at ? -1 : 1));
  return next ? { point: next.point, at: next.at } : null;
}

const isAwaited = (one: Escalating | undefined): boolean =>
  one !== undefined && timerNamed(one.deadline.timer).binds === 'someone-else';

/** While our own question is open, the date on which it is due if that is not upheld. */
function workedTowards({ due, dueInstant, dueIfNotUpheld }: Deadline): Pick<Deadline, 'due' | 'dueInstant'> {
  if (due !== null || dueIfNotUpheld === null) return { due, dueInstant };
  return { due: dueIfNotUpheld, dueInstant: endOfDay(dueIfNotUpheld) };
}

/** What somebody else owes us, or is due only if we should not have asked, is not told daily once it is past. */
const laddersFor = ({ timer, due }: Deadline, ladder: EscalationLadder): EscalationLadder =>
  due === null || timerNamed(timer).binds === 'someone-else' ? { ...ladder, overdue: undefined } : ladder;

/**
 * The ladder of the case speaks for its tasks while it runs and comes before they are due. Tasks of a person named,
 * of a system's owner, and those that wait for an answer from outside are chased all the same.
 */
function isChased(
  kind: CaseKind,
  { roles, element, need, dueOn }: Task,
  ladderEnds: IsoDate | null,
): boolean {
  if (ladderEnds === null || roles.includes('system-owner') || roles.includes('named')) return true;
  if (need === null && definitionOf(kind).tasks[element]?.awaits) return true;
  return dueOn !== null && civil(dueOn) > ladderEnds;
}

/** Of the kind's planned day: what is still to come, and of what is past only the last. */
async function plannedPoints(
  reader: Reader,
  caseId: string,
  { nation }: Profile,
  asOf: Instant,
): Promise<NextPoint[]> {
  const planned = await plannedDay(reader, caseId);
  if (!planned) return [];
  const points = planned.rungs.map(({ point, workingDaysBefore }) => {
    const on = addWorkingDays(planned.on, -workingDaysBefore, nation);
    return { point: `${point}@${on}`, at: morning(on) };
  });
  const past = points.filter(({ at }) => at <= asOf).slice(-1);
  return [...past, ...points.filter(({ at }) => at > asOf)];
}

/** The day that an open case is planned to, as its kind has it; null where there is none. */
export async function plannedDay(reader: Reader, caseId: string): Promise<PlannedDay | null> {
  const row = await reader.case.findUnique({ where: { id: caseId } });
  const ahead = row && row.closedAt === null && definitionOf(row.kind as CaseKind).ahead;
  return ahead ? ahead(row.facts as CaseFacts, await saidOn(reader, caseId)) : null;
}

async function reachedPoints(reader: Reader, caseId: string): Promise<Set<unknown>> {
  const rows = await reader.event.findMany({
    where: { caseId, type: { in: ['escalated', 'fired'] } },
    select: { data: true },
  });
  return new Set(rows.map(({ data }) => (data as Codes).point));
}

/**
 * Reminders of a task: two working days before it is due, on the day, and every two working days after. Of those
 * already past since the task was opened, only the last is still of use. One that is chased in hours is told of to the
 * minute instead, before its moment and when it has come.
 */
function chasers(kind: CaseKind, task: Task, { nation }: Profile, asOf: Instant): Coming[] {
  const due = civil(task.dueOn as Date);
  const days: IsoDate[] = [addWorkingDays(due, -CHASE_EVERY, nation), due];
  while (morning(days.at(-1) as IsoDate) <= asOf)
    days.push(addWorkingDays(days.at(-1) as IsoDate, CHASE_EVERY, nation));
  const hourly = hourlyChasers(kind, task);
  const points = [
    ...hourly,
    ...days
      .filter((day) => hourly.length === 0 || day > due)
      .map((day) => ({
        point: `chase.${task.step}@${day}`,
        formerly: formerPoint(task, day),
        at: morning(day),
      })),
  ].filter(({ at }) => at > instant(task.openedAt));
  const missed = points.filter(({ at }) => at <= asOf).slice(-1);
  return [...missed, ...points.filter(({ at }) => at > asOf)];
}

/** How long before its hours are over whoever does a task is reminded; half of them where they are fewer than two. */
const REMIND_HOURS_BEFORE = 1;

/** An hour before, and when its hours are over, at whatever time of whatever day. */
function hourlyChasers(kind: CaseKind, { need, element, step, openedAt, dueAt }: Task): Coming[] {
  if (dueAt === null || need !== null || !definitionOf(kind).tasks[element]?.chasedInHours) return [];
  const due = instant(dueAt);
  const before = Math.min(REMIND_HOURS_BEFORE, hoursBetween(instant(openedAt), due) / 2);
  return [addHours(due, -before), due].map((at) => ({ point: `chase.${step}@${at}`, at }));
}

const morning = (day: IsoDate): Instant => atLondonTime(day, '09:00');

/** Chasers were once named by element and item. Those without an item reached nobody, so they are told anew. */
const formerPoint = ({ element, item }: Task, day: IsoDate): string | undefined =>
  item === null ? undefined : `chase.${element}.${item}@${day}`;

/** Which task a chaser is about: its step, or its element and item where an earlier version recorded it. */
export type Chaser = ({ readonly step: StepKey } | { readonly element: string; readonly item: string }) & {
  /** A moment where the task is chased in hours. */
  readonly day: IsoDate | Instant;
};

/** Whether a task is chased at a moment, in hours, and not on a day. */
export const isMoment = (day: IsoDate | Instant): boolean => day.includes('T');

/** What a chaser's point says, or null for a rung of the case's ladder. */
export function readChaser(point: string): Chaser | null {
  if (!point.startsWith('chase.')) return null;
  const [what, day] = [rungOfPoint(point).slice('chase.'.length), point.slice(point.lastIndexOf('@') + 1)];
  if (what.includes('#')) return { step: what, day };
  const dot = what.indexOf('.');
  return { element: what.slice(0, dot), item: what.slice(dot + 1), day };
}

/** The rung a point belongs to: `five-days@2026-12-14` → `five-days`, whichever timer it is of. */
export const rungOfPoint = (point: string): string =>
  point.slice(point.startsWith('chase.') ? 0 : point.indexOf('/') + 1, point.lastIndexOf('@'));

/** The timer that a point of the ladder names, as in `complaint.progress/due@2026-12-14`; null for the first. */
export const timerOfPoint = (point: string): string | null =>
  point.startsWith('chase.') || !point.includes('/') ? null : point.slice(0, point.indexOf('/'));
