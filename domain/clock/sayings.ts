import { addDays, daysBetween, holidayOn, holidaysWithin } from '../calendar';
import { dated } from './order';
import type { Window } from './pairing';
import { periodText } from './period';
import { questions } from './questions';
import type { Reading } from './reading';
import type { PauseRule } from './rule';
import type { Saying } from './steps';
import type { ClockEvent, ClockWarning, ExplanationStep, Holiday, IsoDate, Period } from './types';
import { capitalised, counted, listed, longDate, weekdayDate } from './words';

type Calendar = Pick<Reading, 'region' | 'holidays'>;

/** One month from that day ends on … */
export function lengthSaying(
  reading: Reading,
  start: IsoDate,
  end: IsoDate,
  length: Period,
  article: string,
): Saying {
  const from =
    length.unit === 'working-days' ? ', of which the next working day is the first, ' : ' from that day ';
  const ends = length.count === 1 ? 'ends' : 'end';
  const text =
    length.count === 0
      ? `To be done at once: on ${weekdayDate(end)}.`
      : `${capitalised(periodText(length))}${from}${ends} on ${weekdayDate(end)}.`;
  if (length.unit !== 'working-days') return { code: 'length', text, article };
  const articles = article === reading.law.countedBy ? article : `${article}; ${reading.law.countedBy}`;
  return leavingOut({ code: 'length', text, article: articles }, skipped(reading, start, end));
}

/** Extended by notice of … to three months from the same day … */
export function extensionSaying(
  reading: Reading,
  start: IsoDate,
  end: IsoDate,
  { to, article, notice }: { to: Period; article: string; notice: ClockEvent },
): Saying {
  const text = `Extended by notice of ${dated(notice)} to ${periodText(to)} from the same day: to ${weekdayDate(end)}.`;
  const saying = { code: 'extended', text, article };
  return to.unit === 'working-days' ? leavingOut(saying, skipped(reading, start, end)) : saying;
}

/** The request for … was answered on …: 6 days do not count. */
export function pauseSaying(window: Window, days: number, { sort, article, counts }: PauseRule): Saying {
  const noun = counts === 'working-days' ? 'working day' : 'day';
  const effect =
    days === 0 ? 'no day is left out' : `${counted(days, noun)} ${days === 1 ? 'does' : 'do'} not count`;
  const text = `The ${questions[sort].name} of ${dated(window.asked)} was answered on ${dated(window.answered as ClockEvent)}: ${effect}.`;
  return { code: 'pause', text, article };
}

/** Friday 25 December 2026 (Christmas Day) … are not working days … */
export function rollSaying(
  { region, holidays }: Calendar,
  from: IsoDate,
  to: IsoDate,
  article: string,
): Saying {
  const days = Array.from({ length: daysBetween(from, to) }, (_, index) => addDays(from, index));
  const names = days.map((day) => {
    const holiday = holidayOn(day, region, holidays);
    return holiday ? `${weekdayDate(day)} (${holiday.title})` : weekdayDate(day);
  });
  const verb = days.length === 1 ? 'is not a working day' : 'are not working days';
  return {
    code: 'roll',
    text: `${listed(names)} ${verb}: the period ends on the next working day, ${weekdayDate(to)}.`,
    article,
    holidays: holidaysWithin(from, addDays(to, -1), region, holidays),
  };
}

/** The clock has stood still since … */
export function held({ asked }: Window, used: number, { sort, article }: PauseRule): ExplanationStep {
  const text = `The clock has stood still since the ${questions[sort].name} of ${dated(asked)}, which is not answered; ${counted(used, 'day')} of the period ${used === 1 ? 'is' : 'are'} used.`;
  return { code: 'paused', text, article };
}

/** A question put when the period was over cannot stop the clock. */
export function tooLate({ asked }: Window, end: IsoDate, { sort, article }: PauseRule): ClockWarning {
  const text = `The ${questions[sort].name} of ${dated(asked)} came after the period had ended on ${longDate(end)}: it cannot stop the clock.`;
  return { code: 'pause-too-late', text, article };
}

/** Holidays after the first day up to the second, which a count of working days leaves out. */
export function skipped({ region, holidays }: Calendar, start: IsoDate, end: IsoDate): Holiday[] {
  return holidaysWithin(addDays(start, 1), end, region, holidays);
}

/** The saying, with the holidays that were left out by name. */
export function leavingOut(saying: Saying, holidays: Holiday[]): Saying {
  if (holidays.length === 0) return saying;
  const names = holidays.map(({ date, title }) => `${title} on ${longDate(date)}`);
  return { ...saying, text: `${saying.text} Not counted: weekends, ${listed(names)}.`, holidays };
}
