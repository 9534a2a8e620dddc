import type { CaseKind } from '../../domain/cases/kinds';
import type { ComplainedOf } from '../cases';
import type { Context } from '../context';

/** The cases that this one is linked to as a complaint about them, whoever may see them. */
export async function complainedOf({ db }: Context, reference: string): Promise<ComplainedOf[]> {
  const found = await db.case.findUnique({ where: { reference }, select: { id: true } });
  if (!found) return [];
  const links = await db.caseLink.findMany({ where: { fromId: found.id, relation: 'complaint-about' } });
  const rows = await db.case.findMany({
    where: { id: { in: links.map(({ toId }) => toId) } },
    select: { reference: true, kind: true },
  });
  return rows.map((row) => ({ reference: row.reference, kind: row.kind as CaseKind }));
}
