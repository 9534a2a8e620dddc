import { createHash } from 'node:crypto';

/**
 * A UUID (version 8, RFC 9562) that follows from a key: the same key gives the same id in every process and for
 * ever, so that what is done again finds what was made before.
 */
export function derivedId(key: string): string {
  const hash = createHash('sha256').update(key).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return grouped(hash.toString('hex'));
}

/**
 * As {@link derivedId}, for a submission that stands in the place of a form's token: shaped like a random UUID
 * (version 4). Ids already on record were made this way, so it must not change.
 */
export function derivedSubmissionId(key: string): string {
  const hash = createHash('sha256').update(key).digest('hex');
  return grouped(`${hash.slice(0, 12)}4${hash.slice(13, 16)}8${hash.slice(17)}`);
}

const grouped = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
