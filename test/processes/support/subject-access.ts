import type { RecordedEvent } from '../../../processes/conformance';
import { cancelled, closed, did, didEach, entered, fired, left, record, reopened } from './record';

export const preserved = didEach('preserve#1', ['cctv'], 'ask-preservation#1', 'preserve-evidence#1');
export const triaged = did('match-identity#1', 'triage#1');
export const searched = didEach('search#1', ['housing', 'mail'], 'ask-owner#1', 'search-system#1');

/** Everything up to the review, with nothing in doubt and no fee. */
export const gathered = record(preserved, did('acknowledge#1'), triaged, searched);
export const responded = did('prepare-response#1', 'assemble#1', 'respond#1', 'deliver#1', 'close-case#1');

const identity = (...steps: string[]) => did(...steps.map((step) => `establish-identity#1/${step}`));
const inIdentity = record(
  entered('establish-identity#1'),
  identity('request-identity#1', 'check-identity#1'),
);

/** The shortest case that is answered. */
export const straight = record(
  gathered,
  did('review#1', 'second-check#1', 'decide#1'),
  responded,
  closed('answered'),
);

/** Every loop and branch of an answered case, and everything that may run beside it. */
const winding = record(
  did('acknowledge#1'),
  triaged,
  entered('search#1', { items: ['housing'] }),
  inIdentity,
  identity('request-identity#2', 'check-identity#2', 'decide-unverified#1'),
  identity('request-identity#3', 'check-identity#3', 'decide-unverified#2'),
  left('establish-identity#1'),
  did('request-fee#1', 'record-fee#1'),
  fired('code-wanted', 1),
  did('code-wanted#1/send-code#1', 'code-wanted#1/check-code#1'),
  fired('code-wanted', 2),
  did('code-wanted#2/send-code#1'),
  fired('clarification-needed'),
  did('clarification-needed#1/ask-clarification#1', 'clarification-needed#1/await-clarification#1'),
  did('clarification-needed#1/remind-clarification#1', 'clarification-needed#1/await-clarification#2'),
  did('clarification-needed#1/decide-unanswered#1', 'clarification-needed#1/remind-clarification#2'),
  entered('clarification-needed#1/await-clarification#3'),
  fired('deadline-near', 1),
  did('deadline-near#1/tell#1'),
  fired('deadline-near', 2),
  did('deadline-near#2/tell#1'),
  did('search#1[housing]/ask-owner#1', 'search#1[housing]/search-system#1'),
  left('search#1'),
  entered('preserve#1', { items: [] }),
  left('preserve#1'),
  did('review#1'),
  didEach('consult#1', ['1', '2'], 'consult-third-party#1', 'record-reply#1'),
  did('second-check#1', 'review#2', 'second-check#2', 'dpo-advice#1', 'decide#1'),
  fired('search-reopened'),
  did('search-reopened#1/ask-again#1', 'search-reopened#1/search-again#1'),
  fired('extension-needed'),
  did('extension-needed#1/extension-notice#1'),
  fired('letter-returned'),
  did('letter-returned#1/send-again#1'),
  fired('refusal-proposed', 1),
  did('refusal-proposed#1/advise-refusal#1', 'refusal-proposed#1/decide-refusal#1'),
  fired('refusal-proposed', 2),
  did('refusal-proposed#2/advise-refusal#1', 'refusal-proposed#2/decide-refusal#1'),
  did('refusal-proposed#2/seek-refusal-approval#1'),
  did('review#3', 'second-check#3', 'decide#2', 'seek-instructions#1'),
  did('review#4', 'second-check#4', 'decide#3', 'seek-instructions#2'),
  left('clarification-needed#1/await-clarification#3'),
  did('clarification-needed#1/decide-unanswered#2'),
  did('prepare-response#1', 'review#5', 'second-check#5', 'decide#4', 'seek-instructions#3'),
  did('prepare-response#2', 'assemble#1', 'respond#1', 'deliver#1', 'close-case#1'),
  closed('answered'),
);

const confirmed = record(
  preserved,
  did('acknowledge#1'),
  triaged,
  inIdentity,
  left('establish-identity#1'),
  searched,
  did('review#1', 'second-check#1', 'decide#1'),
  responded,
  closed('answered'),
);

/** The person withdraws while an owner is being written to: that letter is seen through, the rest is cancelled. */
export const withdrawn = record(
  entered('preserve#1', { items: ['cctv'] }),
  entered('preserve#1[cctv]/ask-preservation#1'),
  entered('acknowledge#1'),
  did('match-identity#1'),
  entered('triage#1'),
  fired('withdrawn'),
  cancelled('triage#1', 'preserve#1'),
  left('acknowledge#1'),
  left('preserve#1[cctv]/ask-preservation#1'),
  did('withdrawn#1/confirm-withdrawal#1'),
  closed('closed-withdrawn'),
);

