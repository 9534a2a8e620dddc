import type { Field, Form, Option, OptionSource } from '../../forms/form';

/** The options of each field that offers a choice, by the field's name; a row's cell is `risks.likelihood`. */
export type Choices = Readonly<Record<string, readonly Option[]>>;

interface Offered {
  readonly name: string;
  readonly options: readonly Option[] | OptionSource;
}

/** Every field and cell of a form that offers a choice. */
export const offered = (form: Form): readonly Offered[] =>
  form.fields.flatMap((field) =>
    field.kind === 'rows'
      ? field.of.flatMap((cell) => offeredBy(cell, `${field.name}.${cell.name}`))
      : offeredBy(field, field.name),
  );

const offeredBy = (field: Field, name: string): readonly Offered[] =>
  'options' in field ? [{ name, options: field.options }] : [];

/** The choices that a form fixes by itself. */
export const fixedChoices = (form: Form): Choices =>
  Object.fromEntries(
    offered(form).flatMap(({ name, options }) => (typeof options === 'string' ? [] : [[name, options]])),
  );
