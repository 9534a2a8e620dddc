/**
 * Portability (UK GDPR Arts 12, 12A, 20): what the process is made of.
 * The order of things is in processes/portability.bpmn and workflows/portability.ts.
 */
import { deathActions, deathOutcomes, deathTasks, heldAfterDeath } from './death';
import type { CaseDefinition } from './definition';
import {
  actionsUntil,
  caseworkers,
  decisionTasks,
  refusingOnly,
  rightsClock,
  rightsLetters,
  rightsOutcomes,
  rightsTasks,
  signpost,
  untilDecided,
  withheldTasks,
} from './rights';
import { ladder, proposalRestsOn } from './shared';

/** Extracting changes nothing on a system, so it may still be dropped then. */
const undecided = untilDecided(
  ['assess-scope', 'extract-everywhere', 'review', 'advise-undone', 'decide-undone'],
  'The data is being handed over, and the person is told. Finish that; if they want it otherwise now, log that as a new request.',
);

export const portability = {
  kind: 'portability',
  prefix: 'POR',
  title: 'Portability request',
  requestNoun: 'request to take personal data along',
  answeredBy: ['respond', 'refusal-letter', 'closing-letter'],
  handedOverBy: 'deliver',
  timer: 'rights.response',
  tasks: {
    ...rightsTasks,
    triage: {
      title: 'Check the request',
      help: 'Is there real doubt about who asks? Nothing is charged for it, and they need not say why they ask.',
      roles: caseworkers,
      withinWorkingDays: 1,
      restsOn: ['log-request'],
    },
    'assess-scope': {
      title: 'Assess what is portable',
      help: 'Answer four tests for each processing activity, with the reason. What fails one is refused, and the person reads why (Art 20(1), (3)).',
      roles: caseworkers,
      withinWorkingDays: 5,
      restsOn: [...proposalRestsOn, 'second-check'],
    },
    ...decisionTasks('assess-scope'),
    extract: {
      title: 'Extract the data from the system',
      help: 'Take out what the person provided or what was observed of them, and nothing that was concluded from it. Enter it line by line, attach files, or both.',
      roles: ['system-owner', ...caseworkers],
      withinWorkingDays: 5,
      shows: [{ form: 'assess-scope', field: 'instructions', label: 'What to extract' }],
    },
    review: {
      decides: true,
      title: 'Consider the rights of others',
      help: 'Decide each file, and look at what was entered: would handing it over harm anybody else (Art 20(4))? Then choose how it travels.',
      roles: caseworkers,
      withinWorkingDays: 3,
      shows: [{ form: 'extract', field: 'entries', label: 'What was entered', eachSystem: true }],
      decidesItems: true,
    },
    ...withheldTasks,
    ...deathTasks,
    transmit: {
      title: 'Transmit the data to the other controller',
      help: 'Send exactly the export on the documents page by a protected way, and check that it is the right controller (Art 20(2)).',
      roles: caseworkers,
      withinWorkingDays: 3,
      shows: [{ form: 'log-request', field: 'otherController', label: 'To whom' }],
    },
    deliver: {
      title: 'Hand over the data',
      help: 'Record how and when the person got it. Give the code of a protected link another way.',
      roles: caseworkers,
    },
  },
  letters: {
    ...rightsLetters,
    'ask-extract': {
      title: 'What to extract',
      to: 'system-owner',
      template: 'portability/ask-extract',
      checked: false,
      freeParts: {},
      mandatory: {},
      confidential: false,
    },
    respond: {
      title: 'Answer',
      to: 'requester',
      template: 'portability/respond',
      checked: true,
      freeParts: { opening: 'Opening', explanation: 'More about what is enclosed, or is not' },
      optionalParts: ['opening', 'explanation'],
      mandatory: signpost,
      confidential: true,
    },
  },
  services: { export: 'exportPortable' },
  actions: { ...actionsUntil(undecided), ...deathActions },
  completion: refusingOnly(undecided),
  holds: heldAfterDeath(['transmit', 'deliver']),
  outcomes: {
    ported: { title: 'Data handed over' },
    'ported-in-part': { title: 'Data handed over in part' },
    'nothing-held': { title: 'No such data held' },
    ...rightsOutcomes,
    ...deathOutcomes,
  },
  clock: rightsClock,
  ladder,
  stages: [
    { stage: 'received', from: ['acknowledge', 'triage'] },
    { stage: 'identity', from: ['request-identity', 'check-identity', 'decide-unverified'] },
    { stage: 'assessing', from: ['assess-scope', 'second-check'] },
    { stage: 'advice', from: ['dpo-advice'] },
    { stage: 'decision', from: ['decide', 'seek-instructions'] },
    { stage: 'searching', from: ['extract-everywhere'] },
    { stage: 'review', from: ['review', 'advise-undone', 'decide-undone'] },
    { stage: 'responding', from: ['export', 'transmit', 'respond', 'deliver', 'close-case'] },
  ],
} as const satisfies CaseDefinition;
