import type { Request, Response } from 'express';
import { viewerOf } from '../../auth/signed-in';
import { flattened } from '../../documents/flattened';
import { readUpload } from '../../documents/multipart';
import { take } from '../../documents/take';
import { NotFound } from '../../errors';
import type { Services } from '../../services';
import { showItem } from './item';

type Params = { reference: string; id: string };

/** No file, or one that is not flat. */
class NotTaken extends Error {}

/** Takes the flattened file that goes out in place of an item. The original stays, and never leaves. */
export function postReplacement(services: Services) {
  const { documents } = services.register;
  return async (req: Request<Params>, res: Response): Promise<void> => {
    const { reference, id } = req.params;
    const viewer = viewerOf(req);
    const original = await documents.find(viewer, id);
    if (original?.reference !== reference) throw new NotFound();
    let added = 0;
    try {
      await readUpload(req, async ({ name, content }) => {
        const flat = await flattened(name, content);
        if (!flat) throw new NotTaken('The redacted file must be a PDF, PNG or JPEG. Nothing was added.');
        await take(documents, viewer, { reference, purpose: 'redacted', replacesId: id, name }, flat);
        added += 1;
      });
      if (added === 0) throw new NotTaken('Choose the redacted file.');
    } catch (error) {
      if (!(error instanceof NotTaken)) throw error;
      return showItem(services, req, res, { replacement: error.message });
    }
    req.session.banner = 'The redacted file is added. It goes out in place of the item.';
    res.redirect(303, `/cases/${reference}/documents/${id}`);
  };
}
