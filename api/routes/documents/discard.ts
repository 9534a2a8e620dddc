import type { Request, Response } from 'express';
import { viewerOf } from '../../auth/signed-in';
import { NotFound } from '../../errors';
import type { Services } from '../../services';

/** Gives up an upload that will not be finished, so that it does not hold up the review. */
export function postDiscard({ register }: Services) {
  return async (req: Request<{ reference: string; id: string }>, res: Response): Promise<void> => {
    const { reference, id } = req.params;
    const row = await register.documents.find(viewerOf(req), id);
    if (row?.reference !== reference) throw new NotFound();
    await register.documents.discard(viewerOf(req), id);
    req.session.banner = 'The unfinished upload is gone. Nothing of it was kept.';
    res.redirect(303, `/cases/${reference}/documents`);
  };
}
