/**
 * Rectification, from the request to the corrected record (UK GDPR Arts 5(1)(d), 12, 12A, 16, 19).
 * Reads like processes/rectification.bpmn, top to bottom.
 */
import { rectification as definition } from '../domain/cases/rectification';
import { rectificationOutcome, type Refused } from '../domain/cases/rectification/remedies';
import { listOf, type CaseInput, type Codes } from '../domain/cases/process';
import type { RectificationSteps } from '../processes/rectification.generated';
import { runCase, type Ending, type Steps } from './case';
import { deathAsides, finishedAfterDeath } from './shared/death';
import {
  afterExpiry,
  agreeOn,
  carryOut,
  establishIdentity,
  nameRecipients,
  nothingToDo,
  recipientsOf,
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
      const carriedOut = assessment.change === 'yes' ? await changeRecords(c, assessment) : nothingToDo;
      return tellEverybody(c, assessment, carriedOut);
    },
    interrupts: { ...rightsInterrupts, deceased: finishedAfterDeath },
    asides: { ...rightsAsides, ...deathAsides, 'recipients-asked': nameRecipients },
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

/** Art 16 */
const agreeOnAccuracy = (c: Case): Promise<Codes> => agreeOn(c, () => c.userTask('assess-accuracy'));

const changeRecords = (c: Case, assessment: Codes): Promise<CarriedOut> =>
  carryOut(c, listOf(assessment, 'systems'));

/** The person does not wait for the answers of those who are told as well (Arts 12(3), 19). */
async function tellEverybody(c: Case, assessment: Codes, carriedOut: CarriedOut): Promise<End> {
  const { impossible, nowhere, left } = carriedOut;
  const outcome = rectificationOutcome(assessment.refused as Refused, carriedOut);
  const { limitReasons } = assessment;
  await c.parallel(
    () => tellRecipients(c, nowhere ? [] : recipientsOf(assessment)),
    async () => {
      await c.send('outcome-letter', { result: outcome, impossible, nowhere, limitReasons });
      await afterExpiry(c, left);
    },
  );
  await c.userTask('close-case');
  return { end: 'closed', outcome };
}
