/**
 * Portability, from the request to the data in the person's hands (UK GDPR Arts 12, 12A, 20).
 * Reads like processes/portability.bpmn, top to bottom.
 */
import { portability as definition } from '../domain/cases/portability';
import { portabilityOutcome, type RefusedScope } from '../domain/cases/portability/tests';
import { listOf, type CaseInput, type Codes } from '../domain/cases/process';
import type { PortabilitySteps } from '../processes/portability.generated';
import { runCase, type Ending, type Steps } from './case';
import { closedAfterDeath, deathAsides } from './shared/death';
import {
  agreedUndone,
  agreeOn,
  establishIdentity,
  rightsAsides,
  rightsInterrupts,
  rightsTimer,
} from './shared/rights';

type Case = Steps<PortabilitySteps>;
type End = Ending<PortabilitySteps>;

export async function portability(input: CaseInput): Promise<string> {
  return runCase<PortabilitySteps>(input, {
    definition,
    body: async (c) => {
      if (!c.reopened) await begin(c);
      const scope = await agreeOnScope(c);
      return scope.refused === 'all' ? answer(c, scope, nothingMade) : answer(c, scope, await make(c, scope));
    },
    interrupts: { ...rightsInterrupts, deceased: closedAfterDeath },
    asides: { ...rightsAsides, ...deathAsides },
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

/** Art 20(1), (3) */
const agreeOnScope = (c: Case): Promise<Codes> => agreeOn(c, () => c.userTask('assess-scope'));

/** What was made to be handed over, and how it travels. */
interface Made {
  /** Null where nothing was there to be exported. */
  readonly bundle: Codes[string];
  readonly transmitted: boolean;
  readonly withheld: boolean;
  readonly delivery?: Codes[string];
}

const nothingMade: Made = { bundle: null, transmitted: false, withheld: false };

async function make(c: Case, scope: Codes): Promise<Made> {
  const { others, transmission, delivery } = await gather(c, listOf(scope, 'systems'));
  const { bundle } = await c.call('export', { records: listOf(scope, 'inScope') });
  const transmitted = Boolean(bundle) && transmission === 'feasible';
  if (transmitted) await c.userTask('transmit');
  return { bundle, transmitted, withheld: others === 'withheld', delivery };
}

/**
 * Each system's owner extracts; somebody weighs the rights of others, and may ask for it again. What is withheld on
 * account of them is refused in part: the DPO advises and the accountable manager decides (Arts 12(4), 20(4)).
 */
async function gather(c: Case, systems: readonly string[]): Promise<Codes> {
  for (let asked = systems; ;) {
    await c.forEach('extract-everywhere', asked, extract);
    const review = await reviewed(c);
    if (review.outcome === 'ready') return review;
    asked = listOf(review, 'again');
  }
}

async function reviewed(c: Case): Promise<Codes> {
  for (;;) {
    const review = await c.userTask('review');
    if (review.outcome !== 'ready' || review.others !== 'withheld') return review;
    if (await agreedUndone(c, [])) return review;
  }
}

async function extract(one: Case): Promise<Codes> {
  await one.send('ask-extract');
  for (;;) {
    const { outcome } = await one.userTask('extract');
    if (outcome !== 'failed') return { outcome };
  }
}

async function answer(c: Case, { refused, limitReasons }: Codes, made: Made): Promise<End> {
  const { bundle, withheld, transmitted, delivery } = made;
  const outcome = portabilityOutcome(refused as RefusedScope, { withheld, empty: !bundle });
  const handedOver = Boolean(bundle) && !transmitted;
  await c.send('respond', {
    ...{ result: outcome, limitReasons, withheld, transmitted, enclosed: handedOver },
    ...(handedOver ? { delivery } : {}),
  });
  if (handedOver) await c.userTask('deliver');
  await c.userTask('close-case');
  return { end: 'closed', outcome };
}
