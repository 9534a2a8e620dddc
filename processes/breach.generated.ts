// Generated from the diagram by processes/tools/generate.ts. Change the diagram, then generate again.

/** Changes whenever the process does; wording and layout do not count. */
export const breachVersion = '7e3bfd992441';

/** The elements of processes/breach.bpmn, by what a workflow does with them. */
export interface BreachSteps {
  userTask:
    | 'triage'
    | 'contain'
    | 'assist-controller'
    | 'assess'
    | 'dpo-advice'
    | 'decide'
    | 'file-notification'
    | 'follow-up'
    | 'prepare-notice'
    | 'publish-notice'
    | 'tell-other'
    | 'lessons'
    | 'carry-out-action'
    | 'close-case'
    | 'send-again'
    | 'contain-also'
    | 'assist-added-controller'
    | 'tell-also';
  sendTask: 'alert' | 'notify-controller' | 'tell-person' | 'notify-added-controller' | 'tell';
  serviceTask: 'prepare-notification';
  repeated:
    | 'contain-it'
    | 'tell-controllers'
    | 'tell-each'
    | 'tell-others'
    | 'follow-actions'
    | 'contain-new'
    | 'tell-added-controllers'
    | 'tell-new';
  subProcess: 'judge-and-tell';
  wait: 'found-higher';
  aside: 'letter-returned' | 'something-new';
  timer: 'deadline-near';
  interrupt: never;
  end: 'closed';
  reopen: 'reopened';
}

