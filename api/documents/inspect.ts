import type { File } from '../../documents';
import { expand, hiddenContent, hiddenInRedacted, isEmail, UnsafeArchive } from '../../documents';
import type { DocumentRow, OpenedDocument } from '../../register/documents';
import { HttpError } from '../errors';

/** What a file turns out to hold. */
export interface Inspected {
  /** Codes of what does not show when it is opened. */
  readonly hidden: readonly string[];
  /** Attachments, or the contents of an archive: items of their own. */
  readonly children: readonly File[];
}

/** A file larger than this is not read whole into memory. */
const LARGEST = 200 * 1024 * 1024;

const showsAll = /^(video|audio)\//;
const holdsFiles = (type: string): boolean => type === 'application/zip' || isEmail(type);

/**
 * Looks into an upload that has arrived. Recordings hide nothing that could be looked for here; anything else too
 * large to look into is marked so, and a person must. Throws HttpError for an archive that cannot be opened safely.
 */
export async function inspect({ row, content }: OpenedDocument): Promise<Inspected> {
  if (showsAll.test(row.mediaType)) return { hidden: [], children: [] };
  if (row.bytes > LARGEST) return tooLarge(row);
  const file = { name: row.name, mediaType: row.mediaType, content: await whole(content) };
  const look = row.purpose === 'redacted' ? hiddenInRedacted : hiddenContent;
  return { hidden: await look(file), children: await opened(file) };
}

function tooLarge({ mediaType }: DocumentRow): Inspected {
  if (holdsFiles(mediaType)) throw notOpened('The archive is larger than 200 MB.');
  return { hidden: ['not-examined'], children: [] };
}

async function opened(file: File): Promise<File[]> {
  try {
    return await expand(file);
  } catch (error) {
    throw error instanceof UnsafeArchive ? notOpened(error.message) : error;
  }
}

const notOpened = (message: string): HttpError =>
  new HttpError(422, 'archive-not-opened', message, 'Unpack it yourself, and add the files one by one.');

async function whole(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces);
}
