import type { Nation } from '../clock/types';
import { isDate } from './dates';
import { nationNames, nations } from './holidays';

/** One bank holiday as GOV.UK writes it. */
export interface OfficialHoliday {
  title: string;
  date: string;
  notes: string;
  bunting: boolean;
}

/** https://www.gov.uk/bank-holidays.json */
export type OfficialFile = Record<Nation, { division: string; events: OfficialHoliday[] }>;

export interface HolidayUpdate {
  /** Lines such as `+ 2029-01-01 New Year’s Day (Scotland)`; empty if nothing changed. */
  differences: string[];
  /** Years that the newer file no longer holds and the present one keeps, such as `2012 to 2018`. */
  kept: string | null;
  merged: OfficialFile;
}

/** A file that would lose holidays. The message names what is missing. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';
}

/** GOV.UK's file looks back at least this many years besides the last. */
const leastYearsBack = 6;

/**
 * The present holidays with those of a newer official file. Years before the file's first are kept. Holidays
 * already past when the present ones were taken cannot disappear; later ones may move.
 * @throws DamagedFile if a nation, a year or a past holiday is missing, or the text is no such file
 */
export function prepareUpdate(present: OfficialFile, newer: unknown, presentTaken: string): HolidayUpdate {
  const file = officialFile(newer);
  const first = years(file['england-and-wales'].events)[0] as number;
  nations.forEach((nation) => checkYears(nation, present[nation].events, file[nation].events));
  const merged = merge(present, file, first);
  const changes = nations.flatMap((nation) => compare(nation, present[nation].events, merged[nation].events));
  const lost = changes.find(({ sign, date }) => sign === '-' && date < presentTaken);
  if (lost)
    throw new DamagedFile(`${lost.text} is missing, although it was past when the present file was taken.`);
  const before = years(present['england-and-wales'].events).filter((year) => year < first);
  return {
    differences: changes.map(({ sign, text }) => `${sign} ${text}`),
    kept: before.length > 0 ? `${before[0]} to ${before.at(-1)}` : null,
    merged,
  };
}

function officialFile(data: unknown): OfficialFile {
  const divisions = (data ?? {}) as Partial<OfficialFile>;
  for (const nation of nations) {
    const events: unknown = divisions[nation]?.events;
    if (!Array.isArray(events) || events.length === 0) {
      throw new DamagedFile(`The file has no holidays for ${nationNames[nation]}.`);
    }
    events.forEach((event) => checkHoliday(nation, event));
    const dates = events.map(({ date }: OfficialHoliday) => date);
    const twice = dates.find((date, index) => dates.indexOf(date) !== index);
    if (twice) throw new DamagedFile(`${nationNames[nation]} has ${twice} twice.`);
  }
  return divisions as OfficialFile;
}

function checkHoliday(nation: Nation, event: Partial<OfficialHoliday> | null): void {
  const named = typeof event?.title === 'string' && event.title.trim() !== '';
  if (named && typeof event.date === 'string' && isDate(event.date)) return;
  throw new DamagedFile(
    `${nationNames[nation]} has a holiday without a title or a date: ${JSON.stringify(event)}.`,
  );
}

function checkYears(
  nation: Nation,
  present: readonly OfficialHoliday[],
  newer: readonly OfficialHoliday[],
): void {
  const [known, found] = [years(present), years(newer)];
  const fewest = Math.min(...known.map((year) => inYear(present, year)));
  const last = Math.max(known.at(-1) as number, found.at(-1) as number);
  const first = Math.max(known[0] as number, Math.min(found[0] as number, last - leastYearsBack));
  for (let year = first; year <= last; year += 1) {
    const count = inYear(newer, year);
    if (count < fewest) {
      const has = count === 0 ? 'no holidays' : `only ${count} of at least ${fewest} holidays`;
      throw new DamagedFile(`The file has ${has} for ${nationNames[nation]} in ${year}.`);
    }
  }
}

function merge(present: OfficialFile, newer: OfficialFile, first: number): OfficialFile {
  const division = (nation: Nation) => ({
    division: nation,
    events: [
      ...present[nation].events.filter(({ date }) => Number(date.slice(0, 4)) < first),
      ...newer[nation].events
        .map(({ title, date, notes = '', bunting = false }) => ({ title, date, notes, bunting }))
        .sort((one, other) => (one.date < other.date ? -1 : 1)),
    ],
  });
  return Object.fromEntries(nations.map((nation) => [nation, division(nation)])) as OfficialFile;
}

interface Change {
  sign: '+' | '-';
  date: string;
  text: string;
}

function compare(
  nation: Nation,
  before: readonly OfficialHoliday[],
  after: readonly OfficialHoliday[],
): Change[] {
  const missingFrom = (
    these: readonly OfficialHoliday[],
    those: readonly OfficialHoliday[],
    sign: Change['sign'],
  ) =>
    these
      .filter(
        ({ date, title }) =>
          !those.some((other) => other.date === date && (sign === '-' || other.title === title)),
      )
      .map(({ date, title }) => ({ sign, date, text: `${date} ${title} (${nationNames[nation]})` }));
  return [...missingFrom(before, after, '-'), ...missingFrom(after, before, '+')];
}

function years(events: readonly OfficialHoliday[]): number[] {
  return [...new Set(events.map(({ date }) => Number(date.slice(0, 4))))].sort((one, other) => one - other);
}

function inYear(events: readonly OfficialHoliday[], year: number): number {
  return events.filter(({ date }) => Number(date.slice(0, 4)) === year).length;
}
