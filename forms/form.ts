/**
 * How a form is described once, so that the page, the JSON API, its OpenAPI text and the check of what
 * was typed all come from the same declaration (design: forms).
 */
import type { Codes } from '../domain/cases/process';

export interface Option {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
}

/** Where options come from when they are not fixed: the organisation's profile or the case at hand. */
export type OptionSource =
  | 'systems'
  | 'controllers'
  | 'person-types'
  | 'staff'
  | 'handlers'
  | 'exemptions'
  | 'letters'
  /** Ways to reach the requester of the case. */
  | 'contacts'
  | 'case-systems'
  | 'processing-records';

interface Base {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** May be left empty. */
  readonly optional?: boolean;
  /**
   * Free text and anything that says who somebody is: stays in the submission, encrypted, and never
   * travels to the workflow. Codes, dates and ids are not personal and go along.
   */
  readonly personal?: boolean;
  /** Shown, and required, only when another field has one of these values. */
  readonly when?: { readonly field: string; readonly is: readonly string[] };
}

export type Field = Base &
  (
    | {
        readonly kind: 'text' | 'email' | 'tel';
        readonly max?: number;
        readonly personal: true;
        readonly autocomplete?: string;
      }
    | { readonly kind: 'textarea'; readonly max?: number; readonly rows?: number; readonly personal: true }
    /** A civil date in Europe/London, `2026-11-22`; day, month and year on the page. */
    | { readonly kind: 'date'; readonly notFuture?: boolean }
    /** A date and a time in Europe/London; an instant with offset in JSON. */
    | { readonly kind: 'datetime'; readonly notFuture?: boolean }
    | { readonly kind: 'number'; readonly min?: number; readonly max?: number; readonly suffix?: string }
    | { readonly kind: 'radios' | 'select'; readonly options: readonly Option[] | OptionSource }
    | { readonly kind: 'checkboxes'; readonly options: readonly Option[] | OptionSource }
    /** One box to tick, such as a confirmation; `mustBeTicked` refuses a form without it. */
    | { readonly kind: 'confirm'; readonly mustBeTicked?: boolean }
    /** The reference of another case, or a person's id picked from a search. */
    | { readonly kind: 'reference' | 'person' }
  );

export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** What a form was filled in with, after parsing: ISO dates, numbers, lists, trimmed strings. */
export type Values = { readonly [name: string]: string | number | boolean | readonly string[] | undefined };

export interface Form {
  /** The user task's element id, or the action's name. */
  readonly id: string;
  readonly title: string;
  readonly intro?: string;
  readonly submit?: string;
  readonly fields: readonly Field[];
  /** Rules across fields, each error at its field. */
  readonly check?: (values: Values) => readonly FieldError[];
  /** The field, if any, that holds the date of effect; it becomes the action's `effectiveAt`. */
  readonly effective?: string;
}

/** The codes of a filled form: everything but personal fields. */
export function codesOf(form: Form, values: Values): Codes {
  return Object.fromEntries(
    form.fields
      .filter((field) => !field.personal && values[field.name] !== undefined)
      .map((field) => [field.name, values[field.name]]),
  ) as Codes;
}
