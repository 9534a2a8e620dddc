/** What a person may not finish yet, because of what runs beside the work. Workflow-safe. */
import { refusals } from '../shared';
import type { CaseView, Refusal } from '../process';

/** Steps by which something reaches the person; a letter's step waits for whoever checks or posts it. */
const reachesThem = [
  ...[
    'prepare-response',
    'respond',
    'deliver',
    'acknowledge',
    'request-identity',
    'send-code',
    'request-fee',
  ],
  ...['ask-clarification', 'remind-clarification', 'extension-notice', 'refusal-letter', 'closing-letter'],
  ...['tell-not-a-request', 'confirm-withdrawal', 'tell-forwarded'],
];

/** Steps that rest on all that was found. */
const restsOnTheSearch = ['review', 'prepare-response'];

/** On death disclosure stops and the DPO is asked; what rests on the search waits for one that is made again. */
export const subjectAccessHolds = (view: CaseView, element: string): Refusal | null =>
  (reachesThem.includes(element) ? death(view) : null) ??
  (restsOnTheSearch.includes(element) ? searching(view) : null);

const death = refusals.unlessRunning(
  'death-recorded',
  'The person’s death was recorded. Nothing is sent or handed over before the DPO has decided.',
);

const searching = refusals.unlessRunning(
  'search-reopened',
  'A system is being searched again. Wait for what is found there; then decide each new item.',
);
