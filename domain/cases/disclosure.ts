/** What may leave with what (UK GDPR Art 15(3)–(4); DPA Sch 2 ¶16). Workflow-safe. */

/** An item of a case, as far as it matters here. */
export interface DisclosureItem {
  readonly id: string;
  /** The e-mail it is attached to. */
  readonly parentId: string | null;
  readonly decision: { readonly decision: string } | null;
}

/** Decisions under which the person gets the item, or has it already. */
const harmless = ['release', 'duplicate', 'already-held'];

/**
 * E-mails released as they are although something attached to them, at any depth, is not: the file of the e-mail
 * would carry the attachment out of the house. They can leave only redacted.
 */
export function carriers<Item extends DisclosureItem>(items: readonly Item[]): Item[] {
  const keptBack = ({ decision }: Item): boolean =>
    decision !== null && !harmless.includes(decision.decision);
  const carries = ({ id }: Item): boolean =>
    items.some((one) => one.parentId === id && (keptBack(one) || carries(one)));
  return items.filter((one) => one.decision?.decision === 'release' && carries(one));
}
