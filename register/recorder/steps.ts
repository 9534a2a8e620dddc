import type { Codes, ProcessEvent } from '../../domain/cases/process';
import { elementOf } from '../../domain/cases/process';
import type { Instant } from '../../domain/clock/types';
import type { Tx } from '../database';
import { instantColumn } from '../instants';

const states: Partial<Record<ProcessEvent['type'], 'entered' | 'left' | 'cancelled' | 'waived'>> = {
  'step-entered': 'entered',
  'step-left': 'left',
  'step-cancelled': 'cancelled',
  'step-waived': 'waived',
};

/** A visit of a step as it stands after a batch. */
interface Visit {
  readonly step: string;
  readonly element: string;
  readonly state: string;
  readonly result: Codes | null;
  readonly enteredAt: Instant;
  readonly leftAt: Instant | null;
}

/** Keeps the memo of the steps, each visit with where it stands and what came of it, in one statement. */
export async function keepSteps(tx: Tx, caseId: string, events: readonly ProcessEvent[]): Promise<void> {
  const visits = new Map<string, Visit>();
  for (const event of events) {
    const visit = visitAfter(event);
    if (visit)
      visits.set(visit.step, { ...visit, enteredAt: visits.get(visit.step)?.enteredAt ?? visit.enteredAt });
  }
  if (visits.size === 0) return;
  await tx.$executeRaw`
    INSERT INTO step ("caseId", step, element, state, result, "enteredAt", "leftAt")
    SELECT ${caseId}::uuid, step, element, state, result, "enteredAt"::timestamptz, "leftAt"::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify([...visits.values()])}::jsonb)
      AS visit(step text, element text, state text, result jsonb, "enteredAt" text, "leftAt" text)
    ON CONFLICT ("caseId", step) DO UPDATE
    SET state = excluded.state, result = coalesce(excluded.result, step.result), "leftAt" = excluded."leftAt"`;
}

function visitAfter({ type, step, element, data, at }: ProcessEvent): Visit | null {
  const state = states[type];
  if (!state || !step) return null;
  const when = instantColumn(at).toISOString();
  return {
    ...{ step, element: element ?? elementOf(step), state, enteredAt: when },
    leftAt: state === 'entered' ? null : when,
    result: state === 'left' || state === 'waived' ? (data ?? {}) : null,
  };
}
