import { addWorkingDays, atLondonTime } from '../../domain/calendar';
import type { CaseKind } from '../../domain/cases/kinds';
import type { Codes, NextPoint } from '../../domain/cases/process';
import { escalationPoints } from '../../domain/clock/escalation';
import type { Instant, IsoDate } from '../../domain/clock/types';
import type { Profile } from '../../domain/organisation/profile';
import type { Task } from '../generated/client';
import type { Reader } from '../database';
import { civil, instant } from '../instants';
import type { Standing } from './clock';
import { ladderOf } from './house';

/** Working days between one reminder of an overdue search or preservation and the next. */
const CHASE_EVERY = 2;

/** When a case next escalates by itself: the first point, of its own ladder or of a chaser, not yet recorded. */
export async function nextPoint(
  reader: Reader,
  { id: caseId, kind }: { readonly id: string; readonly kind: CaseKind },
  profile: Profile,
  { due, dueAt, state }: Standing,
  asOf: Instant,
): Promise<NextPoint | null> {
  const reached = await reachedPoints(reader, caseId);
  const { officeClosures: closures } = profile.clock;
  const dated = state === 'stopped' ? { due: null, dueInstant: null } : { due, dueInstant: dueAt };
  const ladder = escalationPoints(dated, ladderOf(profile, kind), profile.nation, {
    from: asOf,
    closures,
  }).map(({ key, at }) => ({ point: key, at }));
  const chased = await reader.task.findMany({
    where: { caseId, state: 'open', roles: { hasSome: ['system-owner', 'named'] }, dueOn: { not: null } },
  });
  const ahead = [...ladder, ...chased.flatMap((task) => chasers(task, profile, asOf))];
  const [next] = ahead
    .filter(({ point }) => !reached.has(point))
    .sort((one, other) => (one.at < other.at ? -1 : 1));
  return next ?? null;
}

async function reachedPoints(reader: Reader, caseId: string): Promise<Set<unknown>> {
  const rows = await reader.event.findMany({
    where: { caseId, type: { in: ['escalated', 'fired'] } },
    select: { data: true },
  });
  return new Set(rows.map(({ data }) => (data as Codes).point));
}

/**
 * Reminders to a system's owner: two working days before the task is due, on the day, and every two working
 * days after. Of those already past since the task was opened, only the last is still of use.
 */
function chasers(task: Task, { nation }: Profile, asOf: Instant): NextPoint[] {
  const due = civil(task.dueOn as Date);
  const days: IsoDate[] = [addWorkingDays(due, -CHASE_EVERY, nation), due];
  while (morning(days.at(-1) as IsoDate) <= asOf)
    days.push(addWorkingDays(days.at(-1) as IsoDate, CHASE_EVERY, nation));
  const points = days
    .map((day) => ({ point: chaserPoint(task, day), at: morning(day) }))
    .filter(({ at }) => at > instant(task.openedAt));
  const missed = points.filter(({ at }) => at <= asOf).slice(-1);
  return [...missed, ...points.filter(({ at }) => at > asOf)];
}

const morning = (day: IsoDate): Instant => atLondonTime(day, '09:00');

const chaserPoint = ({ element, item }: Pick<Task, 'element' | 'item'>, day: IsoDate): string =>
  `chase.${element}.${item ?? 'all'}@${day}`;

/** What a chaser's point says, or null for a rung of the case's ladder. */
export function readChaser(point: string): { readonly element: string; readonly item: string } | null {
  const match = /^chase\.([^.@]+)\.([^@]+)@/.exec(point);
  return match?.[1] && match[2] ? { element: match[1], item: match[2] } : null;
}

/** The rung a point belongs to: `five-days@2026-12-14` → `five-days`. */
export const rungOfPoint = (point: string): string => point.slice(0, point.lastIndexOf('@'));
