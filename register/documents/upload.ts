import { createHash } from 'node:crypto';
import type { TaskDefinition } from '../../domain/cases/definition';
import { definitionOf, openKinds } from '../../domain/cases/registry';
import { may } from '../../domain/roles';
import type { Case, Document } from '../generated/client';
import { systemsToday } from '../cases/tasks';
import type { DocumentInput, DocumentRow, OpenedDocument } from '../documents';
import type { Context } from '../context';
import type { Tx } from '../database';
import { bytes } from '../database';
import { RegisterError } from '../errors';
import { recordContent } from '../recorder/content-events';
import { lockCase } from '../recorder/lock';
import { caseKey } from '../sealing/keyring';
import { inPlaceOf, type Viewer } from '../viewer';
import { knownTo, readableBy } from '../visibility';
import { inPieces } from './in-pieces';
import { CHUNK_BYTES, piecePlace, piecesOf } from './pieces';
import { mayDecideNow } from './gate';
import { documentRows, documentsFor, labelPlace, withDecisions } from './rows';

export async function createDocument(
  context: Context,
  viewer: Viewer,
  input: DocumentInput,
): Promise<DocumentRow> {
  if (!(await mayAdd(context, viewer, input))) {
    throw new RegisterError(
      'not-found',
      `There is no case ${input.reference} to add to. Nothing was recorded.`,
    );
  }
  return enter(context, input, viewer.staffId);
}

/** Case workers, whoever leads the case, and whoever was asked to search the system or to show what they did, while that task is open. */
async function mayAdd(
  context: Context,
  viewer: Viewer,
  { reference, purpose, system }: DocumentInput,
): Promise<boolean> {
  const { db } = context;
  const theirCase = { AND: [{ reference }, readableBy(viewer, 'document.add')] };
  if ((await db.case.count({ where: theirCase })) > 0) return true;
  if (may(viewer.roles, 'document.add') || !['found', 'evidence', 'other'].includes(purpose)) return false;
  if (purpose === 'evidence' && (await showsWhatWasDone(context, viewer, reference))) return true;
  const systems = await systemsToday(context, viewer);
  const theirs = [
    { assigneeId: viewer.staffId, item: system ?? '' },
    ...(systems.includes(system ?? '') ? [{ item: system ?? '' }] : []),
  ];
  const asked = { state: 'open', roles: { has: 'system-owner' }, OR: theirs };
  return (
    (await db.case.count({ where: { AND: [{ reference }, knownTo(viewer), { tasks: { some: asked } }] } })) >
    0
  );
}

/** Whoever was named for work on the case that ends in evidence, or stands in for them. */
async function showsWhatWasDone({ db }: Context, viewer: Viewer, reference: string): Promise<boolean> {
  const theirs = {
    ...{ state: 'open', assigneeId: { in: inPlaceOf(viewer) } },
    element: { in: elementsWithEvidence },
  };
  const where = { AND: [{ reference }, knownTo(viewer), { tasks: { some: theirs } }] };
  return (await db.case.count({ where })) > 0;
}

const elementsWithEvidence = openKinds.flatMap((kind) =>
  Object.entries<TaskDefinition>(definitionOf(kind).tasks)
    .filter(([, { takesEvidence }]) => takesEvidence)
    .map(([element]) => element),
);

