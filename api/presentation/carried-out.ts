import { elementOf, itemOf, type Codes } from '../../domain/cases/process';
import type { IsoDate } from '../../domain/clock/types';
import type { CasePage, StepRow } from '../../register/cases';

/** Where one system or recipient stands. */
export type CarriedOutState =
  | 'pending'
  | 'failed'
  | 'done'
  | 'expires'
  | 'impossible'
  | 'not-needed'
  | 'to-be-told'
  | 'waiting'
  | 'acted'
  | 'refused'
  | 'in-vain'
  | 'not-told';

/** What was done on one system, or what became of one recipient's notice. */
export interface CarriedOutLine {
  /** Id of the system or recipient. */
  readonly item: string;
  readonly name: string;
  /** What was to be done, as the task calls it. */
  readonly task: string;
  readonly state: CarriedOutState;
  /** The day of which it was said. */
  readonly on: IsoDate | null;
  /** Until when a copy stays. */
  readonly until: IsoDate | null;
  readonly records: number | null;
  /** Who said so. */
  readonly by: string | null;
}

export interface CarriedOut {
  readonly systems: readonly CarriedOutLine[];
  readonly recipients: readonly CarriedOutLine[];
}

const onSystems: readonly string[] = ['carry-out', 'stop-at-once', 'carry-out-lift', 'finish'];
const ofRecipients: readonly string[] = [
  ...['choose-notice', 'decide-not-told', 'notify-recipient', 'confirm-recipient', 'remind-recipient'],
];

/** How far a decision is carried out: by system and by recipient, from what the record holds. */
export function carriedOutOf(
  page: Pick<CasePage, 'steps' | 'tasks'>,
  nameOf: (element: string, item: string) => string,
  titleOf: (element: string) => string,
): CarriedOut {
  const line = (last: StepRow, state: CarriedOutState, until: IsoDate | null = null): CarriedOutLine => {
    const item = itemOf(last.step) ?? '';
    const { on, records } = last.result ?? {};
    return {
      ...{ item, name: nameOf(last.element, item), task: titleOf(last.element), state, until },
      on: typeof on === 'string' ? on : null,
      records: typeof records === 'number' ? records : null,
      by:
        page.tasks.find(({ step, state: of }) => step === last.step && of === 'done')?.completedByName ??
        null,
    };
  };
  const systems = groupsOf(page.steps, onSystems, ({ element, step }) => `${element}:${itemOf(step)}`);
  const recipients = groupsOf(page.steps, ofRecipients, ({ step }) => String(itemOf(step)));
  return {
    systems: systems.map((steps) => {
      const last = latest(steps);
      const state = systemState(last, steps);
      const gone = state === 'expires' && copyGone(page.steps, itemOf(last.step));
      const until = state === 'expires' && !gone ? String(last.result?.expiresOn) : null;
      return line(last, gone ? 'done' : state, until);
    }),
    recipients: recipients.map((steps) => line(latest(steps), recipientState(steps))),
  };
}

/** Steps of these elements in repeated steps, those that belong together in one list. */
function groupsOf(
  steps: readonly StepRow[],
  elements: readonly string[],
  key: (step: StepRow) => string,
): readonly (readonly StepRow[])[] {
  const groups = new Map<string, StepRow[]>();
  for (const step of steps)
    if (elements.includes(step.element) && itemOf(step.step) !== null)
      groups.set(key(step), [...(groups.get(key(step)) ?? []), step]);
  return [...groups.values()];
}

/** The one entered last; the record lists them in that order. */
const latest = (steps: readonly StepRow[]): StepRow => steps.at(-1) as StepRow;

const outcomes: Readonly<Record<string, CarriedOutState>> = {
  ...{ done: 'done', stopped: 'done', 'nothing-there': 'done' },
  ...{ expires: 'expires', failed: 'failed', impossible: 'impossible' },
};

const outcomeOf = (result: Codes | null): CarriedOutState => outcomes[String(result?.outcome)] ?? 'done';

function systemState(last: StepRow, all: readonly StepRow[]): CarriedOutState {
  if (last.state === 'cancelled' || last.state === 'waived') return 'not-needed';
  if (last.state === 'left') return outcomeOf(last.result);
  const before = all.at(-2)?.result;
  return before && outcomeOf(before) === 'failed' ? 'failed' : 'pending';
}

const copyGone = (steps: readonly StepRow[], item: string | null): boolean =>
  steps.some(
    ({ element, step, result }) =>
      element === 'confirm-expiry' && itemOf(step) === item && result?.outcome === 'gone',
  );

const answers: Readonly<Record<string, CarriedOutState>> = {
  ...{ acted: 'acted', refused: 'refused', 'in-vain': 'in-vain' },
};

function recipientState(steps: readonly StepRow[]): CarriedOutState {
  const last = latest(steps);
  if (last.state === 'cancelled') return 'not-needed';
  const left = (element: string): Codes | null =>
    steps.findLast((step) => elementOf(step.step) === element && step.state === 'left')?.result ?? null;
  if (left('decide-not-told')?.decision === 'not-told') return 'not-told';
  if (left('notify-recipient') === null) return 'to-be-told';
  return answers[String(left('confirm-recipient')?.outcome)] ?? 'waiting';
}

/** The state in the words of the page. */
export const carriedOutWords: Readonly<Record<CarriedOutState, string>> = {
  pending: 'Not done yet',
  failed: 'Failed: to be tried again',
  done: 'Done',
  expires: 'Done but for a copy',
  impossible: 'Impossible',
  'not-needed': 'No longer needed',
  'to-be-told': 'Not told yet',
  waiting: 'Told, and has not acted yet',
  acted: 'Told, and acted on it',
  refused: 'Told, and does not think that they must act',
  'in-vain': 'Told, and never answered',
  'not-told': 'Not told: it was decided so',
};
