import { automatedDecision } from '../../../domain/cases/automated-decision';
import { breach } from '../../../domain/cases/breach';
import { complaint } from '../../../domain/cases/complaint';
import { complaintActions } from '../../../domain/cases/complaint/actions';
import { complaintClock, complaintEscalates, complaintTimers } from '../../../domain/cases/complaint/clock';
import { complaintOutcome, remedyOwed, type Conclusion } from '../../../domain/cases/complaint/findings';
import { consentWithdrawal } from '../../../domain/cases/consent-withdrawal';
import { decidingTasks } from '../../../domain/cases/deciding';
import { erasure } from '../../../domain/cases/erasure';
import { objection } from '../../../domain/cases/objection';
import { portability } from '../../../domain/cases/portability';
import type { CaseFacts, CaseView, Codes } from '../../../domain/cases/process';
import { rectification } from '../../../domain/cases/rectification';
import { restriction } from '../../../domain/cases/restriction';
import { subjectAccess } from '../../../domain/cases/subject-access';
import { deadline } from '../../../domain/clock';
import type { TimerName } from '../../../domain/clock/types';
import { complaintForms, reviewRegimes } from '../../../forms/complaint';
import { actionForm } from '../../../forms/registry';
import type { Setting, Values } from '../../../forms/form';

const facts = (change: Codes = {}): CaseFacts =>
  ({ kind: 'complaint', organisation: 'new-park-village', about: 'handling', ...change }) as CaseFacts;

/** Steps left so far, each with the day on which a letter was given. */
const after =
  (...letters: readonly string[]) =>
  (element: string): Codes =>
    letters.includes(element) ? { givenAt: '2026-11-23T12:00:00.000Z' } : {};

describe('The outcome of a complaint as a whole (DPA s.164A(4)(b))', () => {
  test.each<[readonly Conclusion[], string]>([
    [['upheld'], 'upheld'],
    [['upheld', 'upheld'], 'upheld'],
    [['upheld', 'not-upheld'], 'upheld-in-part'],
    [['partly'], 'upheld-in-part'],
    [['partly', 'upheld'], 'upheld-in-part'],
    [['not-upheld', 'not-upheld'], 'not-upheld'],
  ])('%j is %s', (conclusions, outcome) => expect(complaintOutcome(conclusions)).toBe(outcome));

  test('something is done about whatever is upheld, even in part', () => {
    expect((['upheld', 'partly', 'not-upheld'] as const).filter(remedyOwed)).toEqual(['upheld', 'partly']);
  });
});

