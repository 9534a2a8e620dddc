import type { Request, Response } from 'express';
import { decideItem } from '../../../forms/documents';
import { viewerOf } from '../../auth/signed-in';
import { decisionFrom } from '../../documents/decisions';
import { fill } from '../../forms/fill';
import type { Body } from '../../forms/page';
import { answersFrom } from '../../forms/page';
import type { Services } from '../../services';
import { openCase } from './case';
import { showItem } from './item';
import { showList } from './list';

type Params = { reference: string; id: string };

/** The same decision for all items chosen in the list. */
export function postDecisions(services: Services) {
  return async (req: Request<{ reference: string }>, res: Response): Promise<void> => {
    const { reference } = req.params;
    const body = req.body as Body;
    const documentIds = [body.item ?? []].flat().map(String);
    const opened = await openCase(services, req);
    const filled = fill(decideItem, answersFrom(decideItem, body), {
      choices: await opened.choices(decideItem),
      now: services.now(),
    });
    const errors = [
      ...(documentIds.length === 0 ? [{ field: 'items', message: 'Choose at least one item.' }] : []),
      ...(filled.ok ? [] : filled.errors),
    ];
    if (errors.length > 0 || !filled.ok)
      return showList(services, req, res, { form: 'decide', errors, body, chosen: documentIds });
    await services.register.documents.decide(
      viewerOf(req),
      reference,
      decisionFrom(documentIds, filled.values),
    );
    req.session.banner =
      documentIds.length === 1
        ? 'The decision is recorded.'
        : `${documentIds.length} decisions are recorded.`;
    res.redirect(303, `/cases/${reference}/documents#items`);
  };
}

/** A decision on one item; answers with the next item that is not decided yet. */
export function postDecision(services: Services) {
  return async (req: Request<Params>, res: Response): Promise<void> => {
    const { reference, id } = req.params;
    const body = req.body as Body;
    const opened = await openCase(services, req);
    const filled = fill(decideItem, answersFrom(decideItem, body), {
      choices: await opened.choices(decideItem),
      now: services.now(),
    });
    if (!filled.ok) return showItem(services, req, res, { decide: { errors: filled.errors, body } });
    await services.register.documents.decide(viewerOf(req), reference, decisionFrom([id], filled.values));
    req.session.banner = 'The decision is recorded.';
    res.redirect(303, `/cases/${reference}/documents/${id}`);
  };
}
