/**
 * Erasure (UK GDPR Arts 12, 12A, 17, 19): what the process is made of.
 * The order of things is in processes/erasure.bpmn and workflows/erasure.ts.
 */
import { deathActions, deathOutcomes, deathTasks, finishLetters, finishTasks, heldAfterDeath } from './death';
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

const undecided = untilDecided(['assess-erasure', 'release-erasure', 'decide-copy-first']);

/** What may be wanted for the estate is not erased while the DPO considers a death. */
const notErasedMeanwhile = heldAfterDeath(['release-erasure', 'decide-copy-first']);

const whatIsErased = {
  form: 'assess-erasure',
  field: 'instructions',
  label: 'What is to be erased',
} as const;

export const erasure = {
  kind: 'erasure',
  prefix: 'ERA',
  title: 'Erasure request',
  requestNoun: 'request to erase personal data',
  answeredBy: ['outcome-letter', 'refusal-letter', 'closing-letter'],
  mark: { text: 'Erasure asked for: a copy that is asked for goes first' },
  timer: 'rights.response',
  tasks: {
    ...rightsTasks,
    triage: {
      title: 'Check the request',
      help: 'Is there real doubt about who asks? What is erased at the word of somebody else cannot be had back.',
      roles: caseworkers,
      withinWorkingDays: 1,
      restsOn: ['log-request'],
    },
    'assess-erasure': {
      title: 'Assess grounds, exceptions and holds',
      help: 'For each part: the ground, and whether it is erased or kept. Then every hold: none of them pauses the clock (Art 17(1), (3)).',
      roles: caseworkers,
      withinWorkingDays: 10,
      showsOtherCases: true,
      restsOn: [...proposalRestsOn, 'second-check'],
    },
    ...decisionTasks('assess-erasure'),
    'release-erasure': {
      decides: true,
      title: 'Release the erasure',
      help: 'The last look before what cannot be undone. A copy that the person has asked for is made first (DPA s.173).',
      roles: caseworkers,
      shows: [whatIsErased],
      showsOtherCases: true,
    },
    'decide-copy-first': {
      decides: true,
      title: 'Decide: erase before the copy is made',
      help: 'An access request of this person is open. Only you can let the erasure go before it, with your reasons.',
      roles: ['dpo'],
      shows: [whatIsErased],
      showsOtherCases: true,
    },
    suppress: {
      title: 'Record the suppression entry',
      help: 'Put the least on a list that keeps the data from coming back, and say what that is.',
      roles: caseworkers,
      withinWorkingDays: 2,
    },
    ...carryOutTasks(whatIsErased),
    'tell-controllers': {
      title: 'Tell controllers of what was made public',
      help: 'Take reasonable steps to tell other controllers to erase links, copies and replications (Art 17(2)).',
      roles: caseworkers,
      withinWorkingDays: 5,
      shows: [{ form: 'assess-erasure', field: 'publicWhere', label: 'Where it was made public' }],
    },
    ...recipientTasks,
    ...deathTasks,
    ...finishTasks,
  },
  letters: {
    ...rightsLetters,
    ...carryOutLetters,
    ...recipientLetters,
    ...finishLetters,
    'outcome-letter': {
      title: 'Outcome',
      to: 'requester',
      template: 'erasure/outcome-letter',
      checked: true,
      freeParts: { opening: 'Opening', explanation: 'More about what we keep' },
      optionalParts: ['opening', 'explanation'],
      mandatory: signpost,
      confidential: true,
    },
  },
  services: { 'trim-case-file': 'trimCaseFile' },
  actions: { ...actionsUntil(undecided), ...recipientActions, ...deathActions },
  completion: refusingOnly(undecided),
  holds: (view, element) => notErasedMeanwhile(view, element) ?? toldBeforeClosing(view, element),
  outcomes: {
    erased: { title: 'Erased' },
    'erased-in-part': { title: 'Erased in part' },
    ...rightsOutcomes,
    ...deathOutcomes,
  },
  clock: rightsClock,
  ladder,
  stages: [
    { stage: 'received', from: ['acknowledge', 'triage'] },
    { stage: 'identity', from: ['request-identity', 'check-identity', 'decide-unverified'] },
    { stage: 'assessing', from: ['assess-erasure', 'second-check'] },
    { stage: 'advice', from: ['dpo-advice'] },
    { stage: 'decision', from: ['decide', 'seek-instructions', 'release-erasure', 'decide-copy-first'] },
    {
      stage: 'carrying-out',
      from: ['suppress', 'carry-out-everywhere', 'advise-undone', 'decide-undone', 'finish-everywhere'],
    },
    { stage: 'notifying', from: ['tell-recipients'] },
    { stage: 'responding', from: ['outcome-letter', 'after-expiry', 'close-case'] },
  ],
} as const satisfies CaseDefinition;
