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

/** Who alone may know of the new case: as said, else as for the case it comes from. Who is shut out of that stays so. */
export async function keepStanding(
  tx: Tx,
  caseId: string,
  { restrictedTo, keptFrom = [] }: Pick<CaseOpening, 'restrictedTo' | 'keptFrom'>,
  origin: OriginCase | null,
): Promise<boolean> {
  const ofOrigin = (which: string): string[] =>
    (origin?.staff ?? []).filter(({ standing }) => standing === which).map(({ staffId }) => staffId);
  const excluded = [...new Set([...keptFrom, ...ofOrigin('excluded')])];
  const named = (restrictedTo ?? ofOrigin('named')).filter((staffId) => !excluded.includes(staffId));
  await tx.caseStaff.createMany({
    data: [
      ...named.map((staffId) => ({ caseId, staffId, standing: 'named' })),
      ...excluded.map((staffId) => ({ caseId, staffId, standing: 'excluded' })),
    ],
  });
  return named.length > 0;
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
