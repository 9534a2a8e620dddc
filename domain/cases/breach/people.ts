/**
 * The list of people whom a breach affects, as a spreadsheet hands it over: one row each, with a row of headings.
 * Pure; who they are stays in the submission.
 */

/** Flags on a person that keep anything from going to them by itself. */
export const listedFlags = ['domestic-abuse', 'safeguarding', 'informant'] as const;

export interface AffectedPerson {
  readonly name: string;
  readonly email: string | null;
  /** Postal address, lines apart by commas or line breaks in the cell; null where none was given. */
  readonly post: readonly string[] | null;
  readonly flags: readonly string[];
  /** Which of their data, in a few words; empty where it was not said. */
  readonly what: string;
}

export interface RowFault {
  /** As the spreadsheet numbers it: the headings are row 1. */
  readonly row: number;
  readonly fault: string;
}

export interface AffectedPeople {
  readonly people: readonly AffectedPerson[];
  readonly faults: readonly RowFault[];
}

const columns = ['name', 'email', 'post', 'flags', 'what'] as const;
type Column = (typeof columns)[number];

/** Reads the list; every faulty row is named, and a list with a fault is not to be used. */
export function readPeople(csv: string): AffectedPeople {
  const [headings, ...rows] = rowsOf(csv);
  if (!headings) return { people: [], faults: [{ row: 1, fault: 'the list is empty.' }] };
  const names = headings.map((heading) => heading.trim().toLowerCase());
  const stranger = names.find((name) => !columns.some((column) => column === name));
  if (stranger !== undefined || !names.includes('name'))
    return {
      people: [],
      faults: [
        { row: 1, fault: `the headings must be some of ${columns.join(', ')}, and name must be among them.` },
      ],
    };
  const read = rows.flatMap((cells, index) =>
    cells.every((cell) => cell.trim() === '') ? [] : [personIn(names as Column[], cells, index + 2)],
  );
  const faults = [...read.flatMap((one) => one.fault ?? []), ...twice(read)];
  if (read.length === 0) faults.push({ row: 2, fault: 'nobody is listed.' });
  return { people: read.map(({ person }) => person), faults };
}

interface ReadRow {
  readonly row: number;
  readonly person: AffectedPerson;
  readonly fault: RowFault | null;
}

function personIn(names: readonly Column[], cells: readonly string[], row: number): ReadRow {
  const cell = (column: Column): string => (cells[names.indexOf(column)] ?? '').trim();
  const lines = cell('post')
    .split(/\r?\n|,/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const person: AffectedPerson = {
    name: cell('name'),
    email: cell('email') || null,
    post: lines.length > 0 ? lines : null,
    flags: cell('flags')
      .split(/[\s;,]+/)
      .filter((flag) => flag !== ''),
    what: cell('what'),
  };
  const fault = faultOf(person, cells.length > names.length);
  return { row, person, fault: fault === null ? null : { row, fault } };
}

function faultOf({ name, email, flags }: AffectedPerson, tooMany: boolean): string | null {
  if (tooMany) return 'it has more cells than there are headings; put a cell with commas in quotation marks.';
  if (name === '') return 'the name is missing.';
  if (name.length > 200) return 'the name is too long.';
  if (email !== null && !/^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/.test(email))
    return 'the e-mail address is not one.';
  const unknown = flags.find((flag) => !listedFlags.some((known) => known === flag));
  return unknown === undefined ? null : `“${unknown}” is not a flag; use ${listedFlags.join(', ')}.`;
}

/** The same person twice would be told twice. */
const twice = (read: readonly ReadRow[]): RowFault[] =>
  read.flatMap(({ row, person }, index) => {
    const before = read.slice(0, index).find((one) => sameAs(one.person, person));
    return before ? [{ row, fault: `the same person and address as in row ${before.row}.` }] : [];
  });

const sameAs = (one: AffectedPerson, other: AffectedPerson): boolean =>
  one.name === other.name && one.email === other.email && String(one.post) === String(other.post);

/** Cells by RFC 4180: quotation marks around cells with commas, line breaks or quotation marks (doubled). */
function rowsOf(csv: string): string[][] {
  const text = csv.replace(/^\uFEFF/, '');
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, comma, quoted, bare] of text.matchAll(/(^|,|\r?\n)(?:"((?:[^"]|"")*)"|([^,\r\n]*))/g)) {
    if (comma !== ',') rows.push((row = []));
    row.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'));
  }
  while (rows.at(-1)?.every((cell) => cell.trim() === '')) rows.pop();
  return rows;
}
