/** A table for spreadsheets. A cell that a spreadsheet would take for a formula is made plain text. */
export const csvOf = (heading: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${[heading, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

type Cell = string | number | null | undefined;

function cell(value: Cell): string {
  const text = String(value ?? '');
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
