/** Recipients of data: those whom the profile does not know are entered on the case, and known by their place in its list. Workflow-safe. */

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

/** Recipients whom somebody wrote down, one on a line: those of the profile by id, the others as they are written. */
export function recipientsWritten(
  text: string,
  ofProfile: readonly { readonly id: string; readonly name: string }[],
): { readonly known: readonly string[]; readonly others: readonly string[] } {
  const lines = text.split(/\r?\n/).flatMap((line) => line.trim() || []);
  const idOf = (line: string): string | undefined => ofProfile.find(({ name }) => alike(name, line))?.id;
  return {
    known: lines.flatMap((line) => idOf(line) ?? []),
    others: lines.filter((line) => idOf(line) === undefined),
  };
}

/** Names are written with and without capitals, and with a full stop or without. */
const alike = (one: string, other: string): boolean => plain(one) === plain(other);

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[.;,]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
