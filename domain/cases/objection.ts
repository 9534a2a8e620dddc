/**
 * Objection (UK GDPR Arts 12, 12A, 18, 21): what the process is made of.
 * The order of things is in processes/objection.bpmn and workflows/objection.ts.
 */
import { deathActions, deathOutcomes, deathTasks, finishLetters, finishTasks } from './death';
import type { CaseDefinition } from './definition';
import { isMarketing } from './objection/grounds';
import { listOf, type CaseView, type Refusal } from './process';
import {
  actionsUntil,
  carryOutLetters,
  carryOutTasks,
  caseworkers,
  decisionTasks,
  recipientLetters,
  recipientTasks,
  refusingOnly,
  rightsClock,
  rightsLetters,
  rightsOutcomes,
  rightsTasks,
  signpost,
  untilDecided,
} from './rights';
import { ladder, proposalRestsOn } from './shared';
import { marketingSystems, stopLetters, stopTasks } from './stopping';

const proposal = 'assess-objection';
const { 'dpo-advice': dpoAdvice, decide, 'seek-instructions': instructed } = decisionTasks(proposal);
const {
  'carry-out': carryOut,
  'advise-undone': adviseUndone,
  'decide-undone': decideUndone,
} = carryOutTasks({ form: proposal, field: 'instructions' });
/** Direct marketing is not decided on; while it is being stopped, the person may still change their mind. */
const undecided = untilDecided([
  ...['decide-uses', 'propose-restriction', proposal, 'stop-everywhere', 'suppress'],
]);

const rightsActions = actionsUntil(undecided);

const notToldMeasure =
  'Article 19 does not name objections; we take its measure: impossible, or disproportionate effort. Your decision and reason stay on record.';

/** UK GDPR Art 21(2)–(3). */
const absolute = ({ facts }: CaseView): Refusal | null =>
  isMarketing(facts)
    ? {
        code: 'absolute',
        message:
          'An objection to direct marketing is absolute: it stops at once, and nothing can delay or refuse it (Art 21(3)).',
      }
    : null;

