/**
 * Data protection impact assessment (UK GDPR Arts 35, 36, 38(6), 39(1)(c)): what the process is made of.
 * The order of things is in processes/impact-assessment.bpmn and workflows/impact-assessment.ts.
 */
import type { ClockEvent, Instant, IsoDate, TimerName } from '../clock/types';
import type { CaseDefinition, PlannedDay, Stage } from './definition';
import { elementOf, type CaseFacts, type CaseView, type Codes, type Refusal } from './process';
import { ladder, refusals, sharedActions } from './shared';
import { tell } from './shared-letters';

const governance = ['governance-officer', 'dpo'] as const;

/** Nobody judges a project that they started or lead, however small the team (Arts 35(2), 38(6)). */
const ownProject = ['openedBy', 'lead'] as const;

/** What a measure is, in the words of the approval that began it: another may come while it runs on. */
const agreedAction = {
  form: 'sign-off',
  field: 'actions',
  cell: 'action',
  began: 'measures-agreed',
} as const;

const waitsFor = (view: CaseView, elements: readonly string[]): boolean =>
  view.waiting.some((step) => elements.includes(elementOf(step)));

/** Approved, and not being assessed anew. */
const inForce = ['note-decision', 'await-review', 'review-assessment'];

/** The project goes on until somebody says that it has ended; before approval it can only be given up. */
const ending = {
  abandon: (view: CaseView): Refusal | null =>
    refusals.open(view) ??
    (waitsFor(view, inForce)
      ? { code: 'in-force', message: 'The project was approved. Say that it has ended instead.' }
      : null),
  project: refusals.unlessWaiting(
    inForce,
    'The assessment is not in force. A project that was never approved is abandoned instead.',
  ),
};

/** What a case begins with that was only reported: somebody finds the assessment it belongs to, or has one written. */
export const reportsChange: Codes = { reported: 'change' };

export const isReportOfChange = ({ reported }: Readonly<Record<string, unknown>>): boolean =>
  reported === reportsChange.reported;

type Said = (element: string) => Codes;

/** The regulator has been asked and has not advised: the last consultation has no advice of the same number. */
const consulting = (said: Said): boolean =>
  Number(said('submit-consultation').consultation ?? 0) > Number(said('record-advice').consultation ?? 0);

export const approved = (said: Said): boolean => said('sign-off').decision === 'approve';

/** Approved once: a project that runs while it is assessed anew, whatever became of that so far. */
const everApproved = (said: Said): boolean =>
  approved(said) || Object.keys(said('file-assessment')).length > 0;

/** What the regulator wrote, or was told, and what it means for its time (Art 36(2)). */
const regulatorEvents: Readonly<Record<string, ClockEvent['type']>> = {
  'asks-information': 'regulator-information-requested',
  'information-supplied': 'regulator-information-supplied',
  'information-withdrawn': 'regulator-information-withdrawn',
  extends: 'extended',
};

function clock(what: string, codes: Codes, at: Instant | IsoDate): readonly ClockEvent[] {
  const type = meaning(what, codes);
  return type ? [{ type, at }] : [];
}

function meaning(what: string, codes: Codes): ClockEvent['type'] | undefined {
  switch (what) {
    case 'log-request':
      return 'project-started';
    case 'submit-consultation':
      return 'submitted';
    case 'record-regulator':
      return regulatorEvents[String(codes.what)];
    case 'undo-extension':
      return 'extension-undone';
    case 'sign-off':
      return codes.decision === 'approve' ? 'approved' : undefined;
    case 'await-review':
      return codes.early === true ? 'risk-changed' : undefined;
    // Looked at and kept: the interval begins again.
    case 'review-assessment':
      return codes.outcome === 'keep' ? 'approved' : undefined;
    default:
      return undefined;
  }
}

function timers(said: Said): readonly TimerName[] {
  if (consulting(said))
    return ['dpia.consult.advice', 'dpia.consult.accept', 'dpia.consult.extensionNotice', 'dpia.beforeStart'];
  return everApproved(said) ? ['dpia.review', 'dpia.beforeStart'] : ['dpia.beforeStart'];
}

