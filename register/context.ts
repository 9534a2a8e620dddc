import type { Holidays } from '../domain/clock/types';
import type { Database } from './database';
import type { Organisations } from './organisations';
import type { Keyring } from './sealing/keyring';
import type { SearchKeys } from './search/keys';

/** What every part of the register works with. */
export interface Context {
  readonly db: Database;
  readonly keyring: Keyring;
  readonly searchKeys: SearchKeys;
  /** For codes that leave the house: too short for a plain hash. */
  readonly codeKey: Buffer;
  readonly now: () => Date;
  readonly organisations: Organisations;
  /** The bank holidays that deadlines are computed from. */
  readonly calendar: Holidays;
}
