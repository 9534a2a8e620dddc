import { addDays, addMonths, addWorkingDays } from '../calendar';
import type { Holidays, IsoDate, Period, PeriodUnit, Region } from './types';

const units: Record<string, PeriodUnit> = {
  hour: 'hours',
  day: 'days',
  'working day': 'working-days',
  week: 'weeks',
  month: 'months',
  year: 'years',
};
const limit = 1_000;
const words = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** `28 days`, `20 working days`, `1 month`, `72 hours` … as a period; undefined if it is none, or absurdly long. */
export function parsePeriod(text: string): Period | undefined {
  const match = /^(\d+) +((?:working )?[a-z]+?)s?$/i.exec(text.trim());
  const count = Number(match?.[1]);
  const unit = units[match?.[2]?.toLowerCase() ?? ''];
  return unit && count >= 1 && count <= limit ? { count, unit } : undefined;
}

/** The period in words for a letter: `one month`, `28 days`, `at once`. */
export function periodText({ count, unit }: Period): string {
  if (count === 0) return 'at once';
  const name = unit === 'working-days' ? 'working days' : unit;
  return `${words[count] ?? count} ${count === 1 ? name.slice(0, -1) : name}`;
}

/** How often, in words: `every six months`, `every year`. */
export const everyText = (period: Period): string =>
  period.count === 1 ? `every ${period.unit.slice(0, -1).replace('-', ' ')}` : `every ${periodText(period)}`;

/**
 * The last day of a period that begins with an event on that date. The day of the event is not counted
 * (Regulation 1182/71 Art 3(1)); months and years end on the same-numbered date, or on the last day of the
 * month where it does not exist (Art 3(2)). Nothing is rolled here. Hours
 * counted from a day are whole days of 24, rounded down: the earlier date.
 */
export function endOfPeriod(start: IsoDate, period: Period, region: Region, holidays?: Holidays): IsoDate {
  switch (period.unit) {
    case 'days':
      return addDays(start, period.count);
    case 'weeks':
      return addDays(start, 7 * period.count);
    case 'months':
      return addMonths(start, period.count);
    case 'years':
      return addMonths(start, 12 * period.count);
    case 'working-days':
      return addWorkingDays(start, period.count, region, holidays);
    case 'hours':
      return addDays(start, Math.floor(period.count / 24));
  }
}
