import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** A secret of 256 bits for a URL or a header. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a long secret: nobody can guess its 256 bits, so a plain hash will do. */
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Six digits that travel by another channel than the link. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** What is kept of a short code: keyed, for all of a million codes could be tried against a plain hash. */
export const codeHash = (key: Buffer, linkId: string, code: string): string =>
  createHmac('sha256', key).update(`${linkId} ${code}`).digest('hex');

/** Compares two hashes in hexadecimal in a time that tells nothing. */
export const sameHash = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
