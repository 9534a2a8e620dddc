import { addDays, addWorkingDays, daysBetween, workingDayOnOrAfter, workingDaysBetween } from '../calendar';
import { dateOfEffect } from './order';
import type { Window } from './pairing';
import { endOfPeriod } from './period';
import type { Reading } from './reading';
import type { PauseRule } from './rule';
import { extensionSaying, held, lengthSaying, pauseSaying, rollSaying, tooLate } from './sayings';
import { move } from './steps';
import type { ClockEvent, ClockWarning, ExplanationStep, IsoDate, Period } from './types';

/** What is to be counted from the start: a length, or a longer one by extension. */
export interface Count {
  length: Period;
  article: string;
  extension?: { to: Period; article: string; notice: ClockEvent };
}

/** A period counted out. */
export interface Counted {
  /** Null while an open question holds the period. */
  end: IsoDate | null;
  steps: ExplanationStep[];
  warnings: ClockWarning[];
  /** Days left out, in the days that the pause counts. */
  excluded: number;
  /** While held: days of the period used up. */
  used: number | null;
}

/**
 * Counts a period out from its start: its length, its extension, the days that do not count, and at the end
 * one roll over weekends and holidays (Regulation 1182/71 Art 3). A question stops the clock only if it was
 * put before the period, as it then stood, was over.
 */
export function countOut(reading: Reading, start: IsoDate, count: Count): Counted {
  const { law, history, region, holidays } = reading;
  const steps = lengthSteps(reading, start, count);
  const warnings: ClockWarning[] = [];
  const roll = (day: IsoDate): IsoDate =>
    rolls(reading, count) ? workingDayOnOrAfter(day, region, holidays) : day;
  let end = steps.at(-1)?.date as IsoDate;
  let excluded = 0;
  let lastExcluded = start;
  for (const { window, pause } of pauses(law.pause, history)) {
    if (dateOfEffect(window.asked) > roll(end)) {
      warnings.push(tooLate(window, roll(end), pause));
    } else if (window.answered === null) {
      const used = daysCounted(reading, start, addDays(dateOfEffect(window.asked), -1)) - excluded;
      steps.push(held(window, used, pause));
      return { end: null, steps, warnings, excluded, used };
    } else {
      const until = lastDayExcluded(reading, window.answered, pause);
      const days = daysCounted(reading, latest(addDays(dateOfEffect(window.asked), -1), lastExcluded), until);
      const moved = leaveOut(reading, end, days);
      steps.push(move(end, moved, pauseSaying(window, days, pause)));
      excluded += days;
      lastExcluded = latest(until, lastExcluded);
      end = moved;
    }
  }
  const last = roll(end);
  if (last !== end) steps.push(move(end, last, rollSaying(reading, end, last, law.countedBy)));
  return { end: last, steps, warnings, excluded, used: null };
}

/** The date so many days on, in the days that this law's pause counts. */
export function leaveOut({ law, region, holidays }: Reading, date: IsoDate, days: number): IsoDate {
  return law.pause?.counts === 'working-days'
    ? addWorkingDays(date, days, region, holidays)
    : addDays(date, days);
}

function lengthSteps(
  reading: Reading,
  start: IsoDate,
  { length, article, extension }: Count,
): ExplanationStep[] {
  const { region, holidays } = reading;
  const first = endOfPeriod(start, length, region, holidays);
  const steps = [move(start, first, lengthSaying(reading, start, first, length, article))];
  if (!extension) return steps;
  const extended = endOfPeriod(start, extension.to, region, holidays);
  return [...steps, move(first, extended, extensionSaying(reading, start, extended, extension))];
}

function rolls({ law }: Reading, { length }: Count): boolean {
  return law.calendar === 'own-nation' && length.unit !== 'working-days';
}

function pauses(
  pause: PauseRule | undefined,
  history: Reading['history'],
): { window: Window; pause: PauseRule }[] {
  return pause ? history.standing(pause.sort).map((window) => ({ window, pause })) : [];
}

/** By the text both end days are excluded; the conservative reading lets the day of the answer count. */
function lastDayExcluded({ input }: Reading, answered: ClockEvent, pause: PauseRule): IsoDate {
  const inclusive = pause.dayOfAnswer === 'excluded' || input.pauseCounting === 'inclusive';
  return inclusive ? dateOfEffect(answered) : addDays(dateOfEffect(answered), -1);
}

/** Days after the first date up to and including the second, as this law's pause counts them. */
function daysCounted({ law, region, holidays }: Reading, after: IsoDate, until: IsoDate): number {
  if (until <= after) return 0;
  return law.pause?.counts === 'working-days'
    ? workingDaysBetween(after, until, region, holidays)
    : daysBetween(after, until);
}

function latest(one: IsoDate, other: IsoDate): IsoDate {
  return one > other ? one : other;
}
