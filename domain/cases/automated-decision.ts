/**
 * Automated decisions (UK GDPR Arts 12, 12A, 22A–22D): what the process is made of.
 * The order of things is in processes/automated-decision.bpmn and workflows/automated-decision.ts.
 */
import { deathActions, deathOutcomes, deathTasks, finishLetters, finishTasks } from './death';
import { registerOwed, registerTasks } from './automated-decision/rules';
import type { CaseDefinition, Stage, TaskDefinition } from './definition';
import type { Codes } from './process';
import {
  actionsUntil,
  carryOutLetters,
  carryOutTasks,
  caseworkers,
  decisionTasks,
  refusingOnly,
  rightsClock,
  rightsLetters,
  rightsOutcomes,
  rightsTasks,
  signpost,
  untilDecided,
} from './rights';
import { ladder, proposalRestsOn } from './shared';

const {
  'dpo-advice': dpoAdvice,
  decide,
  'seek-instructions': instructed,
} = decisionTasks('identify-decision');

const undecided = untilDecided([
  ...['identify-decision', 'explain', 'take-representations', 'appoint-reviewer', 'review-decision'],
]);

/** While the register does not name what the case is about. */
const notice = (stage: Stage, said: (element: string) => Codes): string | null =>
  stage !== 'closed' && registerOwed(said)
    ? 'The decision is not in the register of automated decisions. The register must be brought up to date before this case is closed.'
    : null;

/** What a case met is not lost, however the case ends. */
const updateRegister = {
  title: 'Bring the register of automated decisions up to date',
  help: 'This case met a decision that the register does not name. Have it entered in the profile, with its regular checks, or say why it does not belong there (Arts 5(2), 15(1)(h)).',
  roles: ['governance-officer', 'dpo'],
  withinWorkingDays: 10,
  outlivesDeadline: true,
  shows: [
    { form: 'identify-decision', field: 'what', label: 'The decision' },
    { form: 'identify-decision', field: 'logic', label: 'How it works' },
    { form: 'identify-decision', field: 'significance', label: 'What it means for people' },
    { form: 'identify-decision', field: 'ranBy', label: 'Who runs it' },
    { form: 'identify-decision', field: 'involvement', label: 'How the decision was taken' },
  ],
} as const satisfies TaskDefinition;

export const automatedDecision = {
  kind: 'automated-decision',
  prefix: 'AUT',
  title: 'Automated decision',
  requestNoun: 'request about a decision made by computer',
  notice,
  answeredBy: ['outcome-letter', 'refusal-letter', 'closing-letter'],
  timer: 'rights.response',
  tasks: {
    ...rightsTasks,
    triage: {
      title: 'Check the request',
      help: 'Is there real doubt about who asks? They need not know which computer decided, nor use the word.',
      roles: caseworkers,
      withinWorkingDays: 1,
      restsOn: ['log-request'],
    },
    'identify-decision': {
      decides: true,
      title: 'Identify the decision',
      help: 'Which decision of the register is it? Was it solely automated and significant, and was that permitted (Arts 22A, 22B)?',
      roles: caseworkers,
      withinWorkingDays: 3,
      restsOn: proposalRestsOn,
    },
    'dpo-advice': {
      ...dpoAdvice,
      help: 'Do the safeguards not apply, as is proposed (Arts 22A, 39(1)(a))? The accountable manager decides.',
    },
    decide,
    'seek-instructions': instructed,
    'take-representations': {
      title: 'Take the person’s representations',
      help: 'Record what they say about the decision, in their words, and whether they want it looked at again (Art 22C(2)(b)).',
      roles: caseworkers,
      withinWorkingDays: 10,
    },
    'appoint-reviewer': {
      title: 'Name who reviews the decision',
      help: 'Somebody competent who took no part in it (Art 22C(2)(c)). The review becomes their task.',
      roles: caseworkers,
      withinWorkingDays: 2,
      shows: [
        { form: 'take-representations', field: 'representations', label: 'What the person says' },
        { form: 'review-decision', field: 'whyAnother', label: 'Why somebody else must review it' },
      ],
    },
    'review-decision': {
      decides: true,
      title: 'Review the decision',
      help: 'Look at it afresh, with what the person said. You took no part in it, you understand it, and you may change it (Art 22C(2)(c)–(d)).',
      roles: ['named', 'governance-officer', 'dpo'],
      withinWorkingDays: 5,
      shows: [
        { form: 'take-representations', field: 'representations', label: 'What the person says' },
        { form: 'identify-decision', field: 'involvement', label: 'How the decision was taken' },
        { form: 'appoint-reviewer', field: 'competence', label: 'Why you were named' },
      ],
    },
    ...carryOutTasks({ form: 'review-decision', field: 'instructions' }),
    'update-register': updateRegister,
    'register-after-withdrawal': updateRegister,
    'register-after-refusal': updateRegister,
    'register-after-death': updateRegister,
    ...deathTasks,
    ...finishTasks,
  },
  letters: {
    ...rightsLetters,
    explain: {
      title: 'Explanation of the decision',
      to: 'requester',
      template: 'automated-decision/explain',
      checked: true,
      freeParts: { applied: 'How it came to its result in this case, in plain words' },
      mandatory: {
        'decision-logic': 'UK GDPR Art 22C(2)(a)',
        'decision-safeguards': 'UK GDPR Art 22C(2)(b)–(d)',
      },
      confidential: true,
    },
    ...carryOutLetters,
    ...finishLetters,
    'outcome-letter': {
      title: 'Outcome',
      to: 'requester',
      template: 'automated-decision/outcome-letter',
      checked: true,
      freeParts: { opening: 'Opening', explanation: 'More about the decision' },
      optionalParts: ['opening', 'explanation'],
      mandatory: signpost,
      confidential: true,
    },
  },
  services: {},
  actions: { ...actionsUntil(undecided), ...deathActions },
  completion: refusingOnly(undecided),
  outcomes: {
    explained: { title: 'Explained' },
    'decision-stands': { title: 'Reviewed by a person: the decision stands' },
    'decision-retaken': { title: 'Decided anew by a person, with the same result' },
    'decision-changed': { title: 'Decision changed by a person' },
    ...rightsOutcomes,
    ...deathOutcomes,
  },
  clock: rightsClock,
  ladder,
  stages: [
    { stage: 'received', from: ['acknowledge', 'triage'] },
    { stage: 'identity', from: ['request-identity', 'check-identity', 'decide-unverified'] },
    { stage: 'assessing', from: ['identify-decision', 'explain'] },
    { stage: 'advice', from: ['dpo-advice'] },
    { stage: 'decision', from: ['decide', 'seek-instructions'] },
    { stage: 'consulting', from: ['take-representations'] },
    { stage: 'review', from: ['appoint-reviewer', 'review-decision'] },
    {
      stage: 'carrying-out',
      from: ['carry-out-everywhere', 'advise-undone', 'decide-undone', 'finish-everywhere'],
    },
    { stage: 'responding', from: ['outcome-letter', 'after-expiry', ...registerTasks, 'close-case'] },
  ],
} as const satisfies CaseDefinition;
