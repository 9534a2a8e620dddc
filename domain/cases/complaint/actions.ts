/** What may be done with a complaint beside its steps (DPA ss.164A, 165). Workflow-safe. */
import type { ActionDefinition } from '../definition';
import type { ActionName, CaseView, Refusal } from '../process';
import { rightsActions } from '../rights';
import { refusals } from '../shared';

type RightsAction = keyof typeof rightsActions;

/** Section 164A knows neither an extension nor a refusal. */
const unknownToIt = [
  'extend',
  'undo-extension',
  'propose-refusal',
] as const satisfies readonly RightsAction[];

const complaining = Object.fromEntries(
  Object.entries(rightsActions).filter(([name]) => !unknownToIt.some((one) => one === name)),
) as Omit<typeof rightsActions, (typeof unknownToIt)[number]>;

/** What the regulator asks must be answered, whoever lost interest meanwhile. */
const unlessRegulatorWaits = refusals.unlessRunning(
  'regulator-wrote',
  'The regulator waits for our answer on this case. Answer it first.',
);

/** What was promised with the outcome is done, whoever lost interest meanwhile. */
const undecided = refusals.unlessWaiting(
  [
    ...['appoint', 'request-identity', 'check-identity', 'decide-unverified'],
    ...['enquire', 'findings', 'dpo-advice', 'decide'],
  ],
  'The complaint was decided, and the outcome is told or being told. What was promised with it is carried out; close the case when it is.',
);

const noticeWaits = refusals.unlessRunning(
  'stage1-longer',
  'A letter that says so waits already. Send that one first.',
);

/** Only where it is a housing complaint as well. */
function housingOnly(view: CaseView): Refusal | null {
  if (view.facts.alsoHousing === true) return refusals.open(view);
  return { code: 'not-housing', message: 'This was not logged as a housing complaint as well.' };
}

export const complaintActions = {
  ...complaining,
  withdraw: {
    ...rightsActions.withdraw,
    refusal: (view: CaseView) => unlessRegulatorWaits(view) ?? undecided(view),
  },
  'tell-progress': {
    title: 'Tell how far it is',
    fires: 'progress-due',
    refusal: refusals.unlessRunning('progress-due', 'A letter with news waits already. Send that one first.'),
  },
  'regulator-wrote': {
    title: 'Record that the regulator wrote',
    fires: 'regulator-wrote',
    refusal: refusals.open,
  },
  'extend-housing': {
    title: 'Tell that stage 1 takes longer',
    fires: 'stage1-longer',
    effectOf: 'stage1-notice',
    refusal: (view: CaseView) => housingOnly(view) ?? noticeWaits(view),
  },
  'escalate-housing': { title: 'Record that it went to stage 2', refusal: housingOnly },
} as const satisfies Partial<Record<ActionName, ActionDefinition>>;
