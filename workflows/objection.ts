/**
 * Objection, from what the person objects to, to what stops or why it goes on (UK GDPR Arts 12, 12A, 18, 21).
 * Reads like processes/objection.bpmn, top to bottom.
 */
import { objection as definition } from '../domain/cases/objection';
import { isMarketing, objectionOutcome, type Refused } from '../domain/cases/objection/grounds';
import { listOf, type CaseInput, type Codes } from '../domain/cases/process';
import type { ObjectionSteps } from '../processes/objection.generated';
import { runCase, type Ending, type Steps } from './case';
import { deathAsides, finishedAfterDeath } from './shared/death';
import {
  carryOut,
  controllerApproves,
  decidedOn,
  establishIdentity,
  nothingToDo,
  recipientsOf,
  rightsAsides,
  rightsInterrupts,
  rightsTimer,
  tellRecipients,
  type CarriedOut,
} from './shared/rights';
import { stopEverywhere } from './shared/stopping';

type Case = Steps<ObjectionSteps>;
type End = Ending<ObjectionSteps>;

export async function objection(input: CaseInput): Promise<string> {
  return runCase<ObjectionSteps>(input, {
    definition,
    body: async (c) => {
      const outcome = isMarketing(c.facts) ? await stopMarketing(c) : await weigh(c);
      await c.userTask('close-case');
      return { end: 'closed', outcome } satisfies End;
    },
    interrupts: { ...rightsInterrupts, deceased: finishedAfterDeath },
    asides: { ...rightsAsides, ...deathAsides },
    timer: rightsTimer,
  });
}

/** Art 21(2)–(3): at once, and nothing is weighed. */
async function stopMarketing(c: Case): Promise<string> {
  await c.parallel(
    () => stopEverywhere(c, listOf(c.facts, 'stopOn')),
    () => c.userTask('suppress'),
  );
  await c.send('confirm-stopped');
  return 'marketing-stopped';
}

/** Art 21(1), (6). */
async function weigh(c: Case): Promise<string> {
  if (!c.reopened) await begin(c);
  const assessment = await decideOnObjection(c);
  const stopped = assessment.stop === 'yes' ? await carryOut(c, listOf(assessment, 'systems')) : nothingToDo;
  return tellEverybody(c, assessment, stopped);
}

/** The person has heard from us, we know who asks, and they know that they may ask for a restriction. */
async function begin(c: Case): Promise<void> {
  await c.parallel(
    () => c.send('acknowledge'),
    async () => {
      const { identity, restriction } = await c.userTask('triage');
      if (identity !== 'no-doubt') await c.within('establish-identity', establishIdentity);
      if (restriction === 'yes') await proposeRestriction(c);
    },
  );
}

/** Art 18(1)(d), (2): what would go on is decided before the person is told that they may ask. */
async function proposeRestriction(c: Case): Promise<void> {
  await c.userTask('decide-uses');
  await c.send('propose-restriction');
}

/** The burden is ours: the DPO advises and the accountable manager decides, whatever is proposed. */
async function decideOnObjection(c: Case): Promise<Codes> {
  for (;;) {
    const decided = await decidedOn(c, await c.userTask('assess-objection'));
    if (decided && (await controllerApproves(c))) return decided;
  }
}

/** The person does not wait for the answers of those who are told as well (Art 12(3)). */
async function tellEverybody(c: Case, assessment: Codes, carriedOut: CarriedOut): Promise<string> {
  const { impossible, nowhere } = carriedOut;
  const outcome = objectionOutcome(assessment.refused as Refused, carriedOut);
  const { limitReasons } = assessment;
  await c.parallel(
    () => tellRecipients(c, nowhere ? [] : recipientsOf(assessment)),
    () => c.send('outcome-letter', { result: outcome, limitReasons, impossible, nowhere }),
  );
  return outcome;
}
