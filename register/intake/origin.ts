import type { Tx } from '../database';
import { RegisterError } from '../errors';
import type { Case, CaseStaff } from '../generated/client';
import type { CaseOpening, Origin } from '../intake';
import { visibleTo } from '../visibility';

/** The case that another one comes from, and who may know of it. */
export type OriginCase = Case & { readonly staff: readonly CaseStaff[] };

/** Throws `not-found` for a case that the viewer may not see and did not open. */
export async function originOf(tx: Tx, { linkedTo, viewer }: CaseOpening): Promise<OriginCase | null> {
  if (!linkedTo) return null;
  const { organisationId, staffId } = viewer;
  const found = await tx.case.findFirst({
    where: {
      ...{ reference: linkedTo.reference, organisationId },
      OR: [visibleTo(viewer), { openedById: staffId }],
    },
    include: { staff: true },
  });
  if (!found)
    throw new RegisterError('not-found', `There is no case ${linkedTo.reference}. Nothing was recorded.`);
  return found;
}

/** Who alone may know of the new case, and who is shut out: as said, else as for the case it comes from. */
export async function keepStanding(
  tx: Tx,
  caseId: string,
  { restrictedTo }: CaseOpening,
  origin: OriginCase | null,
): Promise<boolean> {
  const rows = restrictedTo
    ? restrictedTo.map((staffId) => ({ caseId, staffId, standing: 'named' }))
    : (origin?.staff ?? []).map(({ staffId, standing }) => ({ caseId, staffId, standing }));
  await tx.caseStaff.createMany({ data: rows });
  return rows.some(({ standing }) => standing === 'named');
}

/** Parts of one message hang on the first of them; what follows from a case points at it. */
export async function linkToOrigin(
  tx: Tx,
  caseId: string,
  originId: string,
  { relation }: Origin,
  by: { readonly linkedAt: Date; readonly linkedBy: string },
): Promise<void> {
  const ends =
    relation === 'same-request' ? { fromId: originId, toId: caseId } : { fromId: caseId, toId: originId };
  await tx.caseLink.create({ data: { ...ends, relation, ...by } });
}