/** Gives the document its number, or finds it by the id it was given before. */
async function enter(context: Context, input: DocumentInput, addedBy: string | null): Promise<DocumentRow> {
  const { db, now } = context;
  const row = await db.$transaction(async (tx) => {
    const held = await lockCase(tx, input.reference);
    const before = await tx.document.findUnique({ where: { id: input.id }, include: withDecisions });
    if (before) return repeated(before, held, input);
    await checkRelatives(tx, held, input);
    if (input.purpose === 'redacted') await mayDecideNow(tx, held);
    const { _max: last } = await tx.document.aggregate({
      where: { caseId: held.id },
      _max: { number: true },
    });
    const key = await context.keyring.load(tx, caseKey(held.id));
    const { id, purpose, mediaType, system = null, parentId = null, replacesId = null } = input;
    const label = { name: input.name, description: input.description ?? null };
    return tx.document.create({
      data: {
        ...{ id, caseId: held.id, purpose, system, parentId, replacesId, mediaType, addedBy, addedAt: now() },
        ...{ number: (last.number ?? 0) + 1, bytes: 0n, chunks: 0, state: 'uploading' },
        sealed: key.sealJson(label, labelPlace(id)),
      },
      include: withDecisions,
    });
  });
  return (await documentRows(context, [row]))[0] as DocumentRow;
}

function repeated<Kept extends Document>(before: Kept, held: Case, input: DocumentInput): Kept {
  const same =
    before.caseId === held.id &&
    before.purpose === input.purpose &&
    before.replacesId === (input.replacesId ?? null);
  if (same) return before;
  throw new RegisterError(
    'id-used-before',
    'This upload was used before for something else. Nothing was recorded now.',
  );
}

/** A parent and an original are of the same case; a redacted file says what it replaces. */
async function checkRelatives(
  tx: Tx,
  held: Case,
  { purpose, parentId, replacesId }: DocumentInput,
): Promise<void> {
  if ((purpose === 'redacted') !== (replacesId !== undefined)) {
    throw new RegisterError(
      'invalid',
      'A redacted file must say which item it replaces. Nothing was recorded.',
    );
  }
  for (const id of [parentId, replacesId]) {
    if (id && (await tx.document.count({ where: { id, caseId: held.id } })) === 0) {
      throw new RegisterError(
        'not-found',
        'The item that this file belongs to is not on this case. Nothing was recorded.',
      );
    }
  }
}

export async function appendPiece(
  context: Context,
  viewer: Viewer,
  documentId: string,
  index: number,
  piece: Uint8Array,
): Promise<{ readonly chunks: number }> {
  const { id } = await ownUpload(context, viewer, documentId);
  return context.db.$transaction((tx) => append(context, tx, id, index, piece));
}

async function append(
  context: Context,
  tx: Tx,
  id: string,
  index: number,
  piece: Uint8Array,
): Promise<{ chunks: number }> {
  const document = await lockDocument(tx, id);
  if (index < document.chunks) return { chunks: document.chunks };
  const whole = Number(document.bytes) === document.chunks * CHUNK_BYTES;
  if (document.state !== 'uploading' || index > document.chunks || !whole) {
    throw new RegisterError(
      'wrong-state',
      `The next piece of this upload is number ${document.chunks}, if any.`,
    );
  }
  if (piece.length === 0 || piece.length > CHUNK_BYTES) {
    throw new RegisterError(
      'invalid',
      `A piece has between 1 and ${CHUNK_BYTES} bytes. Nothing was recorded.`,
    );
  }
  const key = await context.keyring.load(tx, caseKey(document.caseId));
  await tx.documentChunk.create({
    data: { documentId: id, index, sealed: key.seal(piece, piecePlace(id, index)) },
  });
  const data = { chunks: { increment: 1 }, bytes: { increment: piece.length } };
  const { chunks } = await tx.document.update({ where: { id }, data });
  return { chunks };
}

export async function finishUpload(
  context: Context,
  viewer: Viewer,
  documentId: string,
  hidden: readonly string[] = [],
): Promise<DocumentRow> {
  const { id } = await ownUpload(context, viewer, documentId);
  return finish(context, id, hidden, viewer.staffId);
}

