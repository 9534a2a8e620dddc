import { Temporal } from 'temporal-polyfill';
import type { Instant, IsoDate } from '../clock/types';

const london = 'Europe/London';
const millisecondsPerHour = 3_600_000;
const millisecondsPerDay = 24 * millisecondsPerHour;
const datePattern = /^(19|20|21)\d{2}-\d{2}-\d{2}$/;
const timePattern = /^T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** Whether the text is a civil date that exists, such as `2026-11-22`, in the years 1900 to 2199. */
export function isDate(text: string): text is IsoDate {
  return datePattern.test(text) && dateOf(dayNumber(text)) === text;
}

/** Whether the text is a moment with an offset or `Z`, such as `2027-03-26T10:15:00+00:00`. */
export function isInstant(text: string): text is Instant {
  return isDate(text.slice(0, 10)) && timePattern.test(text.slice(10));
}

/** Days since 1 January 1970. Civil dates only: no time zone is involved. */
export function dayNumber(date: IsoDate): number {
  return (
    Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) /
    millisecondsPerDay
  );
}

/** The inverse of `dayNumber`; an empty text where there is no such day. */
export function dateOf(dayNumber: number): IsoDate {
  return Number.isNaN(dayNumber) ? '' : new Date(dayNumber * millisecondsPerDay).toISOString().slice(0, 10);
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return dateOf(dayNumber(date) + days);
}

/**
 * The same-numbered date so many months later or, where that date does not exist, the last day of that month
 * (Regulation 1182/71 Art 3(2)).
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
  return Temporal.PlainDate.from(date).add({ months }, { overflow: 'constrain' }).toString();
}

/** Calendar days from one date to the other; negative if the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 for Monday to 7 for Sunday. */
export function dayOfWeek(date: IsoDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

export function isWeekend(date: IsoDate): boolean {
  return dayOfWeek(date) > 5;
}

/** The civil date in Europe/London at that moment; a date is given back as it is. */
export function londonDate(at: IsoDate | Instant): IsoDate {
  return at.length === 10 ? at : toLondon(at).toPlainDate().toString();
}

/** The last moment of that day, 23:59:59.999 Europe/London, in UTC. */
export function endOfDay(date: IsoDate): Instant {
  return atLondonTime(date, '23:59:59.999');
}

/** That wall-clock time of that day in Europe/London, in UTC with milliseconds. */
export function atLondonTime(date: IsoDate, time: string): Instant {
  return utc(
    Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: london, plainTime: time }).toInstant(),
  );
}

/** So many elapsed hours later (whole or part), in UTC: clock changes, weekends and holidays make no difference. */
export function addHours(at: Instant, hours: number): Instant {
  return utc(Temporal.Instant.from(at).add({ milliseconds: Math.round(hours * millisecondsPerHour) }));
}

/** Elapsed hours from one moment to the other, to the millisecond. */
export function hoursBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / millisecondsPerHour;
}

/** The same moment as people in the United Kingdom read it: `2027-03-29T11:15:00+01:00`. */
export function inLondon(at: Instant): Instant {
  return toLondon(at).toString({ timeZoneName: 'never' });
}

/** The same moment in UTC with milliseconds: `2027-03-29T10:15:00.000Z`. */
export function inUtc(at: Instant): Instant {
  return utc(Temporal.Instant.from(at));
}

/** Negative if the first moment is earlier, positive if it is later, nought if they are one. */
export function compareInstants(one: Instant, other: Instant): number {
  return Temporal.Instant.compare(one, other);
}

function toLondon(at: Instant): Temporal.ZonedDateTime {
  return Temporal.Instant.from(at).toZonedDateTimeISO(london);
}

function utc(at: Temporal.Instant): Instant {
  return at.toString({ fractionalSecondDigits: 3 });
}
