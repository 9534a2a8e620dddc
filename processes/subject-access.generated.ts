// Generated from the diagram by processes/tools/generate.ts. Change the diagram, then generate again.

/** Changes whenever the process does; wording and layout do not count. */
export const subjectAccessVersion = 'cae08eb9441f';

/** The elements of processes/subject-access.bpmn, by what a workflow does with them. */
export interface SubjectAccessSteps {
  userTask:
    | 'preserve-evidence'
    | 'triage'
    | 'decide-kind'
    | 'check-identity'
    | 'decide-unverified'
    | 'record-fee'
    | 'search-system'
    | 'review'
    | 'record-reply'
    | 'second-check'
    | 'dpo-advice'
    | 'decide'
    | 'seek-instructions'
    | 'prepare-response'
    | 'deliver'
    | 'close-case'
    | 'await-clarification'
    | 'decide-unanswered'
    | 'search-again'
    | 'advise-refusal'
    | 'decide-refusal'
    | 'seek-refusal-approval'
    | 'send-again'
    | 'check-code'
    | 'decide-after-death';
  sendTask:
    | 'ask-preservation'
    | 'acknowledge'
    | 'request-identity'
    | 'request-fee'
    | 'ask-owner'
    | 'consult-third-party'
    | 'respond'
    | 'ask-clarification'
    | 'remind-clarification'
    | 'ask-again'
    | 'extension-notice'
    | 'send-code'
    | 'tell'
    | 'confirm-withdrawal'
    | 'refusal-letter'
    | 'forward-request'
    | 'tell-forwarded'
    | 'closing-letter'
    | 'tell-not-a-request';
  serviceTask: 'match-identity' | 'assemble';
  repeated: 'preserve' | 'search' | 'consult';
  subProcess: 'establish-identity';
  wait: never;
  aside:
    | 'clarification-needed'
    | 'search-reopened'
    | 'extension-needed'
    | 'refusal-proposed'
    | 'letter-returned'
    | 'code-wanted'
    | 'death-recorded';
  timer: 'deadline-near';
  interrupt: 'withdrawn' | 'refused' | 'forward' | 'unanswered' | 'not-a-request' | 'deceased';
  end:
    | 'answered'
    | 'closed-withdrawn'
    | 'closed-refused'
    | 'closed-forwarded'
    | 'closed-unanswered'
    | 'closed-not-a-request'
    | 'closed-deceased';
  reopen: 'reopened';
}

