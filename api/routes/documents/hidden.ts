import type { Request, Response } from 'express';
import { dealWithHidden } from '../../../forms/documents';
import { viewerOf } from '../../auth/signed-in';
import { hiddenFrom } from '../../documents/decisions';
import { RegisterError } from '../../../register/errors';
import { fill } from '../../forms/fill';
import type { Body } from '../../forms/page';
import { answersFrom } from '../../forms/page';
import { NotFound } from '../../errors';
import type { Services } from '../../services';
import { openCase } from './case';
import { showItem } from './item';

type Params = { reference: string; id: string };

/** Somebody looked at what a file hides, and says so. */
export function postHidden(services: Services) {
  return async (req: Request<Params>, res: Response): Promise<void> => {
    const { reference, id } = req.params;
    const viewer = viewerOf(req);
    const opened = await openCase(services, req);
    const body = req.body as Body;
    const filled = fill(dealWithHidden, answersFrom(dealWithHidden, body), {
      choices: await opened.choices(dealWithHidden),
      now: services.now(),
    });
    if (!filled.ok) return showItem(services, req, res, { hidden: { errors: filled.errors, body } });
    const row = await services.register.documents.find(viewer, id);
    if (row?.reference !== reference) throw new NotFound();
    try {
      await services.register.documents.dealtWithHidden(viewer, id, hiddenFrom(filled.values));
    } catch (error) {
      if (!(error instanceof RegisterError && error.code === 'invalid')) throw error;
      const errors = [{ field: 'how', message: error.message }];
      return showItem(services, req, res, { hidden: { errors, body } });
    }
    req.session.banner = 'It is recorded that the hidden content was dealt with.';
    res.redirect(303, `/cases/${reference}/documents/${id}`);
  };
}
