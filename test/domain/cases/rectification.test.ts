import {
  granted,
  rectificationOutcome,
  refusedOf,
  remedyFault,
  type Finding,
  type Remedy,
} from '../../../domain/cases/rectification/remedies';
import { deadline } from '../../../domain/clock';
import type { ClockEvent } from '../../../domain/clock/types';
import { rectification } from '../../../domain/cases/rectification';
import { rectificationForms } from '../../../forms/rectification';
import type { Setting } from '../../../forms/form';

const remedies: readonly Remedy[] = ['correct', 'complete', 'annotate', 'nothing'];

describe('What follows from what was found (UK GDPR Art 16; DPA s.205(1))', () => {
  test.each<[Finding, readonly Remedy[], string]>([
    ['fact-wrong', ['correct'], 'wrong as to a matter of fact'],
    ['misleading', ['correct', 'complete'], 'misleads as to a matter of fact'],
    ['incomplete', ['correct', 'complete'], 'supplementary statement'],
    ['opinion', ['complete', 'annotate', 'nothing'], 'recorded as one'],
    ['accurate', ['annotate', 'nothing'], 'accurate and complete'],
    ['exempt', ['nothing'], 'DPA Sch 2'],
  ])('after “%s” one may only %j, and is told why', (finding, allowed, why) => {
    expect(remedies.filter((remedy) => remedyFault(finding, remedy) === null)).toEqual(allowed);
    const other = remedies.find((remedy) => !allowed.includes(remedy));
    if (other) expect(remedyFault(finding, other)).toContain(why);
  });
});

describe('How much is refused (UK GDPR Art 12(4))', () => {
  test('a note that the person disputes it grants nothing of what Art 16 gives', () => {
    expect(remedies.filter(granted)).toEqual(['correct', 'complete']);
  });

  test.each<[readonly Remedy[], string]>([
    [['correct', 'complete'], 'none'],
    [['correct', 'annotate'], 'part'],
    [['complete', 'nothing'], 'part'],
    [['annotate', 'nothing'], 'all'],
  ])('%j is refused: %s', (given, expected) => expect(refusedOf(given)).toBe(expected));

  test.each([
    ['none', [], 'rectified'],
    ['none', ['archive'], 'rectified-in-part'],
    ['part', [], 'rectified-in-part'],
    ['all', [], 'refused'],
  ] as const)('refused: %s, impossible on %j, ends as %s', (refused, impossible, outcome) => {
    expect(rectificationOutcome(refused, { impossible, nowhere: false })).toBe(outcome);
    expect(Object.keys(rectification.outcomes)).toContain(outcome);
  });

  test('is refused where it was impossible on every system', () => {
    expect(rectificationOutcome('none', { impossible: ['archive'], nowhere: true })).toBe('refused');
  });
});

describe('The assessment', () => {
  const form = rectificationForms['assess-accuracy'];
  const row = (finding: Finding, remedy: Remedy) => ({
    what: 'A',
    shouldBe: 'B',
    finding,
    remedy,
    reasons: 'C',
  });
  const faults = (particulars: readonly object[], change: string) =>
    form?.check?.({ particulars, change } as never, {} as Setting).map(({ field }) => field);

  test('names the particular whose remedy the law does not give', () => {
    expect(faults([row('fact-wrong', 'correct'), row('accurate', 'correct')], 'yes')).toEqual([
      'particulars.1.remedy',
    ]);
  });

  test('does not send anybody to change records where nothing changes, nor leave undone what was decided', () => {
    expect(faults([row('accurate', 'nothing')], 'yes')).toEqual(['change']);
    expect(faults([row('opinion', 'annotate')], 'no')).toEqual(['change']);
    expect(faults([row('opinion', 'annotate')], 'yes')).toEqual([]);
  });

  test('tells the process how much is refused, and nothing of what was written', () => {
    const particulars = [row('fact-wrong', 'correct'), row('opinion', 'nothing')];
    expect(form?.derive?.({ particulars, change: 'yes' }, {} as Setting)).toEqual({ refused: 'part' });
  });
});

describe('The clock of a rectification (UK GDPR Arts 12(3), 12A)', () => {
  const due = (...events: readonly ClockEvent[]) =>
    deadline({
      ...{ timer: rectification.timer, kind: 'rectification', nation: 'england-and-wales' },
      events: [{ type: 'received', at: '2026-11-02' }, ...events],
    });
  const at = (what: string, on: string, codes = {}) => rectification.clock(what, codes, on);

  test('gives one month from receipt, and notice of an extension within it', () => {
    expect(due()).toMatchObject({ due: '2026-12-02', extensionNoticeDue: '2026-12-02' });
  });

  test('begins when the information about identity arrives, where it was asked for (Art 12A(2)(b))', () => {
    const asked = at('request-identity', '2026-11-03');
    const received = at('check-identity', '2026-11-16', { outcome: 'confirmed' });
    expect(due(...asked, ...received).due).toBe('2026-12-16');
    expect(at('request-identity', '2026-11-09', { reminder: true })).toEqual([]);
  });

  test('falls back to receipt where we should not have asked', () => {
    const asked = at('request-identity', '2026-11-03');
    const fell = at('check-identity', '2026-11-10', { outcome: 'not-upheld' });
    expect(due(...asked, ...fell).due).toBe('2026-12-02');
  });

  test('is extended to three months once the notice has been given (Art 12A(3))', () => {
    expect(due(...at('extension-notice', '2026-11-20')).due).toBe('2027-02-02');
  });

  test('is never paused for clarification (Art 12A(5): access only)', () => {
    expect(Object.keys(rectification.actions)).not.toContain('clarify');
  });
});

test.each(['running', 'stopped'] as const)(
  'nothing is extended once the answer has been given, though the month is not over: clock %s (Art 12A(3))',
  (state) => {
    const clock = { due: '2026-12-21', dueAt: null, extensionNoticeBy: null, state } as const;
    const refusal = rectification.actions.extend.refusal(
      {
        ...{ facts: { kind: 'rectification', organisation: 'new-park-village' }, closed: false, waiting: [] },
        ...{ open: [], running: [], legalHold: false },
        clock: { ...clock, extended: false, later: null, next: null },
      },
      '2026-11-23T10:00:00.000Z',
    );
    expect(refusal?.code ?? null).toBe(state === 'stopped' ? 'answered' : null);
  },
);
