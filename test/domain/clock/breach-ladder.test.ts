import { breach } from '../../../domain/cases/breach';
import { deadline } from '../../../domain/clock';
import { escalationPoints } from '../../../domain/clock/escalation';
import { elapsedText, momentText } from '../../../domain/clock/by-when';

/** Friday morning in summer time; the clocks go back on Sunday. */
const aware = '2026-10-23T10:15:00+01:00';
const due = deadline({
  ...{ timer: 'breach.regulator', nation: 'england-and-wales' },
  events: [{ type: 'aware', at: aware }],
} as const);
const rungs = breach.ladder
  .filter(({ daily }) => !daily)
  .map(({ point, hoursBefore, tell }) => ({
    point,
    tell,
    before: { count: hoursBefore ?? 0, unit: 'hours' as const },
  }));

const elapsed = (at: string): number => (Date.parse(at) - Date.parse(aware)) / 3_600_000;

test('Warnings come at 24, 48, 60, 66, 70 and 72 elapsed hours, through a weekend on which the clocks go back.', () => {
  const points = escalationPoints(due, { rungs }, 'england-and-wales');
  expect(points.map(({ at }) => elapsed(at))).toEqual([24, 48, 60, 66, 70, 72]);
  expect(points.map(({ point }) => point)).toEqual([
    'hours-24',
    'hours-48',
    'hours-60',
    'hours-66',
    'hours-70',
    'hours-72',
  ]);
});

test('A warning whose hour passed before the breach was reported is given at once, on a Saturday night as well.', () => {
  const saturdayNight = '2026-10-24T23:30:00+01:00';
  const [first] = escalationPoints(due, { rungs }, 'england-and-wales', { from: saturdayNight });
  expect(first).toMatchObject({ point: 'hours-24', at: new Date(saturdayNight).toISOString() });
});

test('The moment is shown to the minute with its offset, before and after the clocks change.', () => {
  expect(momentText(aware)).toBe('10:15 on 23 October 2026 (UTC+1, British Summer Time)');
  expect(momentText(due.dueInstant!)).toBe('09:15 on 26 October 2026 (UTC, Greenwich Mean Time)');
});

test('Elapsed time is counted in hours and minutes, whatever the clock on the wall does.', () => {
  expect(elapsedText(aware, '2026-10-25T10:16:59+00:00')).toBe('49 hours 1 minute');
  expect(elapsedText(aware, aware)).toBe('0 hours 0 minutes');
});
