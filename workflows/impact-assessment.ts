/**
 * Impact assessment, from the screening of a project to its end (UK GDPR Arts 35, 36, 39(1)(c)).
 * Reads like processes/impact-assessment.bpmn, top to bottom.
 */
import { impactAssessment as definition } from '../domain/cases/impact-assessment';
import { listOf, type CaseInput, type Codes } from '../domain/cases/process';
import type { ImpactAssessmentSteps } from '../processes/impact-assessment.generated';
import { runCase, type Ending, type Steps } from './case';

type Case = Steps<ImpactAssessmentSteps>;
type End = Ending<ImpactAssessmentSteps>;

export async function impactAssessment(input: CaseInput): Promise<string> {
  return runCase<ImpactAssessmentSteps>(input, {
    definition,
    body: async (c) => {
      if (!c.reopened && !(await mustAssess(c)))
        return { end: 'closed-not-required', outcome: 'not-required' };
      for (;;) {
        await agreeOnMeasures(c);
        const signed = await c.userTask('sign-off');
        if (signed.decision === 'stop') return { end: 'closed-not-approved', outcome: 'not-approved' };
        if (signed.decision === 'approve') await stayInForce(c, signed);
      }
    },
    interrupts: {
      abandoned: async () => ({ end: 'closed-abandoned', outcome: 'abandoned' }),
      'project-ended': ended,
    },
    asides: { 'measures-agreed': carryOut },
    timer: { element: 'deadline-near', run: (c, point) => c.send('tell', point) },
  });
}

/** Whoever leads the project when the task begins: the record knows. */
const byLead: Codes = { assignee: 'lead' };

/** Art 35(1), (3), (4). That none is required is a decision too. */
async function mustAssess(c: Case): Promise<boolean> {
  if ((await c.userTask('screen', byLead)).required) return true;
  await c.userTask('advise-not-required');
  return (await c.userTask('decide-not-required')).decision === 'assess';
}

/** Rounds without limit: written, reviewed, advised on; and by the regulator where a high risk remains. */
async function agreeOnMeasures(c: Case): Promise<void> {
  for (;;) {
    await c.userTask('write-assessment', byLead);
    if ((await c.userTask('governance-review')).outcome === 'back') continue;
    const advice = await c.userTask('dpo-advice');
    if (advice.next === 'back') continue;
    if (advice.residual !== 'high' || !(await consultRegulator(c))) return;
  }
}

/** Art 36. Answers whether the assessment must be changed. */
async function consultRegulator(c: Case): Promise<boolean> {
  const { outcome } = await c.within('prior-consultation', async (inside) => {
    await inside.call('make-pack');
    await inside.userTask('submit-consultation');
    return inside.userTask('record-advice');
  });
  return outcome === 'change';
}

/** Art 35(11): for years, until a review finds that it must be assessed again. */
async function stayInForce(c: Case, signed: Codes): Promise<void> {
  await c.call('file-assessment');
  if (listOf(signed, 'owners').length > 0) await c.begin('measures-agreed', agreed(signed));
  let { reviewOn } = await c.userTask('note-decision', byLead);
  for (;;) {
    await c.until('await-review', String(reviewOn));
    const review = await c.userTask('review-assessment', byLead);
    if (review.outcome === 'reassess') return;
    reviewOn = review.reviewOn;
  }
}

const agreed = ({ owners, dueDates }: Codes): Codes => ({ owners, dueDates });

/** Each measure with its owner and date, beside the assessment in force. */
async function carryOut(c: Case, plan: Codes): Promise<void> {
  const owners = listOf(plan, 'owners');
  const dates = listOf(plan, 'dueDates');
  const measures = owners.map((_owner, index) => String(index + 1));
  await c.forEach('carry-out-measures', measures, async (one, measure) => {
    const assignee = owners[Number(measure) - 1];
    let due: Codes[string] = dates[Number(measure) - 1];
    for (;;) {
      const { outcome, dueOn } = await one.userTask('carry-out-measure', { assignee, due });
      if (outcome === 'done') return;
      if (outcome === 'later') due = dueOn;
      else if ((await one.userTask('agree-dropped')).decision === 'agree') return;
    }
  });
}

async function ended(c: Case): Promise<End> {
  await c.userTask('close-case', byLead);
  return { end: 'closed-ended', outcome: 'approved' };
}
