/**
 * What the rights with a clock share: identity on doubt, extension, refusal, withdrawal, carrying a decision out
 * on the systems, and telling recipients (UK GDPR Arts 12, 12A, 19). Workflow-safe.
 */
import { clockBy, requestMeanings, requestUndone } from './clock-meanings';
import type { ActionDefinition, CaseDefinition, LetterDefinition, TaskDefinition } from './definition';
import type { ActionName, CaseView, Codes, Refusal } from './process';
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
    decides: true,
    title: 'Decide: identity was not shown',
    help: 'A person decides whether to go on or to close. A request is never closed in silence.',
    roles: ['dpo', 'governance-officer'],
    restsOn: ['log-request', 'check-identity'],
  },
  'advise-refusal': {
    title: 'Give the DPO’s advice on refusing',
    help: 'Is there a ground in law to refuse? The burden of showing it is ours (Art 12(5)).',
    roles: ['dpo'],
    restsOn: ['log-request', 'propose-refusal'],
  },
  'decide-refusal': {
    title: 'Decide on refusing',
    help: 'Decide whether to refuse. The letter must go before the deadline (Art 12(4)).',
    roles: ['accountable-manager'],
    adviceFrom: ['advise-refusal'],
    restsOn: ['log-request', 'propose-refusal', 'advise-refusal'],
  },
  'instruct-refusal': {
    title: 'Obtain the controller’s approval of refusing',
    help: 'We act for the controller: record its approval or its instructions (Art 28(3)(a), (e)).',
    roles: caseworkers,
    restsOn: ['log-request', 'propose-refusal', 'decide-refusal'],
  },
  'send-again': {
    title: 'A letter came back: choose another way',
    help: 'Say how it was given after all, or that it could not be.',
    roles: caseworkers,
    withinWorkingDays: 1,
  },
  'close-case': {
    title: 'Close the case',
    help: 'Record the outcome and, if it went late, why.',
    roles: caseworkers,
  },
} as const satisfies Tasks;

/** Advice and decision on what is not done after all, whatever was decided before (Arts 12(4), 39(1)(a)). */
const undoneTasks = {
  'advise-undone': {
    title: 'Give the DPO’s advice on what is not done',
    help: 'An owner says that it is impossible. Is it so, and is there no other way? What is not done is refused in part (Art 12(4)).',
    roles: ['dpo'],
    shows: [{ form: 'carry-out', field: 'evidence', label: 'What the owners say', eachSystem: true }],
  },
  'decide-undone': {
    title: 'Decide on what is not done',
    help: 'Agree that it is not done there, so that the person is told why, or have it tried again.',
    roles: ['accountable-manager'],
    adviceFrom: ['advise-undone'],
    restsOn: ['advise-undone'],
    shows: [{ form: 'carry-out', field: 'evidence', label: 'What the owners say', eachSystem: true }],
  },
} as const satisfies Tasks;

