// Generated from the diagram by processes/tools/generate.ts. Change the diagram, then generate again.

/** Changes whenever the process does; wording and layout do not count. */
export const consentWithdrawalVersion = '61390c894a1b';

/** The elements of processes/consent-withdrawal.bpmn, by what a workflow does with them. */
export interface ConsentWithdrawalSteps {
  userTask: 'stop-at-once' | 'check-erasure' | 'close-case' | 'send-again';
  sendTask: 'ask-stop' | 'confirm-stopped' | 'tell';
  serviceTask: never;
  repeated: 'stop-everywhere';
  subProcess: never;
  wait: never;
  aside: 'letter-returned';
  timer: 'deadline-near';
  interrupt: never;
  end: 'closed';
  reopen: 'reopened';
}

/** What each element is, what it is called, and the sub-process it stands in. */
export const consentWithdrawalElements = {
  received: {
    type: 'start',
    name: 'Withdrawal received',
    scope: null,
  },
  reopened: {
    type: 'message-start',
    name: 'Case reopened',
    scope: null,
  },
  'withdrawn-purposes': {
    type: 'exclusive-gateway',
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
  'confirm-stopped': {
    type: 'send-task',
    name: 'Confirm that it has stopped',
    scope: null,
  },
  'check-erasure': {
    type: 'user-task',
    name: 'Check whether the data must go',
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
} as const;
