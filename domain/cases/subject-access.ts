/**
 * Subject access (UK GDPR Arts 12, 12A, 15; DPA Schs 2–3): what the process is made of.
 * The order of things is in processes/subject-access.bpmn and workflows/subject-access.ts.
 */
import { deathActions, deathOutcomes, deathTasks } from './death';
import type { CaseDefinition } from './definition';
import { ladder, refusals, sharedActions } from './shared';
import { refusalParagraphs as whatARefusalOwes, tell } from './shared-letters';
import { subjectAccessClock } from './subject-access/clock';
import { REPLY_WITHIN_DAYS } from './subject-access/consultation';
import { subjectAccessHolds } from './subject-access/holds';

const signpost = {
  'complain-to-us': 'UK GDPR Art 15(1)(ea), Art 12(4)(b); DPA s.164A',
  'complain-to-regulator': 'UK GDPR Art 15(1)(f), Art 12(4)(b); DPA s.165',
} as const;

const refusalParagraphs = {
  reasons: 'UK GDPR Art 12(4)',
  ...signpost,
  'judicial-remedy': 'UK GDPR Art 12(4); DPA s.167',
} as const;

const responseParagraphs = {
  confirmation: 'UK GDPR Art 15(1)',
  purposes: 'UK GDPR Art 15(1)(a)',
  categories: 'UK GDPR Art 15(1)(b)',
  recipients: 'UK GDPR Art 15(1)(c)',
  retention: 'UK GDPR Art 15(1)(d)',
  rights: 'UK GDPR Art 15(1)(e)',
  ...signpost,
  sources: 'UK GDPR Art 15(1)(g)',
  'automated-decisions': 'UK GDPR Art 15(1)(h)',
  transfers: 'UK GDPR Art 15(2)',
  search: 'UK GDPR Art 15(1A)',
} as const;

const caseworkers = ['handler', 'governance-officer', 'dpo'] as const;

const whileIdentityIsChecked = refusals.unlessWaiting(
  ['check-identity'],
  'A code is sent only while our request for identity is open on this case.',
);

const oneCodeAtATime = refusals.unlessRunning(
  'code-wanted',
  'A one-time code is open already. Check it, or say that it was not read back, before another is sent.',
);

