import type { IsoDate } from '../../domain/clock/types';
import type { ProcessingRecord } from '../../domain/organisation/profile';
import type { Row } from '../../forms/form';

/** One line that a system's owner took out. */
export interface Entry {
  readonly name: string;
  readonly value: string;
  readonly origin: 'provided' | 'observed';
  /** The day it is of, where that is known. */
  readonly date: IsoDate | null;
  readonly system: string;
}

/** A file of the person's, under a neutral name. */
export interface PortableFile {
  /** Its place in the archive: `files/001.pdf`. */
  readonly file: string;
  readonly system: string | null;
  readonly sha256: string;
}

/** All that a person takes along, as `data.json` has it and `schema.json` describes it. */
export interface PortableData {
  readonly format: 'portable-personal-data';
  readonly version: 1;
  readonly controller: string;
  readonly reference: string;
  readonly made: IsoDate;
  readonly records: readonly {
    readonly id: string;
    readonly purpose: string;
    readonly entries: readonly Entry[];
  }[];
  readonly files: readonly PortableFile[];
}

/** What one owner entered, and for which system. */
export interface Extract {
  readonly system: string;
  readonly rows: readonly Row[];
}

/** The entries of each record that is portable, in the order of the profile; a record without any is left out. */
export function recordsOf(
  portable: readonly ProcessingRecord[],
  extracts: readonly Extract[],
): PortableData['records'] {
  return portable
    .map(({ id, purpose }) => ({ id, purpose, entries: extracts.flatMap((one) => entriesOf(id, one)) }))
    .filter(({ entries }) => entries.length > 0);
}

const entriesOf = (record: string, { system, rows }: Extract): Entry[] =>
  rows
    .filter((row) => row.record === record)
    .map(({ name, value, origin, on }) => ({
      name: String(name),
      value: String(value),
      origin: origin === 'observed' ? 'observed' : 'provided',
      date: typeof on === 'string' && on !== '' ? on : null,
      system,
    }));
