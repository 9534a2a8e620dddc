/**
 * A complaint, from the day it reaches us to what was learnt from it (DPA 2018 ss.164A, 165).
 * Reads like processes/complaint.bpmn, top to bottom.
 */
import { complaint as definition } from '../domain/cases/complaint';
import { listOf, type CaseInput, type Codes } from '../domain/cases/process';
import type { ComplaintSteps } from '../processes/complaint.generated';
import { runCase, type Steps } from './case';
import { establishIdentity, rightsAsides, rightsInterrupts, rightsTimer } from './shared/rights';

type Case = Steps<ComplaintSteps>;

export async function complaint(input: CaseInput): Promise<string> {
  return runCase<ComplaintSteps>(input, {
    definition,
    body: async (c) => {
      let outcome = '';
      await c.parallel(
        () => acknowledge(c),
        async () => {
          const findings = await agreeOnFindings(c);
          outcome = String(findings.result);
          await c.send('outcome-letter', { result: outcome });
          await carryOutActions(c, findings);
        },
      );
      await c.userTask('close-case');
      return { end: 'closed', outcome };
    },
    interrupts: { withdrawn: rightsInterrupts.withdrawn, unanswered: rightsInterrupts.unanswered },
    asides: {
      'progress-due': (c, { by = null }) => c.send('progress-letter', { by }),
      'stage1-longer': (c) => c.send('stage1-notice'),
      'regulator-wrote': (c, { due, assignee }) => c.userTask('answer-regulator', { due, assignee }),
      'letter-returned': rightsAsides['letter-returned'],
    },
    timer: rightsTimer,
  });
}

/** DPA s.164A(3). Enquiries begin on receipt and do not wait for it; an outcome in time needs none. */
async function acknowledge(c: Case): Promise<void> {
  if (!c.reopened && c.facts.acknowledgement !== 'with-outcome') await c.send('acknowledge');
}

/** Where the DPO is asked depends on the profile; that somebody else decides does not. */
async function agreeOnFindings(c: Case): Promise<Codes> {
  let assignee = await appoint(c);
  for (;;) {
    assignee = await enquire(c, assignee);
    const findings = await c.userTask('findings', { assignee });
    if (c.facts.dpoAdvises === true) await c.userTask('dpo-advice');
    if ((await c.userTask('decide')).decision === 'approve') return findings;
  }
}

/** Who looks into it. No hurdle of identity unless a doubt was recorded. */
async function appoint(c: Case): Promise<string> {
  const { enquirer, identity } = await c.userTask('appoint');
  if (identity !== 'no-doubt') await c.within('establish-identity', establishIdentity);
  return String(enquirer);
}

/** DPA s.164A(5): news whenever it takes longer. Answers who made the enquiries in the end. */
async function enquire(c: Case, first: string): Promise<string> {
  for (let assignee = first; ;) {
    const { outcome } = await c.userTask('enquire', { assignee });
    if (outcome === 'complete') return assignee;
    if (outcome === 'another') assignee = await appoint(c);
    else await c.begin('progress-due');
  }
}

/** Each action by its number: what it is stays in the submission. */
async function carryOutActions(c: Case, findings: Codes): Promise<void> {
  const [owners, dues] = [listOf(findings, 'owners'), listOf(findings, 'dues')];
  const numbers = owners.map((_owner, index) => String(index + 1));
  await c.forEach('carry-out-actions', numbers, async (one, number) => {
    const assignee = owners[Number(number) - 1];
    for (let due: Codes[string] = dues[Number(number) - 1]; ;) {
      const acted = await one.userTask('carry-out-action', { assignee, due });
      if (acted.outcome !== 'later') return;
      due = acted.due;
    }
  });
}
