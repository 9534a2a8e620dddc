import { isDate } from '../../domain/calendar';
import type { TokenField } from './tokens';
import {
  addressTokens,
  beginnings,
  emailTokens,
  nameWords,
  phoneToken,
  referenceToken,
  sounds,
  words,
} from './normalise';

/** One way in which a word of the question may match, and what that is worth. */
export interface Clue {
  readonly field: TokenField;
  readonly token: string;
  readonly worth: number;
  /** The words that match alike count once, by the best of their matches. */
  readonly word: string;
}

const worth: Readonly<Record<TokenField, number>> = {
  reference: 6,
  email: 6,
  'date-of-birth': 5,
  phone: 5,
  name: 4,
  'former-name': 3,
  prefix: 2.5,
  phonetic: 2,
  address: 2,
};

/** What somebody may have meant by what was heard on the phone. */
export function cluesIn(text: string): Clue[] {
  const clue =
    (field: TokenField, word: string) =>
    (token: string): Clue => ({ field, token, worth: worth[field], word });
  const parts = text.split(/[\s,;]+/).filter(Boolean);
  return [
    ...parts.flatMap((part) => [
      ...(part.includes('@') ? emailTokens(part).map(clue('email', part)) : []),
      ...dates(part).map(clue('date-of-birth', part)),
    ]),
    ...referencesIn(parts).map(({ token, word }) => clue('reference', word)(token)),
    ...wholeNumber(text).map(clue('phone', 'phone')),
    ...words(text).flatMap((word) => [clue('address', word)(word), clue('email', word)(word)]),
    ...addressTokens(text).slice(words(text).length).map(clue('address', 'postcode')),
    ...nameWords(text).flatMap((word) => [
      clue('name', word)(word),
      clue('former-name', word)(word),
      ...(word.length >= 3 ? [clue('prefix', word)(word)] : []),
      ...sounds(word).map(clue('phonetic', word)),
      // A long word may itself be more than what is stored: "Catherine-Anne" for "Catherine".
      ...beginnings(word)
        .slice(-2)
        .map(clue('name', word))
        .map((one) => ({ ...one, worth: 1.5 })),
    ]),
  ].filter(({ token }) => token.length > 0);
}

/** Parts with a digit, and neighbours of which one has: `ten 0042a` may be written `TEN/0042-A`. */
function referencesIn(parts: readonly string[]): { token: string; word: string }[] {
  const pairs = parts.slice(1).map((part, index) => `${parts[index]} ${part}`);
  return [...parts, ...pairs]
    .filter((text) => /\d/.test(text))
    .map((text) => ({ token: referenceToken(text), word: plainWord(text) }));
}

const plainWord = (part: string): string => words(part).at(-1) ?? part;

/** `1 May 1980` is not looked for; `1980-05-01` and `1/5/1980` are. */
function dates(part: string): string[] {
  if (isDate(part)) return [part];
  const match = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(part);
  if (!match) return [];
  const [, day = '', month = '', year = ''] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? [date] : [];
}

function wholeNumber(text: string): string[] {
  const digits = phoneToken(text);
  return digits.length >= 9 && digits.length <= 13 ? [digits] : [];
}
