import type { Cell, Form, RowsField } from '../../forms/form';
import type { Body } from './page';

/**
 * Rows as a page has them: the body lists the rows' keys under the field's name (`risks=0&risks=2`), and each
 * cell's inputs begin with field and key (`risks-2-likelihood`). Keys only tell rows apart; their order counts.
 */
export function rowKeys(field: RowsField, body: Body): readonly string[] {
  const keys = [body[field.name] ?? []].flat().map(String);
  return [...new Set(keys)].filter((key) => /^\d{1,4}$/.test(key));
}

/** The name of a cell's input. */
const cellName = (field: RowsField, key: string, cell: string): string => `${field.name}-${key}-${cell}`;

/** A cell as a field of its own, under the names it has on the page. */
export function placed(field: RowsField, key: string, cell: Cell): Cell {
  const name = cellName(field, key, cell.name);
  return cell.when
    ? { ...cell, name, when: { ...cell.when, field: cellName(field, key, cell.when.field) } }
    : { ...cell, name };
}

/** Rows to show: those of the body, and empty ones up to the least there may be, of which one is always shown. */
export function shownKeys(field: RowsField, body: Body): readonly string[] {
  const keys = [...rowKeys(field, body)];
  while (keys.length < Math.max(field.min ?? 1, 1)) keys.push(nextKey(keys));
  return keys;
}

const nextKey = (keys: readonly string[]): string => String(Math.max(-1, ...keys.map(Number)) + 1);

/** The name of the buttons that add and remove rows. */
export const ROW_BUTTON = '_rows';
export const addValue = (field: RowsField): string => `add:${field.name}`;
export const removeValue = (field: RowsField, key: string): string => `remove:${field.name}:${key}`;

/** A form whose rows were added to or taken from: to be shown again, not checked and not stored. */
export interface ChangedRows {
  readonly body: Body;
  /** Where the person goes on. */
  readonly focus: RowFocus;
}

export interface RowFocus {
  readonly field: string;
  /** The new row; absent where one was removed, and the button that adds another is next. */
  readonly key?: string;
}

/** What pressing a row's button changed; null where the form was sent by another button. */
export function changedRows(form: Form, body: Body): ChangedRows | null {
  const [does, name, key] = String(body[ROW_BUTTON] ?? '').split(':');
  const field = form.fields.find((one) => one.kind === 'rows' && one.name === name) as RowsField | undefined;
  if (!field) return null;
  const keys = rowKeys(field, body);
  if (does === 'remove')
    return {
      body: { ...body, [field.name]: keys.filter((one) => one !== key) },
      focus: { field: field.name },
    };
  const added = nextKey(keys);
  return {
    body: { ...body, [field.name]: [...keys, added] },
    focus: { field: field.name, key: added },
  };
}
