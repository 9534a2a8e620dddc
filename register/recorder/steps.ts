import type { ProcessEvent } from '../../domain/cases/process';
import { elementOf } from '../../domain/cases/process';
import type { Tx } from '../database';
import { json } from '../database';
import { instantColumn } from '../instants';

const states: Partial<Record<ProcessEvent['type'], 'entered' | 'left' | 'cancelled' | 'waived'>> = {
  'step-entered': 'entered',
  'step-left': 'left',
  'step-cancelled': 'cancelled',
  'step-waived': 'waived',
};

/** Keeps the memo of the steps: each visit with where it stands and what came of it. */
export async function keepSteps(tx: Tx, caseId: string, events: readonly ProcessEvent[]): Promise<void> {
  for (const event of events) {
    const state = states[event.type];
    if (!state || !event.step) continue;
    const at = instantColumn(event.at);
    const over = state === 'entered' ? {} : { leftAt: at };
    const result = state === 'left' || state === 'waived' ? { result: json(event.data ?? {}) } : {};
    await tx.step.upsert({
      where: { caseId_step: { caseId, step: event.step } },
      create: {
        ...{ caseId, step: event.step, element: event.element ?? elementOf(event.step) },
        ...{ state, enteredAt: at, ...over, ...result },
      },
      update: { state, ...over, ...result },
    });
  }
}