describe('The clocks of a complaint', () => {
  test('are the 30 days of section 164A(3) until it is acknowledged, then the outcome (s.164A(4))', () => {
    expect(complaintTimers(facts(), after())).toEqual([
      'complaint.ack',
      'complaint.outcome',
      'complaint.progress',
    ]);
    expect(complaintTimers(facts(), after('acknowledge'))).toEqual([
      'complaint.outcome',
      'complaint.progress',
    ]);
  });

  test('need no acknowledgement where the outcome, or news, has been given (guidance on s.164A(3))', () => {
    expect(complaintTimers(facts(), after('outcome-letter'))).toEqual(['complaint.outcome']);
    expect(complaintTimers(facts(), after('progress-letter'))).toEqual([
      'complaint.outcome',
      'complaint.progress',
    ]);
  });

  test('want news again from the last that was told, until the outcome is (s.164A(5))', () => {
    const at = '2026-11-23';
    expect(complaintClock('progress-letter', {}, at)).toEqual([
      { type: 'logged', at },
      { type: 'progress-told', at },
    ]);
    expect(complaintClock('acknowledge', {}, at)).toEqual([{ type: 'logged', at }]);
  });

  test('escalate each, but for stage 1 once the complaint went to stage 2', () => {
    const housing = facts({ alsoHousing: true });
    const escalating = (happened: boolean) => complaintEscalates?.(housing, after(), () => happened);
    expect(escalating(false)).toEqual(complaintTimers(housing, after()));
    expect(escalating(true)).not.toContain('housing.stage1');
  });

  test('have the Housing Ombudsman’s beside, and never in front, where it is a housing complaint as well', () => {
    const housing = facts({ alsoHousing: true });
    expect(complaintTimers(housing, after())[0]).toBe('complaint.ack');
    expect(complaintTimers(housing, after()).slice(-3)).toEqual([
      'housing.ack',
      'housing.stage1',
      'housing.stage2',
    ]);
    expect(complaintTimers(housing, after('acknowledge'))).not.toContain('housing.ack');
  });

  test.each([
    ['foi', 'foi.review'],
    ['eir', 'eir.review'],
  ])(
    'of an internal review under %s are those of the review (FOIA s.45 Code; EIR reg 11)',
    (regime, timer) => {
      const review = facts({ about: 'information-request', regime });
      expect(complaintTimers(review, after())).toEqual([timer]);
      const at = '2026-11-20';
      const [event] = complaintClock('log-request', review, at);
      expect(event).toEqual({ type: 'review-requested', at });
    },
  );

  test.each([
    ['2026-06-19', '2026-07-20'],
    ['2026-11-20', '2026-12-21'],
    ['2026-12-02', '2027-01-04'],
  ])('received on %s it is acknowledged by %s (DPA s.164A(3); law K1, K2, K4)', (at, due) => {
    const events = [{ type: 'received' as const, at }];
    const computed = deadline({
      timer: 'complaint.ack',
      kind: 'complaint',
      nation: 'england-and-wales',
      events,
    });
    expect(computed.due).toBe(due);
  });

  test('begin stage 1 of the housing complaint with its acknowledgement, and stage 2 when somebody says so', () => {
    const at = '2026-11-23';
    expect(complaintClock('acknowledge', {}, at)).toEqual([{ type: 'logged', at }]);
    expect(complaintClock('extend-housing', {}, at)).toEqual([]);
    expect(complaintClock('stage1-notice', {}, at)).toEqual([{ type: 'stage1-extended', at }]);
    expect(complaintClock('stage1-notice', { noEffect: true }, at)).toEqual([]);
    const cameBack = { letter: 'stage1-longer#1/stage1-notice#1' };
    expect(complaintClock('letter-returned', cameBack, at)).toEqual([{ type: 'stage1-undone', at }]);
    const given = { ...cameBack, outcome: 'post' };
    expect(complaintClock('send-again', given, at)).toEqual([{ type: 'stage1-extended', at }]);
    expect(complaintClock('escalate-housing', {}, at)).toEqual([{ type: 'escalated', at }]);
    expect(complaintClock('check-identity', { outcome: 'confirmed' }, at)).toEqual([]);
  });

  test('longer at stage 1 by ten working days, once, and nothing of section 164A moves (Housing Ombudsman’s Code)', () => {
    const events = [
      { type: 'received', at: '2026-11-20' },
      { type: 'logged', at: '2026-11-23' },
      { type: 'stage1-extended', at: '2026-12-01' },
    ] as const;
    const due = (timer: TimerName) =>
      deadline({ timer, kind: 'complaint', nation: 'england-and-wales', events }).due;
    expect([due('housing.stage1'), due('complaint.ack')]).toEqual(['2026-12-21', '2026-12-21']);
    const undone = { type: 'stage1-undone', at: '2026-12-03' } as const;
    const cameBack = [...events, undone];
    expect(
      deadline({ timer: 'housing.stage1', kind: 'complaint', nation: 'england-and-wales', events: cameBack })
        .due,
    ).toBe('2026-12-07');
    const late = [...events.slice(0, 2), { type: 'stage1-extended', at: '2026-12-08' } as const];
    expect(() =>
      deadline({ timer: 'housing.stage1', kind: 'complaint', nation: 'england-and-wales', events: late }),
    ).toThrow('came after the last day for it');
  });
});

describe('What may be done with a complaint', () => {
  const view = (change: Partial<CaseView>): CaseView => ({
    ...{ facts: facts(), closed: false, waiting: [], open: [], running: [], legalHold: false },
    clock: {} as CaseView['clock'],
    ...change,
  });

  test('is neither refusing nor extending: section 164A has neither', () => {
    for (const action of ['extend', 'undo-extension', 'propose-refusal'])
      expect(complaintActions).not.toHaveProperty(action);
  });

  test('a withdrawal waits while the regulator waits (DPA s.165)', () => {
    const { refusal } = complaintActions.withdraw;
    const waiting = ['enquire#1'];
    expect(refusal(view({ waiting }))).toBeNull();
    expect(refusal(view({ waiting, running: ['regulator-wrote'] }))?.message).toContain('Answer it first');
    expect(refusal(view({ waiting: ['carry-out-actions#1[1]/carry-out-action#1'] }))?.message).toContain(
      'What was promised with it is carried out',
    );
  });

  test.each(['extend-housing', 'escalate-housing'] as const)(
    '%s belongs to a housing complaint',
    (action) => {
      const { refusal } = complaintActions[action];
      expect(refusal(view({}))?.code).toBe('not-housing');
      expect(refusal(view({ facts: facts({ alsoHousing: true }) }))).toBeNull();
    },
  );
});

