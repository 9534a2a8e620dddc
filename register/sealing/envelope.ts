import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { RegisterError } from '../errors';

/** Names the layout below, so that another may follow. */
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

/**
 * AES-256-GCM: version, nonce, tag, ciphertext. `place` says where the result is kept and under which key; it
 * is bound to it, so that a sealed value moved to another row or column does not open.
 */
export function seal(key: Buffer, plain: Uint8Array, place: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const ciphertext = [cipher.update(plain), cipher.final()];
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), ...ciphertext]);
}

/** The plain bytes. Throws `tampered` when anything but `seal` with the same key and place made them. */
export function open(key: Buffer, sealed: Uint8Array, place: string): Buffer {
  try {
    if (sealed[0] !== VERSION) throw new Error('unknown layout');
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE_BYTES))
      .setAAD(Buffer.from(place))
      .setAuthTag(sealed.subarray(1 + NONCE_BYTES, HEAD_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(HEAD_BYTES)), decipher.final()]);
  } catch {
    throw new RegisterError(
      'tampered',
      `What is stored at ${place} was not sealed for that place, or was changed since.`,
    );
  }
}