export const objection = {
  kind: 'objection',
  prefix: 'OBJ',
  title: 'Objection',
  requestNoun: 'objection to how we use personal data',
  answeredBy: ['confirm-stopped', 'outcome-letter', 'refusal-letter', 'closing-letter'],
  mark: {
    outcomes: ['upheld', 'upheld-in-part', 'marketing-stopped'],
    text: 'Objection to how data is used',
  },
  timer: 'rights.response',
  timers: (facts) => [isMarketing(facts) ? 'objection.marketing' : 'rights.response'],
  facts: (profile, codes) => ({
    stopOn: isMarketing(codes) ? marketingSystems(profile, listOf(codes, 'alsoFrom')) : [],
  }),
  tasks: {
    ...rightsTasks,
    ...stopTasks('against'),
    suppress: {
      title: 'Record the suppression entry',
      help: 'Put the least on the list that keeps marketing from beginning again. Do not erase the person instead.',
      roles: caseworkers,
      withinHours: 24,
    },
    triage: {
      title: 'Check the request',
      help: 'Is there real doubt about who asks? Should the person hear that they may ask for a restriction meanwhile?',
      roles: caseworkers,
      withinWorkingDays: 1,
      restsOn: ['log-request'],
    },
    'decide-uses': {
      decides: true,
      title: 'Decide what goes on while restricted',
      help: 'If the person asks for the restriction, what must still be done with the data (Art 18(2))? A file that protects others is not frozen by an objection.',
      roles: ['dpo', 'accountable-manager'],
      withinWorkingDays: 2,
      shows: [{ form: 'log-request', field: 'request', label: 'What the person said' }],
    },
    [proposal]: {
      title: 'Assess the objection',
      help: 'For each use: does anything override the objection? It is ours to show that our grounds are compelling (Art 21(1)).',
      roles: caseworkers,
      withinWorkingDays: 10,
      restsOn: proposalRestsOn,
    },
    'dpo-advice': {
      ...dpoAdvice,
      help: 'Are the grounds compelling, and were the person’s own reasons weighed (Arts 21(1), 39(1)(a))? The accountable manager decides.',
    },
    decide: { ...decide, title: 'Decide on the objection' },
    'seek-instructions': instructed,
    'advise-undone': adviseUndone,
    'decide-undone': decideUndone,
    'carry-out': {
      ...carryOut,
      title: 'Stop it on the system',
      help: 'Stop exactly what is asked, and say what was done, when, and to how many records. If it cannot be done, say why.',
    },
    ...recipientTasks,
    ...deathTasks,
    ...finishTasks,
    'choose-notice': {
      ...recipientTasks['choose-notice'],
      help: 'Those who received the data for what has now stopped are told, so that it stops there as well.',
    },
    'decide-not-told': { ...recipientTasks['decide-not-told'], help: notToldMeasure },
  },
  letters: {
    ...rightsLetters,
    ...stopLetters,
    'confirm-stopped': {
      title: 'Direct marketing has stopped',
      to: 'requester',
      template: 'objection/confirm-stopped',
      checked: false,
      freeParts: {},
      mandatory: { 'marketing-stopped': 'UK GDPR Art 21(3)', ...signpost },
      confidential: false,
    },
    'propose-restriction': {
      title: 'You may ask for a restriction',
      to: 'requester',
      template: 'objection/propose-restriction',
      checked: true,
      freeParts: { remarks: 'Anything to add' },
      optionalParts: ['remarks'],
      mandatory: { 'may-restrict-meanwhile': 'UK GDPR Art 18(1)(d), (2)' },
      confidential: false,
    },
    ...carryOutLetters,
    ...finishLetters,
    'notify-recipient': {
      ...recipientLetters['notify-recipient'],
      template: 'objection/notify-recipient',
      mandatory: { 'objection-upheld': 'UK GDPR Arts 5(1)(a), 21(1)' },
    },
    'remind-recipient': recipientLetters['remind-recipient'],
    'outcome-letter': {
      title: 'Outcome',
      to: 'requester',
      template: 'objection/outcome-letter',
      checked: true,
      freeParts: { opening: 'Opening', explanation: 'More about what goes on' },
      optionalParts: ['opening', 'explanation'],
      mandatory: signpost,
      confidential: true,
    },
  },
  services: {},
  actions: {
    ...rightsActions,
    ...deathActions,
    extend: {
      ...rightsActions.extend,
      refusal: (view, now) => absolute(view) ?? rightsActions.extend.refusal(view, now),
    },
    'propose-refusal': {
      ...rightsActions['propose-refusal'],
      refusal: (view) => absolute(view) ?? rightsActions['propose-refusal'].refusal(view),
    },
  },
  completion: refusingOnly(undecided),
  outcomes: {
    'marketing-stopped': { title: 'Direct marketing stopped' },
    upheld: { title: 'Upheld: it stops' },
    'upheld-in-part': { title: 'Upheld in part' },
    overruled: { title: 'Overruled' },
    ...rightsOutcomes,
    ...deathOutcomes,
  },
  clock: rightsClock,
  ladder,
  stages: [
    { stage: 'received', from: ['acknowledge', 'triage', 'decide-uses', 'propose-restriction'] },
    { stage: 'identity', from: ['request-identity', 'check-identity', 'decide-unverified'] },
    { stage: 'assessing', from: [proposal] },
    { stage: 'advice', from: ['dpo-advice'] },
    { stage: 'decision', from: ['decide', 'seek-instructions'] },
    {
      stage: 'carrying-out',
      from: [
        ...['carry-out-everywhere', 'stop-everywhere', 'suppress', 'advise-undone', 'decide-undone'],
        'finish-everywhere',
      ],
    },
    { stage: 'notifying', from: ['tell-recipients'] },
    { stage: 'responding', from: ['confirm-stopped', 'outcome-letter', 'close-case'] },
  ],
} as const satisfies CaseDefinition;