describe('Who decided what is complained of', () => {
  test.each([
    ['subject-access', subjectAccess, ['review', 'second-check', 'decide', 'decide-refusal']],
    ['rectification', rectification, ['assess-accuracy', 'second-check', 'dpo-advice', 'decide']],
    ['breach', breach, ['dpo-advice', 'decide']],
    ['erasure', erasure, ['assess-erasure', 'release-erasure', 'decide-copy-first', 'decide-not-told']],
    ['restriction', restriction, ['review-restriction', 'decide-use', 'decide-unverified']],
    ['objection', objection, ['decide-uses', 'decide']],
    ['portability', portability, ['review', 'decide-undone']],
    ['automated-decision', automatedDecision, ['identify-decision', 'review-decision']],
    ['consent-withdrawal', consentWithdrawal, ['check-erasure']],
    ['complaint', complaint, ['findings', 'dpo-advice', 'decide']],
  ])('in %s is whoever proposed, checked, advised or decided', (_kind, definition, elements) => {
    expect(decidingTasks(definition)).toEqual(expect.arrayContaining(elements));
    for (const other of ['close-case', 'triage', 'enquire', 'send-again'])
      expect(decidingTasks(definition)).not.toContain(other);
  });
});

describe('The forms of a complaint', () => {
  test.each([
    [[], ['other']],
    [['foi'], ['foi', 'other']],
    [
      ['foi', 'eir', 'stairs'],
      ['foi', 'eir', 'other'],
    ],
  ] as const)('offer an internal review where %j bind us under %j', (binding, offered) => {
    expect(reviewRegimes(binding).map(({ value }) => value)).toEqual(offered);
  });

  const setting = (reviewerMayCheck: boolean, change: Codes = {}): Setting =>
    ({
      ...{ now: '2026-11-23T12:00:00.000Z', facts: facts(change) },
      profile: { approvals: { reviewerMayCheck } },
    }) as Setting;
  const wrong = (form: string, values: Values, at = setting(false)): string[] =>
    (complaintForms[form]?.check?.(values, at) ?? []).map(({ field }) => field);

  test('want somebody appointed who took no part, or in a small team the reason why not', () => {
    expect(wrong('appoint', { independent: true })).toEqual([]);
    expect(wrong('appoint', { whyThem: 'Nobody else.' })).toEqual(['independent']);
    expect(wrong('appoint', { whyThem: 'Nobody else.' }, setting(true))).toEqual([]);
    expect(wrong('appoint', {}, setting(true))).toEqual(['whyThem']);
  });

  test('want a remedy for each issue that is upheld, and days that are still to come', () => {
    const issues = [{ conclusion: 'not-upheld' }, { conclusion: 'partly' }];
    expect(wrong('findings', { issues })).toEqual(['issues.1.remedy']);
    const actions = [{ due: '2026-11-22' }];
    expect(wrong('findings', { issues: [{ conclusion: 'not-upheld' }], actions })).toEqual(['actions.0.due']);
  });

  test('derive the outcome, and who does what by when', () => {
    const values = {
      issues: [{ conclusion: 'upheld' }, { conclusion: 'not-upheld' }],
      actions: [{ owner: 'staff-1', due: '2026-12-01' }],
    };
    expect(complaintForms.findings?.derive?.(values, setting(false))).toEqual({
      ...{ result: 'upheld-in-part', owners: ['staff-1'], dues: ['2026-12-01'] },
    });
  });

  test('want reasons for sending back, and where the DPO advised a word on the advice', () => {
    expect(wrong('decide', { decision: 'approve' })).toEqual([]);
    expect(wrong('decide', { decision: 'back' })).toEqual(['reasons']);
    const advised = setting(false, { dpoAdvises: true });
    expect(wrong('decide', { decision: 'approve' }, advised)).toEqual(['departs']);
    expect(wrong('decide', { decision: 'approve', departs: 'yes' }, advised)).toEqual(['reasons']);
  });

  test('link a complaint to the case complained of, and not that case to itself as a complaint', () => {
    const check = (kind: string) =>
      actionForm('link').check?.({ relation: 'complaint-about' }, setting(false, { kind }));
    expect(check('complaint')).toEqual([]);
    expect(check('rectification')?.[0]?.field).toBe('relation');
  });
});
