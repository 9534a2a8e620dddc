import type { Request, Response } from 'express';
import express, { Router } from 'express';
import { z } from 'zod';
import { purposes } from '../../../forms/documents';
import type { DocumentPurpose } from '../../../register/documents';
import { CHUNK_BYTES } from '../../../register/documents';
import { safeName } from '../../documents/multipart';
import type { FindPlace, UploadPlace } from '../../documents/place';
import { begin, complete } from '../../documents/take';
import { BadRequest, NotFound } from '../../errors';
import type { Services } from '../../services';

const purpose = z.enum(purposes.map(({ value }) => value) as ['found', 'request', 'authority', 'evidence']);

/** What a program says of a file before it sends it piece by piece. */
export const announcement = z.strictObject({
  id: z
    .uuid()
    .optional()
    .describe('Chosen by the sender; the same id again answers how far the upload has come.'),
  name: z.string().min(1).max(4096).describe('File name, with its folders.'),
  mediaType: z.string().max(200).optional(),
  bytes: z.int().positive().describe('Size of the whole file.'),
  purpose: purpose
    .optional()
    .describe('Why it is added; not for a task: there it is `found`, or `evidence` of what was done.'),
  system: z
    .string()
    .max(100)
    .optional()
    .describe('Where it was found: needed for `found`, not for a search task.'),
});

/**
 * Uploads that can be resumed: announce, send each missing piece, finish. The pages' script and the JSON API
 * use the same routes.
 */
export function uploadsRouter({ register }: Services, findPlace: FindPlace): Router {
  const { documents } = register;

  const announce = async (req: Request, res: Response): Promise<void> => {
    const place = await findPlace(req);
    const parsed = announcement.safeParse(req.body);
    if (!parsed.success) throw new BadRequest('The file was not described as it must be.');
    const { id, name, mediaType } = parsed.data;
    const row = await begin(documents, place.viewer, {
      ...whereFrom(place, parsed.data),
      reference: place.reference,
      name: safeName(name),
      ...(id ? { id } : {}),
      ...(mediaType ? { claimedType: mediaType } : {}),
    });
    res.status(201).json({ id: row.id, state: row.state, chunks: row.chunks, chunkBytes: CHUNK_BYTES });
  };

  const piece = async (req: Request, res: Response): Promise<void> => {
    const { viewer, id } = await upload(req);
    const index = Number(req.params.index);
    const body: unknown = req.body;
    if (!Number.isInteger(index) || !Buffer.isBuffer(body) || body.length === 0)
      throw new BadRequest('A piece is sent as application/octet-stream, under its number.');
    res.json(await documents.append(viewer, id, index, body));
  };

  const finish = async (req: Request, res: Response): Promise<void> => {
    const { viewer, id } = await upload(req);
    const { number, state, bytes, sha256, hidden } = await complete(documents, viewer, id);
    res.json({ id, number, state, bytes, sha256, hidden });
  };

  /** An upload is reached through its own case only. */
  const upload = async (req: Request): Promise<UploadPlace & { id: string }> => {
    const place = await findPlace(req);
    const id = String(req.params.id);
    const row = z.uuid().safeParse(id).success ? await documents.find(place.viewer, id) : null;
    if (row?.reference !== place.reference) throw new NotFound();
    return { ...place, id };
  };

  return Router({ mergeParams: true })
    .post('/', express.json(), announce)
    .put('/:id/chunks/:index', express.raw({ type: 'application/octet-stream', limit: CHUNK_BYTES }), piece)
    .post('/:id/finish', finish);
}

function whereFrom(
  { foundIn, shows }: UploadPlace,
  said: z.infer<typeof announcement>,
): { purpose: DocumentPurpose; system?: string; description?: string } {
  if (shows !== undefined) return { purpose: 'evidence', description: shows };
  if (foundIn !== undefined) return { purpose: 'found', system: foundIn };
  if (!said.purpose) throw new BadRequest('Say why the file is added.');
  if (said.purpose !== 'found') return { purpose: said.purpose };
  if (!said.system) throw new BadRequest('Say in which system it was found.');
  return { purpose: 'found', system: said.system };
}
