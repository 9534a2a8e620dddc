import Handlebars from 'handlebars';
import { longDate } from '../domain/clock';
import type { IsoDate } from '../domain/clock/types';

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

type Root = { data?: { root?: { parts?: Record<string, string>; draft?: boolean } } };

/** The helpers that templates may use; no other is known to them. */
export const helpers = {
  date: (value: IsoDate) => longDate(value),
  paragraphs: (text: string) => new Handlebars.SafeString(paragraphs(text)),
  enumeration: (items: readonly string[]) => enumeration(items),
  joined: (lines: readonly string[]) => lines.join(', '),
  is: (one: unknown, other: unknown) => one === other,
  /** A free part that must not be empty: a draft shows that it is still to be written. */
  required: (part: string, options: Root) => {
    const text = options.data?.root?.parts?.[part]?.trim() ?? '';
    if (text) return new Handlebars.SafeString(paragraphs(text));
    if (options.data?.root?.draft) return new Handlebars.SafeString('<p><mark>[Still to be written]</mark></p>');
    throw new EmptyPart(part);
  },
} as const;
