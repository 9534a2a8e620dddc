/**
 * A complaint to us (DPA 2018 s.164A), and as a form of it the internal review of an answer to a request for
 * information: what the process is made of. Nobody must come to us before the regulator (s.165).
 * The order of things is in processes/complaint.bpmn and workflows/complaint.ts.
 */
import { complaintActions } from './complaint/actions';
import { complaintClock, complaintEscalates, complaintTimers } from './complaint/clock';
import type { CaseDefinition } from './definition';
import { caseworkers, decisionTasks, rightsLetters, rightsTasks, signpost } from './rights';
import { ladder } from './shared';

const governance = ['governance-officer', 'dpo'] as const;
const {
  'check-identity': checkIdentity,
  'decide-unverified': decideUnverified,
  'send-again': sendAgain,
  'close-case': closeCase,
} = rightsTasks;
const { 'dpo-advice': advise, decide } = decisionTasks('findings');
const { 'complain-to-regulator': toRegulator } = signpost;

const ombudsmansCode = 'Housing Ombudsman Complaint Handling Code (guidance)';

const issues = [
  { form: 'log-request', field: 'request', label: 'What they complain of' },
  { form: 'log-request', field: 'issues', label: 'Issue by issue' },
  { form: 'appoint', field: 'task', label: 'What to find out' },
];

export const complaint = {
  kind: 'complaint',
  prefix: 'CMP',
  title: 'Complaint',
  requestNoun: 'complaint',
  answeredBy: ['outcome-letter', 'closing-letter'],
  timer: 'complaint.ack',
  timers: complaintTimers,
  alsoEscalates: complaintEscalates,
  facts: ({ complaints }, { housing }) => ({
    alsoHousing: housing === 'yes' && complaints.housingComplaints,
    dpoAdvises: complaints.dpoAdvises,
  }),
  aboutItem: (_profile, element, item) => (element === 'carry-out-action' ? `Action ${item}` : null),
  tasks: {
    appoint: {
      title: 'Appoint somebody to enquire',
      help: 'Somebody who did not decide what is complained of. Enquiries begin on receipt; they wait for no acknowledgement (DPA s.164A(4)).',
      roles: caseworkers,
      withinWorkingDays: 2,
      restsOn: ['log-request'],
    },
    'check-identity': {
      ...checkIdentity,
      help: 'Record what was seen. The clock of a complaint does not wait for it.',
    },
    'decide-unverified': decideUnverified,
    enquire: {
      title: 'Make enquiries',
      help: 'Find out what happened, to the extent appropriate. If it takes longer, the person hears how far it is (DPA s.164A(5)).',
      roles: ['named', ...governance],
      withinWorkingDays: 10,
      shows: issues,
    },
    findings: {
      title: 'Write the findings',
      help: 'For each issue a conclusion with your reasons, and what is done about it. The person reads them.',
      roles: ['named', ...governance],
      withinWorkingDays: 5,
      restsOn: ['enquire', 'dpo-advice', 'decide'],
      shows: issues,
    },
    'dpo-advice': { ...advise, help: 'Is each conclusion right in law, and is enough done (Art 39(1)(a))?' },
    decide: {
      ...decide,
      title: 'Decide on the complaint',
      help: 'Agree with the findings, or send them back with reasons. You may depart from the DPO’s advice, with reasons.',
    },
    'carry-out-action': {
      title: 'Carry out an action from a complaint',
      help: 'It was promised to the person who complained. Do it by the day agreed, and say what shows that it is done.',
      roles: ['named', ...governance],
      outlivesDeadline: true,
      shows: [{ form: 'findings', field: 'actions', cell: 'what', label: 'What is to be done' }],
    },
    'answer-regulator': {
      title: 'Answer the regulator',
      help: 'By the date that the regulator set. The complaint here goes on meanwhile.',
      roles: ['named', ...governance],
      outlivesDeadline: true,
      shows: [{ form: 'regulator-wrote', field: 'asked', label: 'What the regulator asks' }],
    },
    'send-again': sendAgain,
    'close-case': {
      ...closeCase,
      title: 'Close with the lessons',
      help: 'What was learnt, so that it does not happen again; and, if it went late, why.',
      outlivesDeadline: true,
    },
  },
  letters: {
    acknowledge: {
      ...rightsLetters.acknowledge,
      template: 'complaint/acknowledge',
      mandatory: { 'complaint-steps': 'DPA s.164A(3)–(5)', 'complain-to-regulator': toRegulator },
    },
    'request-identity': rightsLetters['request-identity'],
    'progress-letter': {
      title: 'News of progress',
      to: 'requester',
      template: 'complaint/progress-letter',
      checked: true,
      freeParts: { news: 'What has been done, and what comes next' },
      mandatory: { 'complain-to-regulator': toRegulator },
      confidential: true,
    },
    'stage1-notice': {
      title: 'Stage 1 takes longer',
      to: 'requester',
      template: 'complaint/stage1-notice',
      checked: true,
      freeParts: { reasons: 'Why it takes longer' },
      proposes: { reasons: { form: 'extend-housing', field: 'reasons' } },
      effectiveOnDelivery: true,
      mandatory: {
        'stage1-reasons': ombudsmansCode,
        'stage1-date': ombudsmansCode,
        'housing-ombudsman': ombudsmansCode,
        'data-protection-meanwhile': 'DPA s.164A(4)–(5)',
        'complain-to-regulator': toRegulator,
      },
      confidential: true,
    },
    'outcome-letter': {
      title: 'Outcome',
      to: 'requester',
      template: 'complaint/outcome-letter',
      checked: true,
      freeParts: { opening: 'Opening', closing: 'Anything to add' },
      optionalParts: ['opening', 'closing'],
      mandatory: { 'complain-to-regulator': toRegulator, 'after-complaint': 'DPA ss.167–168; FOIA s.50' },
      confidential: true,
    },
    'confirm-withdrawal': {
      ...rightsLetters['confirm-withdrawal'],
      template: 'complaint/confirm-withdrawal',
      mandatory: { 'complain-to-regulator': toRegulator },
    },
    'closing-letter': {
      ...rightsLetters['closing-letter'],
      template: 'complaint/closing-letter',
      mandatory: { 'complain-to-regulator': toRegulator, 'after-complaint': 'DPA ss.167–168; FOIA s.50' },
    },
    tell: rightsLetters.tell,
  },
  services: {},
  actions: complaintActions,
  outcomes: {
    upheld: { title: 'Upheld' },
    'upheld-in-part': { title: 'Upheld in part' },
    'not-upheld': { title: 'Not upheld' },
    withdrawn: { title: 'Withdrawn' },
    unanswered: { title: 'Closed without an answer' },
  },
  clock: complaintClock,
  ladder,
  stages: [
    { stage: 'received', from: ['acknowledge', 'appoint'] },
    { stage: 'identity', from: ['request-identity', 'check-identity', 'decide-unverified'] },
    { stage: 'assessing', from: ['enquire', 'findings'] },
    { stage: 'advice', from: ['dpo-advice'] },
    { stage: 'decision', from: ['decide'] },
    { stage: 'responding', from: ['outcome-letter'] },
    { stage: 'carrying-out', from: ['carry-out-actions'] },
    { stage: 'lessons', from: ['close-case'] },
  ],
} as const satisfies CaseDefinition;
