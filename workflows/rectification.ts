/**
 * Rectification, from the request to the corrected record (UK GDPR Arts 5(1)(d), 12, 12A, 16, 19).
 * Reads like processes/rectification.bpmn, top to bottom.
 */
import { rectification as definition } from '../domain/cases/rectification';
import { rectificationOutcome, type Refused } from '../domain/cases/rectification/remedies';
import { listOf, type CaseInput, type Codes } from '../domain/cases/process';
import type { RectificationSteps } from '../processes/rectification.generated';
import { runCase, type Ending, type Steps } from './case';
import {
  afterExpiry,
  carryOut,
  establishIdentity,
  nameRecipients,
  rightsAsides,
  rightsInterrupts,
  rightsTimer,
  tellRecipients,
  type CarriedOut,
} from './shared/rights';

type Case = Steps<RectificationSteps>;
type End = Ending<RectificationSteps>;

export async function rectification(input: CaseInput): Promise<string> {
  return runCase<RectificationSteps>(input, {
    definition,
    body: async (c) => {
      if (!c.reopened) await begin(c);
      const assessment = await agreeOnAccuracy(c);
      const carriedOut = assessment.change === 'yes' ? await changeRecords(c, assessment) : nothingChanged;
      return tellEverybody(c, assessment, carriedOut);
    },
    interrupts: rightsInterrupts,
    asides: { ...rightsAsides, 'recipients-asked': nameRecipients },
    timer: rightsTimer,
  });
}

/** The person has heard from us, we know who asks, and they know that they may ask for a restriction. */
async function begin(c: Case): Promise<void> {
  await c.parallel(
    () => c.send('acknowledge'),
    async () => {
      const triage = await c.userTask('triage');
      if (triage.identity !== 'no-doubt') await c.within('establish-identity', establishIdentity);
      if (triage.restriction === 'yes') await c.send('propose-restriction');
    },
  );
}

/** Art 16. What refuses something is decided by the accountable manager on the DPO's advice (Art 12(4)). */
async function agreeOnAccuracy(c: Case): Promise<Codes> {
  for (;;) {
    const assessment = await c.userTask('assess-accuracy');
    if (assessment.refused === 'none') {
      if ((await c.userTask('second-check')).outcome === 'right') return assessment;
      continue;
    }
    await c.userTask('dpo-advice');
    const { decision, limitReasons } = await c.userTask('decide');
    if (decision === 'approve') return { ...assessment, limitReasons };
  }
}

const nothingChanged: CarriedOut = { left: [], impossible: [] };

const changeRecords = (c: Case, assessment: Codes): Promise<CarriedOut> =>
  carryOut(c, listOf(assessment, 'systems'));

/** The person does not wait for the answers of those who are told as well (Arts 12(3), 19). */
async function tellEverybody(c: Case, assessment: Codes, { left, impossible }: CarriedOut): Promise<End> {
  const outcome = rectificationOutcome(assessment.refused as Refused, impossible);
  const { limitReasons } = assessment;
  await c.parallel(
    () => tellRecipients(c, listOf(assessment, 'recipients')),
    async () => {
      await c.send('outcome-letter', { result: outcome, impossible, limitReasons });
      await afterExpiry(c, left);
    },
  );
  await c.userTask('close-case');
  return { end: 'closed', outcome };
}
