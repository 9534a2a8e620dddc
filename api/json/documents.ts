import type { Request, Response } from 'express';
import { Router } from 'express';
import { z } from 'zod';
import { dealWithHidden, decideItem } from '../../forms/documents';
import { readsCase } from '../auth/case-access';
import { requires, viewerOf } from '../auth/signed-in';
import { openCase } from '../casework/open-case';
import { decisionFrom, hiddenFrom } from '../documents/decisions';
import { placeOfCase, placeOfTask } from '../documents/place';
import { takeReplacement } from '../documents/replacement';
import { BadRequest, NotFound } from '../errors';
import { getContent } from '../routes/documents/content';
import { uploadsRouter } from '../routes/documents/uploads';
import type { Services } from '../services';
import { filledIn } from './filled';

type Item = Request<{ reference: string; id: string }>;

/** Items of a case for programs: adding, reading, deciding. */
export function documentsJson(services: Services): Router {
  const mayView = readsCase(services, 'document.view');
  const mayDecide = requires('document.decide');
  const at = '/cases/:reference/documents';
  return Router()
    .get(at, mayView, list(services))
    .use(`${at}/uploads`, readsCase(services, 'document.add'), uploadsRouter(services, placeOfCase))
    .use(
      '/cases/:reference/tasks/:taskId/documents/uploads',
      requires('search.answer', 'request.hand-in'),
      uploadsRouter(services, placeOfTask(services)),
    )
    .post(`${at}/decisions`, mayDecide, decide(services))
    .get(`${at}/:id`, mayView, show(services))
    .get(`${at}/:id/content`, mayView, getContent(services))
    .post(`${at}/:id/hidden`, mayDecide, hidden(services))
    .post(`${at}/:id/replacement`, mayDecide, replace(services))
    .post(`${at}/:id/discard`, readsCase(services, 'document.add'), discard(services));
}

const list =
  ({ register }: Services) =>
  async (req: Request<{ reference: string }>, res: Response): Promise<void> => {
    const { reference } = req.params;
    const [documents, searches] = await Promise.all([
      register.documents.list(viewerOf(req), reference),
      register.documents.searches(viewerOf(req), reference),
    ]);
    if (!documents) throw new NotFound('There is no such case, or you may not see it.');
    res.json({ documents, searches });
  };

const show =
  ({ register }: Services) =>
  async (req: Item, res: Response): Promise<void> => {
    const document = await itemOf(register.documents, req);
    res.json({ document, decisions: await register.documents.decisions(viewerOf(req), document.id) });
  };

const several = z.object({ documents: z.array(z.uuid()).min(1).max(5000) });

/** One decision for several items: `{ "documents": [ids], "answers": { … } }`. */
const decide =
  (services: Services) =>
  async (req: Request<{ reference: string }>, res: Response): Promise<void> => {
    const { page, viewer } = await openCase(services, req);
    const { documents: ids, ...rest } = req.body as { documents?: unknown };
    const parsed = several.safeParse({ documents: ids });
    if (!parsed.success) throw new BadRequest('Say which items: “documents” is a list of their ids.');
    req.body = rest;
    const values = await filledIn(services, req, res, { form: decideItem, page });
    if (!values) return;
    const decision = decisionFrom(parsed.data.documents, values);
    res.json({ documents: await services.register.documents.decide(viewer, page.reference, decision) });
  };

const hidden =
  (services: Services) =>
  async (req: Item, res: Response): Promise<void> => {
    const { id } = await itemOf(services.register.documents, req);
    const values = await filledIn(services, req, res, { form: dealWithHidden });
    if (!values) return;
    const document = await services.register.documents.dealtWithHidden(viewerOf(req), id, hiddenFrom(values));
    res.json({ document });
  };

const replace =
  ({ register }: Services) =>
  async (req: Item, res: Response): Promise<void> => {
    const { reference, id } = req.params;
    res.status(201).json({ document: await takeReplacement(register.documents, req, { reference, id }) });
  };

/** Gives up an upload that will not be finished. */
const discard =
  ({ register }: Services) =>
  async (req: Item, res: Response): Promise<void> => {
    const { id } = await itemOf(register.documents, req);
    await register.documents.discard(viewerOf(req), id);
    res.json({ status: 'discarded', id });
  };

/** An item is reached through its own case only. */
async function itemOf(documents: Services['register']['documents'], req: Item) {
  const { reference, id } = req.params;
  const row = z.uuid().safeParse(id).success ? await documents.find(viewerOf(req), id) : null;
  if (row?.reference !== reference) throw new NotFound();
  return row;
}
