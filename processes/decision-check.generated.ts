// Generated from the diagram by processes/tools/generate.ts. Change the diagram, then generate again.

/** Changes whenever the process does; wording and layout do not count. */
export const decisionCheckVersion = '3a6f5d35ef97';

/** The elements of processes/decision-check.bpmn, by what a workflow does with them. */
export interface DecisionCheckSteps {
  userTask: 'check-decision' | 'put-right';
  sendTask: 'tell';
  serviceTask: never;
  repeated: never;
  subProcess: never;
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
  'putting-right': {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  'put-right': {
    type: 'user-task',
    name: 'Put right what the check found',
    scope: null,
  },
  done: {
    type: 'exclusive-gateway',
    name: 'Is it done?',
    scope: null,
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
