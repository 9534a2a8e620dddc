/**
 * What the rights with a clock share: identity on doubt, extension, refusal, withdrawal, carrying a decision out
 * on the systems, and telling recipients (UK GDPR Arts 12, 12A, 19). Workflow-safe.
 */
import { clockBy, requestMeanings, requestUndone } from './clock-meanings';
import type { ActionDefinition, CaseDefinition, LetterDefinition, TaskDefinition } from './definition';
import type { ActionName } from './process';
import { refusals, sharedActions } from './shared';
import { refusalParagraphs, sharedLetters, signpost, tell } from './shared-letters';

export { refusalParagraphs, signpost };

export const caseworkers = ['handler', 'governance-officer', 'dpo'] as const;

type Tasks = Readonly<Record<string, TaskDefinition>>;
type Letters = Readonly<Record<string, LetterDefinition>>;

/** Tasks of every right with a clock. Each kind adds its own `triage` and what comes between. */
export const rightsTasks = {
  'check-identity': {
    title: 'Check who is asking',
    help: 'Record what was seen. The clock starts when the information arrives, not when you finish checking (Art 12A(2)).',
    roles: caseworkers,
    awaits: 'rights.idAnswer',
  },
  'decide-unverified': {
    title: 'Decide: identity was not shown',
    help: 'A person decides whether to go on or to close. A request is never closed in silence.',
    roles: ['dpo', 'governance-officer'],
  },
  'advise-refusal': {
    title: 'Give the DPO’s advice on refusing',
    help: 'Is there a ground in law to refuse? The burden of showing it is ours (Art 12(5)).',
    roles: ['dpo'],
  },
  'decide-refusal': {
    title: 'Decide on refusing',
    help: 'Decide whether to refuse. The letter must go before the deadline (Art 12(4)).',
    roles: ['accountable-manager'],
    adviceFrom: ['advise-refusal'],
  },
  'send-again': {
    title: 'A letter came back: choose another way',
    help: 'Say how it was given after all, or that it could not be.',
    roles: caseworkers,
  },
  'close-case': {
    title: 'Close the case',
    help: 'Record the outcome and, if it went late, why.',
    roles: caseworkers,
  },
} as const satisfies Tasks;

/**
 * Agreeing on what somebody proposed. What refuses nothing is checked by a second person; what refuses something,
 * in whole or in part, is decided by the accountable manager on the DPO's advice (Arts 12(4), 39(1)(a)).
 *
 * @param proposal the task in which it was proposed
 */
export const decisionTasks = (proposal: string) =>
  ({
    'second-check': {
      title: 'Check the proposal',
      help: 'A second pair of eyes before anything is done: is it right, and are the reasons sound?',
      roles: caseworkers,
      notBy: [proposal],
    },
    'dpo-advice': {
      title: 'Give the DPO’s advice',
      help: 'Advise on what is refused, in whole or in part (Art 39(1)(a)). The accountable manager decides.',
      roles: ['dpo'],
    },
    decide: {
      title: 'Decide on the request',
      help: 'Approve what is proposed, or send it back with reasons. You may depart from the advice, with reasons.',
      roles: ['accountable-manager'],
      notBy: [proposal],
      adviceFrom: ['dpo-advice'],
    },
  }) as const satisfies Tasks;

/**
 * Carrying a decision out: one task for each affected system.
 *
 * @param instructions the form and field in which somebody wrote what exactly is to be done
 */
export const carryOutTasks = (instructions: { readonly form: string; readonly field: string }) =>
  ({
    'carry-out': {
      title: 'Carry it out on the system',
      help: 'Do exactly what is asked, and say what was done, when, and to how many records. If it cannot be done, say why.',
      roles: ['system-owner', ...caseworkers],
      withinWorkingDays: 5,
      shows: [{ ...instructions, label: 'What to do' }],
    },
    'confirm-expiry': {
      title: 'Confirm that the copy is gone',
      help: 'The copy that could not be changed should have expired by now. Say whether it has, and how you know.',
      roles: ['system-owner', ...caseworkers],
      withinWorkingDays: 5,
      outlivesDeadline: true,
    },
  }) as const satisfies Tasks;

