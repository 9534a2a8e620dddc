import type { CaseKind } from '../../../domain/cases/kinds';
import { deadline, ImpossibleHistory, type RefusalCode, type TimerName } from '../../../domain/clock';
import { eventsOf } from '../../../domain/clock/examples';

function refusal(events: string, timer: TimerName = 'rights.response', kind: CaseKind = 'subject-access') {
  try {
    deadline({ timer, kind, nation: 'england-and-wales', events: eventsOf(events) });
  } catch (error) {
    if (error instanceof ImpossibleHistory) return error;
    throw error;
  }
  return undefined;
}

const impossible: [string, RefusalCode, string][] = [
  [
    'an answer without a question',
    'answer-before-question',
    'received=2026-11-02 identity-received=2026-11-09',
  ],
  [
    'an answer before its question',
    'answer-before-question',
    'received=2026-11-02 clarification-received=2026-11-05 clarification-requested=2026-11-09',
  ],
  [
    'an answer earlier on the day of its question',
    'answer-before-question',
    'received=2026-11-02 clarification-received=2026-11-05T09:00:00Z clarification-requested=2026-11-05T10:00:00Z',
  ],
  [
    'a payment of a fee that nobody asked',
    'answer-before-question',
    'received=2026-11-02 fee-paid=2026-11-05',
  ],
  [
    'an answer to a question that was withdrawn',
    'answer-before-question',
    'received=2026-11-02 identity-requested=2026-11-03 identity-withdrawn=2026-11-04 identity-received=2026-11-09',
  ],
  [
    'two open questions of one sort',
    'second-open-question',
    'received=2026-11-02 clarification-requested=2026-11-05 clarification-requested=2026-11-06',
  ],
  [
    'a question while the first was open',
    'second-open-question',
    'received=2026-11-02 identity-requested=2026-11-03 identity-requested=2026-11-05 identity-received=2026-11-09',
  ],
  [
    'a withdrawal without a question',
    'withdrawn-before-question',
    'received=2026-11-02 identity-withdrawn=2026-11-09',
  ],
  ['a second extension', 'second-extension', 'received=2026-11-02 extended=2026-11-09 extended=2026-11-16'],
  [
    'a correction of no extension',
    'undone-before-extension',
    'received=2026-11-02 extension-undone=2026-11-09',
  ],
  [
    'notice of an extension after the first month',
    'late-extension-notice',
    'received=2026-11-02 extended=2026-12-03',
  ],
  [
    'notice after the first month as moved by a pause',
    'late-extension-notice',
    'received=2026-11-02 clarification-requested=2026-11-05 clarification-received=2026-11-11 extended=2026-12-09',
  ],
  ['an event before receipt', 'event-before-receipt', 'received=2026-11-02 identity-requested=2026-11-01'],
  [
    'an event earlier on the day of receipt',
    'event-before-receipt',
    'received=2026-11-02T10:00:00Z identity-requested=2026-11-02T09:00:00Z',
  ],
  ['a day that does not exist', 'not-a-date', 'received=2026-02-30'],
  ['a time without an offset', 'not-a-date', 'received=2026-02-20T10:00:00'],
];

describe('An impossible history is refused with the reason', () => {
  test.each(impossible)('%s', (_name, code, events) => {
    expect(refusal(events)?.code).toBe(code);
  });

  test.each<CaseKind>([
    'rectification',
    'erasure',
    'restriction',
    'portability',
    'objection',
    'automated-decision',
  ])('UK GDPR Article 12A(5): a pause for clarification on %s', (kind) => {
    const events = 'received=2026-11-02 clarification-requested=2026-11-05 clarification-received=2026-11-09';

    expect(refusal(events, 'rights.response', kind)?.code).toBe('clarification-not-access');
  });

  test('DPA 2018 section 164A: a pause for clarification on a complaint', () => {
    const events = 'received=2026-11-02 clarification-requested=2026-11-05';

    expect(refusal(events, 'complaint.ack', 'complaint')?.code).toBe('clarification-not-access');
  });

  test.each<[string, TimerName, CaseKind, string]>([
    [
      'UK GDPR Article 33: an extension of the 72 hours',
      'breach.regulator',
      'breach',
      'aware=2026-11-02T09:00:00Z extended=2026-11-03',
    ],
    [
      'DPA 2018 section 164A: an extension of the 30 days',
      'complaint.ack',
      'complaint',
      'received=2026-11-02 extended=2026-11-03',
    ],
  ])('%s', (_name, timer, kind, events) => {
    expect(refusal(events, timer, kind)?.code).toBe('extension-not-possible');
  });

  test('UK GDPR Article 33: hours counted from a day without a time', () => {
    expect(refusal('aware=2026-11-02', 'breach.regulator', 'breach')?.code).toBe('time-needed');
  });

  test('EIR 2004 regulation 7(3): notice of an extension after the first twenty working days', () => {
    const events = 'received=2026-11-20 extended=2026-12-22';

    expect(refusal(events, 'eir.response', 'information-request')?.code).toBe('late-extension-notice');
  });
});

test('The refusal names the event that cannot stand, by the key it came with, and says why in one sentence.', () => {
  const events = [
    { type: 'received', at: '2026-11-02', key: 'a' },
    { type: 'extended', at: '2026-12-03', key: 'b' },
  ] as const;

  expect(() => deadline({ timer: 'rights.response', nation: 'scotland', events })).toThrow(
    expect.objectContaining({
      event: events[1],
      message:
        'Notice of the extension on 3 December 2026 came after the last day for it, 2 December 2026 (UK GDPR Article 12A(4)): the period is not extended.',
    }),
  );
});

test('What is unusual but possible is not refused.', () => {
  const possible = [
    'received=2026-11-02 clarification-requested=2026-11-05 clarification-received=2026-11-05',
    'received=2026-11-02 clarification-requested=2026-11-05 clarification-received=2026-11-09 clarification-requested=2026-11-09',
    'received=2026-11-02 identity-requested=2026-11-02 identity-withdrawn=2026-11-02 identity-requested=2026-11-02',
    'received=2026-11-02 extended=2026-11-09 extension-undone=2026-11-09 extended=2026-11-10',
    'received=2026-11-02 extended=2026-11-20 identity-requested=2026-11-03',
    'received=2026-11-02 received=2026-10-30 identity-requested=2026-10-31',
  ];

  expect(possible.map((events) => refusal(events)?.message)).toEqual(possible.map(() => undefined));
});

test('Two receipts of one request count from the earliest.', () => {
  const events = eventsOf('received=2026-11-02 received=2026-10-30');

  expect(deadline({ timer: 'rights.response', nation: 'scotland', events }).relevantDate).toBe('2026-10-30');
});
