import type { Holiday, Holidays, IsoDate, Region } from '../clock/types';
import { addDays, isWeekend } from './dates';
import { holidayOn, knownHolidays } from './holidays';

/**
 * A day that is no Saturday, Sunday or bank holiday of the region (Regulation 1182/71 Arts 2 and 3(4); for
 * `all-uk`, FOIA s.10(6) and EIR reg 2(1)). GOV.UK lists Good Friday and Christmas Day among the holidays.
 */
export function isWorkingDay(date: IsoDate, region: Region, holidays: Holidays = knownHolidays): boolean {
  return !isWeekend(date) && holidayOn(date, region, holidays) === undefined;
}

/** The first working day after that date, whether or not the date is one itself. */
export function nextWorkingDay(date: IsoDate, region: Region, holidays: Holidays = knownHolidays): IsoDate {
  return workingDayOnOrAfter(addDays(date, 1), region, holidays);
}

/** That date if it is a working day, else the following one (Regulation 1182/71 Art 3(4)). */
export function workingDayOnOrAfter(
  date: IsoDate,
  region: Region,
  holidays: Holidays = knownHolidays,
): IsoDate {
  let day = date;
  while (!isWorkingDay(day, region, holidays)) day = addDays(day, 1);
  return day;
}

/** That date if it is a working day, else the one before. */
export function workingDayOnOrBefore(
  date: IsoDate,
  region: Region,
  holidays: Holidays = knownHolidays,
): IsoDate {
  let day = date;
  while (!isWorkingDay(day, region, holidays)) day = addDays(day, -1);
  return day;
}

/**
 * The so-manieth working day following that date, which is not counted itself: day 1 is the next working day
 * (FOIA s.10(1)). A negative number counts backwards; nought gives the date back.
 */
export function addWorkingDays(
  date: IsoDate,
  count: number,
  region: Region,
  holidays: Holidays = knownHolidays,
): IsoDate {
  const step = Math.sign(count);
  let day = date;
  for (let left = Math.abs(count); left > 0;) {
    day = addDays(day, step);
    if (isWorkingDay(day, region, holidays)) left -= 1;
  }
  return day;
}

/** Working days after the first date up to and including the second; negative if the second is earlier. */
export function workingDaysBetween(
  from: IsoDate,
  to: IsoDate,
  region: Region,
  holidays: Holidays = knownHolidays,
): number {
  if (to < from) return -workingDaysBetween(to, from, region, holidays);
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, region, holidays)) count += 1;
  }
  return count;
}

/** The bank holidays from the first date to the second, both included, by name. */
export function holidaysWithin(
  from: IsoDate,
  to: IsoDate,
  region: Region,
  holidays: Holidays = knownHolidays,
): Holiday[] {
  const found: Holiday[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const holiday = holidayOn(day, region, holidays);
    if (holiday) found.push(holiday);
  }
  return found;
}
