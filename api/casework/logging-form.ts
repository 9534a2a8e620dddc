import type { CaseKind } from '../../domain/cases/kinds';
import { definitionOf, openKinds } from '../../domain/cases/registry';
import type { Field, FieldError, Form, Values } from '../../forms/form';
import { logForm } from '../../forms/registry';

export const isMatter = (kind: CaseKind): boolean => definitionOf(kind).about === 'matter';

/** Kinds that are logged; others are begun on a page of their own. */
export const loggedKinds: readonly CaseKind[] = openKinds.filter(
  (kind) => definitionOf(kind).begunOn === undefined,
);

/** Kinds about a person, and kinds about a matter, in the order the pages offer them. */
export const personKinds: readonly CaseKind[] = loggedKinds.filter((kind) => !isMatter(kind));
export const matterKinds: readonly CaseKind[] = loggedKinds.filter(isMatter);

/**
 * The form with which a case of this kind is logged: the kind's own, who here may know of it and, where a person asks,
 * whether they asked for something else in the same message.
 */
export function loggingForm(kind: CaseKind): Form {
  const form = withAccess(logForm(kind));
  const others = personKinds.filter((one) => one !== kind);
  if (isMatter(kind) || others.length === 0) return form;
  const place = form.fields.findIndex(({ name }) => name === 'otherControllers') + 1 || form.fields.length;
  return {
    ...form,
    fields: form.fields.toSpliced(
      place,
      0,
      alsoAsks(others),
      ...others.flatMap(neededBy(form)),
      oneAnswer(others),
    ),
  };
}

const alsoAsks = (others: readonly CaseKind[]): Field => ({
  name: 'alsoAsks',
  folded: true,
  label: 'Did they ask for something else as well?',
  hint: 'Each gets a case and a clock of its own, linked to this one.',
  kind: 'checkboxes',
  optional: true,
  options: others.map((kind) => ({ value: kind, text: definitionOf(kind).title })),
});

/** What a case of that kind cannot begin without; what the page asks already is not asked twice. */
const neededBy =
  ({ fields }: Form) =>
  (kind: CaseKind): readonly Field[] =>
    logForm(kind)
      .fields.filter(({ name, alsoAsked }) => alsoAsked && !fields.some((own) => own.name === name))
      // What hangs on another answer is asked for and may be left open: a field shows on one condition alone.
      .map((field) => ({
        ...field,
        ...(field.when && { optional: true }),
        folded: true,
        when: { field: 'alsoAsks', is: [kind] },
      }));

const oneAnswer = (others: readonly CaseKind[]): Field => ({
  name: 'oneAnswer',
  folded: true,
  label: 'How shall we answer?',
  kind: 'radios',
  optional: true,
  when: { field: 'alsoAsks', is: others },
  options: [
    { value: 'separately', text: 'Answer each separately' },
    { value: 'together', text: 'In one letter where possible' },
  ],
});

const fewer = { field: 'access', is: ['fewer'] } as const;

/** Personal: who is complained of is for the record alone, never for the process. */
const access: readonly Field[] = [
  {
    name: 'access',
    label: 'Who here may know of it?',
    hint: 'Say so now where it concerns somebody who works here: the first mails leave as soon as it is logged.',
    kind: 'radios',
    personal: true,
    optional: true,
    options: [
      { value: 'as-usual', text: 'Everybody whose role allows it' },
      { value: 'fewer', text: 'Not everybody' },
    ],
  },
  {
    name: 'keptFrom',
    label: 'Who must not work on it?',
    hint: 'The person complained of, for instance. They get no mail and no task, and no list shows it to them.',
    kind: 'checkboxes',
    personal: true,
    options: 'staff',
    optional: true,
    when: fewer,
  },
  {
    name: 'keptTo',
    label: 'Who alone may know of it?',
    hint: 'Leave it empty where everybody else may.',
    kind: 'checkboxes',
    personal: true,
    options: 'staff',
    optional: true,
    when: fewer,
  },
];

const withAccess = (form: Form): Form => ({
  ...form,
  fields: [...form.fields, ...access],
  check: (values, setting) => [...(form.check?.(values, setting) ?? []), ...unsaid(values)],
});

const unsaid = ({ access, keptFrom, keptTo }: Values): FieldError[] =>
  access === 'fewer' && !keptFrom && !keptTo
    ? [{ field: 'keptFrom', message: 'Say who must not work on it, or who alone may know of it.' }]
    : [];
