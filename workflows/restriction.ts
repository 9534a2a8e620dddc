/**
 * Restriction, from the request to the day on which it is lifted (UK GDPR Arts 12, 12A, 18, 19).
 * Reads like processes/restriction.bpmn, top to bottom.
 */
import { listOf, type CaseInput, type Codes } from '../domain/cases/process';
import { restriction as definition } from '../domain/cases/restriction';
import type { RestrictionSteps } from '../processes/restriction.generated';
import { runCase, type Ending, type Steps } from './case';
import { deathAsides, finishedAfterDeath } from './shared/death';
import {
  agreeOn,
  carryOut,
  establishIdentity,
  nameRecipients,
  recipientsOf,
  rightsAsides,
  rightsInterrupts,
  rightsTimer,
  tellRecipients,
} from './shared/rights';

type Case = Steps<RestrictionSteps>;
type End = Ending<RestrictionSteps>;

export async function restriction(input: CaseInput): Promise<string> {
  return runCase<RestrictionSteps>(input, {
    definition,
    body: async (c) => {
      if (!c.reopened) await begin(c);
      const assessment = await agreeOnGrounds(c);
      if (assessment.restrict === 'none') return refuse(c, assessment);
      const { impossible, nowhere } = await carryOut(c, listOf(assessment, 'systems'));
      if (nowhere) return refuse(c, { ...assessment, why: 'impossible' }, impossible);
      return keepAndLift(c, assessment, impossible);
    },
    interrupts: { ...rightsInterrupts, deceased: finishedAfterDeath },
    asides: {
      ...rightsAsides,
      ...deathAsides,
      'recipients-asked': nameRecipients,
      'use-asked': (c) => c.userTask('decide-use'),
    },
    timer: rightsTimer,
  });
}

/** The person has heard from us, and we know who asks. */
async function begin(c: Case): Promise<void> {
  await c.parallel(
    () => c.send('acknowledge'),
    async () => {
      const { identity } = await c.userTask('triage');
      if (identity !== 'no-doubt') await c.within('establish-identity', establishIdentity);
    },
  );
}

/** Art 18(1) */
const agreeOnGrounds = (c: Case): Promise<Codes> => agreeOn(c, () => c.userTask('assess-grounds'));

/** Art 12(4): the ground is the assessment's own, whatever was proposed and dropped before. */
function refuse(
  c: Case,
  { why, exemption, limitReasons }: Codes,
  impossible: readonly string[] = [],
): Promise<never> {
  return c.raise('refused', { ground: why, exemption: exemption ?? null, limitReasons, impossible });
}

/** The person does not wait for the answers of those who are told as well, nor does the lifting (Arts 18(3), 19). */
async function keepAndLift(c: Case, assessment: Codes, impossible: readonly string[]): Promise<End> {
  const marked = listOf(assessment, 'systems').filter((system) => !impossible.includes(system));
  // Each is decided by a person; that it was proposed permits nothing (Art 18(2)).
  for (const use of listOf(assessment, 'uses')) await c.begin('use-asked', { use });
  let told: readonly string[] = [];
  await c.parallel(
    async () => {
      told = await tellRecipients(c, recipientsOf(assessment));
    },
    async () => {
      await c.send('outcome-letter', {
        result: assessment.restrict,
        limitReasons: assessment.limitReasons,
        impossible,
      });
      await keep(c, String(assessment.reviewOn));
      await lift(c, marked);
    },
  );
  await c.forEach('tell-lifted', told, async (one) => {
    await one.send('notify-lifted');
  });
  await c.userTask('close-case');
  return { end: 'closed', outcome: 'lifted' };
}

/** Stays in force, for months if need be, until a review finds that every ground is over. */
async function keep(c: Case, reviewOn: string): Promise<void> {
  for (let next = reviewOn; ;) {
    await c.until('await-review', next);
    const review = await c.userTask('review-restriction');
    if (review.decision === 'lift') return;
    next = String(review.nextReviewOn);
  }
}

/** Art 18(3): nothing is lifted before the person has been told; by post, before it is delivered. */
async function lift(c: Case, systems: readonly string[]): Promise<void> {
  const { givenAt } = await c.send('lift-notice');
  await c.until('await-notice', String(givenAt));
  await c.forEach('lift-everywhere', systems, async (one) => {
    await one.send('ask-lift');
    while ((await one.userTask('carry-out-lift')).outcome === 'failed');
  });
}
