import fc from 'fast-check';
import { addDays, isWorkingDay, londonDate } from '../../../domain/calendar';
import { deadline, escalationPoints, type EscalationLadder } from '../../../domain/clock';
import { endOfDay } from '../../../domain/calendar';

const ladder: EscalationLadder = {
  rungs: [
    { point: 'ten-days', before: { count: 10, unit: 'working-days' }, tell: ['handler'] },
    { point: 'five-days', before: { count: 5, unit: 'working-days' }, tell: ['handler', 'dpo'] },
    { point: 'one-day', before: { count: 1, unit: 'working-days' }, tell: ['dpo'] },
    { point: 'due', before: { count: 0, unit: 'working-days' }, tell: ['accountable-manager'] },
  ],
  overdue: { point: 'overdue', tell: ['dpo', 'accountable-manager'] },
};

const dueOn = (due: string) => ({ due, dueInstant: endOfDay(due) });
const points = (due: string, from?: string) =>
  escalationPoints(dueOn(due), ladder, 'england-and-wales', from ? { from } : {}).map(({ point, at }) => [
    point,
    at,
  ]);

test('Points are mornings so many working days before the due date, over Christmas too.', () => {
  expect(points('2027-01-04')).toEqual([
    ['ten-days', '2026-12-16T09:00:00.000Z'],
    ['five-days', '2026-12-23T09:00:00.000Z'],
    ['one-day', '2026-12-31T09:00:00.000Z'],
    ['due', '2027-01-04T09:00:00.000Z'],
    ['overdue', '2027-01-05T09:00:00.000Z'],
  ]);
});

test('A due date on a closed day is told on the last open day before it.', () => {
  expect(points('2026-12-20').slice(-2)).toEqual([
    ['due', '2026-12-18T09:00:00.000Z'],
    ['overdue', '2026-12-21T09:00:00.000Z'],
  ]);
});

test('Mornings are London mornings.', () => {
  expect(points('2026-07-02').at(-2)).toEqual(['due', '2026-07-02T08:00:00.000Z']);
});

test('Points that are already past become the most urgent of them, told at once.', () => {
  expect(points('2026-12-02', '2026-11-26T14:00:00Z')).toEqual([
    ['five-days', '2026-11-26T14:00:00.000Z'],
    ['one-day', '2026-12-01T09:00:00.000Z'],
    ['due', '2026-12-02T09:00:00.000Z'],
    ['overdue', '2026-12-03T09:00:00.000Z'],
  ]);
});

test('A point whose moment is now is told now, under the key it always had.', () => {
  const found = escalationPoints(dueOn('2026-12-02'), ladder, 'england-and-wales', {
    from: '2026-12-01T09:00:00Z',
  });

  expect(found[0]).toMatchObject({ key: 'one-day@2026-12-01', at: '2026-12-01T09:00:00.000Z' });
});

test('On a closed day they wait for the next open morning, and join what is told then.', () => {
  const found = escalationPoints(dueOn('2026-11-30'), ladder, 'england-and-wales', {
    from: '2026-11-28T10:00:00Z',
  });

  expect(found.map(({ point, at, tell }) => [point, at, tell])).toEqual([
    ['due', '2026-11-30T09:00:00.000Z', ['dpo', 'accountable-manager']],
    ['overdue', '2026-12-01T09:00:00.000Z', ['dpo', 'accountable-manager']],
  ]);
});

test('Once overdue only the next daily telling is left, each under a key of its own.', () => {
  const keys = (from: string) =>
    escalationPoints(dueOn('2026-12-02'), ladder, 'england-and-wales', { from }).map(({ key }) => key);

  expect(keys('2026-12-03T09:00:00Z')).toEqual(['overdue@2026-12-04']);
  expect(keys('2026-12-04T09:00:00Z')).toEqual(['overdue@2026-12-07']);
});

test('Nothing is told on a day the office is closed.', () => {
  const closures = [{ from: '2026-12-24', to: '2027-01-03', title: 'Christmas closure' }];
  const found = escalationPoints(dueOn('2027-01-04'), ladder, 'england-and-wales', { closures });

  expect(found.map(({ key }) => key).slice(1, 4)).toEqual([
    'five-days@2026-12-17',
    'one-day@2026-12-23',
    'due@2027-01-04',
  ]);
});

test('UK GDPR Article 33: rungs in hours run through the weekend.', () => {
  const breach = deadline({
    timer: 'breach.regulator',
    nation: 'england-and-wales',
    events: [{ type: 'aware', at: '2026-11-20T16:00:00Z' }],
  });
  const hourly: EscalationLadder = {
    rungs: [
      { point: 'day-before', before: { count: 24, unit: 'hours' }, tell: ['dpo'] },
      { point: 'two-hours', before: { count: 2, unit: 'hours' }, tell: ['dpo', 'accountable-manager'] },
    ],
  };

  expect(escalationPoints(breach, hourly, 'england-and-wales').map(({ at }) => at)).toEqual([
    '2026-11-22T16:00:00.000Z',
    '2026-11-23T14:00:00.000Z',
  ]);
});

test('Without a due date there is nothing to tell.', () => {
  expect(escalationPoints({ due: null, dueInstant: null }, ladder, 'scotland')).toEqual([]);
});

test('No point in working days falls on a closed day, before its time, or together with another.', () => {
  const offset = fc.integer({ min: 0, max: 900 });
  fc.assert(
    fc.property(offset, fc.option(offset), (due, from) => {
      const since = from === null ? undefined : `${addDays('2026-01-01', from)}T14:30:00.000Z`;
      const found = escalationPoints(dueOn(addDays('2026-01-01', due)), ladder, 'scotland', { from: since });
      const moments = found.map(({ at }) => at);

      expect(moments.every((at) => isWorkingDay(londonDate(at), 'scotland'))).toBe(true);
      expect(moments.every((at) => !since || at >= since)).toBe(true);
      expect([...new Set(moments)].sort()).toEqual(moments);
    }),
  );
});
