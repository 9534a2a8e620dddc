import type { Field, Form, Option, Row, RowsField } from '../../forms/form';
import type { Choices } from '../forms/choices';
import { cellChoices, rowTitle } from '../forms/row-rules';
import { dateTime, longDate } from './dates';

/** A question and what was answered; several rows each have answers of their own. */
export interface AnswerView {
  readonly label: string;
  readonly text: string;
  readonly rows?: readonly { readonly title: string; readonly answers: readonly AnswerView[] }[];
}

/** What was answered, in words, under the questions as they were asked. Unanswered questions are left out. */
export const answerViews = (
  form: Form,
  given: { readonly [name: string]: unknown },
  choices: Choices,
): AnswerView[] => form.fields.flatMap((field) => answerView(field, given[field.name], choices));

function answerView(field: Field, value: unknown, choices: Choices): AnswerView[] {
  if (value === undefined || value === null || value === '') return [];
  if (field.kind === 'rows') return rowsView(field, value, choices);
  const text = answerText(field, value, choices[field.name] ?? []);
  return text === '' ? [] : [{ label: field.label, text }];
}

function rowsView(field: RowsField, value: unknown, choices: Choices): AnswerView[] {
  if (!Array.isArray(value)) return [];
  const cells = cellChoices(field, choices);
  const rows = (value as readonly Row[]).map((row, index) => ({
    title: rowTitle(field, index),
    answers: field.of.flatMap((cell) => answerView(cell, row[cell.name], cells)),
  }));
  return [{ label: field.label, text: '', rows }];
}

function answerText({ kind }: Field, value: unknown, options: readonly Option[]): string {
  const one = (code: unknown): string =>
    options.find((option) => option.value === code)?.text ?? String(code);
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (kind === 'date') return longDate(String(value));
  if (kind === 'datetime') return dateTime(String(value));
  return Array.isArray(value) ? value.map(one).join(', ') : one(value);
}
