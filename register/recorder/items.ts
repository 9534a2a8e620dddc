import type { Codes } from '../../domain/cases/process';
import { itemOf } from '../../domain/cases/process';
import type { Tx } from '../database';

/**
 * The system, or other repeated item, a step stands for: the key in its scope or, in an event sub-process
 * started for one system, one letter or one use, the system, the step of the letter, or the use its start was given.
 */
export async function itemOfStep(tx: Tx, caseId: string, step: string): Promise<string | null> {
  const item = itemOf(step);
  if (item) return item;
  const scope = /(?:^|\/)([^#/]+)#(\d+)\/[^/]+$/.exec(step);
  if (!scope) return null;
  const fired = await tx.event.findFirst({
    where: { caseId, type: 'fired', element: scope[1], number: Number(scope[2]) },
    select: { data: true },
  });
  const { system, letter, use } = (fired?.data ?? {}) as Codes;
  const about = system ?? letter ?? use;
  return typeof about === 'string' ? about : null;
}
