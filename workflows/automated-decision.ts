/**
 * Automated decisions, from a person's question to a person's answer (UK GDPR Arts 12, 12A, 22A–22D).
 * Reads like processes/automated-decision.bpmn, top to bottom.
 */
import { automatedDecision as definition } from '../domain/cases/automated-decision';
import type { registerTasks } from '../domain/cases/automated-decision/rules';
import {
  decisionOutcome,
  registerOwed,
  UNREGISTERED,
  type ReviewOutcome,
} from '../domain/cases/automated-decision/rules';
import { listOf, type CaseInput, type Codes } from '../domain/cases/process';
import type { AutomatedDecisionSteps } from '../processes/automated-decision.generated';
import { runCase, type Ending, type Steps } from './case';
import { deathAsides, finishedAfterDeath } from './shared/death';
import {
  afterExpiry,
  carryOut,
  controllerApproves,
  decidedOn,
  establishIdentity,
  nothingToDo,
  rightsAsides,
  rightsInterrupts,
  rightsTimer,
} from './shared/rights';

type Case = Steps<AutomatedDecisionSteps>;

export async function automatedDecision(input: CaseInput): Promise<string> {
  return runCase<AutomatedDecisionSteps>(input, {
    definition,
    body: async (c) => {
      if (!c.reopened) await begin(c);
      const identified = await agreeOnSafeguards(c);
      const outcome = await answered(c, identified);
      if (identified.decision === UNREGISTERED) await c.userTask('update-register');
      await c.userTask('close-case');
      return { end: 'closed', outcome };
    },
    interrupts: {
      ...rightsInterrupts,
      withdrawn: notLost(rightsInterrupts.withdrawn, 'register-after-withdrawal'),
      refused: notLost(rightsInterrupts.refused, 'register-after-refusal'),
      deceased: notLost(finishedAfterDeath, 'register-after-death'),
    },
    asides: { ...rightsAsides, ...deathAsides },
    timer: rightsTimer,
  });
}

/** The request ends before its answer, and what it brought to light does not (Arts 5(2), 15(1)(h)). */
const notLost =
  <E extends Ending<AutomatedDecisionSteps>>(
    end: (c: Case, data: Codes) => Promise<E>,
    registering: (typeof registerTasks)[number],
  ) =>
  async (c: Case, data: Codes): Promise<E> => {
    const ending = await end(c, data);
    if (registerOwed((task) => c.said(task))) await c.userTask(registering);
    return ending;
  };

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

/** Arts 22A, 22C(1). That they do not apply is decided by the accountable manager on the DPO's advice (Art 12(4)). */
async function agreeOnSafeguards(c: Case): Promise<Codes> {
  for (;;) {
    const decision = await c.userTask('identify-decision');
    if (decision.applies === 'yes') return decision;
    const decided = await decidedOn(c, decision);
    if (decided && (await controllerApproves(c))) return decided;
  }
}

/** Where the safeguards are owed they are given; the person hears the outcome in any case. */
async function answered(c: Case, { applies, limitReasons }: Codes): Promise<string> {
  if (applies === 'no') return answer(c, 'refused', { limitReasons });
  const review = await safeguard(c);
  return answer(c, decisionOutcome((review?.outcome ?? null) as ReviewOutcome | null), review ?? {});
}

/** Art 22C(2): information, representations, and a person who looks at it; null where the explanation was enough. */
async function safeguard(c: Case): Promise<Codes | null> {
  await c.send('explain');
  const { outcome } = await c.userTask('take-representations');
  return outcome === 'review' ? review(c) : null;
}

/** Art 22C(2)(c): by somebody named who took no part in it; another is named where they cannot. */
async function review(c: Case): Promise<Codes> {
  for (let assignee = await appoint(c); ;) {
    const review = await c.userTask('review-decision', { assignee });
    if (review.reviewed === 'another') assignee = await appoint(c);
    else if (await controllerApproves(c)) return review;
  }
}

const appoint = async (c: Case): Promise<Codes[string]> => (await c.userTask('appoint-reviewer')).reviewer;

/** A decision that was changed is carried out before the person is told, so that the letter says what came of it. */
async function answer(c: Case, outcome: string, { limitReasons, systems }: Codes): Promise<string> {
  const changed = outcome === 'decision-changed';
  const { impossible, left } = changed ? await carryOut(c, listOf({ systems }, 'systems')) : nothingToDo;
  await c.send('outcome-letter', { result: outcome, limitReasons, impossible });
  await afterExpiry(c, left);
  return outcome;
}
