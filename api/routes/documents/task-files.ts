import type { Request, Response } from 'express';
import type { DocumentRow, Documents } from '../../../register/documents';
import { readUpload } from '../../documents/multipart';
import type { FindPlace, UploadPlace } from '../../documents/place';
import { take } from '../../documents/take';
import { sizeOf } from '../../documents/words';
import type { Services } from '../../services';

/** A file that was added with a task, as its page lists it. */
export interface AddedFile {
  readonly name: string;
  readonly size: string;
  readonly state: DocumentRow['state'];
}

/** What was added for the system of this place so far, or by this person to show what they did. */
export async function addedAt(
  documents: Documents,
  { viewer, reference, foundIn, shows }: UploadPlace,
): Promise<AddedFile[]> {
  const rows = (await documents.list(viewer, reference)) ?? [];
  return rows
    .filter(({ parentId }) => parentId === null)
    .filter(({ system, description, addedBy }) =>
      shows === undefined ? system === foundIn : description === shows && addedBy === viewer.staffId,
    )
    .map(({ name, bytes, state }) => ({ name, size: sizeOf(bytes), state }));
}

/** The page of a task where files are added: what was found, or what shows that it was done. */
export function getTaskFiles({ register }: Services, findPlace: FindPlace, back: (req: Request) => string) {
  return async (req: Request, res: Response): Promise<void> => {
    const place = await findPlace(req);
    const { systems } = register.organisations.get(place.viewer.organisationId);
    res.render('documents/task', {
      reference: place.reference,
      title: place.shows === undefined ? 'Add what you found' : 'Add files that show what was done',
      about: place.shows ?? systems.find(({ id }) => id === place.foundIn)?.label ?? place.foundIn,
      added: await addedAt(register.documents, place),
      upload: { action: req.originalUrl, then: req.originalUrl },
      back: back(req),
    });
  };
}

/** Takes files for a task, sent in one go by a form without scripts, and shows `next`. */
export function postTaskFiles({ register }: Services, findPlace: FindPlace, next: (req: Request) => string) {
  return async (req: Request, res: Response): Promise<void> => {
    const { viewer, reference, foundIn, shows } = await findPlace(req);
    let added = 0;
    await readUpload(req, async ({ name, claimedType, content }) => {
      const file = {
        ...{ reference, name, claimedType },
        ...(shows === undefined
          ? { purpose: 'found' as const, ...(foundIn ? { system: foundIn } : {}) }
          : { purpose: 'evidence' as const, description: shows }),
      };
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
