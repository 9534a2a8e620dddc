import {
  addDays,
  addWorkingDays,
  daysBetween,
  holidayOn,
  holidaysWithin,
  workingDayOnOrAfter,
  workingDaysBetween,
} from '../calendar';
import { dated, dateOfEffect } from './order';
import type { Window } from './pairing';
import { endOfPeriod, periodText } from './period';
import { questions } from './questions';
import type { Reading } from './reading';
import type { PauseRule } from './rule';
import { move } from './steps';
import type { ClockEvent, ClockWarning, ExplanationStep, IsoDate, Period } from './types';
import { counted, listed, longDate, weekdayDate } from './words';

/** What is to be counted from the start: a length, perhaps a longer one by extension. */
export interface Count {
  length: Period;
  article: string;
  extension?: { to: Period; article: string; notice: ClockEvent };
}

/** A period counted out. `end` is null while an open question holds it. */
export interface Counted {
  end: IsoDate | null;
  steps: ExplanationStep[];
  warnings: ClockWarning[];
  excluded: number;
  /** The question that holds the period. */
  open: Window | null;
}

/**
 * Counts a period out from its start: length, extension, days that do not count, and at the end one roll over
 * weekends and holidays (Regulation 1182/71 Art 3). The date is the sum of the steps.
 */
export function countOut(reading: Reading, start: IsoDate, count: Count): Counted {
  const { law, region, holidays } = reading;
  const lengthEnd = endOfPeriod(start, count.length, region, holidays);
  const steps = [move(start, lengthEnd, lengthSaying(reading, start, lengthEnd, count))];
  let end = lengthEnd;
  if (count.extension) {
    end = endOfPeriod(start, count.extension.to, region, holidays);
    steps.push(move(lengthEnd, end, extensionSaying(reading, start, end, count.extension)));
  }
  const rolled = (date: IsoDate): IsoDate => (rolls(reading, count) ? workingDayOnOrAfter(date, region, holidays) : date);
  const warnings: ClockWarning[] = [];
  let excluded = 0;
  let counted = start;
  for (const window of pausing(reading)) {
    if (dateOfEffect(window.asked) > rolled(end)) {
      warnings.push(tooLate(window, rolled(end), law.pause as PauseRule));
      continue;
    }
    if (!window.answered) {
      steps.push(held(window, law.pause as PauseRule));
      return { end: null, steps, warnings, excluded, open: window };
    }
    const pause = excludedBy(window, reading, counted);
    const moved = advance(reading, end, pause.count);
    steps.push(move(end, moved, pauseSaying(window, pause.count, law.pause as PauseRule)));
    excluded += pause.count;
    counted = pause.until;
    end = moved;
  }
  const last = rolled(end);
  if (last !== end) steps.push(move(end, last, rollSaying(reading, end, last)));
  return { end: last, steps, warnings, excluded, open: null };
}

/** The date so many days on, in the days that the pause of this law counts. */
export function advance({ law, region, holidays }: Reading, date: IsoDate, days: number): IsoDate {
  return law.pause?.counts === 'working-days' ? addWorkingDays(date, days, region, holidays) : addDays(date, days);
}

/** The step that takes a last day to the next working day, naming what is skipped. */
export function rollSaying(reading: Pick<Reading, 'region' | 'holidays' | 'law'>, from: IsoDate, to: IsoDate) {
  const { region, holidays, law } = reading;
  const skipped = Array.from({ length: daysBetween(from, to) }, (_, index) => addDays(from, index));
  const names = skipped.map((day) => {
    const holiday = holidayOn(day, region, holidays);
    return holiday ? `${weekdayDate(day)} (${holiday.title})` : weekdayDate(day);
  });
  const verb = skipped.length === 1 ? 'is not a working day' : 'are not working days';
  return {
    code: 'roll',
    text: `${listed(names)} ${verb}: the period ends on the next working day, ${weekdayDate(to)}.`,
    article: law.countedBy,
    holidays: holidaysWithin(from, addDays(to, -1), region, holidays),
  };
}

