/**
 * What the decisions on single items mean for the case (UK GDPR Art 15(4); DPA Schs 2–3). Workflow-safe.
 */
import type { Codes, Refusal } from '../process';

export const disclosures = [
  'release',
  'release-redacted',
  'withhold',
  'not-this-person',
  'out-of-scope',
  'duplicate',
  'already-held',
] as const;
export type Disclosure = (typeof disclosures)[number];

/** One item as the review left it. */
export interface ReviewedItem {
  readonly number: number;
  readonly decision: Disclosure | null;
  readonly exemption: string | null;
  /** A flattened replacement has been uploaded. */
  readonly replaced: boolean;
  /** Hidden content was found and nobody has dealt with it yet. */
  readonly hiddenOpen: boolean;
}

/** What the DPO is asked about: `withhold` for whole items, and exemption codes. From the profile. */
export type AdviceRule = readonly string[];

/** Whether the DPO must be asked before anything is decided (by default: whole items, ¶2, ¶19, Schedule 3). */
export function adviceNeeded(items: readonly ReviewedItem[], rule: AdviceRule): boolean {
  return items.some(
    (item) =>
      (item.decision === 'withhold' && rule.includes('withhold')) ||
      (item.exemption !== null && rule.includes(item.exemption)),
  );
}

/** What the process needs to know of the review: counts, and whether advice is needed. */
export function reviewCodes(items: readonly ReviewedItem[], rule: AdviceRule): Codes {
  const count = (decision: Disclosure) => items.filter((item) => item.decision === decision).length;
  return {
    adviceNeeded: adviceNeeded(items, rule),
    released: count('release'),
    redacted: count('release-redacted'),
    withheld: count('withhold'),
  };
}

/** Why the review cannot be finished yet, or null. */
export function reviewRefusal(items: readonly ReviewedItem[]): Refusal | null {
  const numbers = (of: readonly ReviewedItem[]) => of.map((item) => item.number).join(', ');
  const undecided = items.filter((item) => item.decision === null);
  if (undecided.length > 0)
    return { code: 'undecided', message: `These items have no decision yet: ${numbers(undecided)}.` };
  const unreplaced = items.filter((item) => item.decision === 'release-redacted' && !item.replaced);
  if (unreplaced.length > 0)
    return {
      code: 'not-replaced',
      message: `Add the redacted copy of these items: ${numbers(unreplaced)}. The original never leaves.`,
    };
  const hidden = items.filter(
    (item) => item.hiddenOpen && (item.decision === 'release' || item.decision === 'release-redacted'),
  );
  if (hidden.length > 0)
    return {
      code: 'hidden-content',
      message: `Deal with the hidden content of these items before they are released: ${numbers(hidden)}.`,
    };
  return null;
}

/**
 * Why an answer cannot say this, given what was decided of each item: the letter would be untrue, and could not
 * be made (UK GDPR Art 12(4), Art 15(1)). Null where it can.
 */
export function resultRefusal(result: string, decisions: readonly Disclosure[]): string | null {
  const count = (...of: Disclosure[]) => decisions.filter((one) => of.includes(one)).length;
  const keptBack = count('withhold', 'release-redacted');
  if (result === 'answered-in-part' && keptBack === 0)
    return 'Nothing is withheld or redacted, so the answer cannot say that something is.';
  if (result === 'answered' && keptBack > 0)
    return `${items(keptBack)} withheld or redacted: choose “Something is withheld or redacted”.`;
  const found = keptBack + count('release');
  if (result === 'nothing-found' && found > 0)
    return `The search found something: ${items(found)} to be released, redacted or withheld.`;
  return null;
}

const items = (count: number): string => (count === 1 ? '1 item is' : `${count} items are`);
