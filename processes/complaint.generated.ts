// Generated from the diagram by processes/tools/generate.ts. Change the diagram, then generate again.

/** Changes whenever the process does; wording and layout do not count. */
export const complaintVersion = 'f4c4af605bcc';

/** The elements of processes/complaint.bpmn, by what a workflow does with them. */
export interface ComplaintSteps {
  userTask:
    | 'appoint'
    | 'check-identity'
    | 'decide-unverified'
    | 'enquire'
    | 'findings'
    | 'dpo-advice'
    | 'decide'
    | 'carry-out-action'
    | 'close-case'
    | 'answer-regulator'
    | 'send-again';
  sendTask:
    | 'acknowledge'
    | 'request-identity'
    | 'outcome-letter'
    | 'progress-letter'
    | 'stage1-notice'
    | 'tell'
    | 'confirm-withdrawal'
    | 'closing-letter';
  serviceTask: never;
  repeated: 'carry-out-actions';
  subProcess: 'establish-identity';
  wait: never;
  aside: 'progress-due' | 'stage1-longer' | 'regulator-wrote' | 'letter-returned';
  timer: 'deadline-near';
  interrupt: 'withdrawn' | 'unanswered';
  end: 'closed' | 'closed-withdrawn' | 'closed-unanswered';
  reopen: 'reopened';
}

