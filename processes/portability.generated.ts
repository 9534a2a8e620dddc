// Generated from the diagram by processes/tools/generate.ts. Change the diagram, then generate again.

/** Changes whenever the process does; wording and layout do not count. */
export const portabilityVersion = '2f654206bf08';

/** The elements of processes/portability.bpmn, by what a workflow does with them. */
export interface PortabilitySteps {
  userTask:
    | 'triage'
    | 'check-identity'
    | 'decide-unverified'
    | 'assess-scope'
    | 'second-check'
    | 'dpo-advice'
    | 'decide'
    | 'seek-instructions'
    | 'extract'
    | 'review'
    | 'advise-undone'
    | 'decide-undone'
    | 'transmit'
    | 'deliver'
    | 'close-case'
    | 'advise-refusal'
    | 'decide-refusal'
    | 'instruct-refusal'
    | 'send-again'
    | 'decide-after-death';
  sendTask:
    | 'acknowledge'
    | 'request-identity'
    | 'ask-extract'
    | 'respond'
    | 'extension-notice'
    | 'refusal-letter'
    | 'tell'
    | 'confirm-withdrawal'
    | 'closing-letter';
  serviceTask: 'export';
  repeated: 'extract-everywhere';
  subProcess: 'establish-identity';
  wait: never;
  aside: 'extension-needed' | 'refusal-proposed' | 'letter-returned' | 'death-recorded';
  timer: 'deadline-near';
  interrupt: 'refused' | 'withdrawn' | 'unanswered' | 'deceased';
  end: 'closed' | 'closed-refused' | 'closed-withdrawn' | 'closed-unanswered' | 'closed-deceased';
  reopen: 'reopened';
}

/** What each element is, what it is called, and the sub-process it stands in. */
export const portabilityElements = {
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
  acknowledge: {
    type: 'send-task',
    name: 'Acknowledge the request',
    scope: null,
  },
  triage: {
    type: 'user-task',
    name: 'Check the request',
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
  assessing: {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  'assess-scope': {
    type: 'user-task',
    name: 'Assess what is portable',
    scope: null,
  },
  'what-is-portable': {
    type: 'exclusive-gateway',
    name: 'What is portable?',
    scope: null,
  },
  'second-check': {
    type: 'user-task',
    name: 'Check the proposal',
    scope: null,
  },
  'is-it-right': {
    type: 'exclusive-gateway',
    name: 'Is it right?',
    scope: null,
  },
  'dpo-advice': {
    type: 'user-task',
    name: 'Give the DPO’s advice',
    scope: null,
  },
  decide: {
    type: 'user-task',
    name: 'Decide on the request',
    scope: null,
  },
  decided: {
    type: 'exclusive-gateway',
    name: 'What is decided?',
    scope: null,
  },
  'agreed-by-us': {
    type: 'exclusive-gateway',
    name: '',
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
  'anything-portable': {
    type: 'exclusive-gateway',
    name: 'Is anything portable?',
    scope: null,
  },
  'to-extract': {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  'extract-everywhere': {
    type: 'repeated-sub-process',
    name: 'Extract the data, on each system',
    scope: null,
  },
  'to-be-extracted': {
    type: 'start',
    name: 'To be extracted',
    scope: 'extract-everywhere',
  },
  'ask-extract': {
    type: 'send-task',
    name: 'Ask the owner for the data',
    scope: 'extract-everywhere',
  },
  extracting: {
    type: 'exclusive-gateway',
    name: '',
    scope: 'extract-everywhere',
  },
  extract: {
    type: 'user-task',
    name: 'Extract the data',
    scope: 'extract-everywhere',
  },
  extracted: {
    type: 'exclusive-gateway',
    name: 'What came of it?',
    scope: 'extract-everywhere',
  },
  'extracted-here': {
    type: 'end',
    name: 'Extracted here',
    scope: 'extract-everywhere',
  },
  reviewing: {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  review: {
    type: 'user-task',
    name: 'Consider the rights of others',
    scope: null,
  },
  'may-it-go': {
    type: 'exclusive-gateway',
    name: 'May it go?',
    scope: null,
  },
  'anything-undone': {
    type: 'exclusive-gateway',
    name: 'Is anything withheld?',
    scope: null,
  },
  'advise-undone': {
    type: 'user-task',
    name: 'Give the DPO’s advice on what is withheld',
    scope: null,
  },
  'decide-undone': {
    type: 'user-task',
    name: 'Decide on what is withheld',
    scope: null,
  },
  'undone-decision': {
    type: 'exclusive-gateway',
    name: 'What is decided?',
    scope: null,
  },
  exporting: {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  export: {
    type: 'service-task',
    name: 'Make the export',
    scope: null,
  },
  'sent-on': {
    type: 'exclusive-gateway',
    name: 'Does it go straight to another controller?',
    scope: null,
  },
  transmit: {
    type: 'user-task',
    name: 'Transmit it to the other controller',
    scope: null,
  },
  answering: {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  'nothing-portable': {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  respond: {
    type: 'send-task',
    name: 'Send the answer',
    scope: null,
  },
  'handed-over': {
    type: 'exclusive-gateway',
    name: 'Is there anything to hand over?',
    scope: null,
  },
  deliver: {
    type: 'user-task',
    name: 'Hand over the data',
    scope: null,
  },
  over: {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  'close-case': {
    type: 'user-task',
    name: 'Close the case',
    scope: null,
  },
  closed: {
    type: 'end',
    name: 'Case closed',
    scope: null,
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
    name: 'Give the DPO’s advice on refusing',
    scope: 'refusal',
  },
  'decide-refusal': {
    type: 'user-task',
    name: 'Decide on refusing',
    scope: 'refusal',
  },
  refuse: {
    type: 'exclusive-gateway',
    name: 'Refuse?',
    scope: 'refusal',
  },
  'controller-on-refusal': {
    type: 'exclusive-gateway',
    name: 'Must the controller approve?',
    scope: 'refusal',
  },
  'instruct-refusal': {
    type: 'user-task',
    name: 'Obtain the controller’s approval of refusing',
    scope: 'refusal',
  },
  'refusal-instructions': {
    type: 'exclusive-gateway',
    name: 'Does it approve?',
    scope: 'refusal',
  },
  'refusal-cleared': {
    type: 'exclusive-gateway',
    name: '',
    scope: 'refusal',
  },
  'refusal-off': {
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
