import type { Field, Form, Row, RowsField, Values } from '../../forms/form';
import { rowsIn } from '../../forms/form';
import { londonDay, londonInstant, londonTime } from '../presentation/dates';
import type { Answers } from './fill';
import { placed, rowKeys } from './rows';

/** A form's body as a browser sends it: strings, and lists for several boxes of one name. */
export type Body = Readonly<Record<string, unknown>>;

/** The answers in a browser's body: day, month and year become one date, digits a number. */
export function answersFrom(form: Form, body: Body): Answers {
  return Object.fromEntries(form.fields.map((field) => [field.name, answer(field, body)]));
}

/** The other way round: what a page shows for answers known already. */
export function bodyOf(form: Form, values: Values): Body {
  return Object.assign({}, ...form.fields.map((field) => shown(field, values[field.name]))) as Body;
}

/** What was typed into one input. */
export function typed(body: Body, name: string): string {
  const value = body[name];
  return typeof value === 'string' ? value : '';
}

function answer(field: Field, body: Body): unknown {
  switch (field.kind) {
    case 'date':
      return dateFrom(body, field.name);
    case 'datetime':
      return dateTimeFrom(body, field.name);
    case 'number':
      return numberFrom(typed(body, field.name));
    case 'checkboxes':
      return [body[field.name] ?? []].flat();
    case 'confirm':
      return typed(body, field.name) === 'yes';
    case 'rows':
      return rowKeys(field, body).map((key) => row(field, key, body));
    default:
      return typed(body, field.name);
  }
}

const row = (field: RowsField, key: string, body: Body): Answers =>
  Object.fromEntries(field.of.map((cell) => [cell.name, answer(placed(field, key, cell), body)]));

function dateFrom(body: Body, name: string): string {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => typed(body, `${name}-${part}`).trim());
  if (!day && !month && !year) return '';
  return `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
}

function dateTimeFrom(body: Body, name: string): string {
  const date = dateFrom(body, name);
  const time = typed(body, `${name}-time`).trim();
  if (!date && !time) return '';
  return londonInstant(date, time.padStart(5, '0')) ?? 'unreadable';
}

function numberFrom(text: string): unknown {
  const digits = text.replace(/[\s,]/g, '');
  return /^-?\d+$/.test(digits) ? Number(digits) : text;
}

function shown(field: Field, value: Values[string]): Body {
  if (value === undefined) return {};
  switch (field.kind) {
    case 'date':
      return dateParts(field.name, String(value));
    case 'datetime': {
      const moment = new Date(String(value));
      return { ...dateParts(field.name, londonDay(moment)), [`${field.name}-time`]: londonTime(moment) };
    }
    case 'confirm':
      return { [field.name]: value === true ? 'yes' : '' };
    case 'rows':
      return shownRows(field, rowsIn({ [field.name]: value }, field.name));
    default:
      return { [field.name]: typeof value === 'number' ? String(value) : value };
  }
}

function dateParts(name: string, date: string): Body {
  const [year, month, day] = date.split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
}

function shownRows(field: RowsField, rows: readonly Row[]): Body {
  const keys = rows.map((_row, index) => String(index));
  const cells = rows.flatMap((row, index) =>
    field.of.map((cell) => shown(placed(field, String(index), cell), row[cell.name])),
  );
  return Object.assign({ [field.name]: keys }, ...cells) as Body;
}
