import type { Field, FieldError, Option, RowsField } from '../../forms/form';
import type { Choices } from './choices';
import type { Body } from './page';
import { rowTitle, spoken } from './row-rules';
import type { RowFocus } from './rows';
import { addValue, placed, removeValue, shownKeys } from './rows';
import type { FieldView } from './view';

/** A `rows` field as its view shows it. */
export interface RowsView {
  readonly rows: readonly RowView[];
  /** An empty row with `__key__` and `__number__` in it, of which a script makes another. */
  readonly template: RowView;
  readonly add: { readonly text: string; readonly value: string; readonly autofocus: boolean };
  /** No row may be added or taken away at these numbers. */
  readonly least: number;
  readonly most: number | undefined;
}

export interface RowView {
  readonly key: string;
  readonly title: string;
  /** The value of the button that removes it. */
  readonly remove: string;
  readonly fields: readonly FieldView[];
}

export interface RowsState {
  readonly body: Body;
  readonly choices: Choices;
  readonly errors: readonly FieldError[];
  readonly focus: RowFocus | undefined;
}

/** How one field is shown. */
export type ShowField = (
  field: Field,
  body: Body,
  options: readonly Option[],
  errors: readonly FieldError[],
) => FieldView;

export function rowsView(field: RowsField, state: RowsState, show: ShowField): RowsView {
  const { body, choices, errors, focus } = state;
  const row = (key: string, title: string): RowView => ({
    key,
    title,
    remove: removeValue(field, key),
    fields: field.of.map((cell, index) => {
      const view = show(placed(field, key, cell), body, choices[`${field.name}.${cell.name}`] ?? [], errors);
      return focus?.field === field.name && focus.key === key && index === 0 ? focused(view) : view;
    }),
  });
  return {
    rows: shownKeys(field, body).map((key, index) => row(key, rowTitle(field, index))),
    template: row('__key__', `${field.rowLabel} __number__`),
    add: {
      text: `Add another ${spoken(field.rowLabel)}`,
      value: addValue(field),
      autofocus: focus?.field === field.name && focus.key === undefined,
    },
    least: Math.max(field.min ?? 1, 1),
    most: field.max,
  };
}

/** The input where typing goes on, after the page came back with a row more. */
function focused(view: FieldView): FieldView {
  const attributes = { autofocus: '' };
  const { items } = view.params as { readonly items?: readonly object[] };
  const inItems = view.component !== 'select' && items !== undefined;
  return {
    ...view,
    params: inItems
      ? { ...view.params, items: items.map((item, index) => (index === 0 ? { ...item, attributes } : item)) }
      : { ...view.params, attributes },
  };
}