const refused = record(
  gathered,
  entered('review#1'),
  fired('refusal-proposed'),
  did('refusal-proposed#1/advise-refusal#1', 'refusal-proposed#1/decide-refusal#1'),
  fired('refused'),
  cancelled('review#1'),
  entered('refused#1/refusal-letter#1'),
  fired('deadline-near'),
  did('deadline-near#1/tell#1'),
  left('refused#1/refusal-letter#1'),
  closed('closed-refused'),
);

const refusedWithApproval = record(
  gathered,
  entered('review#1'),
  fired('clarification-needed'),
  did('clarification-needed#1/ask-clarification#1', 'clarification-needed#1/await-clarification#1'),
  fired('refusal-proposed'),
  did('refusal-proposed#1/advise-refusal#1', 'refusal-proposed#1/decide-refusal#1'),
  did('refusal-proposed#1/seek-refusal-approval#1'),
  fired('refused'),
  cancelled('review#1'),
  did('refused#1/refusal-letter#1'),
  closed('closed-refused'),
);

const forwarded = record(
  preserved,
  did('acknowledge#1'),
  triaged,
  fired('forward'),
  did('forward#1/forward-request#1', 'forward#1/tell-forwarded#1'),
  closed('closed-forwarded'),
);

const unverified = (end: string, by: string, ...letter: RecordedEvent[]) =>
  record(
    preserved,
    did('acknowledge#1'),
    triaged,
    inIdentity,
    identity('decide-unverified#1'),
    fired(by),
    cancelled('establish-identity#1'),
    letter,
    closed(end),
  );

const somethingElse = record(
  preserved,
  did('acknowledge#1', 'match-identity#1', 'triage#1', 'decide-kind#1', 'triage#2', 'decide-kind#2'),
  fired('not-a-request'),
  did('not-a-request#1/tell-not-a-request#1'),
  closed('closed-not-a-request'),
);

const inClarification = (...steps: string[]) => did(...steps.map((step) => `clarification-needed#1/${step}`));

const neverClarified = record(
  gathered,
  entered('review#1'),
  fired('clarification-needed'),
  inClarification('ask-clarification#1', 'await-clarification#1', 'remind-clarification#1'),
  inClarification('await-clarification#2', 'decide-unanswered#1'),
  fired('unanswered'),
  cancelled('review#1'),
  did('unanswered#1/closing-letter#1'),
  closed('closed-unanswered'),
);

const died = record(
  gathered,
  entered('review#1'),
  fired('death-recorded', 1),
  did('death-recorded#1/decide-after-death#1'),
  fired('death-recorded', 2),
  did('death-recorded#2/decide-after-death#1'),
  fired('deceased'),
  cancelled('review#1'),
  closed('closed-deceased'),
);

const again = record(
  straight,
  reopened(),
  did('reopened#1/review#1', 'reopened#1/second-check#1', 'reopened#1/decide#1'),
  responded.map((event) => ({ ...event, step: `reopened#1/${event.step}` })),
  closed('answered', 2),
);

/** Closed while word is still awaited beside the work: what waited is cancelled, what was under way is seen through. */
const leftOver = record(
  gathered,
  fired('clarification-needed'),
  did('clarification-needed#1/ask-clarification#1'),
  entered('clarification-needed#1/await-clarification#1'),
  fired('deadline-near'),
  entered('deadline-near#1/tell#1'),
  did('review#1', 'second-check#1', 'decide#1'),
  responded,
  cancelled('clarification-needed#1/await-clarification#1'),
  left('deadline-near#1/tell#1'),
  closed('answered'),
);

/** Runs that the diagram of subject access allows, by what becomes of the case. */
export const legalRuns: Readonly<Record<string, readonly RecordedEvent[]>> = {
  'is answered without any turning': straight,
  'is answered after every loop and with everything beside it': winding,
  'is answered once identity is confirmed': confirmed,
  'is withdrawn while letters are on their way': withdrawn,
  'is refused, and reaches a deadline meanwhile': refused,
  'is refused with the controller’s approval, after a question that was answered': refusedWithApproval,
  'is passed to the controller': forwarded,
  'is closed because identity was never shown': unverified(
    'closed-unanswered',
    'unanswered',
    ...did('unanswered#1/closing-letter#1'),
  ),
  'is closed because identity cannot be shown after a death': unverified('closed-deceased', 'deceased'),
  'is closed as something else once identity was asked for': unverified(
    'closed-not-a-request',
    'not-a-request',
    ...did('not-a-request#1/tell-not-a-request#1'),
  ),
  'is closed as something else': somethingElse,
  'is closed because nobody answered the question': neverClarified,
  'is closed because the person has died': died,
  'is reopened and answered again': again,
  'is answered while clarification is still awaited': leftOver,
};
