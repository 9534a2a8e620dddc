import type { Request } from 'express';
import type { DocumentRow, Documents } from '../../register/documents';
import { viewerOf } from '../auth/signed-in';
import { HttpError, NotFound } from '../errors';
import { flattened } from './flattened';
import { readUpload } from './multipart';
import { take } from './take';

/** No file came, or one that is not flat. */
export class NotTaken extends HttpError {
  constructor(message: string) {
    super(422, 'not-taken', message, 'Nothing was added.');
  }
}

/**
 * Takes the flattened file that goes out in place of an item. The original stays, and never leaves.
 * Throws NotFound for an item of another case, NotTaken for anything but one PDF, PNG or JPEG.
 */
export async function takeReplacement(
  documents: Documents,
  req: Request,
  { reference, id }: { readonly reference: string; readonly id: string },
): Promise<DocumentRow> {
  const viewer = viewerOf(req);
  const original = await documents.find(viewer, id);
  if (original?.reference !== reference) throw new NotFound();
  const taken: DocumentRow[] = [];
  await readUpload(req, async ({ name, content }) => {
    const flat = await flattened(name, content);
    if (!flat) throw new NotTaken('The redacted file must be a PDF, PNG or JPEG.');
    taken.push(await take(documents, viewer, { reference, purpose: 'redacted', replacesId: id, name }, flat));
  });
  const [first] = taken;
  if (!first) throw new NotTaken('Choose the redacted file.');
  return first;
}
