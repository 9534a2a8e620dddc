/**
 * What people type in a subject access case. Each form is named like the task or action it serves.
 */
import type { Form } from './form';
import {
  preserveEvidence,
  triage,
  decideKind,
  checkIdentity,
  decideUnverified,
  recordFee,
  searchSystem,
  searchAgain,
} from './subject-access/gather';
import { checkCode } from './subject-access/code';
import {
  review,
  recordReply,
  secondCheck,
  dpoAdvice,
  decide,
  seekInstructions,
  seekRefusalApproval,
  adviseRefusal,
  decideRefusal,
} from './subject-access/decide';
import {
  prepareResponse,
  deliver,
  closeCase,
  awaitClarification,
  decideUnanswered,
  sendAgain,
} from './subject-access/respond';
import { decideAfterDeath } from './shared/death';

export { adviceExemptions, channels, deliveryWays, exemptions } from './subject-access/choices';
export { digitsOf } from './subject-access/code';
export { logRequest } from './subject-access/log';

/** Forms of the case's user tasks, by element id. */
export const taskForms: Readonly<Record<string, Form>> = Object.fromEntries(
  [
    preserveEvidence,
    triage,
    decideKind,
    checkIdentity,
    checkCode,
    decideUnverified,
    recordFee,
    searchSystem,
    searchAgain,
    review,
    recordReply,
    secondCheck,
    dpoAdvice,
    decide,
    seekInstructions,
    seekRefusalApproval,
    prepareResponse,
    deliver,
    closeCase,
    awaitClarification,
    decideUnanswered,
    decideAfterDeath,
    adviseRefusal,
    decideRefusal,
    sendAgain,
  ].map((form) => [form.id, form]),
);
