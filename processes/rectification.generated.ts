// Generated from the diagram by processes/tools/generate.ts. Change the diagram, then generate again.

/** Changes whenever the process does; wording and layout do not count. */
export const rectificationVersion = '4ae1e861d90c';

/** The elements of processes/rectification.bpmn, by what a workflow does with them. */
export interface RectificationSteps {
  userTask:
    | 'triage'
    | 'check-identity'
    | 'decide-unverified'
    | 'assess-accuracy'
    | 'second-check'
    | 'dpo-advice'
    | 'decide'
    | 'seek-instructions'
    | 'carry-out'
    | 'advise-undone'
    | 'decide-undone'
    | 'choose-notice'
    | 'confirm-recipient'
    | 'decide-not-told'
    | 'confirm-expiry'
    | 'close-case'
    | 'advise-refusal'
    | 'decide-refusal'
    | 'instruct-refusal'
    | 'send-again'
    | 'decide-after-death'
    | 'finish';
  sendTask:
    | 'acknowledge'
    | 'request-identity'
    | 'propose-restriction'
    | 'ask-carry-out'
    | 'notify-recipient'
    | 'remind-recipient'
    | 'outcome-letter'
    | 'name-recipients'
    | 'extension-notice'
    | 'refusal-letter'
    | 'tell'
    | 'confirm-withdrawal'
    | 'closing-letter'
    | 'ask-finish';
  serviceTask: never;
  repeated: 'carry-out-everywhere' | 'tell-recipients' | 'after-expiry' | 'finish-everywhere';
  subProcess: 'establish-identity';
  wait: 'await-recipient' | 'await-expiry';
  aside: 'recipients-asked' | 'extension-needed' | 'refusal-proposed' | 'letter-returned' | 'death-recorded';
  timer: 'deadline-near';
  interrupt: 'refused' | 'withdrawn' | 'unanswered' | 'deceased';
  end: 'closed' | 'closed-refused' | 'closed-withdrawn' | 'closed-unanswered' | 'closed-deceased';
  reopen: 'reopened';
}

/** What each element is, what it is called, and the sub-process it stands in. */
export const rectificationElements = {
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
  'restriction-fits': {
    type: 'exclusive-gateway',
    name: 'Propose a restriction meanwhile?',
    scope: null,
  },
  'propose-restriction': {
    type: 'send-task',
    name: 'Propose a restriction',
    scope: null,
  },
  'restriction-offered': {
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
  'assess-accuracy': {
    type: 'user-task',
    name: 'Assess the accuracy',
    scope: null,
  },
  'anything-refused': {
    type: 'exclusive-gateway',
    name: 'Is anything refused?',
    scope: null,
  },
  'second-check': {
    type: 'user-task',
    name: 'Check the assessment',
    scope: null,
  },
  'assessment-right': {
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
    name: 'Decide',
    scope: null,
  },
  agreed: {
    type: 'exclusive-gateway',
    name: 'Agreed?',
    scope: null,
  },
  decided: {
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
  settled: {
    type: 'exclusive-gateway',
    name: 'Is anything to be changed?',
    scope: null,
  },
  'carrying-out': {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  'carry-out-everywhere': {
    type: 'repeated-sub-process',
    name: 'Carry it out, on each system',
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
    name: 'Carry it out',
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
  changed: {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  telling: {
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
    name: 'Tell the person the outcome',
    scope: null,
  },
  'after-expiry': {
    type: 'repeated-sub-process',
    name: 'When what is left expires',
    scope: null,
  },
  'copy-left': {
    type: 'start',
    name: 'A copy is left',
    scope: 'after-expiry',
  },
  'await-expiry': {
    type: 'timer-wait',
    name: 'Until it expires',
    scope: 'after-expiry',
  },
  'confirm-expiry': {
    type: 'user-task',
    name: 'Confirm that it is gone',
    scope: 'after-expiry',
  },
  'copy-gone': {
    type: 'end',
    name: 'Nothing is left',
    scope: 'after-expiry',
  },
  'all-told': {
    type: 'parallel-gateway',
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
  'naming-recipients': {
    type: 'event-sub-process',
    name: 'Who received it',
    scope: null,
  },
  'recipients-asked': {
    type: 'message-start',
    name: 'The person asks who received it',
    scope: 'naming-recipients',
  },
  'name-recipients': {
    type: 'send-task',
    name: 'Tell them who',
    scope: 'naming-recipients',
  },
  'recipients-named': {
    type: 'end',
    name: 'Told who',
    scope: 'naming-recipients',
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
