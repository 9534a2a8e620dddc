// Generated from the diagram by processes/tools/generate.ts. Change the diagram, then generate again.

/** Changes whenever the process does; wording and layout do not count. */
export const objectionVersion = 'e62b05b2b26c';

/** The elements of processes/objection.bpmn, by what a workflow does with them. */
export interface ObjectionSteps {
  userTask:
    | 'stop-at-once'
    | 'suppress'
    | 'triage'
    | 'check-identity'
    | 'decide-unverified'
    | 'decide-uses'
    | 'assess-objection'
    | 'dpo-advice'
    | 'decide'
    | 'seek-instructions'
    | 'carry-out'
    | 'advise-undone'
    | 'decide-undone'
    | 'choose-notice'
    | 'confirm-recipient'
    | 'decide-not-told'
    | 'close-case'
    | 'advise-refusal'
    | 'decide-refusal'
    | 'instruct-refusal'
    | 'send-again'
    | 'decide-after-death'
    | 'finish';
  sendTask:
    | 'ask-stop'
    | 'confirm-stopped'
    | 'acknowledge'
    | 'request-identity'
    | 'propose-restriction'
    | 'ask-carry-out'
    | 'notify-recipient'
    | 'remind-recipient'
    | 'outcome-letter'
    | 'extension-notice'
    | 'refusal-letter'
    | 'tell'
    | 'confirm-withdrawal'
    | 'closing-letter'
    | 'ask-finish';
  serviceTask: never;
  repeated: 'stop-everywhere' | 'carry-out-everywhere' | 'tell-recipients' | 'finish-everywhere';
  subProcess: 'establish-identity';
  wait: 'await-recipient';
  aside: 'extension-needed' | 'refusal-proposed' | 'letter-returned' | 'death-recorded';
  timer: 'deadline-near';
  interrupt: 'refused' | 'withdrawn' | 'unanswered' | 'deceased';
  end: 'closed' | 'closed-refused' | 'closed-withdrawn' | 'closed-unanswered' | 'closed-deceased';
  reopen: 'reopened';
}

