import type { OpenedDocument } from '../documents';
import type { Context } from '../context';
import { RegisterError } from '../errors';
import { recordContent } from '../recorder/content-events';
import type { Viewer } from '../viewer';
import { mayOn } from '../visibility';
import { piecesOf } from './pieces';
import type { Row } from './rows';
import { documentRows, documentsFor, withDecisions } from './rows';

/** Opens a document for those entitled, and puts the view on record before the first byte. */
export async function viewDocument(
  context: Context,
  viewer: Viewer,
  documentId: string,
): Promise<OpenedDocument | null> {
  const row = await context.db.document.findFirst({
    where: { AND: [{ id: documentId, state: 'ready' }, await documentsFor(context, viewer)] },
    include: withDecisions,
  });
  const entitled = row && (mayOn(viewer, row.case, 'document.view') || row.addedBy === viewer.staffId);
  if (!entitled) return null;
  await recordView(context, row, viewer.staffId, {});
  return opened(context, row);
}

/** The same for whoever holds a link, while it is good and names the document. */
export async function viewByLink(
  context: Context,
  linkId: string,
  documentId: string,
): Promise<OpenedDocument> {
  const { db, now } = context;
  const link = await db.accessLink.findFirst({
    where: { id: linkId, revokedAt: null, expiresAt: { gt: now() } },
  });
  const named = link?.target.split(',').includes(documentId);
  const row = named
    ? await db.document.findFirst({
        where: { id: documentId, caseId: link?.caseId, state: 'ready' },
        include: withDecisions,
      })
    : null;
  if (!row) throw new RegisterError('not-found', 'This link no longer opens that document.');
  await recordView(context, row, null, { link: linkId });
  return opened(context, row);
}

export async function contentForEffects(context: Context, documentId: string): Promise<OpenedDocument> {
  const row = await context.db.document.findFirst({
    where: { id: documentId, state: 'ready' },
    include: withDecisions,
  });
  if (!row) throw new RegisterError('not-found', `There is no document ${documentId}.`);
  return opened(context, row);
}

async function opened(context: Context, row: Row): Promise<OpenedDocument> {
  const [shown] = await documentRows(context, [row]);
  return { row: shown as OpenedDocument['row'], content: piecesOf(context, context.db, row) };
}

async function recordView(
  { db, now }: Context,
  row: Row,
  actorId: string | null,
  by: { link?: string },
): Promise<void> {
  const data = { document: row.id, number: row.number, ...by };
  await db.$transaction((tx) =>
    recordContent(tx, row.case.reference, [{ type: 'document-viewed', actorId, data, at: now() }]),
  );
}
