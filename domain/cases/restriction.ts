/**
 * Restriction (UK GDPR Arts 12, 12A, 18, 19): what the process is made of.
 * The order of things is in processes/restriction.bpmn and workflows/restriction.ts.
 */
import { deathOutcomes, deathTasks, finishLetters, finishTasks } from './death';
import type { CaseDefinition } from './definition';
import { useText } from './restriction/uses';
import { liftingBeforeTold, restrictionActions, undecided } from './restriction/actions';
import {
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
  toldBeforeClosing,
} from './rights';
import { ladder, proposalRestsOn } from './shared';

const {
  'carry-out': carryOut,
  'advise-undone': adviseUndone,
  'decide-undone': decideUndone,
} = carryOutTasks({ form: 'assess-grounds', field: 'instructions' });

export const restriction = {
  kind: 'restriction',
  prefix: 'RES',
  title: 'Restriction request',
  requestNoun: 'request to restrict the use of personal data',
  answeredBy: ['outcome-letter', 'refusal-letter', 'closing-letter'],
  mark: { stage: 'in-force', text: 'Restriction in force' },
  timer: 'rights.response',
  tasks: {
    ...rightsTasks,
    triage: {
      title: 'Check the request',
      help: 'Is there real doubt about who asks? What may not be used is most urgent while somebody is about to use it.',
      roles: caseworkers,
      withinWorkingDays: 1,
      restsOn: ['log-request'],
    },
    'assess-grounds': {
      title: 'Assess the grounds',
      help: 'Say which of the four grounds is met, what is restricted and where, and when it is looked at again (Art 18(1)).',
      roles: caseworkers,
      withinWorkingDays: 3,
      restsOn: [...proposalRestsOn, 'second-check'],
    },
    ...decisionTasks('assess-grounds'),
    'carry-out': {
      ...carryOut,
      title: 'Mark it as restricted on the system',
      help: 'From now on the data is kept and not used. Say what was marked, when, and how others see it.',
      withinWorkingDays: 2,
    },
    'advise-undone': adviseUndone,
    'decide-undone': decideUndone,
    ...recipientTasks,
    ...deathTasks,
    finish: {
      ...finishTasks.finish,
      title: 'Remove the mark from the system',
    },
    'review-restriction': {
      decides: true,
      title: 'Review the restriction',
      help: 'Keep it until a next date, or lift it once every ground is over. The person is told before it is lifted (Art 18(3)).',
      roles: ['governance-officer', 'dpo', 'accountable-manager'],
      withinWorkingDays: 5,
      outlivesDeadline: true,
      restsOn: ['assess-grounds', 'end-restriction'],
    },
    'carry-out-lift': {
      title: 'Lift the restriction on the system',
      help: 'The person has been told, so the mark may go. Say what was done, when, and to how many records.',
      roles: ['system-owner', ...caseworkers],
      withinWorkingDays: 5,
      outlivesDeadline: true,
      shows: [{ form: 'review-restriction', field: 'instructions', label: 'What to do' }],
    },
    'decide-use': {
      decides: true,
      title: 'Decide on a use while restricted',
      help: 'Restricted data is kept. Any other use needs one of the grounds of Art 18(2), and is decided and recorded each time.',
      roles: ['dpo', 'accountable-manager'],
      withinWorkingDays: 1,
      outlivesDeadline: true,
      restsOn: ['assess-grounds', 'permit-use'],
      shows: [
        {
          ...{ form: 'assess-grounds', field: 'useReasons', ofItem: true },
          label: 'What would be done, and why it cannot wait',
        },
      ],
    },
  },
  letters: {
    ...rightsLetters,
    ...carryOutLetters,
    ...recipientLetters,
    ...finishLetters,
    'outcome-letter': {
      title: 'Restriction in force',
      to: 'requester',
      template: 'restriction/outcome-letter',
      checked: true,
      freeParts: { opening: 'Opening', explanation: 'More about what was restricted, or was not' },
      optionalParts: ['opening', 'explanation'],
      mandatory: {
        'while-restricted': 'UK GDPR Art 18(2)',
        'told-before-lifting': 'UK GDPR Art 18(3)',
        ...signpost,
      },
      confidential: true,
    },
    'lift-notice': {
      title: 'Notice that the restriction will be lifted',
      to: 'requester',
      template: 'restriction/lift-notice',
      checked: true,
      freeParts: { reasons: 'Why it is lifted' },
      proposes: { reasons: { form: 'review-restriction', field: 'reasons' } },
      // Art 18(3): the person is told before, so what is on its way to them does not yet count.
      effectiveOnDelivery: true,
      mandatory: {
        'before-lifting': 'UK GDPR Art 18(3)',
        ...signpost,
        'judicial-remedy': 'UK GDPR Art 12(4)(b); DPA s.167',
      },
      confidential: true,
    },
    'ask-lift': { ...carryOutLetters['ask-carry-out'], title: 'What to lift on the system' },
    'notify-lifted': {
      title: 'Notice to a recipient that it is lifted',
      to: 'recipient',
      template: 'restriction/notify-lifted',
      checked: true,
      freeParts: { remarks: 'Anything to add' },
      optionalParts: ['remarks'],
      mandatory: {},
      confidential: true,
    },
  },
  services: {},
  aboutItem: (_profile, element, item) => (element === 'decide-use' ? useText(item) : null),
  actions: restrictionActions,
  completion: (view, element, codes) =>
    liftingBeforeTold(view, element) ?? refusingOnly(undecided)(view, element, codes),
  holds: toldBeforeClosing,
  outcomes: {
    lifted: { title: 'Restricted, and lifted' },
    ...rightsOutcomes,
    ...deathOutcomes,
  },
  clock: rightsClock,
  ladder,
  stages: [
    { stage: 'received', from: ['acknowledge', 'triage'] },
    { stage: 'identity', from: ['request-identity', 'check-identity', 'decide-unverified'] },
    { stage: 'assessing', from: ['assess-grounds', 'second-check'] },
    { stage: 'advice', from: ['dpo-advice'] },
    { stage: 'decision', from: ['decide', 'seek-instructions'] },
    { stage: 'carrying-out', from: ['carry-out-everywhere', 'advise-undone', 'decide-undone'] },
    { stage: 'notifying', from: ['tell-recipients', 'tell-lifted'] },
    {
      stage: 'in-force',
      from: [
        'outcome-letter',
        'await-review',
        'review-restriction',
        'lift-notice',
        'await-notice',
        'lift-everywhere',
        'finish-everywhere',
      ],
    },
    { stage: 'responding', from: ['refusal-letter', 'close-case'] },
  ],
} as const satisfies CaseDefinition;
