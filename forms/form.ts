/**
 * How a form is described once, so that the page, the JSON API, its OpenAPI text and the check of what
 * was typed all come from the same declaration (design: forms).
 */
import type { CaseFacts, Codes } from '../domain/cases/process';
import type { Instant, TimerName } from '../domain/clock/types';
import type { AspectName } from '../domain/organisation/aspects';
import type { Profile } from '../domain/organisation/profile';

export interface Option {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
  /** Offered only where the organisation applies one of these on this point of law: its policy may be stricter. */
  readonly under?: { readonly aspect: Exclude<AspectName, 'period'>; readonly any: readonly string[] };
}

/** Where options come from when they are not fixed: the organisation's profile or the case at hand. */
export type OptionSource =
  | 'systems'
  | 'controllers'
  /** Of those, the bodies that we are ourselves. */
  | 'own-controllers'
  | 'person-types'
  | 'staff'
  | 'handlers'
  /** Whoever may lead a project, but for whoever leads it now. */
  | 'project-leads'
  /** Open tasks of the case that caseworkers do, by step: what may be given to one of them. */
  | 'tasks-to-give'
  /** Measures of the assessment that are being carried out. */
  | 'open-measures'
  /** Pictures among the documents of the case. */
  | 'pictures'
  /** Exemptions that reach the right at hand. */
  | 'exemptions'
  /** The same, with what else a single item may be kept back under. */
  | 'kept-back-under'
  /** Letters of the case that were given and did not come back, by the step that sent each. */
  | 'letters'
  /** Ways to reach the requester of the case. */
  | 'contacts'
  /** Contacts of the requester to which a one-time code may go, masked. */
  | 'contacts-on-file'
  /** The same, or none: nothing is sent. */
  | 'contacts-on-file-or-none'
  | 'case-systems'
  | 'processing-records'
  | 'recipients'
  /** The same, each with what shows that it received this person’s data. */
  | 'recipients-of-person'
  /** Processing of people of the data subject’s type, with all that a letter will say of it. */
  | 'records-of-person'
  /** Laws under which our answer to a request for information may be reviewed, or none. */
  | 'information-regimes'
  /** Purposes that rest on consent (Art 6(1)(a)). */
  | 'consent-purposes'
  /** The profile's register of automated decisions and profiling. */
  | 'automated-decisions'
  /** The same, and one that it does not name. */
  | 'automated-decisions-met'
  /** Impact assessments that are not closed, of those the viewer may see. */
  | 'impact-assessments'
  /** Those in force, by the names that any employee may know. */
  | 'known-assessments'
  /** Bodies that may have to hear of a breach: police, insurer, and those the profile names. */
  | 'bodies-to-tell'
  /** Those, and the controllers for whom we process. */
  | 'all-to-tell'
  /** Open cases of the same person, other than this one. */
  | 'other-cases'
  /** Linked open cases whose answer could carry this one's: asked by the same person, none of them restricted. */
  | 'answers'
  /** What a protected link of the case can be made for, now. */
  | 'link-targets';

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
  /**
   * Asked on another kind's log page as well, where one message asks for both: without it the case could not begin.
   */
  readonly alsoAsked?: boolean;
  /** Shown only where there is more than one to choose from. */
  readonly amongSeveral?: boolean;
  /** Kept folded away at the end of the page until somebody wants it: for what few are asked in a hurry. */
  readonly folded?: boolean;
  /**
   * What it begins with where nothing was answered yet: systems in which earlier cases found this person's data, or
   * recipients whom the processing records of such persons or an answer to this person named, those of the profile and
   * others apart, or processing records kept in systems where this case found something, or what was decided on the
   * objection from which a restriction follows, with its reasons.
   */
  readonly suggest?:
    | 'systems-with-data'
    | 'recipients-of-data'
    | 'other-recipients-of-data'
    | 'records-with-hits'
    | 'uses-on-objection'
    | 'reasons-on-objection';
  /** Checked when the form is sent, and then forgotten: stored nowhere, kept by no browser, never shown again. */
  readonly secret?: boolean;
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
    | {
        readonly kind: 'textarea';
        readonly max?: number;
        readonly rows?: number;
        readonly personal: true;
        /** May also be filled from a file of this kind, such as `.csv`, chosen in the browser. */
        readonly fromFile?: string;
      }
    /** A civil date in Europe/London, `2026-11-22`; day, month and year on the page. */
    | { readonly kind: 'date'; readonly notFuture?: boolean }
    /** A date and a time in Europe/London; an instant with offset in JSON. */
    | { readonly kind: 'datetime'; readonly notFuture?: boolean }
    | { readonly kind: 'number'; readonly min?: number; readonly max?: number; readonly suffix?: string }
    | { readonly kind: 'radios'; readonly options: readonly Option[] | OptionSource }
    | {
        readonly kind: 'select';
        readonly options: readonly Option[] | OptionSource;
        /** What leaving it empty means, in words; “Not said” where it says nothing. */
        readonly none?: string;
      }
    | { readonly kind: 'checkboxes'; readonly options: readonly Option[] | OptionSource }
    /** One box to tick, such as a confirmation; `mustBeTicked` refuses a form without it. */
    | { readonly kind: 'confirm'; readonly mustBeTicked?: boolean }
    /** The reference of another case, or a person's id picked from a search. */
    | { readonly kind: 'reference' | 'person' }
    /**
     * Several answers of the same shape, each row numbered from 1. Sealed as a whole; the process learns how many
     * there are, as `<name>Count`, and whatever `derive` says.
     */
    | {
        readonly kind: 'rows';
        readonly of: readonly Cell[];
        /** What one row is called: `Risk` gives "Risk 1", "Add another risk". */
        readonly rowLabel: string;
        readonly min?: number;
        readonly max?: number;
        readonly personal: true;
      }
  );