/** The same of what is withheld because it would harm others (Art 20(4)). */
export const withheldTasks = {
  'advise-undone': {
    title: 'Give the DPO’s advice on what is withheld',
    help: 'Would handing it over harm others, and can less be withheld? What is withheld is refused in part (Arts 12(4), 20(4)).',
    roles: ['dpo'],
    shows: [{ form: 'review', field: 'weighed', label: 'What was considered' }],
  },
  'decide-undone': {
    title: 'Decide on what is withheld',
    help: 'Agree that it is withheld, so that the person is told why, or have it reviewed again.',
    roles: ['accountable-manager'],
    notBy: ['review'],
    adviceFrom: ['advise-undone'],
    restsOn: ['advise-undone'],
    shows: [{ form: 'review', field: 'weighed', label: 'What was considered' }],
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
      restsOn: ['log-request', proposal],
    },
    'dpo-advice': {
      title: 'Give the DPO’s advice',
      help: 'Advise on what is refused, in whole or in part (Art 39(1)(a)). The accountable manager decides.',
      roles: ['dpo'],
      restsOn: ['log-request', proposal],
    },
    decide: {
      title: 'Decide on the request',
      help: 'Approve what is proposed, or send it back with reasons. You may depart from the advice, with reasons.',
      roles: ['accountable-manager'],
      notBy: [proposal],
      adviceFrom: ['dpo-advice'],
      restsOn: ['log-request', proposal, 'dpo-advice'],
    },
    // Where we act for a controller that keeps the decision to itself.
    'seek-instructions': {
      title: 'Obtain the controller’s approval',
      help: 'We act for the controller: record its approval or its instructions (Art 28(3)(a), (e)).',
      roles: caseworkers,
      restsOn: ['log-request', proposal, 'decide'],
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
    ...undoneTasks,
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
    help: 'Record their answer. Until they say that they acted on it, choose when they are asked again.',
    roles: caseworkers,
    withinWorkingDays: 10,
    outlivesDeadline: true,
  },
  'decide-not-told': {
    decides: true,
    title: 'Decide: a recipient is not told',
    help: 'Is it truly impossible, or the effort disproportionate? Your decision and reason stay on record (Art 19).',
    roles: ['dpo', 'accountable-manager'],
    restsOn: ['choose-notice'],
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
  'remind-recipient': {
    ...plain,
    title: 'Reminder to a recipient',
    to: 'recipient',
    template: 'shared/remind-recipient',
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
  'letter-returned': { title: 'A letter came back', fires: 'letter-returned', afterClosing: true },
  'withdraw-identity-request': {
    title: 'Withdraw our request for identity',
    completes: { element: 'check-identity', with: { outcome: 'not-upheld' } },
    refusal: refusals.withdrawIdentityRequest,
  },
} as const satisfies Partial<Record<ActionName, ActionDefinition>>;

type Rule = (view: CaseView) => Refusal | null;

/** Steps of every right before it is decided. */
const beforeDeciding = [
  ...['acknowledge', 'triage', 'request-identity', 'check-identity', 'decide-unverified'],
  ...['second-check', 'dpo-advice', 'decide', 'seek-instructions'],
];

/**
 * Only until the request is decided: what was decided is carried out and told to those concerned, and neither a
 * withdrawal nor a refusal undoes it.
 *
 * @param own the kind's own steps before nothing is left behind when the case ends
 */
export const untilDecided = (
  own: readonly string[],
  message = 'The request was decided, and what was decided is being carried out. Finish it and tell the person; if they want it otherwise now, log that as a new request.',
): Rule => refusals.unlessOpen([...beforeDeciding, ...own], message);

/** The actions of a right, of which those that end it early may be taken while `undecided` allows it. */
export const actionsUntil = (undecided: Rule) =>
  ({
    ...rightsActions,
    withdraw: { ...rightsActions.withdraw, refusal: undecided },
    'propose-refusal': {
      ...rightsActions['propose-refusal'],
      refusal: (view: CaseView) => refusals.proposeRefusal(view) ?? undecided(view),
    },
  }) as const satisfies Partial<Record<ActionName, ActionDefinition>>;

/** A refusal that was proposed earlier is not decided once the request itself was. */
export const refusingOnly =
  (undecided: Rule): NonNullable<CaseDefinition['completion']> =>
  (view: CaseView, element: string, { decision, instruction }: Codes) =>
    (element === 'decide-refusal' && decision === 'refuse') ||
    (element === 'instruct-refusal' && instruction === 'approved')
      ? undecided(view)
      : null;

/** UK GDPR Art 19, last sentence: the person learns who the recipients are if they ask, and mostly they ask once they were answered. */
export const recipientActions = {
  'tell-who': { title: 'Say who received the data', fires: 'recipients-asked', afterClosing: true },
} as const satisfies Partial<Record<ActionName, ActionDefinition>>;

/** Whoever asked who received the data is told before the case is closed, or the question would be dropped with it. */
export const toldBeforeClosing: NonNullable<CaseDefinition['holds']> = (view, element) =>
  element === 'close-case' && view.running.includes('recipients-asked')
    ? {
        code: 'recipients-asked',
        message:
          'The person asked who received the data, and the letter that says so has not gone. Send it, then close the case.',
      }
    : null;

/** Outcomes of every right, beside its own. */
export const rightsOutcomes = {
  refused: { title: 'Refused' },
  withdrawn: { title: 'Withdrawn' },
  unanswered: { title: 'Closed without an answer' },
} as const satisfies CaseDefinition['outcomes'];

/** What the shared steps mean for the clock of a right (Art 12A). */
export const rightsClock = clockBy(requestMeanings, requestUndone);
