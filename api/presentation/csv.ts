type Cell = string | number | null | undefined;

/** A table for spreadsheets (RFC 4180, UTF-8 with a byte-order mark so that Excel reads it). */
export function csvOf(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${[heads, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/** A text that a spreadsheet would run as a formula gets an apostrophe in front. */
function cell(value: Cell): string {
  if (typeof value === 'number') return String(value);
  const text = value ?? '';
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
