import type { Field, Form, Values } from '../../forms/form';
import { londonInstant } from '../presentation/dates';
import type { Answers } from './fill';

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
    default:
      return typed(body, field.name);
  }
}

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
  if (field.kind === 'date') {
    const [year, month, day] = String(value).split('-');
    return { [`${field.name}-day`]: day, [`${field.name}-month`]: month, [`${field.name}-year`]: year };
  }
  if (field.kind === 'confirm') return { [field.name]: value === true ? 'yes' : '' };
  return { [field.name]: typeof value === 'number' ? String(value) : value };
}
