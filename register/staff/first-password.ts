import { randomInt } from 'node:crypto';

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Twenty letters and digits that cannot be mistaken for one another, in groups: about 98 bits. */
export function firstPassword(): string {
  const letter = (): string => LETTERS[randomInt(LETTERS.length)] ?? 'a';
  return Array.from({ length: 4 }, () => Array.from({ length: 5 }, letter).join('')).join('-');
}
