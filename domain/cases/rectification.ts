/**
 * Rectification (UK GDPR Arts 5(1)(d), 12, 12A, 16, 19): what the process is made of.
 * The order of things is in processes/rectification.bpmn and workflows/rectification.ts.
 */
import { deathActions, deathOutcomes, deathTasks, finishLetters, finishTasks } from './death';
import type { CaseDefinition } from './definition';
import {
  actionsUntil,
  carryOutLetters,
  carryOutTasks,
  caseworkers,
  decisionTasks,
  recipientActions,
  recipientLetters,
  recipientTasks,
  refusingOnly,
  rightsClock,
  rightsLetters,
  rightsOutcomes,
  rightsTasks,
  signpost,
  toldBeforeClosing,
  untilDecided,
} from './rights';
import { ladder, proposalRestsOn } from './shared';

const undecided = untilDecided(['propose-restriction', 'assess-accuracy']);

export const rectification = {
  kind: 'rectification',
  prefix: 'REC',
  title: 'Rectification request',
  requestNoun: 'request to correct personal data',
  answeredBy: ['outcome-letter', 'refusal-letter', 'closing-letter'],
  timer: 'rights.response',
  tasks: {
    ...rightsTasks,
    triage: {
      title: 'Check the request',
      help: 'Is there real doubt about who asks? Should the person hear that they may ask for a restriction while we check?',
      roles: caseworkers,
      withinWorkingDays: 1,
      restsOn: ['log-request'],
    },
    'assess-accuracy': {
      title: 'Assess the accuracy',
      help: 'For each particular say what you found and what is done about it. The person reads your reasons (Arts 5(1)(d), 16).',
      roles: caseworkers,
      withinWorkingDays: 10,
      restsOn: [...proposalRestsOn, 'second-check'],
    },
    ...decisionTasks('assess-accuracy'),
    ...carryOutTasks({ form: 'assess-accuracy', field: 'instructions' }),
    ...recipientTasks,
    ...deathTasks,
    ...finishTasks,
  },
  letters: {
    ...rightsLetters,
    'propose-restriction': {
      title: 'You may ask for a restriction',
      to: 'requester',
      template: 'rectification/propose-restriction',
      checked: true,
      freeParts: { remarks: 'Anything to add' },
      optionalParts: ['remarks'],
      mandatory: { 'may-restrict': 'UK GDPR Art 18(1)(a)' },
      confidential: false,
    },
    ...carryOutLetters,
    ...recipientLetters,
    ...finishLetters,
    'outcome-letter': {
      title: 'Outcome',
      to: 'requester',
      template: 'rectification/outcome-letter',
      checked: true,
      freeParts: { opening: 'Opening', explanation: 'More about what was done, or was not' },
      optionalParts: ['opening', 'explanation'],
      mandatory: signpost,
      confidential: true,
    },
  },
  services: {},
  actions: { ...actionsUntil(undecided), ...recipientActions, ...deathActions },
  completion: refusingOnly(undecided),
  holds: toldBeforeClosing,
  outcomes: {
    rectified: { title: 'Corrected or completed' },
    'rectified-in-part': { title: 'Corrected in part' },
    ...rightsOutcomes,
    ...deathOutcomes,
  },
  clock: rightsClock,
  ladder,
  stages: [
    { stage: 'received', from: ['acknowledge', 'triage', 'propose-restriction'] },
    { stage: 'identity', from: ['request-identity', 'check-identity', 'decide-unverified'] },
    { stage: 'assessing', from: ['assess-accuracy', 'second-check'] },
    { stage: 'advice', from: ['dpo-advice'] },
    { stage: 'decision', from: ['decide', 'seek-instructions'] },
    {
      stage: 'carrying-out',
      from: ['carry-out-everywhere', 'advise-undone', 'decide-undone', 'finish-everywhere'],
    },
    { stage: 'notifying', from: ['tell-recipients'] },
    { stage: 'responding', from: ['outcome-letter', 'after-expiry', 'close-case'] },
  ],
} as const satisfies CaseDefinition;
