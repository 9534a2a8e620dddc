/**
 * What the decisions on single items mean for the case (UK GDPR Art 15(4); DPA Schs 2–3). Workflow-safe.
 */
import type { Codes } from '../process';

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

/** What was decided of one item. */
export interface DecidedItem {
  readonly decision: Disclosure;
  readonly exemption: string | null;
}

/**
 * What the process needs to know of a review: how many items go, go redacted and are withheld, and whether the DPO
 * must be asked before anything is decided.
 *
 * @param asked what the profile asks the DPO about: `withhold` for whole items, and exemption codes
 */
export function reviewCodes(items: readonly DecidedItem[], asked: readonly string[]): Codes {
  const count = (decision: Disclosure) => items.filter((item) => item.decision === decision).length;
  return {
    adviceNeeded: items.some((item) => matters(item).some((matter) => asked.includes(matter))),
    released: count('release'),
    redacted: count('release-redacted'),
    withheld: count('withhold'),
  };
}

const matters = ({ decision, exemption }: DecidedItem): string[] => [
  ...(exemption === null ? [] : [exemption]),
  ...(decision === 'withhold' ? ['withhold'] : []),
];

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
