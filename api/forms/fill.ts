import type { Field, FieldError, Form, Values } from '../../forms/form';
import type { FormContext } from './schema';
import { answerSchema, missing } from './schema';

/** Answers as they come from a page or from JSON, before they are checked. */
export type Answers = Readonly<Record<string, unknown>>;

export type Filled =
  | { readonly ok: true; readonly values: Values }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/**
 * Checks what was answered, every field at once, so that a person sees all that is wrong together. Answers to
 * questions that do not apply are dropped.
 */
export function fill(form: Form, answers: Answers, context: FormContext): Filled {
  const values: Record<string, Values[string]> = {};
  const errors: FieldError[] = [];
  for (const field of form.fields) {
    if (!applies(field, values)) continue;
    const answer = answers[field.name];
    if (isEmpty(answer)) {
      if (isRequired(field)) errors.push({ field: field.name, message: missing(field) });
      continue;
    }
    const parsed = answerSchema(field, context).safeParse(answer);
    if (parsed.success) values[field.name] = parsed.data as Values[string];
    else errors.push({ field: field.name, message: parsed.error.issues[0]?.message ?? missing(field) });
  }
  if (errors.length === 0) errors.push(...(form.check?.(values) ?? []));
  return errors.length === 0 ? { ok: true, values } : { ok: false, errors };
}

function applies(field: Field, values: Values): boolean {
  if (!field.when) return true;
  const answer = values[field.when.field];
  const given = Array.isArray(answer) ? (answer as readonly string[]) : [String(answer ?? '')];
  return given.some((one) => field.when?.is.includes(one));
}

const isRequired = (field: Field): boolean =>
  field.kind === 'confirm' ? field.mustBeTicked === true : field.optional !== true;

const isEmpty = (answer: unknown): boolean =>
  answer === undefined ||
  answer === null ||
  answer === false ||
  (typeof answer === 'string' && answer.trim() === '') ||
  (Array.isArray(answer) && answer.length === 0);