/** Telling recipients (Art 19). */
export const recipientTasks = {
  'choose-notice': {
    title: 'Choose how to tell the recipient',
    help: 'Everyone who received the data is told, unless that is impossible or takes disproportionate effort (Art 19).',
    roles: caseworkers,
    withinWorkingDays: 3,
  },
  'confirm-recipient': {
    title: 'Record what the recipient did',
    help: 'Chase them until they say that they acted on it, and record their answer.',
    roles: caseworkers,
    withinWorkingDays: 10,
    outlivesDeadline: true,
  },
  'decide-not-told': {
    title: 'Decide: a recipient is not told',
    help: 'Is it truly impossible, or the effort disproportionate? Your decision and reason stay on record (Art 19).',
    roles: ['dpo', 'accountable-manager'],
  },
} as const satisfies Tasks;

const plain = { checked: false, freeParts: {}, mandatory: {}, confidential: false } as const;

/** Letters of every right with a clock; each kind adds its outcome letter. */
export const rightsLetters = {
  ...sharedLetters,
  tell,
} as const satisfies Letters;

export const carryOutLetters = {
  'ask-carry-out': {
    ...plain,
    title: 'What to do on the system',
    to: 'system-owner',
    template: 'shared/ask-carry-out',
  },
} as const satisfies Letters;

export const recipientLetters = {
  'notify-recipient': {
    title: 'Notice to a recipient',
    to: 'recipient',
    template: 'shared/notify-recipient',
    checked: true,
    freeParts: { notice: 'What they must do' },
    proposes: { notice: { form: 'choose-notice', field: 'notice' } },
    mandatory: { 'recipient-duty': 'UK GDPR Art 19' },
    confidential: true,
  },
  'name-recipients': {
    title: 'Who received the data',
    to: 'requester',
    template: 'shared/name-recipients',
    checked: true,
    freeParts: { remarks: 'Anything to add' },
    optionalParts: ['remarks'],
    mandatory: { 'who-received': 'UK GDPR Art 19' },
    confidential: true,
  },
} as const satisfies Letters;

/** Case-wide actions of every right with a clock. There is no pause for clarification: it belongs to access (Art 12A(5)). */
export const rightsActions = {
  ...sharedActions,
  extend: { title: 'Extend the time', fires: 'extension-needed', refusal: refusals.extend },
  'propose-refusal': {
    title: 'Propose to refuse',
    fires: 'refusal-proposed',
    refusal: refusals.proposeRefusal,
  },
  withdraw: { title: 'Record a withdrawal', fires: 'withdrawn', refusal: refusals.open },
  'letter-returned': { title: 'A letter came back', fires: 'letter-returned', refusal: refusals.open },
  'withdraw-identity-request': {
    title: 'Withdraw our request for identity',
    completes: { element: 'check-identity', with: { outcome: 'not-upheld' } },
    refusal: refusals.withdrawIdentityRequest,
  },
} as const satisfies Partial<Record<ActionName, ActionDefinition>>;

/** UK GDPR Art 19, last sentence: the person learns who the recipients are if they ask. */
export const recipientActions = {
  'tell-who': { title: 'Say who received the data', fires: 'recipients-asked', refusal: refusals.open },
} as const satisfies Partial<Record<ActionName, ActionDefinition>>;

/** Outcomes of every right, beside its own. */
export const rightsOutcomes = {
  refused: { title: 'Refused' },
  withdrawn: { title: 'Withdrawn' },
  unanswered: { title: 'Closed without an answer' },
} as const satisfies CaseDefinition['outcomes'];

/** What the shared steps mean for the clock of a right (Art 12A). */
export const rightsClock = clockBy(requestMeanings, requestUndone);
