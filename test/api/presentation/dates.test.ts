import {
  dateTime,
  isCivilDate,
  londonDay,
  londonInstant,
  longDate,
  shortDate,
  shortDateTime,
} from '../../../api/presentation/dates';

test('a civil date is shown as it stands and an instant as London sees it', () => {
  expect(longDate('2026-12-21')).toBe('21 December 2026');
  expect(longDate('2026-06-30T23:30:00Z')).toBe('1 July 2026');
  expect(shortDate('2026-09-01')).toMatch(/^1 Sept? 2026$/);
  expect(dateTime('2026-07-01T13:05:00Z')).toBe('1 July 2026 at 14:05');
  expect(shortDateTime('2026-07-01T13:05:00Z')).toMatch(/^1 July? 2026, 14:05$/);
  expect(shortDateTime('2026-07-01')).toMatch(/^1 July? 2026$/);
  expect(longDate(null)).toBe('');
});

test('the day in London is not the day in UTC in a summer night', () => {
  expect(londonDay(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01');
});

test.each<[string, boolean]>([
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['26-01-01', false],
  ['2026-1-1', false],
])('%s exists: %s', (date, exists) => {
  expect(isCivilDate(date)).toBe(exists);
});

test.each<[string, string, string | null]>([
  ['2026-01-15', '14:30', '2026-01-15T14:30:00+00:00'],
  ['2026-07-15', '14:30', '2026-07-15T14:30:00+01:00'],
  ['2026-03-29', '01:30', null],
  ['2026-10-25', '01:30', '2026-10-25T01:30:00+01:00'],
  ['2026-07-15', '25:00', null],
])('%s at %s in London is %s', (date, time, instant) => {
  expect(londonInstant(date, time)).toBe(instant);
});
