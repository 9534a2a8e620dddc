import { buffer } from 'node:stream/consumers';
import type { Entry, ZipFile } from 'yauzl';
import { fromBuffer } from 'yauzl';

/** What an archive may grow to. Whoever sends a few kilobytes must not be able to fill the machine. */
export interface Limits {
  readonly entries: number;
  /** Bytes of one file, and of all together. */
  readonly bytesEach: number;
  readonly bytesTogether: number;
  /** How many times larger than packed a file may be, beyond the first megabyte. */
  readonly ratio: number;
  /** Archives within archives. */
  readonly depth: number;
}

const MB = 1_048_576;

export const limits: Limits = {
  entries: 2_000,
  bytesEach: 200 * MB,
  bytesTogether: 500 * MB,
  ratio: 200,
  depth: 3,
};

/** An archive that would grow beyond the limits, is locked, or is broken. Nothing of it was taken. */
export class UnsafeArchive extends Error {
  override readonly name = 'UnsafeArchive';

  constructor(
    readonly code: 'too-many-files' | 'too-large' | 'too-deep' | 'locked' | 'broken',
    message: string,
  ) {
    super(`${message} Nothing of it was taken. Unpack it yourself and add the files one by one.`);
  }
}

/** What is left of the limits while an archive, with those inside it, is unpacked. */
export interface Budget {
  entries: number;
  bytes: number;
}

export const budgetOf = ({ entries, bytesTogether }: Limits): Budget => ({ entries, bytes: bytesTogether });

export interface Packed {
  readonly path: string;
  readonly content: Buffer;
}

/** Unpacks what `wanted` names, within the limits. Sizes are checked while unpacking, not believed. */
export async function unzip(
  archive: Buffer,
  wanted: (path: string) => boolean,
  bounds: Limits = limits,
  budget: Budget = budgetOf(bounds),
): Promise<Packed[]> {
  const zip = await open(archive);
  const found: Packed[] = [];
  try {
    for await (const entry of entriesOf(zip)) {
      if ((budget.entries -= 1) < 0)
        throw new UnsafeArchive('too-many-files', 'The archive holds too many files.');
      const path = entry.fileName;
      if (path.endsWith('/') || !wanted(path)) continue;
      found.push({ path, content: await contentOf(zip, entry, bounds, budget) });
    }
  } catch (error) {
    throw error instanceof UnsafeArchive ? error : broken();
  } finally {
    zip.close();
  }
  return found;
}

const broken = (): UnsafeArchive => new UnsafeArchive('broken', 'The archive cannot be read.');

function open(archive: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) =>
    fromBuffer(archive, { lazyEntries: true, validateEntrySizes: true }, (error, zip) =>
      error ? reject(broken()) : resolve(zip),
    ),
  );
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (let left = zip.entryCount; left > 0; left -= 1) {
    yield await new Promise<Entry>((resolve, reject) => {
      zip.once('entry', resolve);
      zip.once('error', reject);
      zip.readEntry();
    });
  }
}

async function contentOf(
  zip: ZipFile,
  entry: Entry,
  { bytesEach, ratio }: Limits,
  budget: Budget,
): Promise<Buffer> {
  if ((entry.generalPurposeBitFlag & 1) === 1)
    throw new UnsafeArchive('locked', 'The archive is locked with a password.');
  const { uncompressedSize: size, compressedSize: packed } = entry;
  if (size > bytesEach || size > budget.bytes || (size > MB && size > packed * ratio))
    throw new UnsafeArchive('too-large', 'The archive holds more than it may.');
  budget.bytes -= size;
  return buffer(
    await new Promise((resolve, reject) =>
      zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream))),
    ),
  );
}