/** What each element is, what it is called, and the sub-process it stands in. */
export const objectionElements = {
  received: {
    type: 'start',
    name: 'Objection received',
    scope: null,
  },
  against: {
    type: 'exclusive-gateway',
    name: 'What is it against?',
    scope: null,
  },
  marketing: {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  'stop-marketing': {
    type: 'parallel-gateway',
    name: '',
    scope: null,
  },
  'stop-everywhere': {
    type: 'repeated-sub-process',
    name: 'Stop it at once, on each system',
    scope: null,
  },
  'to-be-stopped': {
    type: 'start',
    name: 'To be stopped',
    scope: 'stop-everywhere',
  },
  'ask-stop': {
    type: 'send-task',
    name: 'Tell the owner to stop',
    scope: 'stop-everywhere',
  },
  stopping: {
    type: 'exclusive-gateway',
    name: '',
    scope: 'stop-everywhere',
  },
  'stop-at-once': {
    type: 'user-task',
    name: 'Stop it on the system',
    scope: 'stop-everywhere',
  },
  'stopped-there': {
    type: 'exclusive-gateway',
    name: 'Has it stopped?',
    scope: 'stop-everywhere',
  },
  'nothing-goes-on': {
    type: 'end',
    name: 'Nothing goes on here',
    scope: 'stop-everywhere',
  },
  suppress: {
    type: 'user-task',
    name: 'Record the suppression entry',
    scope: null,
  },
  'marketing-over': {
    type: 'parallel-gateway',
    name: '',
    scope: null,
  },
  'confirm-stopped': {
    type: 'send-task',
    name: 'Confirm that it has stopped',
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
  propose: {
    type: 'exclusive-gateway',
    name: 'Is a restriction proposed?',
    scope: null,
  },
  'decide-uses': {
    type: 'user-task',
    name: 'Decide what goes on while restricted',
    scope: null,
  },
  'propose-restriction': {
    type: 'send-task',
    name: 'Say that they may ask for a restriction',
    scope: null,
  },
  proposed: {
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
  'against-before': {
    type: 'exclusive-gateway',
    name: 'What was it against?',
    scope: null,
  },
  assessing: {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  'assess-objection': {
    type: 'user-task',
    name: 'Assess the objection',
    scope: null,
  },
  'dpo-advice': {
    type: 'user-task',
    name: 'Give the DPO’s advice',
    scope: null,
  },
  decide: {
    type: 'user-task',
    name: 'Decide on the objection',
    scope: null,
  },
  decided: {
    type: 'exclusive-gateway',
    name: 'What is decided?',
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
  stops: {
    type: 'exclusive-gateway',
    name: 'Does any processing stop?',
    scope: null,
  },
  'carrying-out': {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  'carry-out-everywhere': {
    type: 'repeated-sub-process',
    name: 'Stop the processing, on each system',
    scope: null,
  },
  'to-be-done': {
    type: 'start',
    name: 'To be done',
    scope: 'carry-out-everywhere',
  },
  'ask-carry-out': {
    type: 'send-task',
    name: 'Ask the owner to carry it out',
    scope: 'carry-out-everywhere',
  },
  doing: {
    type: 'exclusive-gateway',
    name: '',
    scope: 'carry-out-everywhere',
  },
  'carry-out': {
    type: 'user-task',
    name: 'Stop it on the system',
    scope: 'carry-out-everywhere',
  },
  'done-there': {
    type: 'exclusive-gateway',
    name: 'What came of it?',
    scope: 'carry-out-everywhere',
  },
  'carried-out': {
    type: 'end',
    name: 'Dealt with here',
    scope: 'carry-out-everywhere',
  },
  'anything-undone': {
    type: 'exclusive-gateway',
    name: 'Was anything impossible?',
    scope: null,
  },
  'advise-undone': {
    type: 'user-task',
    name: 'Give the DPO’s advice on what is not done',
    scope: null,
  },
  'decide-undone': {
    type: 'user-task',
    name: 'Decide on what is not done',
    scope: null,
  },
  'undone-decision': {
    type: 'exclusive-gateway',
    name: 'What is decided?',
    scope: null,
  },
  'to-tell': {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  'tell-everybody': {
    type: 'parallel-gateway',
    name: '',
    scope: null,
  },
  'tell-recipients': {
    type: 'repeated-sub-process',
    name: 'Tell each recipient',
    scope: null,
  },
  'recipient-known': {
    type: 'start',
    name: 'Recipient known',
    scope: 'tell-recipients',
  },
  'choose-notice': {
    type: 'user-task',
    name: 'Choose how to tell them',
    scope: 'tell-recipients',
  },
  'can-tell': {
    type: 'exclusive-gateway',
    name: 'Can they be told?',
    scope: 'tell-recipients',
  },
  'to-be-told': {
    type: 'exclusive-gateway',
    name: '',
    scope: 'tell-recipients',
  },
  'notify-recipient': {
    type: 'send-task',
    name: 'Notify the recipient',
    scope: 'tell-recipients',
  },
  acting: {
    type: 'exclusive-gateway',
    name: '',
    scope: 'tell-recipients',
  },
  'confirm-recipient': {
    type: 'user-task',
    name: 'Record that they acted',
    scope: 'tell-recipients',
  },
  'recipient-answer': {
    type: 'exclusive-gateway',
    name: 'What did they answer?',
    scope: 'tell-recipients',
  },
  'await-recipient': {
    type: 'timer-wait',
    name: 'Until we ask again',
    scope: 'tell-recipients',
  },
  'remind-recipient': {
    type: 'send-task',
    name: 'Remind the recipient',
    scope: 'tell-recipients',
  },
  'decide-not-told': {
    type: 'user-task',
    name: 'Decide: they are not told',
    scope: 'tell-recipients',
  },
  'not-told': {
    type: 'exclusive-gateway',
    name: 'Agreed?',
    scope: 'tell-recipients',
  },
  'recipient-told': {
    type: 'end',
    name: 'Told',
    scope: 'tell-recipients',
  },
  'recipient-not-told': {
    type: 'end',
    name: 'Not told: decided',
    scope: 'tell-recipients',
  },
  'outcome-letter': {
    type: 'send-task',
    name: 'Send the outcome',
    scope: null,
  },
  'everybody-told': {
    type: 'parallel-gateway',
    name: '',
    scope: null,
  },
  'closing-up': {
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
  'finish-everywhere': {
    type: 'repeated-sub-process',
    name: 'Finish it, on each system',
    scope: 'after-death',
  },
  'left-to-do': {
    type: 'start',
    name: 'Left to do',
    scope: 'finish-everywhere',
  },
  'ask-finish': {
    type: 'send-task',
    name: 'Ask the owner to finish it',
    scope: 'finish-everywhere',
  },
  finishing: {
    type: 'exclusive-gateway',
    name: '',
    scope: 'finish-everywhere',
  },
  finish: {
    type: 'user-task',
    name: 'Finish it',
    scope: 'finish-everywhere',
  },
  'finished-there': {
    type: 'exclusive-gateway',
    name: 'What came of it?',
    scope: 'finish-everywhere',
  },
  finished: {
    type: 'end',
    name: 'Finished here',
    scope: 'finish-everywhere',
  },
  'closed-deceased': {
    type: 'end',
    name: 'Case closed: the person has died',
    scope: 'after-death',
  },
} as const;
