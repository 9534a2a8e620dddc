import { randomUUID } from 'node:crypto';
import type { Field, FieldError, Form, Option } from '../../forms/form';
import { cellAt } from '../../forms/form';
import type { Choices } from './choices';
import type { Body } from './page';
import { typed } from './page';
import type { RowFocus } from './rows';
import { placed, shownKeys } from './rows';
import type { RowsView } from './rows-view';
import { rowsView } from './rows-view';

/** A form as its view shows it: GOV.UK macro and parameters for each field, and the error summary. */
export interface FormView {
  readonly id: string;
  readonly title: string;
  readonly intro: string | undefined;
  readonly submit: string;
  readonly action: string;
  /** The submission's id: the same for every press of the button. */
  readonly token: string;
  /** Shown for the first time, so what this browser kept may be filled in. */
  readonly fresh: boolean;
  readonly hasRows: boolean;
  readonly fields: readonly FieldView[];
  /** What is folded away at the end, and whether it is open because something in it is said or wrong. */
  readonly more: { readonly open: boolean; readonly fields: readonly FieldView[] };
  readonly errorSummary: readonly { readonly text: string; readonly href: string }[];
}

export interface FieldView {
  readonly name: string;
  readonly component:
    'input' | 'textarea' | 'date' | 'datetime' | 'radios' | 'checkboxes' | 'select' | 'rows';
  readonly params: Readonly<Record<string, unknown>>;
  readonly when?: { readonly field: string; readonly is: string };
  /** For `rows` only. */
  readonly rows?: RowsView;
}

export interface FormViewOptions {
  readonly action: string;
  readonly choices: Choices;
  /** What was typed, or what is known already. */
  readonly body?: Body;
  readonly errors?: readonly FieldError[];
  /** Kept after a mistake, new after a refusal. */
  readonly token?: string;
  /** Where to go on after a row was added or removed. */
  readonly focus?: RowFocus;
}

export function formView(form: Form, options: FormViewOptions): FormView {
  const body = options.body ?? {};
  const inputs = inputsOf(form, body);
  const errors = (options.errors ?? []).map(({ field, message }) => ({
    field: inputs.get(field)?.name ?? field,
    message,
  }));
  const { choices, focus } = options;
  const asked = form.fields.filter(worthAsking(choices));
  const more = asked.filter(({ folded }) => folded);
  const said = Object.keys(body).filter((name) => typed(body, name) !== '');
  const shown = (field: Field): FieldView => {
    const view = fieldView(field, body, choices[field.name] ?? [], errors);
    return field.kind === 'rows'
      ? { ...view, rows: rowsView(field, { body, choices, errors, focus }, fieldView) }
      : view;
  };
  return {
    id: form.id,
    title: form.title,
    intro: form.intro,
    submit: form.submit ?? 'Save and continue',
    action: options.action,
    token: options.token ?? randomUUID(),
    fresh: options.body === undefined,
    hasRows: form.fields.some(({ kind }) => kind === 'rows'),
    fields: asked.filter(({ folded }) => !folded).map(shown),
    more: {
      open: more.some(({ name }) => [...said, ...errors.map(({ field }) => field)].some(isOf(name))),
      fields: more.map(shown),
    },
    errorSummary: (options.errors ?? []).map(({ field, message }) => ({
      text: message,
      href: `#${anchor(field, inputs)}`,
    })),
  };
}

/** Whether an input belongs to a field: a date has three (`dateOfBirth-day`). */
const isOf =
  (field: string) =>
  (input: string): boolean =>
    input === field || input.startsWith(`${field}-`) || input.startsWith(`${field}.`);

/** What nobody could answer in two ways is not asked. */
const worthAsking =
  (choices: Choices) =>
  ({ name, amongSeveral }: Field): boolean =>
    !amongSeveral || (choices[name] ?? []).length > 1;

/** Every field of the page by the name its errors have: of a row's cells, `risks.1.likelihood`. */
const inputsOf = (form: Form, body: Body): ReadonlyMap<string, Field> =>
  new Map(
    form.fields.flatMap((field) =>
      field.kind === 'rows'
        ? shownKeys(field, body).flatMap((key, index) =>
            field.of.map((cell): [string, Field] => [
              cellAt(field.name, index, cell.name),
              placed(field, key, cell),
            ]),
          )
        : [[field.name, field] as [string, Field]],
    ),
  );

function fieldView(
  field: Field,
  body: Body,
  options: readonly Option[],
  errors: readonly FieldError[],
): FieldView {
  const message = errors.find((error) => error.field === field.name)?.message;
  const common = {
    hint: field.hint === undefined ? undefined : { text: field.hint },
    errorMessage: message === undefined ? undefined : { text: message },
  };
  return {
    name: field.name,
    ...(field.when ? { when: { field: field.when.field, is: field.when.is.join(' ') } } : {}),
    ...component(field, body, options, common),
  };
}

