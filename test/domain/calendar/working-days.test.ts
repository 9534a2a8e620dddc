import fc from 'fast-check';
import {
  addDays,
  addWorkingDays,
  holidayOn,
  holidaysWithin,
  isWorkingDay,
  nextWorkingDay,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  workingDaysBetween,
} from '../../../domain/calendar';
import type { Region } from '../../../domain/clock/types';

test.each<[string, string, Region, boolean]>([
  ['a Monday', '2026-11-23', 'england-and-wales', true],
  ['a Saturday', '2026-11-21', 'england-and-wales', false],
  ['a Sunday', '2026-11-22', 'england-and-wales', false],
  ['Good Friday', '2027-03-26', 'scotland', false],
  ['Easter Monday', '2027-03-29', 'england-and-wales', false],
  ['Easter Monday', '2027-03-29', 'northern-ireland', false],
  ['Easter Monday', '2027-03-29', 'scotland', true],
  ['St Andrew’s Day', '2026-11-30', 'scotland', false],
  ['St Andrew’s Day', '2026-11-30', 'england-and-wales', true],
  ['St Andrew’s Day', '2026-11-30', 'all-uk', false],
  ['2 January, by its substitute', '2027-01-04', 'scotland', false],
  ['2 January, by its substitute', '2027-01-04', 'england-and-wales', true],
  ['St Patrick’s Day', '2027-03-17', 'northern-ireland', false],
  ['St Patrick’s Day', '2027-03-17', 'all-uk', false],
  ['Boxing Day, by its substitute', '2026-12-28', 'england-and-wales', false],
  ['the August holiday of Scotland', '2026-08-03', 'scotland', false],
  ['the August holiday of England and Wales', '2026-08-31', 'scotland', true],
])('%s (%s) in %s: a working day is %s.', (_name, date, region, working) => {
  expect(isWorkingDay(date, region)).toBe(working);
});

test('In the union a holiday says whose it is, unless it is everyone’s.', () => {
  expect(holidayOn('2026-11-30', 'all-uk')?.title).toBe('St Andrew’s Day (Scotland)');
  expect(holidayOn('2027-03-29', 'all-uk')?.title).toBe(
    'Easter Monday (England and Wales, Northern Ireland)',
  );
  expect(holidayOn('2026-12-25', 'all-uk')?.title).toBe('Christmas Day');
});

test('The next working day is after the day, the working day on or after may be the day itself.', () => {
  expect(nextWorkingDay('2026-12-24', 'england-and-wales')).toBe('2026-12-29');
  expect(nextWorkingDay('2026-12-29', 'england-and-wales')).toBe('2026-12-30');
  expect(workingDayOnOrAfter('2026-12-25', 'england-and-wales')).toBe('2026-12-29');
  expect(workingDayOnOrAfter('2026-12-24', 'england-and-wales')).toBe('2026-12-24');
  expect(workingDayOnOrBefore('2026-12-28', 'england-and-wales')).toBe('2026-12-24');
});

test('Working days are counted from the day after, forwards and backwards.', () => {
  expect(addWorkingDays('2026-12-23', 3, 'england-and-wales')).toBe('2026-12-30');
  expect(addWorkingDays('2026-12-30', -3, 'england-and-wales')).toBe('2026-12-23');
  expect(addWorkingDays('2026-12-26', 0, 'england-and-wales')).toBe('2026-12-26');
  expect(addWorkingDays('2026-12-26', 1, 'england-and-wales')).toBe('2026-12-29');
  expect(workingDaysBetween('2026-12-23', '2026-12-30', 'england-and-wales')).toBe(3);
  expect(workingDaysBetween('2026-12-30', '2026-12-23', 'england-and-wales')).toBe(-3);
});

test('Holidays within two days are given by name, both days included.', () => {
  expect(holidaysWithin('2026-12-25', '2027-01-01', 'scotland')).toEqual([
    { date: '2026-12-25', title: 'Christmas Day' },
    { date: '2026-12-28', title: 'Boxing Day' },
    { date: '2027-01-01', title: 'New Year’s Day' },
  ]);
});

test('So many working days on, and counted back, are the same number.', () => {
  const region = fc.constantFrom<Region>('england-and-wales', 'scotland', 'northern-ireland', 'all-uk');
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 5000 }),
      fc.integer({ min: 1, max: 80 }),
      region,
      (offset, count, region) => {
        const from = addDays('2013-01-01', offset);
        const to = addWorkingDays(from, count, region);

        expect(workingDaysBetween(from, to, region)).toBe(count);
        expect(isWorkingDay(to, region)).toBe(true);
      },
    ),
  );
});
