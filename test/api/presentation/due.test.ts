import { dueOf } from '../../../api/presentation/due';

const consulting = {
  kind: 'impact-assessment',
  stage: 'consulting',
  clockState: 'running',
  closedAt: null,
  dueOn: '2026-12-28',
} as const;

test('what somebody else owes us was expected by a day, and makes us late for nothing', () => {
  expect(dueOf(consulting, new Date('2026-12-01T12:00:00Z'))).toMatchObject({
    ...{ text: 'The regulator’s answer is expected by 28 December 2026', late: false },
  });
  expect(dueOf(consulting, new Date('2027-01-04T12:00:00Z'))).toMatchObject({
    ...{ text: 'The regulator’s answer was expected by 28 December 2026', late: false },
  });
  expect(dueOf({ ...consulting, stage: 'assessing' }, new Date('2027-01-04T12:00:00Z'))).toMatchObject({
    ...{ text: 'Overdue: was due on 28 December 2026', late: true },
  });
});

test.each([
  ['not-started', 'Not started: waiting for what starts the clock'],
  ['paused', 'Paused: waiting for an answer'],
] as const)(
  'a clock %s shows the date on which it is due if our request is not upheld',
  (clockState, waits) => {
    const waiting = { clockState, dueOn: null, closedAt: null, kind: 'subject-access' } as const;
    const now = new Date('2026-11-23T12:00:00Z');
    expect(dueOf(waiting, now)).toEqual({ text: waits, late: false });
    expect(dueOf({ ...waiting, dueIfNotUpheld: '2026-12-21' }, now)).toEqual({
      text: `${waits}. Due on 21 December 2026 if our request is not upheld`,
      short: `${waits.split(':')[0]}; due 21 Dec 2026 if our request is not upheld`,
      late: false,
    });
  },
);