/** What each element is, what it is called, and the sub-process it stands in. */
export const complaintElements = {
  received: {
    type: 'start',
    name: 'Complaint received',
    scope: null,
  },
  reopened: {
    type: 'message-start',
    name: 'Case reopened',
    scope: null,
  },
  'taking-up': {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  begin: {
    type: 'parallel-gateway',
    name: '',
    scope: null,
  },
  'acknowledge-now': {
    type: 'exclusive-gateway',
    name: 'Acknowledge it separately?',
    scope: null,
  },
  acknowledge: {
    type: 'send-task',
    name: 'Acknowledge the complaint',
    scope: null,
  },
  acknowledged: {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  appointing: {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  appoint: {
    type: 'user-task',
    name: 'Appoint somebody to enquire',
    scope: null,
  },
  'identity-in-doubt': {
    type: 'exclusive-gateway',
    name: 'Is identity or authority in doubt?',
    scope: null,
  },
  'establish-identity': {
    type: 'sub-process',
    name: 'Establish identity or authority',
    scope: null,
  },
  'doubt-recorded': {
    type: 'start',
    name: 'Doubt recorded',
    scope: 'establish-identity',
  },
  'asking-identity': {
    type: 'exclusive-gateway',
    name: '',
    scope: 'establish-identity',
  },
  'request-identity': {
    type: 'send-task',
    name: 'Ask for proof of identity',
    scope: 'establish-identity',
  },
  'check-identity': {
    type: 'user-task',
    name: 'Check who is asking',
    scope: 'establish-identity',
  },
  'identity-shown': {
    type: 'exclusive-gateway',
    name: 'What came of it?',
    scope: 'establish-identity',
  },
  'decide-unverified': {
    type: 'user-task',
    name: 'Decide: identity was not shown',
    scope: 'establish-identity',
  },
  'unverified-decision': {
    type: 'exclusive-gateway',
    name: 'What is decided?',
    scope: 'establish-identity',
  },
  'identity-over': {
    type: 'exclusive-gateway',
    name: '',
    scope: 'establish-identity',
  },
  'identity-settled': {
    type: 'end',
    name: 'Identity settled',
    scope: 'establish-identity',
  },
  'identity-not-shown': {
    type: 'error-end',
    name: 'Identity not shown',
    scope: 'establish-identity',
  },
  'identity-known': {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  enquiring: {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  enquire: {
    type: 'user-task',
    name: 'Make enquiries',
    scope: null,
  },
  enquired: {
    type: 'exclusive-gateway',
    name: 'What came of it?',
    scope: null,
  },
  findings: {
    type: 'user-task',
    name: 'Write the findings',
    scope: null,
  },
  'advice-owed': {
    type: 'exclusive-gateway',
    name: 'Is the DPO asked?',
    scope: null,
  },
  'dpo-advice': {
    type: 'user-task',
    name: 'Give the DPO’s advice',
    scope: null,
  },
  advised: {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  decide: {
    type: 'user-task',
    name: 'Decide on the complaint',
    scope: null,
  },
  decided: {
    type: 'exclusive-gateway',
    name: 'Agreed?',
    scope: null,
  },
  'outcome-letter': {
    type: 'send-task',
    name: 'Tell the outcome',
    scope: null,
  },
  'carry-out-actions': {
    type: 'repeated-sub-process',
    name: 'Carry out each action',
    scope: null,
  },
  'action-promised': {
    type: 'start',
    name: 'Action promised',
    scope: 'carry-out-actions',
  },
  acting: {
    type: 'exclusive-gateway',
    name: '',
    scope: 'carry-out-actions',
  },
  'carry-out-action': {
    type: 'user-task',
    name: 'Carry out the action',
    scope: 'carry-out-actions',
  },
  'action-done': {
    type: 'exclusive-gateway',
    name: 'Is it done?',
    scope: 'carry-out-actions',
  },
  'action-over': {
    type: 'end',
    name: 'Dealt with',
    scope: 'carry-out-actions',
  },
  'dealt-with': {
    type: 'parallel-gateway',
    name: '',
    scope: null,
  },
  'close-case': {
    type: 'user-task',
    name: 'Close with the lessons',
    scope: null,
  },
  closed: {
    type: 'end',
    name: 'Case closed',
    scope: null,
  },
  progress: {
    type: 'event-sub-process',
    name: 'News of progress',
    scope: null,
  },
  'progress-due': {
    type: 'message-start',
    name: 'News is due',
    scope: 'progress',
  },
  'progress-letter': {
    type: 'send-task',
    name: 'Tell how far it is',
    scope: 'progress',
  },
  'progress-told': {
    type: 'end',
    name: 'Told how far it is',
    scope: 'progress',
  },
  'stage1-extension': {
    type: 'event-sub-process',
    name: 'Stage 1 takes longer',
    scope: null,
  },
  'stage1-longer': {
    type: 'message-start',
    name: 'Stage 1 takes longer',
    scope: 'stage1-extension',
  },
  'stage1-notice': {
    type: 'send-task',
    name: 'Tell that stage 1 takes longer',
    scope: 'stage1-extension',
  },
  'stage1-told': {
    type: 'end',
    name: 'Told that it takes longer',
    scope: 'stage1-extension',
  },
  'regulator-correspondence': {
    type: 'event-sub-process',
    name: 'The regulator writes',
    scope: null,
  },
  'regulator-wrote': {
    type: 'message-start',
    name: 'The regulator wrote',
    scope: 'regulator-correspondence',
  },
  'answer-regulator': {
    type: 'user-task',
    name: 'Answer the regulator',
    scope: 'regulator-correspondence',
  },
  'regulator-answered': {
    type: 'end',
    name: 'Regulator answered',
    scope: 'regulator-correspondence',
  },
  'returned-letter': {
    type: 'event-sub-process',
    name: 'Returned letter',
    scope: null,
  },
  'letter-returned': {
    type: 'message-start',
    name: 'A letter came back',
    scope: 'returned-letter',
  },
  'send-again': {
    type: 'user-task',
    name: 'Choose another way',
    scope: 'returned-letter',
  },
  'given-otherwise': {
    type: 'end',
    name: 'Dealt with',
    scope: 'returned-letter',
  },
  escalation: {
    type: 'event-sub-process',
    name: 'Escalation',
    scope: null,
  },
  'deadline-near': {
    type: 'timer-start',
    name: 'Deadline near',
    scope: 'escalation',
  },
  tell: {
    type: 'send-task',
    name: 'Tell those concerned',
    scope: 'escalation',
  },
  told: {
    type: 'end',
    name: 'Told',
    scope: 'escalation',
  },
  withdrawal: {
    type: 'event-sub-process',
    name: 'Withdrawn',
    scope: null,
  },
  withdrawn: {
    type: 'message-start',
    name: 'Request withdrawn',
    scope: 'withdrawal',
  },
  'confirm-withdrawal': {
    type: 'send-task',
    name: 'Confirm the withdrawal',
    scope: 'withdrawal',
  },
  'closed-withdrawn': {
    type: 'end',
    name: 'Case closed: withdrawn',
    scope: 'withdrawal',
  },
  closing: {
    type: 'event-sub-process',
    name: 'Closed without an answer',
    scope: null,
  },
  unanswered: {
    type: 'error-start',
    name: 'Identity not shown',
    scope: 'closing',
  },
  'still-there': {
    type: 'exclusive-gateway',
    name: 'Has the person died?',
    scope: 'closing',
  },
  'closing-letter': {
    type: 'send-task',
    name: 'Tell them how to continue',
    scope: 'closing',
  },
  'told-how': {
    type: 'exclusive-gateway',
    name: '',
    scope: 'closing',
  },
  'closed-unanswered': {
    type: 'end',
    name: 'Case closed: not answered',
    scope: 'closing',
  },
} as const;
