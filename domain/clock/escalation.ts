import {
  addDays,
  addHours,
  atLondonTime,
  compareInstants,
  inUtc,
  isWorkingDay,
  londonDate,
} from '../calendar';
import type {
  Deadline,
  EscalationLadder,
  EscalationPoint,
  EscalationRung,
  Holidays,
  Instant,
  IsoDate,
  Nation,
  OfficeClosure,
} from './types';

export interface EscalationOptions {
  /** Since when the ladder applies. Points before it collapse into one, the most urgent. */
  from?: Instant;
  /** Days on which the office is shut: nobody would read what is sent. */
  closures?: readonly OfficeClosure[];
  calendar?: Holidays;
}

type Due = Pick<Deadline, 'due' | 'dueInstant'>;
type IsOpen = (day: IsoDate) => boolean;

/**
 * When to tell whom about a deadline, earliest first. Working days are counted back from the due date, and
 * nothing falls on a weekend, a holiday or an office closure; rungs in hours run through them, as the hours of
 * a breach do. Points at the same moment become the most urgent of them, told to all. With `from`, points
 * already past become one, told at once or, on a closed day and unless it is counted in hours, on the next open
 * morning; after the due moment
 * only the next daily telling is left. No points where there is no due date.
 */
export function escalationPoints(
  due: Due,
  ladder: EscalationLadder,
  nation: Nation,
  options: EscalationOptions = {},
): EscalationPoint[] {
  if (!due.due || !due.dueInstant) return [];
  const isOpen: IsOpen = (day) =>
    isWorkingDay(day, nation, options.calendar) &&
    !(options.closures ?? []).some(({ from, to }) => from <= day && day <= to);
  const morning = (day: IsoDate): Instant => atLondonTime(day, ladder.at ?? '09:00');
  const before = ladder.rungs
    .map((rung) => pointOf(rung, due, isOpen, morning))
    .sort((one, other) => compareInstants(one.at, other.at) || other.distance - one.distance);
  const late = overdue(due.dueInstant, ladder, isOpen, morning, options.from);
  const { from } = options;
  if (from && compareInstants(from, due.dueInstant) > 0) return late;
  return merged([...(from ? collapsed(before, from, isOpen, morning) : before), ...late]);
}

interface Point extends EscalationPoint {
  /** Working days, or hours as days, before the due date: the smaller, the more urgent. */
  distance: number;
  /** Counted in hours, and told at any hour of any day. */
  anyHour?: boolean;
}

function pointOf(
  { point, before, tell }: EscalationRung,
  { due, dueInstant }: Due,
  isOpen: IsOpen,
  morning: (day: IsoDate) => Instant,
): Point {
  if (before.unit === 'hours') {
    const at = addHours(dueInstant as Instant, -before.count);
    return { point, key: `${point}@${at}`, at, tell: [...tell], distance: before.count / 24, anyHour: true };
  }
  const day = openDayBefore(londonDate(due as IsoDate), before.count, isOpen);
  return { point, key: `${point}@${day}`, at: morning(day), tell: [...tell], distance: before.count };
}

/** So many open days before a day, or before the last open day if it is closed itself. */
function openDayBefore(day: IsoDate, count: number, isOpen: IsOpen): IsoDate {
  let found = closest(day, -1, isOpen);
  for (let left = count; left > 0; left -= 1) found = closest(addDays(found, -1), -1, isOpen);
  return found;
}

function closest(day: IsoDate, step: 1 | -1, isOpen: IsOpen): IsoDate {
  let found = day;
  while (!isOpen(found)) found = addDays(found, step);
  return found;
}

function overdue(
  dueInstant: Instant,
  { overdue: rung }: EscalationLadder,
  isOpen: IsOpen,
  morning: (day: IsoDate) => Instant,
  from: Instant = dueInstant,
): Point[] {
  if (!rung) return [];
  const since = compareInstants(from, dueInstant) > 0 ? from : dueInstant;
  const today = closest(londonDate(since), 1, isOpen);
  const day = compareInstants(morning(today), since) > 0 ? today : closest(addDays(today, 1), 1, isOpen);
  return [
    { point: rung.point, key: `${rung.point}@${day}`, at: morning(day), tell: [...rung.tell], distance: -1 },
  ];
}

/** The points still to come, led by the most urgent of those that are past. */
function collapsed(
  points: Point[],
  from: Instant,
  isOpen: IsOpen,
  morning: (day: IsoDate) => Instant,
): Point[] {
  const missed = points.filter(({ at }) => compareInstants(at, from) <= 0).at(-1);
  const ahead = points.filter(({ at }) => compareInstants(at, from) > 0);
  if (!missed) return ahead;
  const today = londonDate(from);
  const at = missed.anyHour || isOpen(today) ? inUtc(from) : morning(closest(today, 1, isOpen));
  return [{ ...missed, at }, ...ahead];
}

function merged(points: Point[]): EscalationPoint[] {
  const moments = [...new Set(points.map(({ at }) => at))].sort(compareInstants);
  return moments.map((at) => {
    const together = points.filter((point) => point.at === at);
    const { point, key } = together.reduce((one, other) => (other.distance < one.distance ? other : one));
    return { point, key, at, tell: [...new Set(together.flatMap(({ tell }) => tell))] };
  });
}
