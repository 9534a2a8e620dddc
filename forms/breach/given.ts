/** Measures of containment that are given to somebody by name, each with an hour of its own. */
import type { Codes } from '../../domain/cases/process';
import type { Field, FieldError, Setting, Values } from '../form';
import { cellAt, listed, rowsIn } from '../form';
import { measures } from './choices';

export const givenField: Field = {
  name: 'given',
  label: 'Who carries out which measure?',
  hint: 'Somebody in IT, say. They see the measure and what exactly is to be done, and nothing else of the case. A measure that nobody is named for waits for whoever works on cases.',
  kind: 'rows',
  rowLabel: 'Measure given',
  personal: true,
  optional: true,
  max: measures.length,
  of: [
    { name: 'measure', label: 'Which measure?', kind: 'select', options: measures },
    { name: 'owner', label: 'Who carries it out?', kind: 'select', options: 'staff' },
    {
      name: 'by',
      label: 'By when?',
      hint: 'Four hours from now where you leave it open.',
      kind: 'datetime',
      optional: true,
    },
  ],
};

/** Only a measure that was ticked is given, and each once, by a time that is still to come. */
export function wronglyGiven(values: Values, { now }: Pick<Setting, 'now'>): readonly FieldError[] {
  const chosen = listed(values.measures);
  const given = rowsIn(values, 'given');
  return given.flatMap(({ measure, by }, row) => {
    const at = (cell: string, message: string): FieldError => ({
      field: cellAt('given', row, cell),
      message,
    });
    if (!chosen.includes(String(measure))) return [at('measure', 'Tick this measure above as well.')];
    if (given.findIndex((one) => one.measure === measure) < row)
      return [at('measure', 'This measure is given to somebody already.')];
    return by !== undefined && Date.parse(String(by)) <= Date.parse(now)
      ? [at('by', 'Give a time that is still to come.')]
      : [];
  });
}

/** What the process needs of it: three lists side by side; no time where none was said. */
export function givenCodes(values: Values): Codes {
  const given = rowsIn(values, 'given');
  if (given.length === 0) return {};
  const each = (cell: string): readonly string[] => given.map((row) => String(row[cell] ?? ''));
  return { givenMeasures: each('measure'), givenOwners: each('owner'), givenDues: each('by') };
}