/** Days of the period used up before the open question. */
export function daysUsed({ law, region, holidays }: Reading, start: IsoDate, open: Window, excluded: number): number {
  const before = addDays(dateOfEffect(open.asked), -1);
  if (before <= start) return 0;
  const passed =
    law.pause?.counts === 'working-days'
      ? workingDaysBetween(start, before, region, holidays)
      : daysBetween(start, before);
  return passed - excluded;
}

function rolls({ law }: Reading, { length }: Count): boolean {
  return law.calendar === 'own-nation' && length.unit !== 'working-days';
}

function pausing({ law, history, input }: Reading): readonly Window[] {
  const { pause } = law;
  if (!pause || (pause.onlyFor && input.kind && input.kind !== pause.onlyFor)) return [];
  return history.standing(pause.sort);
}

/** The days of a window that do not count: those after the relevant date, each once. */
function excludedBy(window: Window, reading: Reading, counted: IsoDate): { count: number; until: IsoDate } {
  const { law, input, region, holidays } = reading;
  const inclusive = law.pause?.dayOfAnswer === 'excluded' || input.pauseCounting === 'inclusive';
  const answered = dateOfEffect(window.answered as ClockEvent);
  const dayBefore = addDays(dateOfEffect(window.asked), -1);
  const from = dayBefore > counted ? dayBefore : counted;
  const until = inclusive ? answered : addDays(answered, -1);
  if (until <= from) return { count: 0, until: counted };
  const count =
    law.pause?.counts === 'working-days' ? workingDaysBetween(from, until, region, holidays) : daysBetween(from, until);
  return { count, until };
}

function lengthSaying({ region, holidays, law }: Reading, start: IsoDate, end: IsoDate, { length, article }: Count) {
  const words = periodText(length);
  const text =
    length.count === 0
      ? `To be done at once: on ${weekdayDate(end)}.`
      : `${words[0]?.toUpperCase()}${words.slice(1)} from that day ${length.count === 1 ? 'ends' : 'end'} on ${weekdayDate(end)}.`;
  if (length.unit !== 'working-days') return { code: 'length', text, article };
  return withHolidays({ code: 'length', text, article: `${article}; ${law.countedBy}` }, holidaysWithin(addDays(start, 1), end, region, holidays));
}

function extensionSaying(
  { region, holidays }: Reading,
  start: IsoDate,
  end: IsoDate,
  { to, article, notice }: NonNullable<Count['extension']>,
) {
  const text = `Extended by notice of ${dated(notice)} to ${periodText(to)} from the same day: to ${weekdayDate(end)}.`;
  const saying = { code: 'extended', text, article };
  return to.unit === 'working-days' ? withHolidays(saying, holidaysWithin(addDays(start, 1), end, region, holidays)) : saying;
}

function withHolidays<S extends { text: string }>(saying: S, holidays: ReturnType<typeof holidaysWithin>) {
  if (holidays.length === 0) return saying;
  const names = holidays.map(({ date, title }) => `${title} on ${longDate(date)}`);
  return { ...saying, text: `${saying.text} Not counted: weekends, ${listed(names)}.`, holidays };
}

function pauseSaying(window: Window, days: number, { sort, article, counts }: PauseRule) {
  const noun = counts === 'working-days' ? 'working day' : 'day';
  const effect = days === 0 ? 'no day is left out' : `${counted(days, noun)} ${days === 1 ? 'does' : 'do'} not count`;
  const text = `The ${questions[sort].name} of ${dated(window.asked)} was answered on ${dated(window.answered as ClockEvent)}: ${effect}.`;
  return { code: 'pause', text, article };
}

function held({ asked }: Window, { sort, article }: PauseRule): ExplanationStep {
  const text = `The clock has stood still since the ${questions[sort].name} of ${dated(asked)}, which is not answered.`;
  return { code: 'paused', text, article };
}

function tooLate({ asked }: Window, end: IsoDate, { sort, article }: PauseRule): ClockWarning {
  const text = `The ${questions[sort].name} of ${dated(asked)} came after the period had ended on ${longDate(end)}: it cannot stop the clock.`;
  return { code: 'pause-too-late', text, article };
}
