/**
 * Personal data breach (UK GDPR Arts 33, 34): what the process is made of. The DPO advises and an accountable
 * manager decides. The order of things is in processes/breach.bpmn and workflows/breach.ts.
 */
import type { ClockEvent, Instant, IsoDate } from '../clock/types';
import type { Profile } from '../organisation/profile';
import { higherRisk, judgedBeforeClosing } from './breach/anew';
import { breachItem } from './breach/items';
import { breachTimers, everybodyTold, undoneTimers } from './breach/duties';
import type { CaseDefinition, LadderRung } from './definition';
import type { Codes } from './process';
import { tell } from './shared-letters';
import { caseworkers, rightsActions, rightsTasks } from './rights';
import { refusals, sharedActions } from './shared';

const governance = ['governance-officer', 'dpo'] as const;
const alarmed = ['assignee', 'governance-officer', 'dpo'] as const;
const everybody = [...alarmed, 'accountable-manager'] as const;

/** Hours before the end of the 72: at 24, 48, 60, 66 and 70 hours elapsed, through nights and weekends. */
const breachLadder: readonly LadderRung[] = [
  { point: 'hours-24', workingDaysBefore: 2, hoursBefore: 48, tell: alarmed },
  { point: 'hours-48', workingDaysBefore: 1, hoursBefore: 24, tell: alarmed },
  { point: 'hours-60', workingDaysBefore: 1, hoursBefore: 12, tell: everybody },
  { point: 'hours-66', workingDaysBefore: 0, hoursBefore: 6, tell: everybody },
  { point: 'hours-70', workingDaysBefore: 0, hoursBefore: 2, tell: everybody },
  { point: 'hours-72', workingDaysBefore: 0, hoursBefore: 0, tell: everybody },
  { point: 'overdue', workingDaysBefore: -1, tell: everybody, daily: true },
];

/** Whose data it is until triage says more: our own. Who is told at once comes from the profile. */
function breachFacts({ controllers, breaches }: Profile): Codes {
  const own = controllers.find(({ ourRole }) => ourRole === 'controller');
  return {
    reportTo: breaches.reportTo,
    ...(own && {
      ...{ controller: own.id, controllerRole: own.ourRole, controllerRoute: own.route },
      approvalRequired: own.approvalRequired,
    }),
  };
}

/**
 * Art 33(1): aware from the report, or from the earlier discovery that was stated, until triage or a later
 * correction says otherwise. High risk starts the clock of Art 34(1).
 */
function breachClock(what: string, codes: Codes, at: Instant | IsoDate): readonly ClockEvent[] {
  const { awareAt, discoveredAt, decision } = codes;
  if (what === 'log-request') return [{ type: 'aware', at: earlier(discoveredAt, at) }];
  if ((what === 'triage' || what === 'move-aware') && typeof awareAt === 'string')
    return [{ type: 'aware', at: awareAt, replaces: true }];
  if (what === 'decide' && decision === 'high-risk')
    return [{ type: 'high-risk-decided', at, replaces: true }];
  return [];
}

const earlier = (stated: Codes[string], reported: Instant | IsoDate): Instant | IsoDate =>
  typeof stated === 'string' && Date.parse(stated) < Date.parse(reported) ? stated : reported;

/** The report, for whoever triages it. */
const reported = (
  [
    ['request', 'What was reported'],
    ['data', 'What information, about how many people'],
    ['ongoing', 'Still going on'],
    ['place', 'Where it happened'],
    ['where', 'At whom'],
    ['callBack', 'Call back on'],
  ] as const
).map(([field, label]) => ({ form: 'log-request', field, label }));

/** What was found, for whoever advises and decides on it. */
const found = (
  [
    ['facts', 'What happened'],
    ['dataCategories', 'What sort of data'],
    ['peopleCategories', 'Whose data'],
    ['people', 'How many people, about'],
    ['consequences', 'Likely consequences'],
    ['likelihood', 'How likely significant consequences are'],
    ['actions', 'What is done about it'],
    ['proposal', 'What risk is seen'],
    ['reasons', 'Why'],
  ] as const
).map(([field, label]) => ({ form: 'assess', field, label }));

const plain = { checked: false, freeParts: {}, mandatory: {}, confidential: false } as const;