/** UK GDPR Arts 35(1), 36(1): nothing starts before the assessment is approved. */
function notice(stage: Stage, said: Said, { startsOn }: CaseFacts): string | null {
  if (stage === 'in-force' || stage === 'closed') return null;
  if (everApproved(said))
    return 'This assessment is being made anew. What has changed may not start before it is approved again.';
  const planned = typeof startsOn === 'string' ? ` It is planned to start on ${inWords(startsOn)}.` : '';
  return `Do not start: the project may not begin to use personal data before this assessment is approved.${planned}`;
}

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** `2027-02-01` → `1 February 2027`, without the calendar: a workflow has none. */
function inWords(date: IsoDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${months[Number(month) - 1]} ${year}`;
}

const warned = ['assignee', 'governance-officer'] as const;

/** The planned start, while nothing was approved: whoever leads the project and governance are warned (Art 35(1)). */
function plannedStart({ startsOn }: CaseFacts, said: Said): PlannedDay | null {
  if (typeof startsOn !== 'string' || everApproved(said)) return null;
  return {
    on: startsOn,
    rungs: [
      { point: 'start-in-ten-days', workingDaysBefore: 10, tell: warned },
      { point: 'start-in-two-days', workingDaysBefore: 2, tell: warned },
      { point: 'start-unapproved', workingDaysBefore: 0, tell: [...warned, 'dpo'] },
    ],
  };
}

export const impactAssessment = {
  kind: 'impact-assessment',
  prefix: 'DPIA',
  title: 'Data protection impact assessment',
  requestNoun: 'impact assessment',
  about: 'matter',
  aboutItem: (_profile, _element, measure) => `Measure ${measure}`,
  led: true,
  // It comes before the processing (Art 35(1)), and while it is in force its date is that of the next review (35(11)).
  undated: 'Before the project starts',
  dueWords: { 'in-force': 'Review due on' },
  awaits: { consulting: 'The regulator’s answer' },
  tab: { path: 'assessment', text: 'Assessment' },
  timer: 'dpia.beforeStart',
  timers: (_facts, said) => timers(said),
  facts: (profile) => ({
    houseRule: profile.rules.find(({ aspect }) => aspect === 'dpia.when')?.applied as string | undefined,
  }),
  notice,
  ahead: plannedStart,
  tasks: {
    screen: {
      title: 'Screen the project',
      help: 'Tick what is true of the project. What is required follows from it and from our own rule; nobody decides it by feeling.',
      roles: ['named', ...governance],
      withinWorkingDays: 5,
    },
    'advise-not-required': {
      title: 'Give the DPO’s advice on not assessing',
      help: 'The screening found no need of a full assessment. Is a high risk truly unlikely (Art 35(1))?',
      roles: ['dpo'],
      neverBy: ownProject,
      withinWorkingDays: 5,
      shows: [{ form: 'screen', field: 'reasons', label: 'What the screening says' }],
    },
    'decide-not-required': {
      title: 'Decide: no assessment is required',
      help: 'Your decision and its reasons stay in the log of assessments.',
      roles: ['accountable-manager'],
      notBy: ['screen'],
      neverBy: ownProject,
      adviceFrom: ['advise-not-required'],
      withinWorkingDays: 5,
      shows: [
        { form: 'screen', field: 'reasons', label: 'What the screening says' },
        { form: 'advise-not-required', field: 'advice', label: 'The DPO’s advice' },
        { form: 'advise-not-required', field: 'reasons', label: 'The DPO’s reasons' },
      ],
    },
    'write-assessment': {
      title: 'Write the assessment',
      help: 'Write it section by section, each saved by itself. Submit it for review when every section is complete (Art 35(7)).',
      roles: ['named', ...governance],
      withinWorkingDays: 20,
      page: { path: 'assessment', text: 'Open the sections of the assessment' },
    },
    'governance-review': {
      title: 'Review the assessment',
      help: 'Is every section complete and understandable? Send it back with reasons, or pass it to the DPO.',
      roles: ['governance-officer'],
      notBy: ['write-assessment'],
      neverBy: ownProject,
      withinWorkingDays: 5,
      page: { path: 'assessment', text: 'Read the assessment' },
    },
    'dpo-advice': {
      title: 'Give the DPO’s advice',
      help: 'Say of each measure whether it is sufficient, and give your advice as a whole (Arts 35(2), 39(1)(c)). The accountable manager decides.',
      roles: ['dpo'],
      neverBy: ownProject,
      withinWorkingDays: 10,
      page: { path: 'assessment', text: 'Read the assessment' },
    },
    'submit-consultation': {
      title: 'Submit the prior consultation',
      help: 'A high risk remains: the regulator must be consulted before anything starts (Art 36(1)). The pack is among the documents. File it, and record when and under which reference.',
      roles: governance,
      withinWorkingDays: 5,
    },
    'record-advice': {
      title: 'Record the regulator’s advice',
      help: 'The regulator has up to eight weeks, and six more where it says so within a month (Art 36(2)). Conditions become actions with an owner and a date.',
      roles: governance,
    },
    'sign-off': {
      title: 'Sign off the assessment',
      help: 'Accept the DPO’s advice or override it with your reason (Art 35(2)). Nothing starts before you approve.',
      roles: ['accountable-manager'],
      notBy: ['screen', 'write-assessment'],
      neverBy: ownProject,
      adviceFrom: ['dpo-advice'],
      withinWorkingDays: 5,
      page: { path: 'assessment', text: 'Read the assessment and the advice' },
    },
    'note-decision': {
      title: 'Read the decision: the project may start',
      help: 'The assessment was approved. Read with which measures and conditions, and say when the project starts.',
      roles: ['named', ...governance],
      withinWorkingDays: 5,
      outlivesDeadline: true,
      page: { path: 'assessment', text: 'Read the assessment and the decision' },
    },
    'carry-out-measure': {
      title: 'Carry out the measure',
      help: 'Do what was promised and show it; or say why it needs longer, or is not needed any more.',
      roles: ['named', ...governance],
      outlivesDeadline: true,
      takesEvidence: true,
      shows: [{ ...agreedAction, label: 'What is to be done' }],
    },
    'agree-dropped': {
      title: 'Agree that the measure is not needed',
      help: 'Somebody says that this measure is not needed any more. Without your agreement it must be carried out.',
      roles: governance,
      notBy: ['carry-out-measure'],
      withinWorkingDays: 5,
      outlivesDeadline: true,
      shows: [
        { ...agreedAction, label: 'What was to be done' },
        { form: 'carry-out-measure', field: 'evidence', label: 'Why it is not needed' },
      ],
    },
    'review-assessment': {
      title: 'Review the assessment in force',
      shows: [{ form: 'report-risk-change', field: 'what', label: 'What was last reported to have changed' }],
      help: 'Is the processing still done as it was assessed, and are the risks the same (Art 35(11))? Keep it, or have it assessed again.',
      roles: ['named', ...governance],
      withinWorkingDays: 10,
      outlivesDeadline: true,
      page: { path: 'assessment', text: 'Read the assessment' },
    },
    'close-case': {
      title: 'Close the case',
      help: 'The project has ended. Say what becomes of its data, and of measures that were still open.',
      roles: ['named', ...governance],
      withinWorkingDays: 10,
      outlivesDeadline: true,
    },
  },
  letters: { tell },
  services: { 'make-pack': 'makeConsultationPack', 'file-assessment': 'fileAssessment' },
  actions: {
    assign: sharedActions.assign,
    note: sharedActions.note,
    'save-section': {
      title: 'Write a section',
      page: 'assessment',
      refusal: refusals.unlessWaiting(
        ['write-assessment'],
        'The assessment is not being written now. It can be read, and is written again when it is sent back.',
      ),
    },
    'record-regulator': {
      title: 'Record what the regulator wrote',
      refusal: refusals.unlessWaiting(['record-advice'], 'No consultation of the regulator is open.'),
    },
    'undo-extension': sharedActions['undo-extension'],
    'report-risk-change': {
      title: 'Report that the risk has changed',
      completes: { element: 'await-review', with: { because: 'risk-change' } },
      // Before the decision was read it is kept, and the review begins as soon as it was.
      refusal: refusals.unlessWaiting(
        ['await-review', 'note-decision'],
        'The assessment is not in force, or is being reviewed already.',
      ),
      unattended: refusals.unlessWaiting(
        ['await-review', 'note-decision'],
        'It is being reviewed or written already.',
      ),
    },
    'hand-over': { title: 'Name another project lead', refusal: refusals.open },
    'name-owner': {
      title: 'Name another owner of a measure',
      refusal: refusals.unlessWaiting(['carry-out-measure'], 'No measure is being carried out.'),
    },
    abandon: { title: 'Abandon the project', fires: 'abandoned', refusal: ending.abandon },
    'end-project': { title: 'The project has ended', fires: 'project-ended', refusal: ending.project },
    hold: sharedActions.hold,
    'release-hold': sharedActions['release-hold'],
    link: sharedActions.link,
    'restrict-access': sharedActions['restrict-access'],
    reopen: sharedActions.reopen,
  },
  outcomes: {
    approved: { title: 'Approved; the project has ended' },
    'not-approved': { title: 'Not approved' },
    'not-required': { title: 'No assessment required' },
    abandoned: { title: 'Abandoned' },
  },
  clock,
  ladder,
  stages: [
    { stage: 'received', from: ['screen'] },
    { stage: 'assessing', from: ['advise-not-required', 'decide-not-required', 'write-assessment'] },
    { stage: 'review', from: ['governance-review'] },
    { stage: 'advice', from: ['dpo-advice'] },
    { stage: 'consulting', from: ['prior-consultation'] },
    { stage: 'decision', from: ['sign-off'] },
    { stage: 'in-force', from: ['file-assessment', ...inForce] },
  ],
} as const satisfies CaseDefinition;