async function finish(
  context: Context,
  id: string,
  hidden: readonly string[],
  actorId: string | null,
): Promise<DocumentRow> {
  const { db, now } = context;
  // Gigabytes take longer to read than a transaction may last. A piece once stored does not change.
  const arrived = await db.document.findUniqueOrThrow({ where: { id } });
  const whole = createHash('sha256');
  if (arrived.state !== 'ready')
    for await (const piece of piecesOf(context, db, arrived)) whole.update(piece);
  const hash = bytes(whole.digest());
  await db.$transaction(async (tx) => {
    const document = await lockDocument(tx, id);
    if (document.state === 'ready') return;
    if (document.chunks !== arrived.chunks)
      throw new RegisterError('wrong-state', 'More of this file has arrived meanwhile. Finish it again.');
    await tx.document.update({ where: { id }, data: { state: 'ready', hash, hidden: [...hidden] } });
    const { reference } = await tx.case.findUniqueOrThrow({
      where: { id: document.caseId },
      select: { reference: true },
    });
    const data = {
      document: id,
      number: document.number,
      purpose: document.purpose,
      sha256: Buffer.from(hash).toString('hex'),
    };
    await recordContent(tx, reference, [{ type: 'document-added', actorId, data, at: now() }]);
  });
  const row = await db.document.findUniqueOrThrow({ where: { id }, include: withDecisions });
  return (await documentRows(context, [row]))[0] as DocumentRow;
}

/** Only before it is finished: what is on record stays on record. */
export async function discardUpload(context: Context, viewer: Viewer, documentId: string): Promise<void> {
  const { id } = await ownUpload(context, viewer, documentId);
  await context.db.$transaction(async (tx) => {
    const { state } = await lockDocument(tx, id);
    if (state !== 'uploading')
      throw new RegisterError('wrong-state', 'All of this file has arrived, so it stays on record.');
    await tx.documentChunk.deleteMany({ where: { documentId: id } });
    await tx.document.delete({ where: { id } });
  });
}

/** What has arrived so far. The sender knows it already, so that no view is recorded. */
export async function contentOfUpload(
  context: Context,
  viewer: Viewer,
  documentId: string,
): Promise<OpenedDocument> {
  const { id } = await ownUpload(context, viewer, documentId);
  const row = await context.db.document.findUniqueOrThrow({ where: { id }, include: withDecisions });
  const [shown] = await documentRows(context, [row]);
  return { row: shown as DocumentRow, content: piecesOf(context, context.db, row) };
}

export async function addWhole(
  context: Context,
  viewer: Viewer,
  input: DocumentInput,
  content: Buffer,
  hidden: readonly string[] = [],
): Promise<DocumentRow> {
  await createDocument(context, viewer, input);
  return fill(context, input.id, content, hidden, viewer.staffId);
}

/** What the process itself makes: a bundle. */
export async function addByProcess(
  context: Context,
  input: DocumentInput,
  content: Buffer | AsyncIterable<Buffer>,
): Promise<DocumentRow> {
  await enter(context, input, null);
  return fill(context, input.id, content, [], null);
}

async function fill(
  context: Context,
  id: string,
  content: Buffer | AsyncIterable<Buffer>,
  hidden: readonly string[],
  actorId: string | null,
): Promise<DocumentRow> {
  let index = 0;
  for await (const piece of inPieces(Buffer.isBuffer(content) ? [content] : content)) {
    const at = index;
    await context.db.$transaction((tx) => append(context, tx, id, at, piece));
    index += 1;
  }
  return finish(context, id, hidden, actorId);
}

/** Uploads go on with whoever began them, or a case worker. */
async function ownUpload(context: Context, viewer: Viewer, documentId: string): Promise<Document> {
  const where = { AND: [{ id: documentId }, await documentsFor(context, viewer)] };
  const found = await context.db.document.findFirst({ where });
  const theirs = found && (found.addedBy === viewer.staffId || may(viewer.roles, 'document.add'));
  if (!theirs) throw new RegisterError('not-found', 'There is no such upload. Nothing was recorded.');
  return found;
}

async function lockDocument(tx: Tx, id: string): Promise<Document> {
  await tx.$queryRaw`SELECT 1 FROM document WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.document.findUniqueOrThrow({ where: { id } });
}
