/** What a person may not finish yet, because of what runs beside the work. Workflow-safe. */
import { heldAfterDeath } from '../death';
import { refusals } from '../shared';
import type { CaseView, Refusal } from '../process';

/** Steps that rest on all that was found. */
const restsOnTheSearch = ['review', 'prepare-response'];

const afterDeath = heldAfterDeath(['prepare-response', 'deliver']);

/** On death disclosure stops and the DPO is asked; what rests on the search waits for one that is made again. */
export const subjectAccessHolds = (view: CaseView, element: string): Refusal | null =>
  afterDeath(view, element) ?? (restsOnTheSearch.includes(element) ? searching(view) : null);

const searching = refusals.unlessRunning(
  'search-reopened',
  'A system is being searched again. Wait for what is found there; then decide each new item.',
);