export const subjectAccess = {
  kind: 'subject-access',
  prefix: 'SAR',
  title: 'Subject access request',
  requestNoun: 'request for access',
  answeredBy: ['respond', 'refusal-letter', 'closing-letter', 'tell-not-a-request', 'forward-request'],
  handedOverBy: 'deliver',
  timer: 'rights.response',
  tasks: {
    'preserve-evidence': {
      title: 'Preserve what may be overwritten',
      help: 'Copy or lock the recordings before the system overwrites them, and say what was kept (DPA s.173).',
      roles: ['system-owner', ...caseworkers],
    },
    triage: {
      title: 'Check the request',
      help: 'Decide what is asked, whether identity or authority is in real doubt, and which systems to search.',
      roles: caseworkers,
      withinWorkingDays: 1,
    },
    'decide-kind': {
      title: 'Decide: it asks for something else',
      help: 'A request is valid in any words (Art 15). Decide whether this is one; if it uses another right, open that case first. They are told what to do instead.',
      roles: ['dpo', 'governance-officer'],
      withinWorkingDays: 1,
    },
    'check-identity': {
      title: 'Check who is asking',
      help: 'Record what was seen. The clock starts when the information arrives, not when you finish checking (Art 12A(2)).',
      roles: caseworkers,
      awaits: 'rights.idAnswer',
    },
    'check-code': {
      title: 'Check the one-time code',
      help: 'Ask them to read the code back. A right code is evidence of identity; whether it is enough, you decide when you check who is asking.',
      roles: caseworkers,
    },
    'decide-unverified': {
      title: 'Decide: identity was not shown',
      help: 'A person decides whether to go on or to close. A request is never closed in silence.',
      roles: ['dpo', 'governance-officer'],
    },
    'record-fee': {
      title: 'Record the fee',
      help: 'The clock starts when the fee is paid (Art 12A(2)(c)).',
      roles: caseworkers,
      awaits: 'rights.feePayment',
    },
    'search-system': {
      title: 'Search the system',
      help: 'Make a reasonable and proportionate search (Art 15(1A)), add what you find, and say how you looked.',
      roles: ['system-owner', ...caseworkers],
      withinWorkingDays: 5,
      shows: [{ form: 'triage', field: 'scope', label: 'What to look for' }],
    },
    'search-again': {
      title: 'Search the system again',
      help: 'The first search was not enough. Look again and add what you find.',
      roles: ['system-owner', ...caseworkers],
      withinWorkingDays: 3,
      shows: [{ form: 'triage', field: 'scope', label: 'What to look for' }],
    },
    review: {
      title: 'Review what was found',
      help: 'Decide each item: release, release redacted, or withhold with the exemption and the reason.',
      roles: caseworkers,
      decidesItems: true,
    },
    'record-reply': {
      title: 'Record the reply of the person consulted',
      help: 'Silence is not consent: decide whether it is reasonable to disclose without it (DPA Sch 2 ¶16).',
      roles: caseworkers,
      withinDays: REPLY_WITHIN_DAYS,
    },
    'second-check': {
      title: 'Check the review',
      help: 'A second pair of eyes: is anything released that should not be, or withheld that should not be?',
      roles: caseworkers,
      notBy: ['review'],
    },
    'dpo-advice': {
      title: 'Give the DPO’s advice',
      help: 'Advise on the withholding and redaction (Art 39(1)(a)). The accountable manager decides.',
      roles: ['dpo'],
    },
    decide: {
      title: 'Decide on disclosure',
      help: 'Approve what will be sent, or send it back with reasons. You may depart from the advice, with reasons.',
      roles: ['accountable-manager'],
      notBy: ['review'],
      adviceFrom: ['dpo-advice'],
    },
    'seek-instructions': {
      title: 'Obtain the controller’s approval',
      help: 'We act for the controller: record its approval or its instructions (Art 28(3)(a), (e)).',
      roles: caseworkers,
    },
    'prepare-response': {
      title: 'Prepare the response',
      help: 'Confirm each line that Art 15 requires and choose how it travels.',
      roles: caseworkers,
    },
    deliver: {
      title: 'Hand over the copy',
      help: 'Post, collection, reading aloud or a protected link: record how and when it was handed over.',
      roles: caseworkers,
    },
    'close-case': {
      title: 'Close the case',
      help: 'Record the outcome and, if it went late, why.',
      roles: caseworkers,
    },
    'await-clarification': {
      title: 'Record the clarification',
      help: 'The clock is paused while we wait (Art 12A(5)). They need not narrow their request.',
      roles: caseworkers,
      awaits: 'sar.clarificationAnswer',
    },
    'decide-unanswered': {
      title: 'Decide: nobody answered our question',
      help: 'A person decides whether to search for what is clear, to wait, or to close. A request is never closed in silence.',
      roles: ['dpo', 'governance-officer'],
    },
    'advise-refusal': {
      title: 'Give the DPO’s advice on refusing',
      help: 'Is the request manifestly unfounded or excessive, or wholly exempt? The burden is ours (Art 12(5)).',
      roles: ['dpo'],
    },
    'decide-refusal': {
      title: 'Decide on refusing',
      help: 'Decide whether to refuse. The letter must go before the deadline (Art 12(4)).',
      roles: ['accountable-manager'],
      adviceFrom: ['advise-refusal'],
    },
    'seek-refusal-approval': {
      title: 'Obtain the controller’s approval to refuse',
      help: 'We act for the controller, and a refusal is its decision too: record its approval or its instructions (Art 28(3)(a), (e)).',
      roles: caseworkers,
    },
    ...deathTasks,
    'send-again': {
      title: 'A letter came back: choose another way',
      help: 'Say how it was given after all, or that it could not be.',
      roles: caseworkers,
    },
  },
  letters: {
    acknowledge: {
      title: 'Acknowledgement',
      to: 'requester',
      template: 'subject-access/acknowledge',
      checked: false,
      freeParts: {},
      mandatory: {},
      confidential: false,
    },
    'ask-preservation': {
      title: 'Preservation request',
      to: 'system-owner',
      template: 'subject-access/ask-preservation',
      checked: false,
      freeParts: {},
      mandatory: { 'no-alteration': 'DPA s.173' },
      confidential: false,
    },
    'ask-owner': {
      title: 'Search request',
      to: 'system-owner',
      template: 'subject-access/ask-owner',
      checked: false,
      freeParts: {},
      mandatory: { 'no-alteration': 'DPA s.173' },
      confidential: false,
    },
    'ask-again': {
      title: 'Second search request',
      to: 'system-owner',
      template: 'subject-access/ask-again',
      checked: false,
      freeParts: {},
      mandatory: { 'no-alteration': 'DPA s.173' },
      confidential: false,
    },
    'request-identity': {
      title: 'Request for identity or authority',
      to: 'requester',
      template: 'subject-access/request-identity',
      checked: true,
      freeParts: { asked: 'What we ask for, and why' },
      mandatory: { 'reasonable-doubt': 'UK GDPR Art 12(6)' },
      confidential: false,
    },
    'send-code': {
      title: 'One-time code',
      to: 'requester',
      template: 'subject-access/send-code',
      checked: false,
      oneTimeCode: true,
      freeParts: {},
      mandatory: {},
      confidential: false,
    },
    'request-fee': {
      title: 'Request for a fee',
      to: 'requester',
      template: 'subject-access/request-fee',
      checked: true,
      freeParts: { reasons: 'Why a fee is charged' },
      proposes: {
        reasons: {
          form: 'triage',
          field: 'feeReason',
          otherwise: 'The fee covers no more than what it costs us to copy and send the information.',
        },
      },
      mandatory: { 'fee-ground': 'UK GDPR Art 12(5)', ...signpost },
      confidential: false,
    },
    'ask-clarification': {
      title: 'Request for clarification',
      to: 'requester',
      template: 'subject-access/ask-clarification',
      checked: true,
      freeParts: { question: 'What we need to know' },
      proposes: { question: { form: 'clarify', field: 'question' } },
      mandatory: { 'need-not-narrow': 'UK GDPR Art 12A(5)–(6)' },
      confidential: false,
    },
    'remind-clarification': {
      title: 'Reminder of our question',
      to: 'requester',
      template: 'subject-access/remind-clarification',
      checked: true,
      freeParts: { question: 'What we need to know' },
      proposes: { question: { form: 'clarify', field: 'question' } },
      mandatory: { 'need-not-narrow': 'UK GDPR Art 12A(5)–(6)' },
      confidential: false,
    },
    'extension-notice': {
      title: 'Notice of extension',
      to: 'requester',
      template: 'subject-access/extension-notice',
      checked: true,
      freeParts: { reasons: 'Why more time is needed in this case' },
      proposes: { reasons: { form: 'extend', field: 'reasons' } },
      effectiveOnDelivery: true,
      mandatory: { 'extension-reasons': 'UK GDPR Art 12A(3)–(4)', ...signpost },
      confidential: false,
    },
    'consult-third-party': {
      title: 'Consultation of another person',
      to: 'third-party',
      template: 'subject-access/consult-third-party',
      checked: true,
      freeParts: { information: 'What we ask about, without saying who asked unless they agreed' },
      proposes: { information: 'It is information in our records in which you are mentioned.' },
      mandatory: {},
      confidential: false,
    },
    respond: {
      title: 'Response',
      to: 'requester',
      template: 'subject-access/respond',
      checked: true,
      freeParts: { opening: 'Opening', explanation: 'Explanation of what is enclosed' },
      mandatory: responseParagraphs,
      confidential: true,
    },
    'confirm-withdrawal': {
      title: 'Confirmation of withdrawal',
      to: 'requester',
      template: 'subject-access/confirm-withdrawal',
      checked: false,
      freeParts: {},
      mandatory: {},
      confidential: false,
    },
    'refusal-letter': {
      title: 'Refusal',
      to: 'requester',
      template: 'subject-access/refusal',
      checked: true,
      freeParts: { explanation: 'The reasons, in your words' },
      mandatory: refusalParagraphs,
      confidential: true,
    },
    'forward-request': {
      title: 'Request passed to the controller',
      to: 'controller',
      template: 'subject-access/forward-request',
      checked: true,
      freeParts: { message: 'Message to the controller' },
      mandatory: { 'received-on': 'UK GDPR Art 28(3)(e)' },
      confidential: true,
    },
    'tell-forwarded': {
      title: 'We have passed your request on',
      to: 'requester',
      template: 'subject-access/tell-forwarded',
      checked: false,
      freeParts: {},
      mandatory: { ...signpost },
      confidential: false,
    },
    'closing-letter': {
      title: 'Closing without an answer',
      to: 'requester',
      template: 'subject-access/closing-letter',
      checked: true,
      freeParts: { explanation: 'Why we are closing, and how to continue' },
      proposes: {
        explanation:
          'You can send the information, or show us your authority, at any time and in any way that suits you.',
      },
      mandatory: refusalParagraphs,
      confidential: false,
    },
    'tell-not-a-request': {
      title: 'It is not a request for access',
      to: 'requester',
      template: 'subject-access/tell-not-a-request',
      checked: true,
      freeParts: { explanation: 'Why it is not one', instead: 'What they can do instead' },
      mandatory: whatARefusalOwes,
      confidential: false,
    },
    tell,
  },
  services: { 'match-identity': 'matchIdentity', assemble: 'assembleBundle' },
  actions: {
    ...sharedActions,
    extend: { title: 'Extend the time', fires: 'extension-needed', refusal: refusals.extend },
    clarify: { title: 'Ask for clarification', fires: 'clarification-needed', refusal: refusals.clarify },
    'propose-refusal': {
      title: 'Propose to refuse',
      fires: 'refusal-proposed',
      refusal: refusals.proposeRefusal,
    },
    withdraw: { title: 'Record a withdrawal', fires: 'withdrawn', refusal: refusals.open },
    'reopen-search': { title: 'Search again', fires: 'search-reopened', refusal: refusals.open },
    'letter-returned': { title: 'A letter came back', fires: 'letter-returned', refusal: refusals.open },
    'amend-request': { title: 'Correct or complete the request', refusal: refusals.open },
    ...deathActions,
    'send-code': {
      title: 'Send a one-time code',
      fires: 'code-wanted',
      refusal: (view) => whileIdentityIsChecked(view) ?? oneCodeAtATime(view),
    },
    'withdraw-identity-request': {
      title: 'Withdraw our request for identity',
      completes: { element: 'check-identity', with: { outcome: 'not-upheld' } },
      refusal: refusals.withdrawIdentityRequest,
    },
  },
  outcomes: {
    answered: { title: 'Answered in full' },
    'answered-in-part': { title: 'Answered, with some information withheld' },
    'nothing-found': { title: 'No personal data found' },
    refused: { title: 'Refused' },
    withdrawn: { title: 'Withdrawn' },
    forwarded: { title: 'Passed to the controller' },
    unanswered: { title: 'Closed without an answer' },
    'not-a-request': { title: 'Not a request for access' },
    ...deathOutcomes,
  },
  holds: subjectAccessHolds,
  clock: subjectAccessClock,
  ladder,
  stages: [
    { stage: 'received', from: ['acknowledge', 'match-identity', 'triage', 'decide-kind', 'preserve'] },
    { stage: 'identity', from: ['request-identity', 'check-identity', 'decide-unverified', 'record-fee'] },
    { stage: 'searching', from: ['search'] },
    { stage: 'review', from: ['review', 'second-check'] },
    { stage: 'decision', from: ['dpo-advice', 'decide', 'seek-instructions'] },
    { stage: 'responding', from: ['prepare-response', 'assemble', 'respond', 'deliver', 'close-case'] },
  ],
} as const satisfies CaseDefinition;
