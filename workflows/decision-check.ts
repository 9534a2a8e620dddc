/**
 * Regular checks of an automated decision, for as long as a machine takes it (UK GDPR Arts 5(2), 22C, 24(1)).
 * Reads like processes/decision-check.bpmn, top to bottom.
 */
import { decisionCheck as definition } from '../domain/cases/decision-check';
import type { CaseInput, Codes } from '../domain/cases/process';
import type { DecisionCheckSteps } from '../processes/decision-check.generated';
import { runCase, type Steps } from './case';

type Case = Steps<DecisionCheckSteps>;

export async function decisionCheck(input: CaseInput): Promise<string> {
  return runCase<DecisionCheckSteps>(input, {
    definition,
    body: async (c) => {
      let asked: Codes = { assignee: c.facts.openedBy, due: c.facts.firstBy };
      for (;;) {
        const check = await c.userTask('check-decision', asked);
        if (check.outcome === 'retired') return { end: 'closed-retired', outcome: 'retired' };
        if (check.outcome === 'concern') await c.within('repair', (inside) => putRight(inside, check));
        await c.until('await-check', String(check.nextOn));
        asked = { assignee: check.nextBy };
      }
    },
    interrupts: { retired: async () => ({ end: 'closed-retired-between', outcome: 'retired' }) },
    asides: {},
    timer: { element: 'deadline-near', run: (c, point) => c.send('tell', point) },
  });
}

/** By its owner, who may need longer. */
async function putRight(c: Case, { owner, dueOn }: Codes): Promise<void> {
  let due = dueOn;
  for (;;) {
    const put = await c.userTask('put-right', { assignee: owner, due });
    if (put.outcome === 'done') return;
    due = put.dueOn;
  }
}
