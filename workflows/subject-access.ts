/**
 * Subject access, from the request to the closed file (UK GDPR Arts 12, 12A, 15).
 * Reads like processes/subject-access.bpmn, top to bottom.
 */
import { subjectAccess as definition } from '../domain/cases/subject-access';
import { listOf, type CaseInput, type Codes } from '../domain/cases/process';
import type { SubjectAccessSteps } from '../processes/subject-access.generated';
import { runCase, type Ending, type Steps } from './case';
import { closedAfterDeath, deathAsides } from './shared/death';

type Case = Steps<SubjectAccessSteps>;
type End = Ending<SubjectAccessSteps>;

export async function subjectAccess(input: CaseInput): Promise<string> {
  return runCase<SubjectAccessSteps>(input, {
    definition,
    body: async (c) => {
      if (!c.reopened) await gather(c);
      return respond(c, await prepareResponse(c));
    },
    interrupts: {
      ...{ withdrawn, refused, forward, unanswered },
      ...{ 'not-a-request': notARequest, deceased: closedAfterDeath },
    },
    asides: {
      'clarification-needed': clarify,
      'code-wanted': proveByCode,
      'extension-needed': (c, ground) => c.send('extension-notice', ground),
      'refusal-proposed': considerRefusal,
      'search-reopened': searchAgain,
      'letter-returned': (c) => c.userTask('send-again'),
      ...deathAsides,
    },
    timer: { element: 'deadline-near', run: (c, point) => c.send('tell', point) },
  });
}

/** Nothing is lost, the person has heard from us, we know who asks, and every system was searched. */
async function gather(c: Case): Promise<void> {
  await c.parallel(
    () => c.forEach('preserve', listOf(c.facts, 'preserve'), preserve),
    () => c.send('acknowledge'),
    () => answerOrForward(c),
  );
}

async function preserve(one: Case): Promise<void> {
  await one.send('ask-preservation');
  await one.userTask('preserve-evidence');
}

async function answerOrForward(c: Case): Promise<void> {
  await c.call('match-identity');
  const triage = await checkTheRequest(c);
  if (triage.route === 'forward') return c.raise('forward');
  await c.parallel(
    async () => {
      if (triage.identity !== 'no-doubt') await c.within('establish-identity', establishIdentity);
    },
    async () => {
      if (triage.fee !== 'none') await charge(c);
    },
    () => c.forEach('search', listOf(triage, 'systems'), search),
  );
}

/** That it is no request for access is decided by somebody for whom nobody else decides; until then it is one. */
async function checkTheRequest(c: Case): Promise<Codes> {
  for (;;) {
    const triage = await c.userTask('triage');
    if (triage.route !== 'something-else') return triage;
    const { decision } = await c.userTask('decide-kind');
    if (decision === 'something-else') return c.raise('not-a-request');
  }
}

/** Art 12(6): only on recorded doubt, asking for the least; a person decides when nothing comes. */
async function establishIdentity(c: Case): Promise<void> {
  for (let reminder = false; ;) {
    await c.send('request-identity', { reminder });
    const { outcome } = await c.userTask('check-identity');
    if (outcome === 'confirmed' || outcome === 'not-upheld') return;
    reminder = outcome !== 'ask-again';
    if (!reminder) continue;
    const { decision } = await c.userTask('decide-unverified');
    if (decision === 'go-on') return;
    if (decision === 'something-else') return c.raise('not-a-request');
    if (decision === 'close')
      return outcome === 'deceased' ? c.raise('deceased') : c.raise('unanswered', { because: outcome });
  }
}

/** Evidence beside the check of identity, never in its place. */
async function proveByCode(c: Case, { contact }: Codes): Promise<void> {
  const { way } = await c.send('send-code', { contact });
  if (way !== 'not-sent') await c.userTask('check-code');
}

/** Art 12(5), Art 15(3) */
async function charge(c: Case): Promise<void> {
  await c.send('request-fee');
  await c.userTask('record-fee');
}

