import type { Request, Response } from 'express';
import type { DocumentRow, Documents } from '../../../register/documents';
import { readUpload } from '../../documents/multipart';
import type { FindPlace, UploadPlace } from '../../documents/place';
import { take } from '../../documents/take';
import { sizeOf } from '../../documents/words';
import type { Services } from '../../services';

/** A file that was added for a search, as its page lists it. */
export interface AddedFile {
  readonly name: string;
  readonly size: string;
  readonly state: DocumentRow['state'];
}

/** What was added for the system of this place so far. */
export async function addedAt(
  documents: Documents,
  { viewer, reference, foundIn }: UploadPlace,
): Promise<AddedFile[]> {
  const rows = (await documents.list(viewer, reference)) ?? [];
  return rows
    .filter(({ system, parentId }) => system === foundIn && parentId === null)
    .map(({ name, bytes, state }) => ({ name, size: sizeOf(bytes), state }));
}

/** The page of a search task where files are added. */
export function getTaskFiles({ register }: Services, findPlace: FindPlace, back: (req: Request) => string) {
  return async (req: Request, res: Response): Promise<void> => {
    const place = await findPlace(req);
    const { systems } = register.organisations.get(place.viewer.organisationId);
    res.render('documents/task', {
      reference: place.reference,
      system: systems.find(({ id }) => id === place.foundIn)?.label ?? place.foundIn,
      added: await addedAt(register.documents, place),
      upload: { action: req.originalUrl, then: req.originalUrl },
      back: back(req),
    });
  };
}

/** Takes files for a search, sent in one go by a form without scripts, and shows `next`. */
export function postTaskFiles({ register }: Services, findPlace: FindPlace, next: (req: Request) => string) {
  return async (req: Request, res: Response): Promise<void> => {
    const { viewer, reference, foundIn } = await findPlace(req);
    let added = 0;
    await readUpload(req, async ({ name, claimedType, content }) => {
      const file = {
        reference,
        purpose: 'found',
        name,
        claimedType,
        ...(foundIn ? { system: foundIn } : {}),
      } as const;
      await take(register.documents, viewer, file, content);
      added += 1;
    });
    req.session.banner = addedText(added);
    res.redirect(303, next(req));
  };
}

function addedText(added: number): string {
  if (added === 0) return 'No file was chosen, so nothing was added.';
  return added === 1 ? 'One file was added.' : `${added} files were added.`;
}
