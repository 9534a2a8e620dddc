import { addMonths, dateOf, dayNumber, daysBetween, isWorkingDay, knownHolidays } from '../calendar';
import type { Period, Region } from './types';

/** The fewest and the most days that a period can take, over all days on which it can start. */
export interface Span {
  least: number;
  most: number;
}

/** Before any roll. For working days, over all years and nations whose holidays are known. */
export function span({ count, unit }: Period): Span {
  switch (unit) {
    case 'hours':
      return { least: count / 24, most: count / 24 };
    case 'days':
      return { least: count, most: count };
    case 'weeks':
      return { least: 7 * count, most: 7 * count };
    case 'months':
      return once(`${count} months`, () => monthLengths(count));
    case 'years':
      return once(`${12 * count} months`, () => monthLengths(12 * count));
    case 'working-days':
      return once(`${count} working days`, () =>
        regions.flatMap((region) => workingDayLengths(count, region)),
      );
  }
}

const regions: readonly Region[] = ['england-and-wales', 'scotland', 'northern-ireland', 'all-uk'];
const spans = new Map<string, Span>();

function once(name: string, lengths: () => readonly number[]): Span {
  const known = spans.get(name) ?? widest(lengths());
  spans.set(name, known);
  return known;
}

/** Over four years, of which one is a leap year: later ones repeat them. */
function monthLengths(count: number): number[] {
  return daysFrom('2021-01-01', '2024-12-31')
    .map(dateOf)
    .map((day) => daysBetween(day, addMonths(day, count)));
}

function workingDayLengths(count: number, region: Region): number[] {
  const working = workingDays(region);
  let next = 0;
  return daysFrom(knownHolidays.knownFrom, knownHolidays.knownUntil).flatMap((day) => {
    while ((working[next] ?? Infinity) <= day) next += 1;
    const end = working[next + count - 1];
    return end === undefined ? [] : [end - day];
  });
}

const workingDaysByRegion = new Map<Region, number[]>();

function workingDays(region: Region): number[] {
  const known =
    workingDaysByRegion.get(region) ??
    daysFrom(knownHolidays.knownFrom, knownHolidays.knownUntil).filter((day) =>
      isWorkingDay(dateOf(day), region),
    );
  workingDaysByRegion.set(region, known);
  return known;
}

function daysFrom(from: string, to: string): number[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => dayNumber(from) + index);
}

function widest(lengths: readonly number[]): Span {
  return lengths.reduce(
    ({ least, most }, length) => ({ least: Math.min(least, length), most: Math.max(most, length) }),
    { least: Infinity, most: 0 },
  );
}
