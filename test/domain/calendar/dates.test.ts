import {
  addDays,
  addHours,
  addMonths,
  atLondonTime,
  dayOfWeek,
  daysBetween,
  endOfDay,
  hoursBetween,
  inLondon,
  isDate,
  isInstant,
  londonDate,
} from '../../../domain/calendar';

test.each([
  ['2026-11-22', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['22/11/2026', false],
  ['0026-11-22', false],
  ['2026-11-22T10:00:00Z', false],
])('Whether "%s" is a date: %s.', (text, expected) => {
  expect(isDate(text)).toBe(expected);
});

test.each([
  ['2027-03-26T10:15:00+00:00', true],
  ['2027-03-26T10:15:00.123Z', true],
  ['2027-03-26T10:15+01:00', true],
  ['2027-03-26T10:15:00', false],
  ['2027-02-30T10:15:00Z', false],
  ['2027-03-26T24:00:00Z', false],
  ['2027-03-26', false],
])('Whether "%s" is a moment: %s.', (text, expected) => {
  expect(isInstant(text)).toBe(expected);
});

test('Regulation 1182/71 Article 3(2): months end on the same-numbered date or on the last of the month.', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
  expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
  expect(addMonths('2026-12-31', 12)).toBe('2027-12-31');
});

test('A day in London is not always a day in UTC.', () => {
  expect(londonDate('2026-06-30T23:30:00Z')).toBe('2026-07-01');
  expect(londonDate('2026-12-31T23:30:00Z')).toBe('2026-12-31');
  expect(londonDate('2026-06-30')).toBe('2026-06-30');
});

test('A day ends at 23:59:59.999 in London, in winter, in summer and on the days the clocks change.', () => {
  expect(endOfDay('2026-12-21')).toBe('2026-12-21T23:59:59.999Z');
  expect(endOfDay('2026-07-02')).toBe('2026-07-02T22:59:59.999Z');
  expect(endOfDay('2027-03-28')).toBe('2027-03-28T22:59:59.999Z');
  expect(endOfDay('2026-10-25')).toBe('2026-10-25T23:59:59.999Z');
});

test('Hours elapse whatever the clocks do.', () => {
  expect(inLondon(addHours('2027-03-27T12:00:00Z', 24))).toBe('2027-03-28T13:00:00+01:00');
  expect(hoursBetween('2027-03-27T12:00:00Z', '2027-03-28T13:00:00+01:00')).toBe(24);
});

test('A wall-clock time is London’s.', () => {
  expect(atLondonTime('2026-07-02', '09:00')).toBe('2026-07-02T08:00:00.000Z');
});

test('Days of the week, and days between, before 1970 too.', () => {
  expect(dayOfWeek('2026-11-22')).toBe(7);
  expect(dayOfWeek('1966-07-30')).toBe(6);
  expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
});