export const breach = {
  kind: 'breach',
  prefix: 'BR',
  title: 'Personal data breach',
  requestNoun: 'report',
  about: 'matter',
  readers: ['dpo', 'governance-officer', 'accountable-manager', 'auditor'],
  timer: 'breach.regulator',
  timers: (_facts, said) => breachTimers(said),
  alsoEscalates: (_facts, said) => undoneTimers(said),
  earliestDue: true,
  // Controllers that turn out to be concerned later are told in their hours too.
  hears: ['something-new'],
  answered: everybodyTold,
  asksBack: true,
  facts: breachFacts,
  aboutItem: breachItem,
  tasks: {
    triage: {
      title: 'Triage the breach',
      help: 'Say what it is, in which role we act, when we became aware and why, and what contains it. Report without undue delay (Art 33(1)).',
      roles: governance,
      withinHours: 4,
      shows: reported,
    },
    contain: {
      title: 'Contain the breach',
      help: 'Carry out the measure now, and record what was done and what shows it.',
      roles: ['named', ...caseworkers],
      withinHours: 4,
      chasedInHours: true,
      takesEvidence: true,
      shows: [{ form: 'triage', field: 'instructions', label: 'What to do' }],
    },
    'contain-also': {
      title: 'Contain the breach',
      help: 'Something new has come to light. Carry out the measure now, and record what was done and what shows it.',
      roles: ['named', ...caseworkers],
      withinHours: 4,
      chasedInHours: true,
      takesEvidence: true,
      shows: [{ form: 'something-new', field: 'instructions', label: 'What to do' }],
    },
    'assist-controller': {
      title: 'Assist the controller',
      help: 'Give the controller what it needs to notify, and record what it asked for (Arts 28(3)(f), 33(2)).',
      roles: caseworkers,
      outlivesDeadline: true,
    },
    'assist-added-controller': {
      title: 'Assist the controller',
      help: 'It turned out to be concerned later. Give the controller what it needs to notify, and record what it asked for (Arts 28(3)(f), 33(2)).',
      roles: caseworkers,
      outlivesDeadline: true,
    },
    assess: {
      title: 'Assess the breach',
      help: 'Nature, cause, people and records, likely consequences. “Not yet known” is an answer: what follows can be sent in phases (Art 33(4)).',
      roles: caseworkers,
      withinHours: 24,
      shows: [{ form: 'risk-higher', field: 'news', label: 'Why the risk is found higher' }],
    },
    'dpo-advice': {
      title: 'Give the DPO’s advice',
      help: 'How likely and how severe is the risk to people, and who must be told? You advise; the accountable manager decides (Art 39(1)(a)).',
      roles: ['dpo'],
      withinHours: 12,
      shows: found,
    },
    decide: {
      title: 'Decide on the risk and who is told',
      help: 'No risk: the register only, with reasons. Risk: the regulator. High risk: the regulator and the people (Arts 33(1), 34(1)).',
      roles: ['accountable-manager'],
      adviceFrom: ['dpo-advice'],
      withinHours: 12,
      shows: [
        ...found,
        { form: 'dpo-advice', field: 'advice', label: 'The DPO’s advice' },
        { form: 'dpo-advice', field: 'reasons', label: 'The DPO’s reasons' },
      ],
    },
    'file-notification': {
      title: 'File the notification with the regulator',
      help: 'The regulator has no interface for programs: enter the pack in its form or read it out by telephone, then record reference and time. Report without undue delay.',
      roles: caseworkers,
      page: { path: 'notification', text: 'Open the notification pack' },
    },
    'follow-up': {
      title: 'Find out what the regulator still needs',
      help: 'What was not known may follow in phases, without undue further delay (Art 33(4)).',
      roles: caseworkers,
      withinHours: 72,
    },
    'prepare-notice': {
      title: 'Prepare the notice to the people affected',
      help: 'Clear and plain words: what happened, whom to ask, the likely consequences, what we do and what they can do (Art 34(2)).',
      roles: caseworkers,
      withinHours: 24,
    },
    'publish-notice': {
      title: 'Make a public communication',
      help: 'As effective as telling each person would have been (Art 34(3)(c)).',
      roles: caseworkers,
      withinHours: 24,
    },
    'tell-other': {
      title: 'Tell another body',
      help: 'Record who was told, when, and by what reference; or why it is not needed after all.',
      roles: caseworkers,
      withinHours: 24,
    },
    'tell-also': {
      title: 'Tell another body',
      help: 'Something new has come to light. Record who was told, when, and by what reference; or why it is not needed after all.',
      roles: caseworkers,
      withinHours: 24,
    },
    lessons: {
      title: 'Learn from it',
      help: 'Root cause, effects and remedial action for the register (Art 33(5)); each action with somebody and a day.',
      roles: governance,
      withinWorkingDays: 20,
      outlivesDeadline: true,
      takesEvidence: true,
    },
    'carry-out-action': {
      title: 'Carry out an action from a breach',
      help: 'Do it by the day agreed, and say what shows that it is done.',
      roles: ['named', ...governance],
      outlivesDeadline: true,
      takesEvidence: true,
      shows: [{ form: 'lessons', field: 'actions', cell: 'what', label: 'The action' }],
    },
    'close-case': {
      title: 'Close the case',
      help: 'Check that the register says what happened, its effects and what was done (Art 33(5)).',
      roles: governance,
      outlivesDeadline: true,
    },
    'send-again': rightsTasks['send-again'],
  },
  letters: {
    alert: {
      ...plain,
      title: 'Word to the DPO and governance officer',
      to: 'staff',
      template: 'shared/tell',
    },
    'notify-controller': {
      title: 'Notice of a breach to the controller',
      to: 'controller',
      template: 'breach/notify-controller',
      checked: true,
      freeParts: { known: 'What is known so far' },
      proposes: { known: { form: 'triage', field: 'summary' } },
      mandatory: { 'processor-duty': 'UK GDPR Art 33(2)' },
      confidential: true,
    },
    'notify-added-controller': {
      title: 'Notice of a breach to the controller',
      to: 'controller',
      template: 'breach/notify-controller',
      checked: true,
      freeParts: { known: 'What is known so far' },
      proposes: { known: { form: 'something-new', field: 'what' } },
      mandatory: { 'processor-duty': 'UK GDPR Art 33(2)' },
      confidential: true,
    },
    'tell-person': {
      title: 'Notice of a breach to a person affected',
      to: 'affected',
      template: 'breach/tell-person',
      checked: false,
      freeParts: {},
      mandatory: {
        'breach-nature': 'UK GDPR Arts 34(2), 33(3)(a)',
        'breach-contact': 'UK GDPR Arts 34(2), 33(3)(b)',
        'breach-consequences': 'UK GDPR Arts 34(2), 33(3)(c)',
        'breach-measures': 'UK GDPR Arts 34(2), 33(3)(d)',
      },
      confidential: false,
    },
    tell,
  },
  services: { 'prepare-notification': 'makeNotification' },
  // The clock runs from awareness: no date of receipt to correct, and nothing to extend.
  actions: {
    assign: sharedActions.assign,
    note: sharedActions.note,
    'recompute-deadline': sharedActions['recompute-deadline'],
    hold: sharedActions.hold,
    'release-hold': sharedActions['release-hold'],
    link: sharedActions.link,
    'restrict-access': sharedActions['restrict-access'],
    reopen: sharedActions.reopen,
    'letter-returned': rightsActions['letter-returned'],
    'move-aware': { title: 'Move the moment we became aware', refusal: refusals.open },
    'something-new': {
      title: 'Something new has come to light',
      fires: 'something-new',
      refusal: refusals.open,
    },
    'risk-higher': {
      title: 'The risk is higher than was decided',
      completes: { element: 'found-higher', with: {} },
      refusal: higherRisk,
    },
  },
  holds: judgedBeforeClosing,
  outcomes: {
    'near-miss': { title: 'Near miss' },
    'not-a-breach': { title: 'Not a personal data breach' },
    'register-only': { title: 'Kept in the register: no risk likely' },
    'told-controller': { title: 'The controller was told' },
    notified: { title: 'The regulator was notified' },
    'notified-and-told': { title: 'The regulator was notified and people were told' },
  },
  clock: breachClock,
  ladder: breachLadder,
  stages: [
    { stage: 'received', from: ['alert', 'triage'] },
    { stage: 'containing', from: ['contain-it', 'tell-controllers'] },
    { stage: 'assessing', from: ['assess'] },
    { stage: 'advice', from: ['dpo-advice'] },
    { stage: 'decision', from: ['decide'] },
    {
      stage: 'notifying',
      from: [
        'prepare-notification',
        'file-notification',
        'follow-up',
        'prepare-notice',
        'tell-each',
        'publish-notice',
        'tell-other',
      ],
    },
    { stage: 'lessons', from: ['lessons', 'follow-actions', 'close-case'] },
  ],
} as const satisfies CaseDefinition;
