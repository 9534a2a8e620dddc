import type { CaseDefinition } from '../../domain/cases/definition';
import { keptWays } from '../../domain/cases/hand-over';
import type { ProcessEvent } from '../../domain/cases/process';
import type { Tx } from '../database';
import { instantColumn } from '../instants';

/** An answer kept for collection or reading aloud is given on the day on which it was handed over, and no earlier. */
export async function keepHandingOver(
  tx: Tx,
  caseId: string,
  { handedOverBy, answeredBy = [] }: CaseDefinition,
  events: readonly ProcessEvent[],
): Promise<void> {
  const handedOver = events.find(({ type, element }) => type === 'step-left' && element === handedOverBy);
  if (!handedOver) return;
  await tx.letter.updateMany({
    where: {
      ...{ caseId, letter: { in: [...answeredBy] }, way: { in: [...keptWays] }, givenAt: null },
    },
    data: { state: 'given', givenAt: instantColumn(handedOver.effectiveAt) },
  });
}
