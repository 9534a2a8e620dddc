import type { Field, FieldError, Form, Row, RowsField, Setting, Values } from '../../forms/form';
import { cellChoices, inRow, wrongNumber } from './row-rules';
import type { FormContext } from './schema';
import { answerSchema, missing } from './schema';

/** Answers as they come from a page or from JSON, before they are checked. */
export type Answers = Readonly<Record<string, unknown>>;

export type Filled =
  | { readonly ok: true; readonly values: Values }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/**
 * Checks what was answered, every field at once, so that a person sees all that is wrong together. Answers to
 * questions that do not apply are dropped, and so are rows in which nothing was said.
 */
export function fill(form: Form, answers: Answers, context: FormContext): Filled {
  const { values, errors } = answered(form.fields, answers, context);
  // Forms about no case have rules that look at their own answers alone, so nobody gives them a setting.
  if (errors.length === 0) errors.push(...(form.check?.(values, context.setting as Setting) ?? []));
  return errors.length === 0 ? { ok: true, values } : { ok: false, errors };
}

type Value = Values[string];

interface Answered {
  readonly values: Record<string, Value>;
  readonly errors: FieldError[];
}

function answered(fields: readonly Field[], answers: Answers, context: FormContext): Answered {
  const values: Record<string, Value> = {};
  const errors: FieldError[] = [];
  for (const field of fields) {
    if (!applies(field, values)) continue;
    const answer = answers[field.name];
    if (isEmpty(answer)) {
      if (isRequired(field)) errors.push({ field: field.name, message: missing(field) });
      continue;
    }
    const one = field.kind === 'rows' ? rows(field, answer, context) : single(field, answer, context);
    errors.push(...one.errors);
    if (one.value !== undefined) values[field.name] = one.value;
  }
  return { values, errors };
}

interface Checked {
  readonly value?: Value;
  readonly errors: readonly FieldError[];
}

function single(field: Field, answer: unknown, context: FormContext): Checked {
  const parsed = answerSchema(field, context).safeParse(answer);
  if (parsed.success) return { value: parsed.data as Value, errors: [] };
  return { errors: [{ field: field.name, message: parsed.error.issues[0]?.message ?? missing(field) }] };
}

function rows(field: RowsField, answer: unknown, context: FormContext): Checked {
  if (!Array.isArray(answer) || answer.some((row) => typeof row !== 'object' || row === null))
    return { errors: [{ field: field.name, message: `Give a list of objects for “${field.label}”.` }] };
  const given = (answer as readonly Answers[]).map((row) => rowOf(field, row, context));
  const kept = given.filter((row) => row !== null);
  const errors = given.flatMap((row, index) => (row?.errors ?? []).map(inRow(field, index)));
  if (errors.length > 0) return { errors };
  if (kept.length === 0)
    return { errors: isRequired(field) ? [{ field: field.name, message: missing(field) }] : [] };
  const number = wrongNumber(field, kept.length);
  return number === null
    ? { value: kept.map(({ values }) => values as Row), errors: [] }
    : { errors: [{ field: field.name, message: number }] };
}

/** Null for a row in which nothing was said. */
function rowOf(field: RowsField, row: Answers, context: FormContext): Answered | null {
  if (Object.values(row).every(isEmpty)) return null;
  const stranger = Object.keys(row).find((name) => !field.of.some((cell) => cell.name === name));
  if (stranger !== undefined)
    return { values: {}, errors: [{ field: stranger, message: `There is no “${stranger}” here.` }] };
  return answered(field.of, row, { ...context, choices: cellChoices(field, context.choices) });
}

function applies(field: Field, values: Values): boolean {
  if (!field.when) return true;
  const answer = values[field.when.field];
  const given = Array.isArray(answer) ? (answer as readonly string[]) : [said(answer)];
  return given.some((one) => field.when?.is.includes(one));
}

/** As the page has it: a ticked box says `yes`. */
const said = (answer: Value): string => (answer === true ? 'yes' : String(answer ?? ''));

const isRequired = (field: Field): boolean =>
  field.kind === 'confirm' ? field.mustBeTicked === true : field.optional !== true;

const isEmpty = (answer: unknown): boolean =>
  answer === undefined ||
  answer === null ||
  answer === false ||
  (typeof answer === 'string' && answer.trim() === '') ||
  (Array.isArray(answer) && answer.length === 0);
