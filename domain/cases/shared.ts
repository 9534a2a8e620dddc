/** What every kind of case shares: actions, their rules, the default ladder. Workflow-safe. */
import type { ActionDefinition, LadderRung } from './definition';
import { elementOf, type ActionName, type CaseView, type Refusal } from './process';

const refuse = (code: string, message: string): Refusal => ({ code, message });

/** Rules that several kinds share. Each answers why something may not be done now, or null. */
export const refusals = {
  /** Only while the case is open. */
  open: (view: CaseView): Refusal | null =>
    view.closed ? refuse('case-closed', 'This case is closed. Reopen it first.') : null,

  /** UK GDPR Art 12A(3)–(4): once, and the notice must be given before the first month ends. */
  extend: (view: CaseView, now: string): Refusal | null => {
    if (view.closed) return refuse('case-closed', 'This case is closed. Reopen it first.');
    if (view.clock.extended)
      return refuse(
        'already-extended',
        'The time was extended before, and the law allows it once (Art 12A(3)).',
      );
    if (view.running.includes('extension-needed'))
      return refuse('extension-in-hand', 'An extension notice is being prepared already.');
    if (view.clock.state === 'stopped')
      return refuse('answered', 'The answer has been given, so there is nothing left to extend.');
    if (view.clock.state === 'not-started')
      return refuse('clock-not-started', 'The clock has not started yet, so there is nothing to extend.');
    if (view.clock.extensionNoticeBy !== null && now > view.clock.extensionNoticeBy)
      return refuse(
        'notice-too-late',
        'The first month has ended, and the notice had to be given within it (Art 12A(4)).',
      );
    return null;
  },

  /** UK GDPR Art 12A(5): one open question at a time; access requests only. */
  clarify: (view: CaseView): Refusal | null => {
    if (view.closed) return refuse('case-closed', 'This case is closed. Reopen it first.');
    if (view.facts.kind !== 'subject-access')
      return refuse('access-only', 'Only an access request can be paused for clarification (Art 12A(5)).');
    if (view.running.includes('clarification-needed'))
      return refuse('already-asked', 'A request for clarification is open already.');
    return null;
  },

  /** Only while one of these steps is open, though it wait for nobody, as a letter on its way does. */
  unlessOpen:
    (elements: readonly string[], message: string) =>
    (view: CaseView): Refusal | null =>
      refusals.open(view) ??
      (view.open.some((step) => elements.includes(elementOf(step))) ? null : refuse('not-waiting', message)),

  /** Only while one of these elements waits, for a person or for a date. */
  unlessWaiting:
    (elements: readonly string[], message: string) =>
    (view: CaseView): Refusal | null => {
      if (view.closed) return refuse('case-closed', 'This case is closed. Reopen it first.');
      return view.waiting.some((step) => elements.includes(elementOf(step)))
        ? null
        : refuse('not-waiting', message);
    },

  /** Only one of these at a time: the event sub-process that this start event begins. */
  unlessRunning:
    (element: string, message: string) =>
    (view: CaseView): Refusal | null => {
      if (view.closed) return refuse('case-closed', 'This case is closed. Reopen it first.');
      return view.running.includes(element) ? refuse('in-hand', message) : null;
    },

  proposeRefusal: (view: CaseView): Refusal | null => {
    if (view.closed) return refuse('case-closed', 'This case is closed. Reopen it first.');
    if (view.running.includes('refusal-proposed'))
      return refuse('refusal-in-hand', 'A refusal has been proposed already and waits for a decision.');
    return null;
  },

  /** UK GDPR Art 12(6): only while an identity request of ours is open. */
  withdrawIdentityRequest: (view: CaseView): Refusal | null =>
    view.waiting.some((step) => step.includes('check-identity#'))
      ? null
      : refuse('no-identity-request', 'No request for identity is open on this case.'),

  undoExtension: (view: CaseView): Refusal | null =>
    view.clock.extended ? null : refuse('not-extended', 'This case has not been extended.'),

  /** A date moves later by a person's word only, and only where newer holidays, law or policy give one. */
  acceptLaterDate: (view: CaseView): Refusal | null => {
    if (view.closed) return refuse('case-closed', 'This case is closed. Reopen it first.');
    return view.clock.later ? null : refuse('nothing-waits', 'No later date waits for confirmation.');
  },

  hold: (view: CaseView): Refusal | null =>
    view.legalHold ? refuse('already-held', 'A legal hold is in place already.') : null,

  releaseHold: (view: CaseView): Refusal | null =>
    view.legalHold ? null : refuse('not-held', 'There is no legal hold to release.'),

  reopen: (view: CaseView): Refusal | null =>
    view.closed ? null : refuse('case-open', 'This case is open.'),
} as const;

/** Actions that every kind offers. */
export const sharedActions = {
  assign: { title: 'Assign', refusal: refusals.open },
  note: { title: 'Add a note' },
  'undo-extension': { title: 'Correct a mis-recorded extension', refusal: refusals.undoExtension },
  'correct-received-date': { title: 'Correct the date received', refusal: refusals.open },
  'recompute-deadline': {
    title: 'Confirm a later due date',
    refusal: refusals.acceptLaterDate,
    unattended: refusals.open,
  },
  hold: { title: 'Place a legal hold', refusal: refusals.hold },
  'release-hold': { title: 'Release the legal hold', refusal: refusals.releaseHold },
  link: { title: 'Link to another case' },
  'restrict-access': { title: 'Restrict to named staff' },
  reopen: { title: 'Reopen', refusal: refusals.reopen },
} as const satisfies Partial<Record<ActionName, ActionDefinition>>;

/** What a proposal rests on: what was asked, and why the last one was sent back, if it was. */
export const proposalRestsOn = ['log-request', 'dpo-advice', 'decide', 'seek-instructions'] as const;

/** House default: who is told as the due date nears. A profile may replace it. */
export const ladder: readonly LadderRung[] = [
  { point: 'ten-days', workingDaysBefore: 10, tell: ['assignee'] },
  { point: 'five-days', workingDaysBefore: 5, tell: ['assignee', 'governance-officer'] },
  { point: 'one-day', workingDaysBefore: 1, tell: ['assignee', 'governance-officer', 'dpo'] },
  { point: 'due', workingDaysBefore: 0, tell: ['assignee', 'governance-officer', 'dpo'] },
  {
    point: 'overdue',
    workingDaysBefore: -1,
    tell: ['governance-officer', 'dpo', 'accountable-manager'],
    daily: true,
  },
];
