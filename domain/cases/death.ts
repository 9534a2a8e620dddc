/**
 * After a death: what belongs to the dead is not personal data (UK GDPR recital 27), so nothing reaches the person any
 * more, and the DPO says what becomes of the case. Workflow-safe.
 */
import type { ActionDefinition, CaseDefinition, LetterDefinition, TaskDefinition } from './definition';
import { elementOf, type ActionName, type CaseView, type Refusal } from './process';
import { carryOutLetters, caseworkers } from './rights';
import { refusals } from './shared';

export const deathTasks = {
  'decide-after-death': {
    title: 'Decide after a death',
    help: 'Nothing is disclosed and letters wait until you have decided: close the case, or go on where somebody else has the right to the answer or the news was wrong.',
    roles: ['dpo'],
    withinWorkingDays: 2,
    outlivesDeadline: true,
    restsOn: ['log-request', 'record-death'],
  },
} as const satisfies Readonly<Record<string, TaskDefinition>>;

const alreadyRecorded = refusals.unlessRunning(
  'death-recorded',
  'A death was recorded already and waits for the DPO.',
);

const alreadyClosing = (view: CaseView): Refusal | null =>
  view.open.some((step) => elementOf(step) === 'finish-everywhere')
    ? {
        code: 'case-closing',
        message: 'The case is being closed after a death: only what was left on the systems is still done.',
      }
    : null;

export const deathActions = {
  'record-death': {
    title: 'Record a death',
    fires: 'death-recorded',
    refusal: (view: CaseView) => alreadyRecorded(view) ?? alreadyClosing(view),
  },
} as const satisfies Partial<Record<ActionName, ActionDefinition>>;

export const deathOutcomes = {
  deceased: { title: 'Closed: the person has died' },
} as const satisfies CaseDefinition['outcomes'];

/** What was begun on the systems and is brought to an end before the case is closed, by the DPO's word. */
export const finishTasks = {
  finish: {
    title: 'Finish it on the system',
    help: 'The case is being closed. Do exactly what is asked here, and say what was done and when. If there is nothing left to do, or it cannot be done, say so.',
    roles: ['system-owner', ...caseworkers],
    withinWorkingDays: 5,
    outlivesDeadline: true,
    shows: [{ form: 'decide-after-death', field: 'instructions', label: 'What to do' }],
  },
} as const satisfies Readonly<Record<string, TaskDefinition>>;

export const finishLetters = {
  'ask-finish': { ...carryOutLetters['ask-carry-out'], title: 'What to finish on the system' },
} as const satisfies Readonly<Record<string, LetterDefinition>>;

/** Why what would reach the person may not be done now; null once the DPO has decided. */
const untilDecided = (view: CaseView): Refusal | null =>
  view.running.includes('death-recorded')
    ? {
        code: 'in-hand',
        message:
          'The person’s death was recorded. Nothing is sent or handed over before the DPO has decided.',
      }
    : null;

/** @param elements steps, other than letters, that wait while the DPO considers a death */
export const heldAfterDeath =
  (elements: readonly string[]): NonNullable<CaseDefinition['holds']> =>
  (view, element) =>
    elements.includes(element) ? untilDecided(view) : null;

/**
 * Why nobody may finish their part of an element now, or null: a letter to the person while the DPO considers a death,
 * and what the kind of case itself says.
 */
export const heldNow = (
  { letters, holds }: Pick<CaseDefinition, 'letters' | 'holds'>,
  view: CaseView,
  element: string,
): Refusal | null =>
  (letters[element]?.to === 'requester' ? untilDecided(view) : null) ?? holds?.(view, element) ?? null;
