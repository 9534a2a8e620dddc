/** What may be done with a restriction beside its steps (UK GDPR Art 18(2)–(3)). Workflow-safe. */
import type { ActionDefinition } from '../definition';
import { elementOf, type ActionName, type CaseView, type Refusal } from '../process';
import { recipientActions, rightsActions } from '../rights';
import { refusals } from '../shared';

const undecided = [
  ...['triage', 'check-identity', 'decide-unverified', 'assess-grounds'],
  ...['second-check', 'dpo-advice', 'decide'],
];

/** Before anything is marked, nothing is left behind when the case ends. */
const untilDecided = refusals.unlessWaiting(
  undecided,
  'The restriction was decided, and the systems are marked or being marked. Record that it may end instead; then they are unmarked, and the person is told before (Art 18(3)).',
);

/** From the first mark to the last; also while a letter is on its way and nothing waits for a person. */
function whileInForce(view: CaseView): Refusal | null {
  const closed = refusals.open(view);
  if (closed) return closed;
  return view.waiting.some((step) => [...undecided, 'refusal-letter', 'close-case'].includes(elementOf(step)))
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
  ...rightsActions,
  ...recipientActions,
  withdraw: { ...rightsActions.withdraw, refusal: untilDecided },
  'propose-refusal': {
    ...rightsActions['propose-refusal'],
    refusal: (view: CaseView) => refusals.proposeRefusal(view) ?? untilDecided(view),
  },
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