type Rendered = Pick<FieldView, 'component' | 'params'>;
type Common = Readonly<Record<string, unknown>>;

function component(field: Field, body: Body, options: readonly Option[], common: Common): Rendered {
  switch (field.kind) {
    case 'textarea':
      return {
        component: 'textarea',
        params: {
          ...single(field, body, common),
          rows: String(field.rows ?? 4),
          ...(field.fromFile && { attributes: { 'data-from-file': field.fromFile } }),
        },
      };
    case 'date':
    case 'datetime':
      return { component: field.kind, params: dateParams(field, body, common) };
    case 'radios':
    case 'checkboxes':
      return { component: field.kind, params: choiceParams(field, body, options, common) };
    case 'confirm':
      return { component: 'checkboxes', params: confirmParams(field, body, common) };
    case 'select':
      return { component: 'select', params: selectParams(field, body, options, common) };
    case 'number':
      return {
        component: 'input',
        params: {
          ...single(field, body, common),
          inputmode: 'numeric',
          classes: 'govuk-input--width-5',
          suffix: field.suffix === undefined ? undefined : { text: field.suffix },
        },
      };
    case 'text':
      return {
        component: 'input',
        params: {
          ...single(field, body, common),
          autocomplete: field.autocomplete,
          ...(field.secret ? { autocomplete: 'off', value: '' } : {}),
        },
      };
    case 'email':
    case 'tel':
      return {
        component: 'input',
        params: {
          ...single(field, body, common),
          type: field.kind,
          autocomplete: field.autocomplete,
          spellcheck: false,
        },
      };
    case 'reference':
    case 'person':
      return {
        component: 'input',
        params: { ...single(field, body, common), classes: 'govuk-input--width-20' },
      };
    case 'rows':
      return {
        component: 'rows',
        params: { ...common, id: field.name, name: field.name, label: heading(field) },
      };
  }
}

const heading = (field: Field): string => (field.optional ? `${field.label} (optional)` : field.label);

const single = (field: Field, body: Body, common: Common): Common => ({
  ...common,
  id: field.name,
  name: field.name,
  label: { text: heading(field), classes: 'govuk-label--s' },
  value: typed(body, field.name),
});

const fieldset = (field: Field): Common => ({
  legend: { text: heading(field), classes: 'govuk-fieldset__legend--s' },
});

function dateParams(field: Field, body: Body, common: Common): Common {
  const width = { day: 2, month: 2, year: 4 } as const;
  const failed = common.errorMessage !== undefined;
  return {
    ...common,
    id: field.name,
    namePrefix: field.name,
    fieldset: fieldset(field),
    time: { name: `${field.name}-time`, value: typed(body, `${field.name}-time`) },
    items: (['day', 'month', 'year'] as const).map((part) => ({
      name: part,
      classes: `govuk-input--width-${width[part]}${failed ? ' govuk-input--error' : ''}`,
      value: typed(body, `${field.name}-${part}`),
    })),
  };
}

function choiceParams(field: Field, body: Body, options: readonly Option[], common: Common): Common {
  const chosen = [body[field.name] ?? []].flat();
  return {
    ...common,
    idPrefix: field.name,
    name: field.name,
    fieldset: fieldset(field),
    classes: isInline(field, options) ? 'govuk-radios--inline' : undefined,
    items: options.map(({ value, text, hint }) => ({
      value,
      text,
      hint: hint === undefined ? undefined : { text: hint },
      checked: chosen.includes(value),
    })),
  };
}

const isInline = (field: Field, options: readonly Option[]): boolean =>
  field.kind === 'radios' &&
  options.length === 2 &&
  options.every(({ hint, text }) => !hint && text.length < 20);

const confirmParams = (field: Field, body: Body, common: Common): Common => ({
  ...common,
  idPrefix: field.name,
  name: field.name,
  items: [{ value: 'yes', text: field.label, checked: typed(body, field.name) === 'yes' }],
});

const selectParams = (field: Field, body: Body, options: readonly Option[], common: Common): Common => ({
  ...single(field, body, common),
  items: [
    { value: '', text: field.optional ? noneOf(field) : 'Choose' },
    ...options.map(({ value, text }) => ({ value, text, selected: typed(body, field.name) === value })),
  ],
});

const noneOf = (field: Field): string => (field.kind === 'select' && field.none) || 'Not said';

/** Where a link of the error summary leads: a date's first box, the first input of several rows, else the field itself. */
function anchor(error: string, inputs: ReadonlyMap<string, Field>): string {
  const [, input] = [...inputs].find(([name]) => name === error || name.startsWith(`${error}.`)) ?? [];
  if (!input) return error;
  return input.kind === 'date' || input.kind === 'datetime' ? `${input.name}-day` : input.name;
}
