import { parse } from 'csv-parse/sync';
import { isDate } from '../../domain/calendar';
import type { ImportFault, IndexRow } from '../people';

const columns = [
  'name',
  'former_names',
  'date_of_birth',
  'email',
  'phone',
  'address',
  'reference',
  'person_type',
] as const;
type Column = (typeof columns)[number];

/** A page of faults is enough to put a file right. */
const MOST_FAULTS = 200;

export interface ReadFile {
  readonly rows: readonly IndexRow[];
  readonly faults: readonly ImportFault[];
}

/** Reads the people index from CSV (RFC 4180, UTF-8). Reasons name columns, never what stands in them. */
export function readIndexFile(csv: string): ReadFile {
  let lines: readonly Line[];
  try {
    lines = parse(csv, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as Line[];
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? 1;
    return {
      rows: [],
      faults: [{ line, reason: 'This line is not CSV: a quotation mark is missing or misplaced.' }],
    };
  }
  const [head, ...body] = lines;
  const heading = (head?.record ?? []).map((name) => name.trim().toLowerCase());
  const headFaults = faultsOfHeading(heading);
  if (headFaults.length > 0) return { rows: [], faults: headFaults };
  const read = body.map((line) => readLine(heading as Column[], line));
  const faults = [...read.flatMap(({ faults: some }) => some), ...repeated(read)];
  if (body.length === 0)
    return {
      rows: [],
      faults: [{ line: 1, reason: 'The file has no rows. To empty the index, say so to an administrator.' }],
    };
  return { rows: read.map(({ row }) => row), faults: faults.slice(0, MOST_FAULTS) };
}

interface Line {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

interface ReadLine {
  readonly line: number;
  readonly row: IndexRow;
  readonly faults: readonly ImportFault[];
}

function faultsOfHeading(heading: readonly string[]): ImportFault[] {
  const unknown = heading.filter((name) => !columns.some((column) => column === name));
  const twice = heading.filter((name, index) => heading.indexOf(name) !== index);
  return [
    ...(heading.includes('name')
      ? []
      : [{ line: 1, column: 'name', reason: 'The heading lacks the column "name".' }]),
    ...unknown.map((column) => ({
      line: 1,
      column,
      reason: `Unknown column. Allowed are: ${columns.join(', ')}.`,
    })),
    ...twice.map((column) => ({ line: 1, column, reason: 'This column is named twice.' })),
  ];
}

function readLine(heading: readonly Column[], { record, info: { lines: line } }: Line): ReadLine {
  const cells = new Map(heading.map((column, index) => [column, record[index]?.trim() ?? '']));
  const cell = (column: Column): string => cells.get(column) ?? '';
  const fault = (reason: string, column?: Column): ImportFault => ({
    line,
    ...(column && { column }),
    reason,
  });
  const born = dateIn(cell('date_of_birth'));
  const faults = [
    ...(record.length === heading.length
      ? []
      : [fault(`This row has ${record.length} cells; the heading has ${heading.length}.`)]),
    ...(cell('name') ? [] : [fault('A name is needed.', 'name')]),
    ...(cell('date_of_birth') && !born
      ? [fault('Not a date. Write it as 1980-05-31 or 31/05/1980.', 'date_of_birth')]
      : []),
    ...(cell('email') && !/^\S+@\S+\.\S+$/.test(cell('email'))
      ? [fault('Not an e-mail address.', 'email')]
      : []),
  ];
  return { line, faults, row: rowOf(cell, born) };
}

function rowOf(cell: (column: Column) => string, dateOfBirth: string | null): IndexRow {
  const given = <Name extends string>(name: Name, value: string): { [key in Name]?: string } =>
    (value ? { [name]: value } : {}) as { [key in Name]?: string };
  const formerNames = cell('former_names')
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean);
  return {
    ...{ name: cell('name'), formerNames, ...(dateOfBirth && { dateOfBirth }) },
    ...given('email', cell('email')),
    ...given('phone', cell('phone')),
    ...given('address', cell('address')),
    ...given('reference', cell('reference')),
    ...given('personType', cell('person_type')),
  };
}

function dateIn(text: string): string | null {
  if (isDate(text)) return text;
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const date = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return isDate(date) ? date : null;
}

/** A whole row that comes twice is a mistake of the export; two people of one tenancy are not. */
function repeated(read: readonly ReadLine[]): ImportFault[] {
  const first = new Map<string, number>();
  return read.flatMap(({ line, row }) => {
    const before = first.get(JSON.stringify(row));
    if (before === undefined) first.set(JSON.stringify(row), line);
    return before === undefined ? [] : [{ line, reason: `This row is the same as line ${before}.` }];
  });
}
