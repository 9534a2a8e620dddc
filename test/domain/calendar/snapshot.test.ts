import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { holidayOn, isWeekend, knownHolidays, nations, snapshot } from '../../../domain/calendar';
import { holidayAmendments } from '../../../domain/calendar/holidays';

const file = join(__dirname, '..', '..', '..', 'domain', 'calendar', 'bank-holidays.json');

test('The snapshot is the file it says it is, byte for byte.', () => {
  expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(snapshot.sha256);
});

test('It says where it is from and when it was taken.', () => {
  expect(snapshot.source).toBe('https://www.gov.uk/bank-holidays.json');
  expect(snapshot.taken).toMatch(/^\d{4}-\d{2}(-\d{2})?$/);
});

test('Whole years are known for every nation, from 2012 to 2028 at least.', () => {
  expect(knownHolidays.knownFrom).toBe('2012-01-01');
  expect(knownHolidays.knownUntil >= '2028-12-31').toBe(true);
  for (const nation of nations) {
    for (let year = 2012; year <= Number(knownHolidays.knownUntil.slice(0, 4)); year += 1) {
      const count = knownHolidays.nations[nation].filter(({ date }) => date.startsWith(`${year}-`)).length;
      expect(count).toBeGreaterThanOrEqual(8);
    }
  }
});

test('No holiday is on a weekend: GOV.UK lists the substitute day.', () => {
  expect(
    nations.flatMap((nation) => knownHolidays.nations[nation]).filter(({ date }) => isWeekend(date)),
  ).toEqual([]);
});

test('Each amendment names its source and is in the calendar of its nation alone.', () => {
  for (const { nation, date, source } of holidayAmendments) {
    expect(source).not.toBe('');
    expect(nations.filter((one) => holidayOn(date, one))).toEqual([nation]);
  }
});

test('Scotland has the holiday proclaimed for 15 June 2026.', () => {
  expect(holidayOn('2026-06-15', 'scotland')?.title).toBe('World Cup bank holiday');
});
