import { deadline, type ClockInput } from '../../../domain/clock';
import { eventsOf } from '../../../domain/clock/examples';

function ask(events: string, more: Partial<ClockInput> = {}) {
  return deadline({
    timer: 'rights.response',
    kind: 'subject-access',
    nation: 'england-and-wales',
    events: events ? eventsOf(events) : [],
    ...more,
  });
}

describe('the state of a clock', () => {
  const overdue = { asOf: '2026-12-03T00:00:00Z' };
  test.each<[string, string, Partial<ClockInput>]>([
    ['not-started', '', {}],
    ['running', 'received=2026-11-02', {}],
    ['running', 'received=2026-11-02', { asOf: '2026-12-02T23:59:59Z' }],
    ['overdue', 'received=2026-11-02', overdue],
    ['waiting', 'received=2026-11-02 identity-requested=2026-11-03', overdue],
    ['waiting', 'received=2026-11-02 fee-requested=2026-11-03', overdue],
    ['paused', 'received=2026-11-02 clarification-requested=2026-11-03', overdue],
    ['no-limit', 'received=2026-11-02', { timer: 'complaint.outcome', kind: 'complaint' }],
    [
      'paused',
      'received=2026-11-02 fee-requested=2026-11-03',
      { timer: 'foi.response', kind: 'information-request' },
    ],
    [
      'waiting',
      'received=2026-11-02 clarification-requested=2026-11-03',
      { timer: 'foi.response', kind: 'information-request' },
    ],
    [
      'elapsed',
      'processing-ended=2026-01-05',
      { timer: 'appropriatePolicyDocument.keep', kind: 'assurance', ...overdue },
    ],
  ])('is %s (%s)', (state, events, more) => {
    expect(ask(events, more).state).toBe(state);
  });
});

describe('while a question is open', () => {
  test('UK GDPR Article 12A(5): a pause says how many days are used, and projects the date from now.', () => {
    const found = ask('received=2026-11-02 clarification-requested=2026-11-05', {
      asOf: '2026-11-10T09:00:00Z',
    });

    expect(found).toMatchObject({ due: null, daysUsed: 2, projectedDue: '2026-12-07' });
  });

  test('Days already left out are not used days.', () => {
    const found = ask(
      'received=2026-11-02 clarification-requested=2026-11-05 clarification-received=2026-11-11 clarification-requested=2026-11-16',
    );

    expect(found.daysUsed).toBe(7);
  });

  test('UK GDPR Article 12(6): both dates are shown, with identity and if our request is not upheld.', () => {
    const found = ask('received=2026-11-02 identity-requested=2026-11-03', { asOf: '2026-11-13T09:00:00Z' });

    expect(found).toMatchObject({ projectedDue: '2026-12-14', dueIfNotUpheld: '2026-12-02' });
  });

  test('An extension that would then have been late does not lengthen the date if our request is not upheld.', () => {
    const found = ask(
      'received=2026-11-02 identity-requested=2026-11-03 identity-received=2026-11-16 extended=2026-12-10',
    );

    expect(found).toMatchObject({ due: '2027-02-16', dueIfNotUpheld: '2026-12-02' });
  });
});

describe('beyond the known holidays', () => {
  test('A statutory date is provisional and says until when the calendar is known.', () => {
    const found = ask('received=2028-12-05');

    expect(found.provisional).toEqual({ calendarKnownUntil: '2028-12-31' });
    expect(found.warnings.map(({ code }) => code)).toContain('provisional');
  });

  test('A roll into the first unknown day is provisional too.', () => {
    expect(ask('received=2028-11-29').provisional).toBeUndefined();
    expect(ask('received=2028-11-30')).toMatchObject({
      due: '2029-01-01',
      provisional: { calendarKnownUntil: '2028-12-31' },
    });
  });

  test('Retention and review dates beyond them are fine.', () => {
    const retention = ask('closed=2026-12-01', {
      timer: 'case.retention',
      kind: 'disposal',
      policy: { count: 6, unit: 'years' },
    });
    const keep = ask('processing-ended=2028-11-01', {
      timer: 'appropriatePolicyDocument.keep',
      kind: 'assurance',
    });

    expect([retention.provisional, keep.provisional]).toEqual([undefined, undefined]);
    expect([...retention.warnings, ...keep.warnings]).toEqual([]);
  });

  test('Hours lean on no calendar.', () => {
    expect(
      ask('aware=2030-01-01T09:00:00Z', { timer: 'breach.regulator', kind: 'breach' }).provisional,
    ).toBeUndefined();
  });
});