/** What each element is, what it is called, and the sub-process it stands in. */
export const subjectAccessElements = {
  received: {
    type: 'start',
    name: 'Request received',
    scope: null,
  },
  begin: {
    type: 'parallel-gateway',
    name: '',
    scope: null,
  },
  preserve: {
    type: 'repeated-sub-process',
    name: 'Preserve, for each system that overwrites',
    scope: null,
  },
  'at-risk': {
    type: 'start',
    name: 'At risk of loss',
    scope: 'preserve',
  },
  'ask-preservation': {
    type: 'send-task',
    name: 'Ask the owner to preserve',
    scope: 'preserve',
  },
  'preserve-evidence': {
    type: 'user-task',
    name: 'Preserve what is at risk',
    scope: 'preserve',
  },
  'evidence-safe': {
    type: 'end',
    name: 'Evidence safe',
    scope: 'preserve',
  },
  acknowledge: {
    type: 'send-task',
    name: 'Acknowledge the request',
    scope: null,
  },
  'match-identity': {
    type: 'service-task',
    name: 'Compare with the people index',
    scope: null,
  },
  checking: {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  triage: {
    type: 'user-task',
    name: 'Check the request',
    scope: null,
  },
  'who-answers': {
    type: 'exclusive-gateway',
    name: 'Who answers?',
    scope: null,
  },
  'to-controller': {
    type: 'error-end',
    name: 'For the controller',
    scope: null,
  },
  'decide-kind': {
    type: 'user-task',
    name: 'Decide: it asks for something else',
    scope: null,
  },
  'kind-decision': {
    type: 'exclusive-gateway',
    name: 'Is it a request for access?',
    scope: null,
  },
  'something-else': {
    type: 'error-end',
    name: 'Something else',
    scope: null,
  },
  work: {
    type: 'parallel-gateway',
    name: '',
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
  'not-for-access': {
    type: 'error-end',
    name: 'Asks for something else',
    scope: 'establish-identity',
  },
  died: {
    type: 'error-end',
    name: 'The person has died',
    scope: 'establish-identity',
  },
  'identity-known': {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  'fee-charged': {
    type: 'exclusive-gateway',
    name: 'Is a fee charged?',
    scope: null,
  },
  'request-fee': {
    type: 'send-task',
    name: 'Ask for the fee',
    scope: null,
  },
  'record-fee': {
    type: 'user-task',
    name: 'Record the fee',
    scope: null,
  },
  'fee-settled': {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  search: {
    type: 'repeated-sub-process',
    name: 'Search, in each system',
    scope: null,
  },
  'search-wanted': {
    type: 'start',
    name: 'Search wanted',
    scope: 'search',
  },
  'ask-owner': {
    type: 'send-task',
    name: 'Ask the owner to search',
    scope: 'search',
  },
  'search-system': {
    type: 'user-task',
    name: 'Search the system',
    scope: 'search',
  },
  'system-searched': {
    type: 'end',
    name: 'System searched',
    scope: 'search',
  },
  'work-done': {
    type: 'parallel-gateway',
    name: '',
    scope: null,
  },
  ready: {
    type: 'parallel-gateway',
    name: '',
    scope: null,
  },
  reopened: {
    type: 'message-start',
    name: 'Case reopened',
    scope: null,
  },
  reviewing: {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  review: {
    type: 'user-task',
    name: 'Review what was found',
    scope: null,
  },
  'others-to-consult': {
    type: 'exclusive-gateway',
    name: 'Must others be consulted?',
    scope: null,
  },
  consult: {
    type: 'repeated-sub-process',
    name: 'Consult each other person concerned',
    scope: null,
  },
  concerned: {
    type: 'start',
    name: 'Person concerned',
    scope: 'consult',
  },
  'consult-third-party': {
    type: 'send-task',
    name: 'Ask whether they agree',
    scope: 'consult',
  },
  'record-reply': {
    type: 'user-task',
    name: 'Record the reply',
    scope: 'consult',
  },
  consulted: {
    type: 'end',
    name: 'Consulted',
    scope: 'consult',
  },
  'consultation-over': {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  'second-check': {
    type: 'user-task',
    name: 'Check the review',
    scope: null,
  },
  'check-result': {
    type: 'exclusive-gateway',
    name: 'Is the review right?',
    scope: null,
  },
  'advice-needed': {
    type: 'exclusive-gateway',
    name: 'Is the DPO’s advice needed?',
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
    name: 'Decide on disclosure',
    scope: null,
  },
  decision: {
    type: 'exclusive-gateway',
    name: 'Approved?',
    scope: null,
  },
  'controller-approves': {
    type: 'exclusive-gateway',
    name: 'Must the controller approve?',
    scope: null,
  },
  'seek-instructions': {
    type: 'user-task',
    name: 'Obtain the controller’s approval',
    scope: null,
  },
  instructions: {
    type: 'exclusive-gateway',
    name: 'Does it approve?',
    scope: null,
  },
  cleared: {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  'prepare-response': {
    type: 'user-task',
    name: 'Prepare the response',
    scope: null,
  },
  'response-prepared': {
    type: 'exclusive-gateway',
    name: 'Is all of it decided?',
    scope: null,
  },
  assemble: {
    type: 'service-task',
    name: 'Assemble the copy',
    scope: null,
  },
  respond: {
    type: 'send-task',
    name: 'Send the response',
    scope: null,
  },
  deliver: {
    type: 'user-task',
    name: 'Hand over the copy',
    scope: null,
  },
  'close-case': {
    type: 'user-task',
    name: 'Close the case',
    scope: null,
  },
  answered: {
    type: 'terminate-end',
    name: 'Answered: case closed',
    scope: null,
  },
  clarification: {
    type: 'event-sub-process',
    name: 'Clarification',
    scope: null,
  },
  'clarification-needed': {
    type: 'message-start',
    name: 'Clarification needed',
    scope: 'clarification',
  },
  'ask-clarification': {
    type: 'send-task',
    name: 'Ask what is meant',
    scope: 'clarification',
  },
  asked: {
    type: 'exclusive-gateway',
    name: '',
    scope: 'clarification',
  },
  'await-clarification': {
    type: 'user-task',
    name: 'Record the clarification',
    scope: 'clarification',
  },
  'clarification-result': {
    type: 'exclusive-gateway',
    name: 'Answered?',
    scope: 'clarification',
  },
  'decide-unanswered': {
    type: 'user-task',
    name: 'Decide: nobody answered',
    scope: 'clarification',
  },
  'unanswered-decision': {
    type: 'exclusive-gateway',
    name: 'What is decided?',
    scope: 'clarification',
  },
  reminded: {
    type: 'exclusive-gateway',
    name: '',
    scope: 'clarification',
  },
  'remind-clarification': {
    type: 'send-task',
    name: 'Remind them of the question',
    scope: 'clarification',
  },
  'question-over': {
    type: 'exclusive-gateway',
    name: '',
    scope: 'clarification',
  },
  clarified: {
    type: 'end',
    name: 'Clarified',
    scope: 'clarification',
  },
  'not-clarified': {
    type: 'error-end',
    name: 'Never clarified',
    scope: 'clarification',
  },
  'another-search': {
    type: 'event-sub-process',
    name: 'Another search',
    scope: null,
  },
  'search-reopened': {
    type: 'message-start',
    name: 'Search reopened',
    scope: 'another-search',
  },
  'ask-again': {
    type: 'send-task',
    name: 'Ask the owner again',
    scope: 'another-search',
  },
  'search-again': {
    type: 'user-task',
    name: 'Search the system again',
    scope: 'another-search',
  },
  'searched-again': {
    type: 'end',
    name: 'Searched again',
    scope: 'another-search',
  },
  extension: {
    type: 'event-sub-process',
    name: 'Extension of time',
    scope: null,
  },
  'extension-needed': {
    type: 'message-start',
    name: 'Extension needed',
    scope: 'extension',
  },
  'extension-notice': {
    type: 'send-task',
    name: 'Give notice of the extension',
    scope: 'extension',
  },
  extended: {
    type: 'end',
    name: 'Extended',
    scope: 'extension',
  },
  refusal: {
    type: 'event-sub-process',
    name: 'Proposal to refuse',
    scope: null,
  },
  'refusal-proposed': {
    type: 'message-start',
    name: 'Refusal proposed',
    scope: 'refusal',
  },
  'advise-refusal': {
    type: 'user-task',
    name: 'Advise on refusing',
    scope: 'refusal',
  },
  'decide-refusal': {
    type: 'user-task',
    name: 'Decide on refusing',
    scope: 'refusal',
  },
  'refusal-decision': {
    type: 'exclusive-gateway',
    name: 'Refuse?',
    scope: 'refusal',
  },
  'refusal-instructed': {
    type: 'exclusive-gateway',
    name: 'Must the controller approve?',
    scope: 'refusal',
  },
  'seek-refusal-approval': {
    type: 'user-task',
    name: 'Obtain the controller’s approval to refuse',
    scope: 'refusal',
  },
  'refusal-approval': {
    type: 'exclusive-gateway',
    name: 'Does it approve?',
    scope: 'refusal',
  },
  'refusal-cleared': {
    type: 'exclusive-gateway',
    name: '',
    scope: 'refusal',
  },
  'refusal-not-made': {
    type: 'exclusive-gateway',
    name: '',
    scope: 'refusal',
  },
  'refusal-decided': {
    type: 'error-end',
    name: 'Refusal decided',
    scope: 'refusal',
  },
  'refusal-dropped': {
    type: 'end',
    name: 'Not refused',
    scope: 'refusal',
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
  'one-time-code': {
    type: 'event-sub-process',
    name: 'One-time code',
    scope: null,
  },
  'code-wanted': {
    type: 'message-start',
    name: 'Code wanted',
    scope: 'one-time-code',
  },
  'send-code': {
    type: 'send-task',
    name: 'Send a one-time code',
    scope: 'one-time-code',
  },
  'code-sent': {
    type: 'exclusive-gateway',
    name: 'Was it sent?',
    scope: 'one-time-code',
  },
  'check-code': {
    type: 'user-task',
    name: 'Check the code',
    scope: 'one-time-code',
  },
  'code-checked': {
    type: 'end',
    name: 'Code checked',
    scope: 'one-time-code',
  },
  'no-code-sent': {
    type: 'end',
    name: 'No code sent',
    scope: 'one-time-code',
  },
  death: {
    type: 'event-sub-process',
    name: 'Death of the person',
    scope: null,
  },
  'death-recorded': {
    type: 'message-start',
    name: 'Death recorded',
    scope: 'death',
  },
  'decide-after-death': {
    type: 'user-task',
    name: 'Decide after a death',
    scope: 'death',
  },
  'death-decision': {
    type: 'exclusive-gateway',
    name: 'What is decided?',
    scope: 'death',
  },
  'close-after-death': {
    type: 'error-end',
    name: 'To be closed',
    scope: 'death',
  },
  'goes-on': {
    type: 'end',
    name: 'Goes on',
    scope: 'death',
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
    name: 'Tell those who must know',
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
  refusing: {
    type: 'event-sub-process',
    name: 'Refused',
    scope: null,
  },
  refused: {
    type: 'error-start',
    name: 'Refusal decided',
    scope: 'refusing',
  },
  'refusal-letter': {
    type: 'send-task',
    name: 'Send the refusal',
    scope: 'refusing',
  },
  'closed-refused': {
    type: 'end',
    name: 'Case closed: refused',
    scope: 'refusing',
  },
  forwarding: {
    type: 'event-sub-process',
    name: 'Passed to the controller',
    scope: null,
  },
  forward: {
    type: 'error-start',
    name: 'For the controller',
    scope: 'forwarding',
  },
  'forward-request': {
    type: 'send-task',
    name: 'Pass the request to the controller',
    scope: 'forwarding',
  },
  'tell-forwarded': {
    type: 'send-task',
    name: 'Tell the requester',
    scope: 'forwarding',
  },
  'closed-forwarded': {
    type: 'end',
    name: 'Case closed: passed on',
    scope: 'forwarding',
  },
  closing: {
    type: 'event-sub-process',
    name: 'Closed without an answer',
    scope: null,
  },
  unanswered: {
    type: 'error-start',
    name: 'No answer came',
    scope: 'closing',
  },
  'closing-letter': {
    type: 'send-task',
    name: 'Send the closing letter',
    scope: 'closing',
  },
  'closed-unanswered': {
    type: 'end',
    name: 'Case closed: not answered',
    scope: 'closing',
  },
  'another-matter': {
    type: 'event-sub-process',
    name: 'Not a request for access',
    scope: null,
  },
  'not-a-request': {
    type: 'error-start',
    name: 'Asks for something else',
    scope: 'another-matter',
  },
  'tell-not-a-request': {
    type: 'send-task',
    name: 'Say what to do instead',
    scope: 'another-matter',
  },
  'closed-not-a-request': {
    type: 'end',
    name: 'Case closed: not a request for access',
    scope: 'another-matter',
  },
  'after-death': {
    type: 'event-sub-process',
    name: 'Closed after a death',
    scope: null,
  },
  deceased: {
    type: 'error-start',
    name: 'The person has died',
    scope: 'after-death',
  },
  'closed-deceased': {
    type: 'end',
    name: 'Case closed: the person has died',
    scope: 'after-death',
  },
} as const;
