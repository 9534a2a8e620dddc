/** Fields that several forms of an impact assessment have. */
import { likelihoods, ratings, severities } from '../../domain/cases/impact-assessment/risk';
import type { Cell, Field, Option, RowsField } from '../form';

export { words } from '../shared/choices';

export const line = (name: string, label: string, more: Partial<Cell> = {}): Cell =>
  ({ name, label, kind: 'text', personal: true, max: 300, ...more }) as Cell;

/** Options out of a list of codes and their words. */
export const optionsOf = (list: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(list).map(([value, text]) => ({ value, text }));

export const boxes = (
  name: string,
  label: string,
  list: Readonly<Record<string, string>>,
  more: Partial<Field> = {},
): Field => ({ name, label, kind: 'checkboxes', optional: true, options: optionsOf(list), ...more }) as Field;

export const rows = (
  name: string,
  label: string,
  rowLabel: string,
  of: readonly Cell[],
  more: Partial<RowsField> = {},
): RowsField => ({ name, label, rowLabel, kind: 'rows', personal: true, max: 40, of, ...more });

const scale = (list: Readonly<Record<number, string>>): readonly Option[] =>
  ratings.map((value) => ({ value: String(value), text: `${value} ${list[value] ?? ''}` }));

/** How likely and how severe, from 1 to 5. */
export const ratingCells: readonly Cell[] = [
  { name: 'likelihood', label: 'How likely is it?', kind: 'select', options: scale(likelihoods) },
  {
    name: 'severity',
    label: 'How severe would it be for the person?',
    kind: 'select',
    options: scale(severities),
  },
];

/** Work with an owner and a date. */
export const ownerCells = (when?: Cell['when']): readonly Cell[] => [
  { name: 'owner', label: 'Who sees to it?', kind: 'select', options: 'staff', ...(when && { when }) },
  { name: 'dueOn', label: 'By when?', kind: 'date', ...(when && { when }) },
];