describe('what a person should know', () => {
  const codes = (events: string, more: Partial<ClockInput> = {}) =>
    ask(events, more).warnings.map(({ code }) => code);

  test('Identity asked late is said; asked promptly it is not.', () => {
    expect(codes('received=2026-11-02 identity-requested=2026-11-20')).toContain('identity-asked-late');
    expect(codes('received=2026-11-02 identity-requested=2026-11-03')).toEqual([]);
  });

  test('A question that came after the period was over is said to stop nothing.', () => {
    expect(codes('received=2026-11-02 clarification-requested=2026-12-03')).toEqual(['pause-too-late']);
  });

  test('A policy later than the law is said, with the article.', () => {
    const found = ask('received=2026-02-10', { policy: { count: 30, unit: 'days' } });

    expect(found.warnings).toEqual([
      expect.objectContaining({ code: 'policy-capped', article: 'UK GDPR Article 12A(1)' }),
    ]);
  });

  test('SI 2026/82 regulation 4: what has no effect under the law then in force is said.', () => {
    expect(codes('received=2026-02-04 identity-requested=2026-02-05')).toEqual(['no-effect-in-law']);
  });

  test('EIR 2004 regulation 9(2): particulars asked after twenty working days.', () => {
    const late = 'received=2026-10-01 clarification-requested=2026-11-20 clarification-received=2026-11-23';

    expect(codes(late, { timer: 'eir.response', kind: 'information-request' })).toEqual([
      'particulars-asked-late',
    ]);
  });

  test('A Scottish authority is told that another Act is its own.', () => {
    const request = { timer: 'foi.response', kind: 'information-request' } as const;

    expect(codes('received=2026-11-20', { ...request, nation: 'scotland' })).toEqual(['other-regime']);
    expect(codes('received=2026-11-20', request)).toEqual([]);
  });

  test('Holidays before the snapshot begins are said not to be known.', () => {
    expect(codes('received=2011-11-20')).toEqual(['before-known-holidays']);
  });

  test('A policy in hours, for a period counted in days, is whole days rounded down.', () => {
    expect(ask('received=2026-11-02', { policy: { count: 60, unit: 'hours' } }).policyDue).toBe('2026-11-04');
  });

  test('An office closure changes nothing in law and is shown as information.', () => {
    const closures = [{ from: '2026-12-24', to: '2026-12-31', title: 'Christmas closure' }];
    const [open, shut] = [ask('received=2026-11-30'), ask('received=2026-11-30', { closures })];

    expect(shut.due).toBe(open.due);
    expect(shut.steps.at(-1)).toEqual({
      code: 'office-closure',
      text: 'The office is closed from 24 December 2026 to 31 December 2026 (Christmas closure). That changes nothing in law.',
    });
  });

  test('Where the profile says that policy dates roll, they do, and never past the law.', () => {
    const policy = { count: 28, unit: 'days' } as const;

    expect(ask('received=2026-11-21', { policy, policyRolls: true }).due).toBe('2026-12-21');
  });

  test('What the policy wants at once is due on the same day, on a Sunday too, though policy dates roll.', () => {
    const withdrawal = { timer: 'consent.withdrawn', kind: 'consent-withdrawal' } as const;

    expect(ask('received=2026-11-22', { ...withdrawal, policyRolls: true }).due).toBe('2026-11-22');
  });

  test('A holiday proclaimed after the snapshot moves a date when it enters the calendar.', () => {
    const calendar = {
      version: 'test',
      knownFrom: '2026-01-01',
      knownUntil: '2027-12-31',
      nations: {
        'england-and-wales': [{ date: '2026-12-02', title: 'A proclaimed day' }],
        scotland: [],
        'northern-ireland': [],
      },
    };

    expect(ask('received=2026-11-02', { calendar })).toMatchObject({ due: '2026-12-03', calendar: 'test' });
  });
});

test('The due moment is the last of the day in London, in summer and in winter.', () => {
  expect(ask('received=2026-11-02').dueInstant).toBe('2026-12-02T23:59:59.999Z');
  expect(ask('received=2026-06-02').dueInstant).toBe('2026-07-02T22:59:59.999Z');
});
