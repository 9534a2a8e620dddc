import type { Example } from './example';
import { assessments, breaches, complaints, information, keeping } from './others';
import { clarification, extensions, oldLaw, oneMonth, otherRights, policy, relevantTime } from './rights';

export * from './example';

/** The worked examples by chapter; docs/law.md lists them beside each rule. */
export const chapters: Record<string, readonly Example[]> = {
  'one month, by calendar': oneMonth,
  'three months by extension': extensions,
  'the relevant time': relevantTime,
  'clarification stops the clock': clarification,
  'policy beside the law': policy,
  'the law then in force': oldLaw,
  'other rights': otherRights,
  'personal data breaches': breaches,
  complaints,
  'impact assessments and prior consultation': assessments,
  'requests for information': information,
  'notices, keeping and reviews': keeping,
};
