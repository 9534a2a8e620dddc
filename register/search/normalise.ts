import { doubleMetaphone } from 'double-metaphone';

/** What people of the same name are called for short, so that either is found by the other. */
const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'sir', 'dame', 'rev']);

/** Lower case without accents, apostrophes closed up, everything else that is no letter or digit a space. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export const words = (text: string): string[] => plain(text).split(' ').filter(Boolean);

/** The words of a name, without titles. */
export const nameWords = (name: string): string[] => words(name).filter((word) => !titles.has(word));

/** How a word sounds, by double metaphone; nothing for words without letters. */
export function sounds(word: string): string[] {
  return [...new Set(doubleMetaphone(word))].filter((key) => key.length > 1);
}

/** Beginnings of three letters and more, the whole word not among them. */
export function beginnings(word: string): string[] {
  return Array.from({ length: Math.max(0, word.length - 3) }, (_, index) => word.slice(0, index + 3));
}

/** `a.b+c@x.example` whole, before and after the @. */
export function emailTokens(email: string): string[] {
  const whole = email.trim().toLowerCase();
  const [local = '', domain = ''] = whole.split('@');
  return [whole, local, domain].filter(Boolean);
}

/** Letters and digits only: `TEN/0042-a` → `ten0042a`. */
export const referenceToken = (reference: string): string => plain(reference).replaceAll(' ', '');

/** A reference whole, and its numbers of three digits and more by themselves. */
export function referenceTokens(reference: string): string[] {
  return [referenceToken(reference), ...words(reference).filter((word) => /\d{3}/.test(word))];
}

/** The digits that are dialled within the country: `+44 7700 900 123` → `07700900123`. */
export const phoneToken = (phone: string): string =>
  phone
    .replace(/[^\d+]/g, '')
    .replace(/^(\+44|0044)/, '0')
    .replace(/\D/g, '');

const postcode = /\b([a-z]{1,2}\d[a-z\d]?) ?(\d[a-z]{2})\b/i;

/** The postcode of an address without its space, or null. */
export function postcodeOf(address: string): string | null {
  const match = postcode.exec(plain(address));
  return match ? `${match[1]}${match[2]}`.toLowerCase() : null;
}

/** Words of an address, and its postcode as one. */
export function addressTokens(address: string): string[] {
  const whole = postcodeOf(address);
  return [...words(address), ...(whole ? [whole] : [])];
}
