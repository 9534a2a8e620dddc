import type { Request, Response } from 'express';
import express, { Router } from 'express';
import { z } from 'zod';
import { begin, complete } from '../../documents/take';
import { safeName } from '../../documents/multipart';
import { purposes } from '../../../forms/documents';
import { CHUNK_BYTES } from '../../../register/documents';
import { requires, viewerOf } from '../../auth/signed-in';
import { BadRequest, NotFound } from '../../errors';
import type { Services } from '../../services';

const purpose = z.enum(purposes.map(({ value }) => value) as ['found', 'request', 'authority', 'evidence']);

/** What a program says of a file before it sends it piece by piece. */
export const announcement = z.strictObject({
  id: z.uuid().optional().describe('Chosen by the sender; the same id again answers how far the upload has come.'),
  name: z.string().min(1).max(4096).describe('File name, with its folders.'),
  mediaType: z.string().max(200).optional(),
  bytes: z.int().positive().describe('Size of the whole file.'),
  purpose,
  system: z.string().max(100).optional().describe('Where it was found: needed for `found`.'),
});

/**
 * Uploads that can be resumed, under `…/uploads`: announce, send each missing piece, finish. The page's script
 * and the JSON API use the same routes.
 */
export function uploadsRouter({ register }: Services): Router {
  const announce = async (req: Request<Params>, res: Response): Promise<void> => {
    const parsed = announcement.safeParse(req.body);
    if (!parsed.success) throw new BadRequest('The file was not described as it must be.');
    const { name, mediaType, bytes: _bytes, system, ...rest } = parsed.data;
    if (rest.purpose === 'found' && !system) throw new BadRequest('Say in which system it was found.');
    const row = await begin(register.documents, viewerOf(req), {
      ...rest,
      reference: req.params.reference,
      name: safeName(name),
      ...(system ? { system } : {}),
      ...(mediaType ? { claimedType: mediaType } : {}),
    });
    res.status(201).json({ id: row.id, state: row.state, chunks: row.chunks, chunkBytes: CHUNK_BYTES });
  };

  const piece = async (req: Request<Params & { id: string; index: string }>, res: Response): Promise<void> => {
    const index = Number(req.params.index);
    if (!Number.isInteger(index) || !Buffer.isBuffer(req.body) || req.body.length === 0)
      throw new BadRequest('A piece is sent as application/octet-stream, under its number.');
    await belongs(req, req.params.id);
    res.json(await register.documents.append(viewerOf(req), req.params.id, index, req.body));
  };

  const finish = async (req: Request<Params & { id: string }>, res: Response): Promise<void> => {
    await belongs(req, req.params.id);
    const row = await complete(register.documents, viewerOf(req), req.params.id);
    res.json({ id: row.id, number: row.number, state: row.state, bytes: row.bytes, sha256: row.sha256, hidden: row.hidden });
  };

  /** An upload is reached through its own case only. */
  const belongs = async (req: Request<Params>, id: string): Promise<void> => {
    const row = z.uuid().safeParse(id).success ? await register.documents.find(viewerOf(req), id) : null;
    if (row?.reference !== req.params.reference) throw new NotFound();
  };

  return Router({ mergeParams: true })
    .use(requires('document.add', 'search.answer'))
    .post('/', express.json(), announce)
    .put('/:id/chunks/:index', express.raw({ type: 'application/octet-stream', limit: CHUNK_BYTES }), piece)
    .post('/:id/finish', finish);
}

type Params = { reference: string };
