import { createHash, randomUUID } from 'node:crypto';
import type { DocumentInput, DocumentRow, Documents } from '../../register/documents';
import { CHUNK_BYTES } from '../../register/documents';
import type { Viewer } from '../../register/viewer';
import { inspect } from './inspect';
import { mediaTypeOf } from './media-type';

/** A file on its way in: what is known before its content comes. */
export type Announced = Pick<DocumentInput, 'reference' | 'purpose' | 'system' | 'parentId' | 'replacesId' | 'name'> & {
  /** A UUID, where the sender chose one so that it can go on later. */
  readonly id?: string;
  readonly claimedType?: string;
};

const ZIP = 'application/zip';

/** Announces a file, or answers how far it has come already. An archive is kept, but only what is in it is an item. */
export function begin(documents: Documents, viewer: Viewer, file: Announced): Promise<DocumentRow> {
  const { id = randomUUID(), claimedType, purpose, ...rest } = file;
  const mediaType = mediaTypeOf(file.name, claimedType);
  const isArchive = mediaType === ZIP && purpose === 'found';
  return documents.create(viewer, { ...rest, id, mediaType, purpose: isArchive ? 'other' : purpose });
}

/**
 * Closes an upload: looks for hidden content, and makes items of what an e-mail or an archive holds. Repeating
 * it changes nothing, because what comes out of a file has ids that follow from the file's own.
 */
export async function complete(documents: Documents, viewer: Viewer, documentId: string): Promise<DocumentRow> {
  const { row, content } = await documents.content(documentId);
  const found = await inspect(row, content);
  const finished = await documents.finish(viewer, documentId, found.hidden);
  for (const [position, child] of found.children.entries()) await addChild(documents, viewer, finished, position, child);
  return finished;
}

interface Child {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** An attachment, or a file of an archive, which may hold files itself. */
async function addChild(
  documents: Documents,
  viewer: Viewer,
  parent: DocumentRow,
  position: number,
  child: Child,
): Promise<void> {
  const purpose = parent.purpose === 'other' ? 'found' : parent.purpose;
  const row = await begin(documents, viewer, {
    id: childId(parent.id, position),
    reference: parent.reference,
    purpose,
    ...(parent.system === null ? {} : { system: parent.system }),
    name: child.name,
    claimedType: child.mediaType,
    parentId: parent.id,
  });
  if (row.state === 'ready') return;
  await fill(documents, viewer, row, [child.content]);
  await complete(documents, viewer, row.id);
}

/** A whole file in one go. */
export async function take(
  documents: Documents,
  viewer: Viewer,
  file: Announced,
  content: AsyncIterable<Buffer>,
): Promise<DocumentRow> {
  const row = await begin(documents, viewer, file);
  await fill(documents, viewer, row, content);
  return complete(documents, viewer, row.id);
}

/** Cuts what comes into pieces of the record's size. Pieces that are there already are passed over. */
async function fill(
  documents: Documents,
  viewer: Viewer,
  row: DocumentRow,
  content: AsyncIterable<Buffer> | Iterable<Buffer>,
): Promise<void> {
  let index = 0;
  for await (const piece of inPieces(content)) {
    if (index >= row.chunks) await documents.append(viewer, row.id, index, piece);
    index += 1;
  }
}

async function* inPieces(content: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncIterable<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const part of content) {
    waiting.push(part);
    size += part.length;
    while (size >= CHUNK_BYTES) {
      const all = Buffer.concat(waiting);
      yield all.subarray(0, CHUNK_BYTES);
      const rest = all.subarray(CHUNK_BYTES);
      waiting = [rest];
      size = rest.length;
    }
  }
  if (size > 0) yield Buffer.concat(waiting);
}

/** A UUID (version 8, RFC 9562) that follows from the parent's and the place in it. */
function childId(parentId: string, position: number): string {
  const hash = createHash('sha256').update(`${parentId}/${position}`).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
