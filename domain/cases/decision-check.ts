/**
 * Regular checks that an automated decision works as intended (UK GDPR Arts 5(2), 22C, 24(1)): one case for each
 * decision of the register, for as long as a machine takes it.
 * The order of things is in processes/decision-check.bpmn and workflows/decision-check.ts.
 */
import type { AutomatedDecision, Profile } from '../organisation/profile';
import type { CaseDefinition, Stage } from './definition';
import type { Code, Codes } from './process';
import { ladder, refusals, sharedActions } from './shared';
import { tell } from './shared-letters';

const checkers = ['governance-officer', 'dpo', 'named'] as const;

/** How the decision is taken until what a check found is put right. */
export const meanwhile = {
  'by-a-person': {
    text: 'A person takes it',
    notice: 'A check raised a concern. Until it is put right, a person takes this decision.',
  },
  stopped: {
    text: 'It is not taken',
    notice: 'A check raised a concern. Until it is put right, this decision is not taken.',
  },
  'goes-on': {
    text: 'It goes on as it is',
    notice: 'A check raised a concern. The decision goes on as it is until that is put right.',
  },
} as const;

/** The decision of the register that a case checks; undefined once the profile names it no more. */
export const decisionIn = (profile: Profile, id: Codes[string]): AutomatedDecision | undefined =>
  profile.automatedDecisions.find((one) => one.id === id);

function notice(stage: Stage, said: (element: string) => Codes): string | null {
  const how = said('check-decision').meanwhile as Code as keyof typeof meanwhile | undefined;
  return stage === 'carrying-out' && how ? meanwhile[how].notice : null;
}

export const decisionCheck = {
  kind: 'decision-check',
  prefix: 'CHK',
  title: 'Checks of an automated decision',
  requestNoun: 'check of an automated decision',
  about: 'matter',
  begunOn: '/organisation/automated-decisions',
  notice,
  undated: 'No time limit in law',
  timer: 'decision.check',
  tasks: {
    'check-decision': {
      title: 'Check the automated decision',
      help: 'Look at what the register says is looked at. Does it work as intended? What you find stays on record (Arts 5(2), 24(1)).',
      roles: checkers,
      withinWorkingDays: 20,
      shows: [{ form: 'log-request', field: 'request', label: 'What is checked' }],
    },
    'put-right': {
      title: 'Put right what the check found',
      help: 'Do it and say what shows it; or say by when it will be done, and why it needs longer.',
      roles: checkers,
      shows: [
        { form: 'check-decision', field: 'findings', label: 'What the check found' },
        { form: 'check-decision', field: 'toDo', label: 'What is to be put right' },
      ],
    },
  },
  letters: { tell },
  services: {},
  actions: {
    assign: sharedActions.assign,
    note: sharedActions.note,
    retire: { title: 'No machine decides any more', fires: 'retired', refusal: refusals.open },
    hold: sharedActions.hold,
    'release-hold': sharedActions['release-hold'],
    link: sharedActions.link,
    'restrict-access': sharedActions['restrict-access'],
  },
  outcomes: { retired: { title: 'No machine takes the decision any more' } },
  clock: () => [],
  ladder,
  stages: [
    { stage: 'review', from: ['check-decision'] },
    { stage: 'carrying-out', from: ['put-right'] },
    { stage: 'in-force', from: ['await-check'] },
  ],
} as const satisfies CaseDefinition;
