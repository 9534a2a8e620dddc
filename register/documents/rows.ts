import { may } from '../../domain/roles';
import type { HiddenHow } from '../../domain/cases/items';
import type { Codes } from '../../domain/cases/process';
import type { Case, DisclosureDecision, Document } from '../generated/client';
import type { Decision, Disclosure, DocumentPurpose, DocumentRow } from '../documents';
import type { Context } from '../context';
import type { Prisma } from '../database';
import { instant } from '../instants';
import { nameOf, namesOf } from '../cases/names';
import { systemsToday } from '../cases/tasks';
import type { DataKey } from '../sealing/data-key';
import { caseKey } from '../sealing/keyring';
import type { Viewer } from '../viewer';
import { knownTo, readableBy, visibleTo } from '../visibility';

/** File name and description. */
export interface Label {
  readonly name: string;
  readonly description: string | null;
}

export const labelPlace = (documentId: string): string => `document/${documentId}/sealed`;
export const hiddenReasonPlace = (documentId: string): string => `document/${documentId}/hidden-reason`;
export const reasonPlace = (decisionId: string): string => `disclosure_decision/${decisionId}/sealed`;

/**
 * Documents that exist for this viewer: those of the cases they see or, for a data holder, those they added and
 * those of the systems they were asked to search.
 */
export async function documentsFor(context: Context, viewer: Viewer): Promise<Prisma.DocumentWhereInput> {
  if (may(viewer.roles, 'document.view')) return { case: visibleTo(viewer) };
  const systems = await systemsToday(context, viewer);
  const asked = { tasks: { some: { roles: { has: 'system-owner' }, item: { in: systems } } } };
  return {
    OR: [
      { case: readableBy(viewer, 'document.view') },
      { addedBy: viewer.staffId, case: knownTo(viewer) },
      { purpose: 'found', system: { in: systems }, case: { AND: [knownTo(viewer), asked] } },
    ],
  };
}

export async function listDocuments(
  context: Context,
  viewer: Viewer,
  reference: string,
): Promise<DocumentRow[] | null> {
  const { db } = context;
  const theirs = await documentsFor(context, viewer);
  const rows = await db.document.findMany({
    where: { AND: [{ case: { reference } }, theirs] },
    include: withDecisions,
    orderBy: { number: 'asc' },
  });
  const known =
    rows.length > 0 || (await db.case.count({ where: { AND: [{ reference }, visibleTo(viewer)] } })) > 0;
  return known ? documentRows(context, rows) : null;
}

export async function findDocument(
  context: Context,
  viewer: Viewer,
  documentId: string,
): Promise<DocumentRow | null> {
  const row = await context.db.document.findFirst({
    where: { AND: [{ id: documentId }, await documentsFor(context, viewer)] },
    include: withDecisions,
  });
  return row && ((await documentRows(context, [row]))[0] ?? null);
}

export async function documentsOfCase(context: Context, reference: string): Promise<DocumentRow[]> {
  const rows = await context.db.document.findMany({
    where: { case: { reference } },
    include: withDecisions,
    orderBy: { number: 'asc' },
  });
  return documentRows(context, rows);
}

/** With the decision that stands. */
export const withDecisions = {
  case: true,
  decisions: { orderBy: { sequence: 'desc' }, take: 1 },
} as const satisfies Prisma.DocumentInclude;

export type Row = Document & { case: Case; decisions: DisclosureDecision[] };

export async function documentRows({ db, keyring }: Context, rows: readonly Row[]): Promise<DocumentRow[]> {
  const keys = await keyring.loadMany(
    db,
    rows.map(({ caseId }) => caseKey(caseId)),
  );
  const names = await namesOf(
    db,
    rows.flatMap(({ decisions }) => decisions.map(({ decidedBy }) => decidedBy)),
  );
  const redacted = await db.document.findMany({
    where: { replacesId: { in: rows.map(({ id }) => id) }, state: 'ready' },
    orderBy: { number: 'asc' },
    select: { id: true, replacesId: true },
  });
  const replacement = new Map(redacted.map(({ id, replacesId }) => [replacesId, id]));
  return rows.map((row) => {
    const key = keys.get(caseKey(row.caseId));
    const label = key
      ? key.openJson<Label>(row.sealed, labelPlace(row.id))
      : { name: '(erased)', description: null };
    const [standing] = row.decisions;
    return {
      ...plainRow(row),
      ...{ ...label, replacedBy: replacement.get(row.id) ?? null },
      hiddenReason:
        row.hiddenReason && key ? key.open(row.hiddenReason, hiddenReasonPlace(row.id)).toString() : null,
      decision: standing ? decisionOf(standing, key, names) : null,
    };
  });
}

function plainRow(
  row: Row,
): Omit<DocumentRow, 'name' | 'description' | 'hiddenReason' | 'replacedBy' | 'decision'> {
  const { id, system, parentId, replacesId, number, mediaType, chunks, hidden, addedBy } = row;
  return {
    ...{ id, system, parentId, replacesId, number, mediaType, chunks, hidden, addedBy },
    hiddenHow: row.hiddenHow as HiddenHow | null,
    ...{ reference: row.case.reference, purpose: row.purpose as DocumentPurpose, bytes: Number(row.bytes) },
    ...{ state: row.state as DocumentRow['state'], addedAt: instant(row.addedAt) },
    sha256: row.hash && Buffer.from(row.hash).toString('hex'),
  };
}

export function decisionOf(
  row: DisclosureDecision,
  key: DataKey | undefined,
  names: Map<string, string>,
): Decision {
  const { decidedBy, exemption } = row;
  return {
    ...{
      decision: row.decision as Disclosure,
      exemption,
      decidedBy,
      decidedByName: nameOf(names, decidedBy),
    },
    ...{ thirdParty: row.thirdParty as Codes | null, decidedAt: instant(row.decidedAt) },
    reason: row.sealed && key ? key.open(row.sealed, reasonPlace(row.id)).toString() : null,
  };
}
