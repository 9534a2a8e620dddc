import type { FieldError, RowsField } from '../../forms/form';
import { cellAt } from '../../forms/form';
import type { Choices } from './choices';

/** The choices of a row's cells by the cells' own names; a form knows them as `risks.likelihood`. */
export const cellChoices = (field: RowsField, choices: Choices): Choices =>
  Object.fromEntries(
    field.of.flatMap(({ name }) => {
      const options = choices[`${field.name}.${name}`];
      return options === undefined ? [] : [[name, options]];
    }),
  );

/** What a row is called, counted from 1: `Risk 2`. */
export const rowTitle = ({ rowLabel }: RowsField, index: number): string => `${rowLabel} ${index + 1}`;

/** `another risk`; a label such as `DPO point` keeps its capitals. */
export const spoken = (label: string): string =>
  /^[A-Z][^A-Z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

/** An error at a cell, as the form says it: `Risk 2: fill in “How likely?”`. */
export const inRow =
  (field: RowsField, index: number) =>
  ({ field: cell, message }: FieldError): FieldError => ({
    field: cellAt(field.name, index, cell),
    message: `${rowTitle(field, index)}: ${spoken(message)}`,
  });

/** What is said where there are too few or too many rows; null where their number is right. */
export function wrongNumber({ label, min, max }: RowsField, count: number): string | null {
  if (min !== undefined && count < min)
    return `“${label}” needs at least ${min}, and ${count} ${count === 1 ? 'is' : 'are'} filled in.`;
  return max !== undefined && count > max ? `“${label}” takes at most ${max}: remove ${count - max}.` : null;
}
