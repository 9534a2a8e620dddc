import Handlebars from 'handlebars';
import { longDate } from '../domain/clock';
import type { IsoDate } from '../domain/clock/types';
import type { LetterData, Said } from './data';

/** Plain text as paragraphs: an empty line begins a new one. Every character is escaped. */
export function paragraphs(text: string): string {
  return text
    .split(/\r?\n\s*\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => `<p>${Handlebars.escapeExpression(one).replace(/\r?\n/g, '<br>')}</p>`)
    .join('\n');
}

/** `['a', 'b', 'c']` as `a, b and c`. */
export function enumeration(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}

/** A free part that the law wants filled was left empty. */
export class EmptyPart extends Error {
  override readonly name = 'EmptyPart';

  constructor(readonly part: string) {
    super(`The part “${part}” of the letter is empty, and the law requires it. Nothing was sent. Write it and send again.`);
  }
}

type Root = { data?: { root?: Partial<LetterData> & { draft?: boolean } } };

/** What was answered under one name of a form; the given nothing where the form was never filled in. */
function answer<T>(of: (said: Said) => { readonly [field: string]: T }, none: T) {
  return (form: string, field: string, options: Root): T => {
    const said = options.data?.root?.said?.[form];
    if (!said) return none;
    const found = of(said)[field];
    if (found === undefined) throw new UnknownAnswer(form, field);
    return found;
  };
}

/** A template asks for an answer that the form does not have. */
export class UnknownAnswer extends Error {
  override readonly name = 'UnknownAnswer';

  constructor(form: string, field: string) {
    super(`The form “${form}” has no field “${field}”. Nothing was made: the template must be mended first.`);
  }
}

/** The helpers that templates may use; no other is known to them. */
export const helpers = {
  date: (value: IsoDate) => longDate(value),
  paragraphs: (text: string) => new Handlebars.SafeString(paragraphs(text)),
  enumeration: (items: readonly string[]) => enumeration(items),
  joined: (lines: readonly string[]) => lines.join(', '),
  is: (one: unknown, other: unknown) => one === other,
  /** Whether a list of several choices has this one. */
  has: (list: unknown, one: unknown) => Array.isArray(list) && list.includes(one),
  /** The last answer in words: `(said "triage" "identity")`. */
  said: answer<string>(({ text }) => text, ''),
  /** The last answer as the process knows it, for `is`: `(code "triage" "identity")`. */
  code: answer<unknown>(({ code }) => code, null),
  /** The rows of the last answer, in words: `{{#each (rowsSaid "log-request" "particulars")}}{{what}}{{/each}}`. */
  rowsSaid: answer<Said['rows'][string]>(({ rows }) => rows, []),
  /** Each time the form was filled in: `{{#each (every "carry-out")}}{{item}}: {{text.what}}{{/each}}`. */
  every: (form: string, options: Root) => options.data?.root?.every?.[form] ?? [],
  /** A free part that must not be empty: a draft shows that it is still to be written. */
  required: (part: string, options: Root) => {
    const text = options.data?.root?.parts?.[part]?.trim() ?? '';
    if (text) return new Handlebars.SafeString(paragraphs(text));
    if (options.data?.root?.draft) return new Handlebars.SafeString('<p><mark>[Still to be written]</mark></p>');
    throw new EmptyPart(part);
  },
} as const;
