/** A risk that is found higher than was decided is judged anew at once (UK GDPR Arts 33(4), 34). Workflow-safe. */
import { elementOf, type CaseView, type Refusal } from '../process';
import { refusals } from '../shared';

/** While one of these is open the risk is being judged, or its own form says that it is higher. */
const judging = [
  ...['assess', 'dpo-advice', 'decide'],
  ...['prepare-notification', 'file-notification', 'follow-up'],
];

const isOpen = ({ open }: CaseView, elements: readonly string[]): boolean =>
  open.some((step) => elements.includes(elementOf(step)));

/** From the first decision on until the case is closed, whoever else is still being told. */
export const higherRisk = (view: CaseView): Refusal | null =>
  refusals.unlessWaiting(
    ['found-higher'],
    'It is not known to be a breach, so no risk was decided. Say it at triage, or with the lessons: then it goes back to triage.',
  )(view) ??
  (isOpen(view, judging)
    ? {
        code: 'judged-now',
        message:
          'The risk is being judged, or the notification is not complete. Say it in the task that is open: the assessment, or the follow-up once the notification is filed.',
      }
    : null);

/** What is judged anew is decided and told before the lessons are drawn and the case is closed. */
export const judgedBeforeClosing = (view: CaseView, element: string): Refusal | null =>
  ['lessons', 'close-case'].includes(element) && isOpen(view, ['judge-and-tell'])
    ? {
        code: 'judged-anew',
        message:
          'The risk was found higher and is being judged anew, or somebody is still to be told of it. Finish that first, then come back. Nothing was recorded.',
      }
    : null;