/** Art 15(1A) */
async function search(one: Case): Promise<void> {
  await one.send('ask-owner');
  await one.userTask('search-system');
}

async function agreeOnDisclosure(c: Case): Promise<void> {
  for (;;) {
    const review = await c.userTask('review');
    if (review.thirdParties === 'yes') await c.forEach('consult', numbered(review.thirdPartyCount), consult);
    if ((await c.userTask('second-check')).outcome === 'back') continue;
    if (review.adviceNeeded) await c.userTask('dpo-advice');
    if ((await c.userTask('decide')).decision === 'back') continue;
    if (!c.facts.approvalRequired) return;
    if ((await c.userTask('seek-instructions')).instruction === 'approved') return;
  }
}

/** DPA Sch 2 ¶16 */
async function consult(one: Case): Promise<void> {
  await one.send('consult-third-party');
  await one.userTask('record-reply');
}

/** What a later search found goes back to review, and through every pair of eyes once more. */
async function prepareResponse(c: Case): Promise<Codes> {
  for (;;) {
    await agreeOnDisclosure(c);
    const response = await c.userTask('prepare-response');
    if (response.result !== 'back') return response;
  }
}

async function respond(c: Case, response: Codes): Promise<End> {
  await c.call('assemble', response);
  await c.send('respond', response);
  await c.userTask('deliver');
  await c.userTask('close-case');
  return { end: 'answered', outcome: String(response.result) };
}

/**
 * Art 12A(5): the clock is paused from the day the question goes to the day the answer comes; work goes on. Whoever
 * does not answer is reminded, and then a person decides: the law closes nothing by itself.
 */
async function clarify(c: Case, why: Codes): Promise<void> {
  await c.send('ask-clarification', why);
  for (let reminded = false; ; reminded = true) {
    if ((await c.userTask('await-clarification')).outcome !== 'no-answer') return;
    const { decision } = reminded ? await c.userTask('decide-unanswered') : { decision: 'wait' };
    if (decision === 'go-on') return;
    if (decision === 'close') return c.raise('unanswered', { because: 'not-clarified' });
    await c.send('remind-clarification', why);
  }
}

/** The DPO advises, the accountable manager decides; the case goes on meanwhile. */
async function considerRefusal(c: Case, proposal: Codes): Promise<void> {
  await c.userTask('advise-refusal');
  const { decision, limitReasons } = await c.userTask('decide-refusal');
  if (decision !== 'refuse') return;
  // Art 28(3): where we act for a controller that approves, a refusal is its decision as much as an answer is.
  if (c.facts.approvalRequired && (await c.userTask('seek-refusal-approval')).instruction !== 'approved')
    return;
  await c.raise('refused', { ...proposal, limitReasons });
}

async function searchAgain(c: Case, { system }: Codes): Promise<void> {
  await c.send('ask-again', { item: system });
  await c.userTask('search-again', { item: system });
}

async function withdrawn(c: Case): Promise<End> {
  await c.send('confirm-withdrawal');
  return { end: 'closed-withdrawn', outcome: 'withdrawn' };
}

/** Art 12(4) */
async function refused(c: Case, ground: Codes): Promise<End> {
  await c.send('refusal-letter', ground);
  return { end: 'closed-refused', outcome: 'refused' };
}

async function forward(c: Case): Promise<End> {
  await c.send('forward-request');
  await c.send('tell-forwarded');
  return { end: 'closed-forwarded', outcome: 'forwarded' };
}

/** Nobody is dropped in silence. */
async function unanswered(c: Case, why: Codes): Promise<End> {
  await c.send('closing-letter', why);
  return { end: 'closed-unanswered', outcome: 'unanswered' };
}

/** Art 12(4): it is not acted on as a request for access, and they learn what to do instead. */
async function notARequest(c: Case): Promise<End> {
  await c.send('tell-not-a-request');
  return { end: 'closed-not-a-request', outcome: 'not-a-request' };
}

/** Third parties go by number: who they are stays in the submission. */
const numbered = (count: unknown): string[] => Array.from({ length: Number(count) }, (_, i) => String(i + 1));
