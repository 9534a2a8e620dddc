import { z } from 'zod';
import type { IsoDate } from '../../domain/clock/types';
import type { Field, Form, Option, RowsField, Setting } from '../../forms/form';
import { isCivilDate, londonDay } from '../presentation/dates';
import type { Choices } from './choices';
import { cellChoices, spoken } from './row-rules';

export type { Choices } from './choices';

/** What the check of a form leans on. */
export interface FormContext {
  readonly choices: Choices;
  /** "Now", for dates that must not lie in the future. */
  readonly now: Date;
  /** What the record and the profile know, for forms of a case whose rules ask. */
  readonly setting?: Setting;
}

/** The zod schema of one field's answer, when it is given. */
export function answerSchema(field: Field, context: FormContext): z.ZodType {
  switch (field.kind) {
    case 'text':
    case 'tel':
    case 'textarea':
      return text(field, field.max);
    case 'email':
      return text(field, field.max).pipe(z.email('Enter an e-mail address like name@company.example.'));
    case 'date':
      return date(field.notFuture === true, londonDay(context.now));
    case 'datetime':
      return instant(field.notFuture === true, context.now);
    case 'number':
      return number(field.min, field.max);
    case 'radios':
    case 'select':
      return oneOf(context.choices[field.name]);
    case 'checkboxes':
      return z.array(oneOf(context.choices[field.name]), 'Choose from the list.').min(1).readonly();
    case 'confirm':
      return z.boolean();
    case 'reference':
      return z
        .string()
        .trim()
        .toUpperCase()
        .regex(/^[A-Z]{2,5}-\d{4}-\d{5,}$/, 'Enter a reference like SAR-2026-00042.');
    case 'person':
      return z.uuid('Pick a person from the search.');
    case 'rows':
      return rows(field, context);
  }
}

/**
 * The schema of a whole form, for the JSON API's description. Fields that depend on another answer are
 * optional here; `fill` (forms/fill) applies the conditions.
 */
export const formSchema = (form: Form, context: FormContext): z.ZodObject =>
  fieldsSchema(form.fields, context);

function fieldsSchema(fields: readonly Field[], context: FormContext): z.ZodObject {
  return z.strictObject(
    Object.fromEntries(
      fields.map((field) => {
        const schema = answerSchema(field, context).describe(
          [field.label, field.hint].filter(Boolean).join(' – '),
        );
        return [
          field.name,
          field.optional || field.when || field.kind === 'confirm' ? schema.optional() : schema,
        ];
      }),
    ),
  );
}

const text = (field: Field, max = 10_000): z.ZodString =>
  z
    .string('Enter text.')
    .trim()
    .min(1, missing(field))
    .max(max, `“${field.label}” must be ${max} characters or fewer.`);

function rows(field: RowsField, context: FormContext): z.ZodType {
  const row = fieldsSchema(field.of, { ...context, choices: cellChoices(field, context.choices) });
  const several = z.array(row).min(field.min ?? 1);
  return field.max === undefined ? several : several.max(field.max);
}

/** Options that only a case or a profile knows are described as text. */
const oneOf = (options: readonly Option[] | undefined): z.ZodType<string> =>
  options === undefined
    ? z.string()
    : z.enum(options.map(({ value }) => value) as [string, ...string[]], 'Choose from the list.');

function date(notFuture: boolean, today: IsoDate): z.ZodType<string> {
  const civil = z
    .string('Enter a date.')
    .refine(isCivilDate, 'Enter a real date, with day, month and year, like 27 3 2026.')
    .meta({ format: 'date' });
  return notFuture
    ? civil.refine((value) => value <= today, 'The date must be today or in the past.')
    : civil;
}

function instant(notFuture: boolean, now: Date): z.ZodType<string> {
  const moment = z.iso.datetime({ offset: true, error: 'Enter a real date and a time like 14:30.' });
  return notFuture
    ? moment.refine((value) => new Date(value) <= now, 'The date and time must not be in the future.')
    : moment;
}

function number(min?: number, max?: number): z.ZodType<number> {
  const whole = z.int('Enter a whole number.');
  const above = min === undefined ? whole : whole.min(min, `Enter a number of at least ${min}.`);
  return max === undefined ? above : above.max(max, `Enter a number of at most ${max}.`);
}

/** What is said at a field left empty. */
export function missing(field: Field): string {
  switch (field.kind) {
    case 'radios':
    case 'select':
      return `Choose an answer to “${field.label}”`;
    case 'checkboxes':
      return `Choose at least one: “${field.label}”`;
    case 'date':
    case 'datetime':
      return `Enter a date for “${field.label}”`;
    case 'confirm':
      return `Tick “${field.label}”`;
    case 'rows':
      return `Add at least one ${spoken(field.rowLabel)}: “${field.label}”`;
    default:
      return `Fill in “${field.label}”`;
  }
}
