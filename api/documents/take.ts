import { randomUUID } from 'node:crypto';
import type { File } from '../../documents';
import { typeOf } from '../../documents';
import { derivedId } from '../../register/derived-id';
import { inPieces } from '../../register/documents';
import type { DocumentInput, DocumentRow, Documents } from '../../register/documents';
import type { Viewer } from '../../register/viewer';
import { HttpError } from '../errors';
import type { Inspected } from './inspect';
import { inspect } from './inspect';

/** A file on its way in: what is known before its content comes. */
export type Announced = Pick<
  DocumentInput,
  'reference' | 'purpose' | 'system' | 'parentId' | 'replacesId' | 'name' | 'description'
> & {
  /** A UUID, where the sender chose one so that it can go on later. */
  readonly id?: string;
  readonly claimedType?: string;
};

/** E-mails within e-mails, and archives within those, are opened this deep. */
const DEEPEST = 5;

/** Announces a file, or answers how far it has come already. An archive is kept, but only what is in it is an item. */
export function begin(documents: Documents, viewer: Viewer, file: Announced): Promise<DocumentRow> {
  const { id = randomUUID(), claimedType, purpose, ...rest } = file;
  const mediaType = typeByName(file.name, claimedType);
  const isArchive = mediaType === 'application/zip' && purpose === 'found';
  return documents.create(viewer, { ...rest, id, mediaType, purpose: isArchive ? 'other' : purpose });
}

/** What a file is by its name; what the sender claimed counts only where the name says nothing. */
export const typeByName = (name: string, claimed = ''): string =>
  typeOf({ name, mediaType: claimed, content: Buffer.alloc(0) });

/**
 * Closes an upload: looks for hidden content, and makes items of what an e-mail or an archive holds. Repeating
 * it changes nothing, because what comes out of a file has ids that follow from the file's own.
 */
export async function complete(
  documents: Documents,
  viewer: Viewer,
  documentId: string,
  depth = 0,
): Promise<DocumentRow> {
  const { hidden, children } = await inspected(documents, viewer, documentId);
  if (children.length > 0 && depth === DEEPEST)
    throw new HttpError(
      422,
      'too-deep',
      'The file holds files within files within files.',
      'Add them one by one.',
    );
  const parent = await documents.finish(viewer, documentId, hidden);
  for (const [position, child] of children.entries())
    await takeChild(documents, viewer, { parent, position, child, depth });
  return parent;
}

/** What cannot be opened safely is not kept: it would be an item that nobody can look into. */
async function inspected(documents: Documents, viewer: Viewer, documentId: string): Promise<Inspected> {
  try {
    return await inspect(await documents.uploaded(viewer, documentId));
  } catch (error) {
    if (error instanceof HttpError) await documents.discard(viewer, documentId);
    throw error;
  }
}

interface Found {
  readonly parent: DocumentRow;
  readonly position: number;
  readonly child: File;
  readonly depth: number;
}

async function takeChild(
  documents: Documents,
  viewer: Viewer,
  { parent, position, child, depth }: Found,
): Promise<void> {
  const row = await begin(documents, viewer, {
    id: derivedId(`${parent.id}/${position}`),
    reference: parent.reference,
    purpose: parent.purpose === 'other' ? 'found' : parent.purpose,
    ...(parent.system === null ? {} : { system: parent.system }),
    ...(parent.description === null ? {} : { description: parent.description }),
    parentId: parent.id,
    name: child.name,
    claimedType: child.mediaType,
  });
  await fill(documents, viewer, row, [child.content]);
  await complete(documents, viewer, row.id, depth + 1);
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

/** Pieces that are there already are passed over. */
async function fill(
  documents: Documents,
  viewer: Viewer,
  { id, chunks, state }: DocumentRow,
  content: AsyncIterable<Buffer> | Iterable<Buffer>,
): Promise<void> {
  let index = 0;
  for await (const piece of inPieces(content)) {
    if (state === 'uploading' && index >= chunks) await documents.append(viewer, id, index, piece);
    index += 1;
  }
}
