import type { Entry, PortableData } from './data';

const columns = ['name', 'value', 'origin', 'date', 'system'] as const satisfies readonly (keyof Entry)[];

/** What each column of a CSV, and each name in an entry of `data.json`, means. */
const meanings: Readonly<Record<(typeof columns)[number], string>> = {
  name: 'What the value is, in plain words',
  value: 'The value, as we hold it',
  origin: 'provided: you gave it to us; observed: it was recorded while you used our services',
  date: 'The day that the value is of (YYYY-MM-DD); empty where it is not known',
  system: 'The system of ours in which it is held',
};

/** A table of entries for a spreadsheet or a program (RFC 4180), with values exactly as they are held. */
export const csvOf = (entries: readonly Entry[]): string =>
  [
    columns.join(','),
    ...entries.map((entry) => columns.map((column) => cell(entry[column])).join(',')),
    '',
  ].join('\r\n');

const cell = (value: string | null): string =>
  value !== null && /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : (value ?? '');

const text = (description: string) => ({ type: 'string', description });

const list = (description: string, properties: Readonly<Record<string, object>>) => ({
  ...{ type: 'array', description },
  items: { type: 'object', required: Object.keys(properties), additionalProperties: false, properties },
});

/** What `data.json` promises to whoever reads it with a program (JSON Schema 2020-12). */
export const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Portable personal data (UK GDPR Article 20)',
  type: 'object',
  required: ['format', 'version', 'controller', 'reference', 'made', 'records', 'files'],
  additionalProperties: false,
  properties: {
    format: { const: 'portable-personal-data' },
    version: { const: 1 },
    controller: text('Who held the data and hands it over'),
    reference: text('Our reference for the request'),
    made: { ...text('The day on which this was made'), format: 'date' },
    records: list('One for each purpose for which we use the data; each is also a CSV file of the same id', {
      id: text('Its name, and the name of its CSV file'),
      purpose: text('For what we use the data'),
      entries: list('The data', {
        name: text(meanings.name),
        value: text(meanings.value),
        origin: { ...text(meanings.origin), enum: ['provided', 'observed'] },
        date: { type: ['string', 'null'], format: 'date', description: meanings.date },
        system: text(meanings.system),
      }),
    }),
    files: list('Files that are part of the data', {
      file: text('Where it is in this archive'),
      system: { type: ['string', 'null'], description: meanings.system },
      sha256: text('SHA-256 of its content, in hexadecimal'),
    }),
  },
} as const;

/** What is in the archive, for a person who opens it. */
export function readme({ controller, reference, made, records, files }: PortableData): string {
  const lines = [
    `Your personal data from ${controller}`,
    `Reference ${reference}, made on ${made}`,
    '',
    'This archive holds data that you gave us or that was observed of you, so that you can use it again',
    'elsewhere (Article 20 of the UK GDPR). It is the same data twice:',
    '',
    'data.json      all of it, for programs',
    'schema.json    describes data.json (JSON Schema)',
    ...records.map(({ id, purpose }) => `${id}.csv    a table for a spreadsheet: ${purpose}`),
    ...(files.length > 0 ? ['files/         your files'] : []),
    'SHA256SUMS     a checksum of each file, to see that it arrived whole',
    '',
    'The columns of each table:',
    ...columns.map((column) => `  ${column}: ${meanings[column]}`),
    '',
    'Tables and JSON are in UTF-8. Open tables in a spreadsheet by importing them as text, so that numbers',
    'that begin with a nought stay as they are.',
    '',
  ];
  return lines.join('\r\n');
}
