import { createHmac, hkdfSync } from 'node:crypto';

/** 128 bits tell tokens apart; shorter hashes keep the index small. */
const HASH_BYTES = 16;

/** Turns normalised tokens into keyed hashes, by a key of each organisation's own derived from the master key. */
export class SearchKeys {
  private readonly keys = new Map<string, Buffer>();

  constructor(private readonly masterKey: Buffer) {}

  /** The hash of a token within a field: the same word as a name and as a street are two hashes. */
  hash(organisationId: string, field: string, token: string): Buffer {
    return createHmac('sha256', this.keyOf(organisationId))
      .update(`${field}\0${token}`)
      .digest()
      .subarray(0, HASH_BYTES);
  }

  private keyOf(organisationId: string): Buffer {
    const known = this.keys.get(organisationId);
    if (known) return known;
    const key = deriveKey(this.masterKey, `search ${organisationId}`);
    this.keys.set(organisationId, key);
    return key;
  }
}

/** A key for one purpose, from which the master key cannot be told (RFC 5869). */
export function deriveKey(masterKey: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, Buffer.alloc(0), `custodian ${purpose}`, 32));
}
