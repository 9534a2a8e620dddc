/** What a death does to any right (UK GDPR recital 27). Each part reads like its part of the diagram. */
import { listOf, type Codes } from '../../domain/cases/process';
import type { Part } from './rights';

interface AfterDeath {
  readonly end: 'closed-deceased';
  readonly outcome: string;
}

/** Nothing is disclosed and letters wait meanwhile. What becomes of the case is for the DPO to say. */
async function considerDeath(
  c: Part<{ userTask: 'decide-after-death'; interrupt: 'deceased' }>,
): Promise<void> {
  const { decision, systems } = await c.userTask('decide-after-death');
  if (decision === 'close') await c.raise('deceased', { systems: systems ?? [] });
}

/** Beside the process of every right, by start event. */
export const deathAsides = { 'death-recorded': considerDeath };

/** A letter to the dead reaches nobody. */
export const closedAfterDeath = (): Promise<AfterDeath> =>
  Promise.resolve({ end: 'closed-deceased', outcome: 'deceased' });

/** Nobody is written to, and the systems on which something was begun are not left half done. */
export async function finishedAfterDeath(
  c: Part<{
    repeated: 'finish-everywhere';
    sendTask: 'ask-finish';
    userTask: 'finish';
    end: 'closed-deceased';
  }>,
  decided: Codes,
): Promise<AfterDeath> {
  await c.forEach('finish-everywhere', listOf(decided, 'systems'), async (one) => {
    await one.send('ask-finish');
    while ((await one.userTask('finish')).outcome === 'failed');
  });
  return closedAfterDeath();
}
