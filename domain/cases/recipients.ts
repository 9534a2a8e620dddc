/** Recipients of data whom the profile does not know: entered on the case, and known by their place in its list. Workflow-safe. */

const PREFIX = 'other-';

/** The key of the recipient in this row, from 0. */
export const otherRecipient = (row: number): string => `${PREFIX}${row + 1}`;

/** The row of a recipient that was entered on the case; null for one of the profile. */
export const rowOfRecipient = (item: string): number | null =>
  /^other-[1-9]\d*$/.test(item) ? Number(item.slice(PREFIX.length)) - 1 : null;

/** What such a recipient is called where their name must not stand, as in the headings of tasks; null for any other item. */
export function recipientTitle(item: string): string | null {
  const row = rowOfRecipient(item);
  return row === null ? null : `Other recipient ${row + 1}`;
}
