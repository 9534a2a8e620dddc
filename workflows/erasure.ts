/**
 * Erasure, from the request to what is shown to be gone (UK GDPR Arts 12, 12A, 17, 19).
 * Reads like processes/erasure.bpmn, top to bottom.
 */
import { erasure as definition } from '../domain/cases/erasure';
import { erasureOutcome, type Refused } from '../domain/cases/erasure/exceptions';
import { listOf, type CaseInput, type Codes } from '../domain/cases/process';
import type { ErasureSteps } from '../processes/erasure.generated';
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

type Case = Steps<ErasureSteps>;
type End = Ending<ErasureSteps>;

export async function erasure(input: CaseInput): Promise<string> {
  return runCase<ErasureSteps>(input, {
    definition,
    body: async (c) => {
      if (!c.reopened) await begin(c);
      const assessment = await agreeUntilReleased(c);
      const carriedOut = assessment.erase === 'yes' ? await eraseEverywhere(c, assessment) : nothingToDo;
      return tellEverybody(c, assessment, carriedOut);
    },
    interrupts: { ...rightsInterrupts, deceased: finishedAfterDeath },
    asides: { ...rightsAsides, ...deathAsides, 'recipients-asked': nameRecipients },
    timer: rightsTimer,
  });
}

/** The person has heard from us, and we know who asks. */
async function begin(c: Case): Promise<void> {
  await c.parallel(
    () => c.send('acknowledge'),
    async () => {
      const triage = await c.userTask('triage');
      if (triage.identity !== 'no-doubt') await c.within('establish-identity', establishIdentity);
    },
  );
}

/** Art 17(1), (3). What turns up at the last look is assessed as well. */
async function agreeUntilReleased(c: Case): Promise<Codes> {
  for (;;) {
    const assessment = await agreeOnErasure(c);
    if (assessment.erase === 'no' || (await released(c))) return assessment;
  }
}

const agreeOnErasure = (c: Case): Promise<Codes> => agreeOn(c, () => c.userTask('assess-erasure'));

/** A copy goes before the erasure, unless the DPO lets it wait (DPA s.173). False: something must be assessed anew. */
async function released(c: Case): Promise<boolean> {
  for (;;) {
    const { outcome } = await c.userTask('release-erasure');
    if (outcome !== 'cannot-wait') return outcome === 'release';
    if ((await c.userTask('decide-copy-first')).decision === 'erase-now') return true;
  }
}

async function eraseEverywhere(c: Case, assessment: Codes): Promise<CarriedOut> {
  if (assessment.suppression === 'yes') await c.userTask('suppress');
  return carryOut(c, listOf(assessment, 'systems'));
}

/** The person does not wait for the answers of those who are told as well (Arts 12(3), 17(2), 19). */
async function tellEverybody(c: Case, assessment: Codes, carriedOut: CarriedOut): Promise<End> {
  const { impossible, nowhere, left } = carriedOut;
  const outcome = erasureOutcome(assessment.refused as Refused, carriedOut);
  const { limitReasons } = assessment;
  await c.parallel(
    () => tellRecipients(c, nowhere ? [] : recipientsOf(assessment)),
    async () => {
      if (assessment.madePublic === 'yes' && !nowhere) await c.userTask('tell-controllers');
    },
    async () => {
      await c.send('outcome-letter', { result: outcome, limitReasons, impossible, nowhere });
      await afterExpiry(c, left);
    },
  );
  await c.userTask('close-case');
  if (outcome !== 'refused') await c.call('trim-case-file');
  return { end: 'closed', outcome };
}