/** What each element is, what it is called, and the sub-process it stands in. */
export const breachElements = {
  reported: {
    type: 'start',
    name: 'Breach reported',
    scope: null,
  },
  reopened: {
    type: 'message-start',
    name: 'Case reopened',
    scope: null,
  },
  begun: {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  begin: {
    type: 'parallel-gateway',
    name: '',
    scope: null,
  },
  alert: {
    type: 'send-task',
    name: 'Tell the DPO and governance officer',
    scope: null,
  },
  triage: {
    type: 'user-task',
    name: 'Triage: what is it, whose is it, when were we aware?',
    scope: null,
  },
  'is-a-breach': {
    type: 'exclusive-gateway',
    name: 'A personal data breach?',
    scope: null,
  },
  respond: {
    type: 'parallel-gateway',
    name: '',
    scope: null,
  },
  'contain-it': {
    type: 'repeated-sub-process',
    name: 'Contain it, by each measure',
    scope: null,
  },
  'measure-chosen': {
    type: 'start',
    name: 'Measure chosen',
    scope: 'contain-it',
  },
  containing: {
    type: 'exclusive-gateway',
    name: '',
    scope: 'contain-it',
  },
  contain: {
    type: 'user-task',
    name: 'Carry out the measure',
    scope: 'contain-it',
  },
  contained: {
    type: 'exclusive-gateway',
    name: 'What came of it?',
    scope: 'contain-it',
  },
  'measure-over': {
    type: 'end',
    name: 'Dealt with',
    scope: 'contain-it',
  },
  'tell-controllers': {
    type: 'repeated-sub-process',
    name: 'Tell each controller we process for',
    scope: null,
  },
  'controller-concerned': {
    type: 'start',
    name: 'Controller concerned',
    scope: 'tell-controllers',
  },
  'notify-controller': {
    type: 'send-task',
    name: 'Notify the controller',
    scope: 'tell-controllers',
  },
  'assist-controller': {
    type: 'user-task',
    name: 'Assist the controller',
    scope: 'tell-controllers',
  },
  'controller-told': {
    type: 'end',
    name: 'Told and assisted',
    scope: 'tell-controllers',
  },
  judging: {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  'judge-and-tell': {
    type: 'sub-process',
    name: 'Judge the risk, and tell',
    scope: null,
  },
  'to-judge': {
    type: 'start',
    name: 'To be judged',
    scope: 'judge-and-tell',
  },
  assessing: {
    type: 'exclusive-gateway',
    name: '',
    scope: 'judge-and-tell',
  },
  assess: {
    type: 'user-task',
    name: 'Assess the breach',
    scope: 'judge-and-tell',
  },
  'ours-to-decide': {
    type: 'exclusive-gateway',
    name: 'Are we its controller?',
    scope: 'judge-and-tell',
  },
  'dpo-advice': {
    type: 'user-task',
    name: 'Give the DPO’s advice',
    scope: 'judge-and-tell',
  },
  decide: {
    type: 'user-task',
    name: 'Decide on the risk and who is told',
    scope: 'judge-and-tell',
  },
  agreed: {
    type: 'exclusive-gateway',
    name: 'What is decided?',
    scope: 'judge-and-tell',
  },
  judged: {
    type: 'exclusive-gateway',
    name: '',
    scope: 'judge-and-tell',
  },
  telling: {
    type: 'parallel-gateway',
    name: '',
    scope: 'judge-and-tell',
  },
  'tell-regulator': {
    type: 'exclusive-gateway',
    name: 'Is a risk likely?',
    scope: 'judge-and-tell',
  },
  notifying: {
    type: 'exclusive-gateway',
    name: '',
    scope: 'judge-and-tell',
  },
  'prepare-notification': {
    type: 'service-task',
    name: 'Make the notification',
    scope: 'judge-and-tell',
  },
  'file-notification': {
    type: 'user-task',
    name: 'File the notification',
    scope: 'judge-and-tell',
  },
  'notified-in-full': {
    type: 'exclusive-gateway',
    name: 'Is it complete?',
    scope: 'judge-and-tell',
  },
  'follow-up': {
    type: 'user-task',
    name: 'Find out what is still missing',
    scope: 'judge-and-tell',
  },
  'what-is-new': {
    type: 'exclusive-gateway',
    name: 'Is the risk higher?',
    scope: 'judge-and-tell',
  },
  'tell-people': {
    type: 'exclusive-gateway',
    name: 'Must people be told?',
    scope: 'judge-and-tell',
  },
  'telling-people': {
    type: 'exclusive-gateway',
    name: '',
    scope: 'judge-and-tell',
  },
  'prepare-notice': {
    type: 'user-task',
    name: 'Prepare the notice to the people affected',
    scope: 'judge-and-tell',
  },
  'tell-each': {
    type: 'repeated-sub-process',
    name: 'Tell each person',
    scope: 'judge-and-tell',
  },
  'person-affected': {
    type: 'start',
    name: 'Person affected',
    scope: 'tell-each',
  },
  'tell-person': {
    type: 'send-task',
    name: 'Tell the person',
    scope: 'tell-each',
  },
  'person-told': {
    type: 'end',
    name: 'Told',
    scope: 'tell-each',
  },
  'everyone-told': {
    type: 'exclusive-gateway',
    name: 'Has everyone been told?',
    scope: 'judge-and-tell',
  },
  'in-public': {
    type: 'exclusive-gateway',
    name: '',
    scope: 'judge-and-tell',
  },
  'publish-notice': {
    type: 'user-task',
    name: 'Make a public communication',
    scope: 'judge-and-tell',
  },
  'regulator-done': {
    type: 'exclusive-gateway',
    name: '',
    scope: 'judge-and-tell',
  },
  'people-done': {
    type: 'exclusive-gateway',
    name: '',
    scope: 'judge-and-tell',
  },
  'tell-others': {
    type: 'repeated-sub-process',
    name: 'Tell others',
    scope: 'judge-and-tell',
  },
  'body-to-tell': {
    type: 'start',
    name: 'Somebody else to tell',
    scope: 'tell-others',
  },
  'tell-other': {
    type: 'user-task',
    name: 'Tell them',
    scope: 'tell-others',
  },
  'body-told': {
    type: 'end',
    name: 'Told',
    scope: 'tell-others',
  },
  'regulator-over': {
    type: 'end',
    name: 'Regulator: done',
    scope: 'judge-and-tell',
  },
  'people-over': {
    type: 'end',
    name: 'People: done',
    scope: 'judge-and-tell',
  },
  'others-over': {
    type: 'end',
    name: 'Others: done',
    scope: 'judge-and-tell',
  },
  'first-judged': {
    type: 'exclusive-gateway',
    name: 'Judged for the first time?',
    scope: null,
  },
  'judged-anew': {
    type: 'end',
    name: 'Judged anew',
    scope: null,
  },
  watching: {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  'found-higher': {
    type: 'timer-wait',
    name: 'Watch for a higher risk',
    scope: null,
  },
  'is-higher': {
    type: 'exclusive-gateway',
    name: 'Is the risk higher?',
    scope: null,
  },
  anew: {
    type: 'parallel-gateway',
    name: '',
    scope: null,
  },
  watched: {
    type: 'end',
    name: 'Nothing more to judge',
    scope: null,
  },
  responded: {
    type: 'parallel-gateway',
    name: '',
    scope: null,
  },
  handled: {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  done: {
    type: 'parallel-gateway',
    name: '',
    scope: null,
  },
  lessons: {
    type: 'user-task',
    name: 'Learn from it',
    scope: null,
  },
  'begin-again': {
    type: 'exclusive-gateway',
    name: 'Has something new come to light?',
    scope: null,
  },
  'follow-actions': {
    type: 'repeated-sub-process',
    name: 'Follow each action',
    scope: null,
  },
  'action-agreed': {
    type: 'start',
    name: 'Action agreed',
    scope: 'follow-actions',
  },
  acting: {
    type: 'exclusive-gateway',
    name: '',
    scope: 'follow-actions',
  },
  'carry-out-action': {
    type: 'user-task',
    name: 'Carry out the action',
    scope: 'follow-actions',
  },
  acted: {
    type: 'exclusive-gateway',
    name: 'Done?',
    scope: 'follow-actions',
  },
  'action-over': {
    type: 'end',
    name: 'Action over',
    scope: 'follow-actions',
  },
  'close-case': {
    type: 'user-task',
    name: 'Close the case',
    scope: null,
  },
  closed: {
    type: 'terminate-end',
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
  'come-to-light': {
    type: 'event-sub-process',
    name: 'Something new',
    scope: null,
  },
  'something-new': {
    type: 'message-start',
    name: 'Something new has come to light',
    scope: 'come-to-light',
  },
  'take-up': {
    type: 'parallel-gateway',
    name: '',
    scope: 'come-to-light',
  },
  'contain-new': {
    type: 'repeated-sub-process',
    name: 'Contain it, by each measure added',
    scope: 'come-to-light',
  },
  'measure-added': {
    type: 'start',
    name: 'Measure added',
    scope: 'contain-new',
  },
  'containing-also': {
    type: 'exclusive-gateway',
    name: '',
    scope: 'contain-new',
  },
  'contain-also': {
    type: 'user-task',
    name: 'Carry out the measure',
    scope: 'contain-new',
  },
  'contained-also': {
    type: 'exclusive-gateway',
    name: 'What came of it?',
    scope: 'contain-new',
  },
  'added-measure-over': {
    type: 'end',
    name: 'Dealt with',
    scope: 'contain-new',
  },
  'tell-added-controllers': {
    type: 'repeated-sub-process',
    name: 'Tell each controller added',
    scope: 'come-to-light',
  },
  'controller-added': {
    type: 'start',
    name: 'Another controller concerned',
    scope: 'tell-added-controllers',
  },
  'notify-added-controller': {
    type: 'send-task',
    name: 'Notify the controller',
    scope: 'tell-added-controllers',
  },
  'assist-added-controller': {
    type: 'user-task',
    name: 'Assist the controller',
    scope: 'tell-added-controllers',
  },
  'added-controller-told': {
    type: 'end',
    name: 'Told and assisted',
    scope: 'tell-added-controllers',
  },
  'tell-new': {
    type: 'repeated-sub-process',
    name: 'Tell others added',
    scope: 'come-to-light',
  },
  'body-added': {
    type: 'start',
    name: 'Somebody else to tell',
    scope: 'tell-new',
  },
  'tell-also': {
    type: 'user-task',
    name: 'Tell them',
    scope: 'tell-new',
  },
  'added-body-told': {
    type: 'end',
    name: 'Told',
    scope: 'tell-new',
  },
  'taken-up': {
    type: 'parallel-gateway',
    name: '',
    scope: 'come-to-light',
  },
  'new-dealt-with': {
    type: 'end',
    name: 'Dealt with',
    scope: 'come-to-light',
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
