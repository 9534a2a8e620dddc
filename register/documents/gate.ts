import { itemsRefusal, itemsTask } from '../../domain/cases/items';
import type { CaseKind } from '../../domain/cases/kinds';
import { definitionOf } from '../../domain/cases/registry';
import type { Case } from '../generated/client';
import type { Reader, Tx } from '../database';
import { RegisterError } from '../errors';

/**
 * Throws `wrong-state` where the decisions on the case's items stand. The caller holds the case's row, so that no
 * review is finished meanwhile.
 */
export async function mayDecideNow(tx: Tx, { id: caseId, kind, closedAt }: Case): Promise<void> {
  const tasks = await tx.task.findMany({
    where: { caseId },
    select: { element: true, need: true, state: true },
  });
  const refusal = itemsRefusal(definitionOf(kind as CaseKind), { closed: closedAt !== null, tasks });
  if (refusal) throw new RegisterError('wrong-state', `${refusal.message} Nothing was changed.`);
}

/** Who made the decisions that stand on the items of these cases, as if each had finished the task in which they are made. */
export async function decidersOf(
  reader: Reader,
  cases: readonly Pick<Case, 'id' | 'kind'>[],
): Promise<ReadonlyMap<string, readonly { readonly element: string; readonly completedBy: string }[]>> {
  const elements = new Map(
    cases.flatMap(({ id, kind }) => {
      const element = itemsTask(definitionOf(kind as CaseKind));
      return element === null ? [] : [[id, element] as const];
    }),
  );
  const rows = await reader.$queryRaw<{ caseId: string; decidedBy: string }[]>`
    SELECT DISTINCT d."caseId", x."decidedBy"
    FROM document d
    CROSS JOIN LATERAL (
      SELECT "decidedBy" FROM disclosure_decision WHERE "documentId" = d.id ORDER BY sequence DESC LIMIT 1
    ) x
    WHERE d."caseId" = ANY(${[...elements.keys()]}::uuid[])`;
  const deciders = new Map<string, { element: string; completedBy: string }[]>();
  for (const { caseId, decidedBy } of rows) {
    const one = { element: elements.get(caseId) ?? '', completedBy: decidedBy };
    deciders.set(caseId, [...(deciders.get(caseId) ?? []), one]);
  }
  return deciders;
}
