import type { Holiday, Holidays, IsoDate, Nation, Region } from '../clock/types';
import amendments from './amendments.json';
import official from './bank-holidays.json';
import { snapshot } from './snapshot';

export const nations: readonly Nation[] = ['england-and-wales', 'scotland', 'northern-ireland'];

export const nationNames: Record<Nation, string> = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
};

/** A holiday that the snapshot lacks, with where it is proclaimed. */
export interface Amendment extends Holiday {
  nation: Nation;
  source: string;
  reason: string;
}

export const holidayAmendments = amendments as readonly Amendment[];

/** The shape of https://www.gov.uk/bank-holidays.json, as far as it is used. */
export type GovUkHolidays = Record<Nation, { events: readonly Holiday[] }>;

/** The bank holidays that the product knows: the GOV.UK snapshot and its documented amendments. */
export const knownHolidays: Holidays = amended(
  fromGovUk(official, `${snapshot.taken}-${snapshot.sha256.slice(0, 8)}`),
  holidayAmendments,
);

/** GOV.UK's data as a calendar. It is known for whole years: those of its first and last holiday. */
export function fromGovUk(data: GovUkHolidays, version: string): Holidays {
  const dates = nations.flatMap((nation) => data[nation].events.map((event) => event.date)).sort();
  return {
    version,
    knownFrom: `${dates[0]?.slice(0, 4)}-01-01`,
    knownUntil: `${dates.at(-1)?.slice(0, 4)}-12-31`,
    nations: Object.fromEntries(
      nations.map((nation) => [nation, data[nation].events.map(({ date, title }) => ({ date, title }))]),
    ) as Record<Nation, Holiday[]>,
  };
}

/** The calendar with holidays added that it does not yet have; the version then ends in their number. */
export function amended(holidays: Holidays, additions: readonly Amendment[]): Holidays {
  const missing = additions.filter(
    (one) => !holidays.nations[one.nation].some(({ date }) => date === one.date),
  );
  if (missing.length === 0) return holidays;
  const withMissing = (nation: Nation): Holiday[] =>
    [...holidays.nations[nation], ...missing.filter((one) => one.nation === nation)]
      .map(({ date, title }) => ({ date, title }))
      .sort((one, other) => (one.date < other.date ? -1 : 1));
  return {
    ...holidays,
    version: `${holidays.version}+${missing.length}`,
    nations: Object.fromEntries(nations.map((nation) => [nation, withMissing(nation)])) as Record<
      Nation,
      Holiday[]
    >,
  };
}

/** The bank holiday on that day by name, if it is one in that region. In the union, the nation is told. */
export function holidayOn(
  date: IsoDate,
  region: Region,
  holidays: Holidays = knownHolidays,
): Holiday | undefined {
  const title = titlesOf(region, holidays).get(date);
  return title === undefined ? undefined : { date, title };
}

const titlesByCalendar = new WeakMap<Holidays, Map<Region, Map<IsoDate, string>>>();

function titlesOf(region: Region, holidays: Holidays): Map<IsoDate, string> {
  const regions = titlesByCalendar.get(holidays) ?? new Map<Region, Map<IsoDate, string>>();
  titlesByCalendar.set(holidays, regions);
  const titles = regions.get(region) ?? (region === 'all-uk' ? union(holidays) : ofNation(region, holidays));
  regions.set(region, titles);
  return titles;
}

function ofNation(nation: Nation, holidays: Holidays): Map<IsoDate, string> {
  return new Map(holidays.nations[nation].map(({ date, title }) => [date, title]));
}

function union(holidays: Holidays): Map<IsoDate, string> {
  const where = new Map<IsoDate, Map<string, Nation[]>>();
  for (const nation of nations) {
    for (const { date, title } of holidays.nations[nation]) {
      const titles = where.get(date) ?? new Map<string, Nation[]>();
      titles.set(title, [...(titles.get(title) ?? []), nation]);
      where.set(date, titles);
    }
  }
  return new Map([...where].map(([date, titles]) => [date, [...titles].map(named).join('; ')]));
}

function named([title, where]: [string, Nation[]]): string {
  return where.length === nations.length
    ? title
    : `${title} (${where.map((nation) => nationNames[nation]).join(', ')})`;
}