/** A field of several rows. */
export type RowsField = Extract<Field, { readonly kind: 'rows' }>;

/** A field inside a row: any but rows in rows. */
export type Cell = Exclude<Field, { readonly kind: 'rows' }>;

/** One row of a `rows` field, by the names of its cells. */
export type Row = { readonly [name: string]: string | number | boolean | readonly string[] | undefined };

export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** What a form was filled in with, after parsing: ISO dates, numbers, lists, trimmed strings, rows. */
export type Values = {
  readonly [name: string]: string | number | boolean | readonly string[] | readonly Row[] | undefined;
};

/** What the record and the profile know while a form is checked: for rules that the form alone cannot know. */
export interface Setting {
  readonly now: Instant;
  readonly profile: Profile;
  /** Null while the case is being logged. */
  readonly facts: CaseFacts | null;
  readonly dueAt: Instant | null;
  /** When the law's own period of a timer of the case ends, whatever else gives the due date; null where none runs. */
  readonly legalDue?: (timer: TimerName) => Instant | null;
  /** How many requests under the rights the person has made; absent where it is not known here, null for a matter. */
  readonly requests?: { readonly open: number; readonly lastYear: number } | null;
  readonly staffId: string;
  /** Absent colleagues whose deputy they are, today. */
  readonly standsInFor?: readonly string[];
  /** Staff ids of those who finished tasks of this element, oldest first; where items are decided in it, of their deciders too. */
  readonly doneBy: (element: string) => readonly string[];
  /**
   * What was last answered on a form of this case, or on the last filled in of several; sealed words included, empty
   * when nothing was.
   */
  readonly said: (...forms: readonly string[]) => Values;
  /** All that was answered on a form of this case, oldest first. */
  readonly every: (form: string) => readonly Values[];
  /** When the letter of this element was last given and did not come back, or null. */
  readonly givenAt: (letter: string) => Instant | null;
}

export interface Form {
  /** The user task's element id, or the action's name. */
  readonly id: string;
  readonly title: string;
  readonly intro?: string;
  readonly submit?: string;
  readonly fields: readonly Field[];
  /**
   * Id of a form of the same case whose last answers of equal names are shown to begin with; its own id, for what
   * was said the last time this task was done. Of several, the one filled in last.
   */
  readonly startFrom?: string | readonly string[];
  /** What it shows to begin with, computed from what was said on other forms; what it answers takes the place of what `startFrom` does. */
  readonly begins?: (setting: Setting) => Values;
  /** Rules across fields, and against the record, each error at its field. */
  readonly check?: (values: Values, setting: Setting) => readonly FieldError[];
  /** Codes that the process needs and nobody types, computed from what was. They go along with the others. */
  readonly derive?: (values: Values, setting: Setting) => Codes;
  /** The field, if any, that holds the date of effect; it becomes the action's `effectiveAt`. */
  readonly effective?: string;
}

/** Where a cell stands, for an error at it: `cellAt('risks', 1, 'likelihood')` is in the second row. */
export const cellAt = (name: string, row: number, cell: string): string => `${name}.${row}.${cell}`;

/** The codes of a filled form: everything but personal fields, of which rows leave their number. */
export function codesOf(form: Form, values: Values): Codes {
  const open = form.fields
    .filter((field) => !field.personal && values[field.name] !== undefined)
    .map((field) => [field.name, values[field.name]]);
  const counts = form.fields
    .filter(({ kind }) => kind === 'rows')
    .map(({ name }) => [`${name}Count`, rowsIn(values, name).length]);
  return Object.fromEntries([...open, ...counts]) as Codes;
}

/** What was chosen in a field that takes several; nothing where it was left empty. */
export const listed = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** The rows of a `rows` field; none where it was left empty. */
export function rowsIn(values: Values, name: string): readonly Row[] {
  const rows = values[name];
  return Array.isArray(rows) ? (rows as readonly Row[]) : [];
}
