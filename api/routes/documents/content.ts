import type { Request, Response } from 'express';
import { z } from 'zod';
import type { OpenedDocument } from '../../../register/documents';
import { viewerOf } from '../../auth/signed-in';
import { downloadHeaders, inlineHeaders, previewOf } from '../../documents/preview';
import { sendContent } from '../../documents/serve';
import { NotFound } from '../../errors';
import type { Services } from '../../services';

type Params = { reference: string; id: string };

/** The item as it is, to keep; the view is recorded. */
export function getContent(services: Services) {
  return async (req: Request<Params>, res: Response): Promise<void> => {
    const opened = await open(services, req);
    await sendContent(req, res, opened, downloadHeaders(lastPart(opened.row.name)));
  };
}

/** The item inside its page, where its sort can do no harm there; the view is recorded. */
export function getPreview(services: Services) {
  return async (req: Request<Params>, res: Response): Promise<void> => {
    const opened = await open(services, req);
    if (previewOf(opened.row.mediaType) === null) throw new NotFound();
    await sendContent(req, res, opened, inlineHeaders(opened.row.mediaType));
  };
}

async function open({ register }: Services, req: Request<Params>): Promise<OpenedDocument> {
  const { reference, id } = req.params;
  const row = z.uuid().safeParse(id).success ? await register.documents.find(viewerOf(req), id) : null;
  if (row?.reference !== reference || row.state !== 'ready') throw new NotFound();
  const opened = await register.documents.view(viewerOf(req), id);
  if (!opened) throw new NotFound();
  return opened;
}

const lastPart = (name: string): string => name.slice(name.lastIndexOf('/') + 1);
