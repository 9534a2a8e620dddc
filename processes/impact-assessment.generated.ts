// Generated from the diagram by processes/tools/generate.ts. Change the diagram, then generate again.

/** Changes whenever the process does; wording and layout do not count. */
export const impactAssessmentVersion = '94f1ac40b0e4';

/** The elements of processes/impact-assessment.bpmn, by what a workflow does with them. */
export interface ImpactAssessmentSteps {
  userTask:
    | 'screen'
    | 'advise-not-required'
    | 'decide-not-required'
    | 'write-assessment'
    | 'governance-review'
    | 'dpo-advice'
    | 'submit-consultation'
    | 'record-advice'
    | 'sign-off'
    | 'note-decision'
    | 'review-assessment'
    | 'carry-out-measure'
    | 'agree-dropped'
    | 'close-case';
  sendTask: 'tell';
  serviceTask: 'make-pack' | 'file-assessment';
  repeated: 'carry-out-measures';
  subProcess: 'prior-consultation';
  wait: 'await-review';
  aside: 'measures-agreed';
  timer: 'deadline-near';
  interrupt: 'abandoned' | 'project-ended';
  end: 'closed-not-required' | 'closed-not-approved' | 'closed-abandoned' | 'closed-ended';
  reopen: 'reopened';
}

/** What each element is, what it is called, and the sub-process it stands in. */
export const impactAssessmentElements = {
  'project-opened': {
    type: 'start',
    name: 'Project opened',
    scope: null,
  },
  screen: {
    type: 'user-task',
    name: 'Screen the project',
    scope: null,
  },
  'assessment-required': {
    type: 'exclusive-gateway',
    name: 'Is a full assessment required?',
    scope: null,
  },
  'advise-not-required': {
    type: 'user-task',
    name: 'Give the DPO’s advice on not assessing',
    scope: null,
  },
  'decide-not-required': {
    type: 'user-task',
    name: 'Decide: no assessment is required',
    scope: null,
  },
  'not-required-agreed': {
    type: 'exclusive-gateway',
    name: 'Agreed?',
    scope: null,
  },
  'closed-not-required': {
    type: 'end',
    name: 'Case closed: not required',
    scope: null,
  },
  reopened: {
    type: 'message-start',
    name: 'Case reopened',
    scope: null,
  },
  writing: {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  'write-assessment': {
    type: 'user-task',
    name: 'Write the assessment',
    scope: null,
  },
  'governance-review': {
    type: 'user-task',
    name: 'Review the assessment',
    scope: null,
  },
  complete: {
    type: 'exclusive-gateway',
    name: 'Is it complete?',
    scope: null,
  },
  'dpo-advice': {
    type: 'user-task',
    name: 'Give the DPO’s advice',
    scope: null,
  },
  'measures-suffice': {
    type: 'exclusive-gateway',
    name: 'Is more needed?',
    scope: null,
  },
  'high-risk-remains': {
    type: 'exclusive-gateway',
    name: 'Does a high risk remain?',
    scope: null,
  },
  'prior-consultation': {
    type: 'sub-process',
    name: 'Consult the regulator',
    scope: null,
  },
  'high-risk-found': {
    type: 'start',
    name: 'A high risk remains',
    scope: 'prior-consultation',
  },
  'make-pack': {
    type: 'service-task',
    name: 'Make the pack',
    scope: 'prior-consultation',
  },
  'submit-consultation': {
    type: 'user-task',
    name: 'Submit the consultation',
    scope: 'prior-consultation',
  },
  'record-advice': {
    type: 'user-task',
    name: 'Record the regulator’s advice',
    scope: 'prior-consultation',
  },
  'regulator-answered': {
    type: 'end',
    name: 'The regulator has answered',
    scope: 'prior-consultation',
  },
  'regulator-says': {
    type: 'exclusive-gateway',
    name: 'Must it be changed?',
    scope: null,
  },
  'ready-to-sign': {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  'sign-off': {
    type: 'user-task',
    name: 'Sign off',
    scope: null,
  },
  signed: {
    type: 'exclusive-gateway',
    name: 'What is decided?',
    scope: null,
  },
  'closed-not-approved': {
    type: 'end',
    name: 'Case closed: not approved',
    scope: null,
  },
  'file-assessment': {
    type: 'service-task',
    name: 'File the assessment',
    scope: null,
  },
  'note-decision': {
    type: 'user-task',
    name: 'Read the decision: the project may start',
    scope: null,
  },
  'in-force': {
    type: 'exclusive-gateway',
    name: '',
    scope: null,
  },
  'await-review': {
    type: 'timer-wait',
    name: 'Until the review is due',
    scope: null,
  },
  'review-assessment': {
    type: 'user-task',
    name: 'Review the assessment in force',
    scope: null,
  },
  'still-right': {
    type: 'exclusive-gateway',
    name: 'Is it still right?',
    scope: null,
  },
  measures: {
    type: 'event-sub-process',
    name: 'Measures',
    scope: null,
  },
  'measures-agreed': {
    type: 'message-start',
    name: 'Approved with measures to carry out',
    scope: 'measures',
  },
  'carry-out-measures': {
    type: 'repeated-sub-process',
    name: 'Carry out each measure',
    scope: 'measures',
  },
  'measure-agreed': {
    type: 'start',
    name: 'Measure agreed',
    scope: 'carry-out-measures',
  },
  'under-way': {
    type: 'exclusive-gateway',
    name: '',
    scope: 'carry-out-measures',
  },
  'carry-out-measure': {
    type: 'user-task',
    name: 'Carry out the measure',
    scope: 'carry-out-measures',
  },
  'measure-shown': {
    type: 'exclusive-gateway',
    name: 'What came of it?',
    scope: 'carry-out-measures',
  },
  'agree-dropped': {
    type: 'user-task',
    name: 'Agree that it is not needed',
    scope: 'carry-out-measures',
  },
  dropped: {
    type: 'exclusive-gateway',
    name: 'Agreed?',
    scope: 'carry-out-measures',
  },
  'measure-over': {
    type: 'exclusive-gateway',
    name: '',
    scope: 'carry-out-measures',
  },
  'measure-closed': {
    type: 'end',
    name: 'Dealt with',
    scope: 'carry-out-measures',
  },
  'measures-carried-out': {
    type: 'end',
    name: 'All dealt with',
    scope: 'measures',
  },
  abandonment: {
    type: 'event-sub-process',
    name: 'Abandoned',
    scope: null,
  },
  abandoned: {
    type: 'message-start',
    name: 'Project abandoned',
    scope: 'abandonment',
  },
  'closed-abandoned': {
    type: 'end',
    name: 'Case closed: abandoned',
    scope: 'abandonment',
  },
  ending: {
    type: 'event-sub-process',
    name: 'Project ended',
    scope: null,
  },
  'project-ended': {
    type: 'message-start',
    name: 'Project ended',
    scope: 'ending',
  },
  'close-case': {
    type: 'user-task',
    name: 'Close the case',
    scope: 'ending',
  },
  'closed-ended': {
    type: 'end',
    name: 'Case closed: project ended',
    scope: 'ending',
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
