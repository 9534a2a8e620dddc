import { randomBytes } from 'node:crypto';
import type { Reader, Tx } from '../database';
import { bytes } from '../database';
import { RegisterError } from '../errors';
import { DataKey } from './data-key';
import { open, seal } from './envelope';

const KEY_BYTES = 32;

/**
 * Data keys, wrapped by the master key in a schema of their own. None is cached: a key that was destroyed
 * opens nothing from that moment, in any process.
 */
export class Keyring {
  constructor(
    private readonly masterKey: Buffer,
    private readonly now: () => Date,
  ) {}

  /** Makes and keeps a new key. */
  async create(tx: Tx, id: string): Promise<DataKey> {
    const key = randomBytes(KEY_BYTES);
    await tx.dataKey.create({
      data: { id, wrapped: bytes(seal(this.masterKey, key, wrapPlace(id))), createdAt: this.now() },
    });
    return new DataKey(id, key);
  }

  /** Throws `key-destroyed` for one that is gone, or never was. */
  async load(reader: Reader, id: string): Promise<DataKey> {
    const key = (await this.loadMany(reader, [id])).get(id);
    if (!key)
      throw new RegisterError(
        'key-destroyed',
        'The key to these contents was destroyed: they are gone for good.',
      );
    return key;
  }

  /** Those of the keys that still exist. */
  async loadMany(reader: Reader, ids: readonly string[]): Promise<Map<string, DataKey>> {
    const rows = await reader.dataKey.findMany({ where: { id: { in: [...new Set(ids)] } } });
    return new Map(
      rows.flatMap(({ id, wrapped }) =>
        wrapped ? [[id, new DataKey(id, open(this.masterKey, wrapped, wrapPlace(id)))]] : [],
      ),
    );
  }

  /** Forgets the key; whatever it sealed can never be read again, in no backup of the record either. */
  async destroy(tx: Tx, id: string): Promise<void> {
    await tx.dataKey.updateMany({
      where: { id, destroyedAt: null },
      data: { wrapped: null, destroyedAt: this.now() },
    });
  }
}

const wrapPlace = (id: string): string => `keys.data_key ${id}`;

export const caseKey = (caseId: string): string => `case/${caseId}`;
export const personKey = (personId: string): string => `person/${personId}`;
export const receivedKey = (receivedId: string): string => `received/${receivedId}`;
export const importKey = (batchId: string): string => `people-index/${batchId}`;
