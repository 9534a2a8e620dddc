// Generated from the diagram by processes/tools/generate.ts. Change the diagram, then generate again.

/** Changes whenever the process does; wording and layout do not count. */
export const decisionCheckVersion = '29ff8270b513';

/** The elements of processes/decision-check.bpmn, by what a workflow does with them. */
export interface DecisionCheckSteps {
  userTask: 'check-decision' | 'put-right';
  sendTask: 'tell';
  serviceTask: never;
  repeated: never;
  subProcess: 'repair';
  wait: 'await-check';
  aside: never;
  timer: 'deadline-near';
  interrupt: 'retired';
  end: 'closed-retired' | 'closed-retired-between';
  reopen: never;
}

/** What each element is, what it is called, and the sub-process it stands in. */
export const decisionCheckElements = {
  'checks-begun': {
    type: 'start',
    name: 'Checks begun',
    scope: null,
  },
  checking: {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  'check-decision': {
    type: 'user-task',
    name: 'Check the automated decision',
    scope: null,
  },
  works: {
    type: 'exclusive-gateway',
    name: 'Does it work as intended?',
    scope: null,
  },
  repair: {
    type: 'sub-process',
    name: 'Put it right',
    scope: null,
  },
  'concern-raised': {
    type: 'start',
    name: 'Concern raised',
    scope: 'repair',
  },
  'putting-right': {
    type: 'exclusive-gateway',
    name: '',
    scope: 'repair',
  },
  'put-right': {
    type: 'user-task',
    name: 'Put right what the check found',
    scope: 'repair',
  },
  done: {
    type: 'exclusive-gateway',
    name: 'Is it done?',
    scope: 'repair',
  },
  repaired: {
    type: 'end',
    name: 'Put right',
    scope: 'repair',
  },
  'in-order': {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  'await-check': {
    type: 'timer-wait',
    name: 'Until the next check',
    scope: null,
  },
  'closed-retired': {
    type: 'end',
    name: 'Case closed: no machine decides',
    scope: null,
  },
  retirement: {
    type: 'event-sub-process',
    name: 'No machine decides any more',
    scope: null,
  },
  retired: {
    type: 'message-start',
    name: 'Decision retired',
    scope: 'retirement',
  },
  'closed-retired-between': {
    type: 'end',
    name: 'Case closed: no machine decides',
    scope: 'retirement',
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
