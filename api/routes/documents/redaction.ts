import type { Request, Response } from 'express';
import { NotTaken, takeReplacement } from '../../documents/replacement';
import type { Services } from '../../services';
import { showItem } from './item';

/** Takes the flattened file that goes out in place of an item. */
export function postReplacement(services: Services) {
  return async (req: Request<{ reference: string; id: string }>, res: Response): Promise<void> => {
    const { reference, id } = req.params;
    try {
      await takeReplacement(services.register.documents, req, { reference, id });
    } catch (error) {
      if (!(error instanceof NotTaken)) throw error;
      return showItem(services, req, res, { replacement: error.message });
    }
    req.session.banner = 'The redacted file is added. It goes out in place of the item.';
    res.redirect(303, `/cases/${reference}/documents/${id}`);
  };
}
