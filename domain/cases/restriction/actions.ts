/** What may be done with a restriction beside its steps (UK GDPR Art 18(2)–(3)). Workflow-safe. */
import { deathActions } from '../death';
import type { ActionDefinition } from '../definition';
import { elementOf, type ActionName, type CaseView, type Refusal } from '../process';
import { actionsUntil, recipientActions, untilDecided } from '../rights';
import { refusals } from '../shared';

/** Before anything is marked, nothing is left behind when the case ends. */
export const undecided = untilDecided(
  ['assess-grounds'],
  'The restriction was decided, and the systems are marked or being marked. Record that it may end instead; then they are unmarked, and the person is told before (Art 18(3)).',
);

/** Art 18(3): while a letter that came back has not been given after all, nothing more is lifted. */
export const liftingBeforeTold = (view: CaseView, element: string): Refusal | null =>
  element === 'carry-out-lift' && view.running.includes('letter-returned')
    ? {
        code: 'not-told',
        message:
          'A letter came back, and nothing is lifted before the person has been told (Art 18(3)). First say on its task how it was given after all, then finish this one.',
      }
    : null;

/** From the first mark to the last; also while a letter is on its way and nothing waits for a person. */
function whileInForce(view: CaseView): Refusal | null {
  const closed = refusals.open(view);
  if (closed) return closed;
  const ending = view.waiting.some((step) =>
    ['refusal-letter', 'close-case', 'finish'].includes(elementOf(step)),
  );
  return ending || undecided(view) === null
    ? {
        code: 'not-in-force',
        message: 'No restriction is in force on this case, so no use needs to be permitted.',
      }
    : null;
}

const oneUseAtATime = refusals.unlessRunning(
  'use-asked',
  'Another use waits for its decision. Each is decided by itself.',
);

export const restrictionActions = {
  ...actionsUntil(undecided),
  ...recipientActions,
  ...deathActions,
  'permit-use': {
    title: 'Ask to use restricted data',
    fires: 'use-asked',
    refusal: (view: CaseView) => whileInForce(view) ?? oneUseAtATime(view),
  },
  'end-restriction': {
    title: 'Record that the restriction may end',
    completes: { element: 'await-review', with: {} },
    refusal: refusals.unlessWaiting(
      ['await-review'],
      'No restriction waits for its end on this case: it is not in force yet, or it is being reviewed or lifted already.',
    ),
  },
} as const satisfies Partial<Record<ActionName, ActionDefinition>>;
