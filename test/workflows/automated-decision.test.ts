import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { automatedDecisionVersion } from '../../processes/automated-decision.generated';
import type { CaseOpening } from '../../register/intake';
import { provesTheDiagram } from '../support/diagram';
import { timeSkipping } from '../support/temporal';
import type { Driver, World } from '../support/world';
import { forTheCouncil, world } from '../support/world';
import { daysAgo } from '../support/days';
import { until } from '../../dev/wait';

let env: TestWorkflowEnvironment;
let w: World;
const diagram = provesTheDiagram('automated-decision');

beforeAll(async () => {
  env = await timeSkipping();
  w = await world(env);
});
afterAll(async () => {
  await w.stop();
  await env.teardown();
});

const open = (change: Partial<CaseOpening> = {}): Promise<Driver> =>
  w.open({
    kind: 'automated-decision',
    processVersion: automatedDecisionVersion,
    contents: { request: 'Your computer gave me too few points.' },
    codes: { channel: 'phone', requester: 'self', decision: 'assessments', asks: ['information', 'contest'] },
    ...change,
  });

const triaged = (c: Driver, identity = 'no-doubt'): Promise<void> => c.complete('triage', { identity });

const circumstances = {
  ...{ decision: 'assessments', madeOn: '2026-10-01', solelyAutomated: 'yes', significant: 'yes' },
  ...{ basis: '6(1)(b)', specialCategory: 'no', applies: 'yes', forbiddenBy: null },
};

const identified = (
  c: Driver,
  change: Record<string, unknown> = {},
  more: Record<string, string> = {},
): Promise<void> =>
  c.complete('identify-decision', { ...circumstances, ...change } as never, {
    personal: { involvement: 'Nobody looked at it.', effect: 'No offer this year.', ...more },
  });

async function heard(c: Driver, outcome = 'review'): Promise<void> {
  await c.complete(
    'take-representations',
    { outcome, on: daysAgo(0) },
    { personal: { representations: 'It does not count my stairs.' } },
  );
  if (outcome === 'review') await appointed(c);
}

/** The accountable manager is named to review it. */
async function appointed(c: Driver): Promise<void> {
  const { staffId } = await w.staff('accountable-manager', (await c.page()).facts.organisation);
  await c.complete(
    'appoint-reviewer',
    { reviewer: staffId, noPart: true },
    { role: 'handler', personal: { competence: 'She wrote the criteria and may change any score.' } },
  );
}

const reviewed = (c: Driver, outcome: string, codes: Record<string, unknown> = {}): Promise<void> =>
  c.complete(
    'review-decision',
    {
      reviewed: 'yes',
      outcome,
      considered: ['representations', 'inputs'],
      tookNoPart: true,
      competent: true,
      ...codes,
    } as never,
    {
      role: 'accountable-manager',
      personal: {
        ...{ findings: 'The stairs count.', reasons: 'The criteria give points for stairs.' },
        ...(outcome === 'changed' ? { newDecision: 'Band A from today.', instructions: 'Set band A.' } : {}),
      },
    },
  );

const carriedOut = (c: Driver, codes: Record<string, unknown>): Promise<void> =>
  c.complete('carry-out', { on: daysAgo(0), records: 1, ...codes } as never, {
    item: 'housing-management',
    role: 'handler',
    personal: { evidence: 'Changed and looked at again.' },
  });

/** The DPO advises on what was impossible, and the manager agrees or has it tried again. */
async function undone(c: Driver, decision = 'agreed'): Promise<void> {
  await c.complete('advise-undone', { advice: 'agree' });
  await c.complete('decide-undone', { decision, departs: 'no' });
}

async function proved(c: Driver, outcome: string): Promise<void> {
  expect(await c.outcome()).toBe(outcome);
  diagram.follows(await c.events());
}

async function closed(c: Driver, outcome: string): Promise<void> {
  await c.complete('close-case', { confirmed: true });
  await proved(c, outcome);
}

async function refused(c: Driver): Promise<void> {
  await c.act('propose-refusal', { ground: 'manifestly-excessive' }, { role: 'handler' });
  await c.complete('advise-refusal', { advice: 'agree' });
  await c.complete('decide-refusal', { decision: 'refuse', departs: 'no', limitReasons: 'no' });
  await c.posted('refusal-letter');
}

const withdraw = (c: Driver): Promise<void> => c.act('withdraw', { on: daysAgo(0) }, { at: daysAgo(0) });

async function withdrawn(c: Driver): Promise<void> {
  await withdraw(c);
  await proved(c, 'withdrawn');
}

/** The DPO closes it, once a death is recorded. */
async function closedOnDeath(c: Driver, systems: readonly string[] = []): Promise<void> {
  await c.act('record-death', {}, { role: 'handler' });
  await c.complete('decide-after-death', { decision: 'close', systems });
}

describe('A request about an automated decision (UK GDPR Arts 22A–22D)', () => {
  test('is explained, heard, reviewed by a person who changes it, and carried out (Art 22C)', async () => {
    const c = await open();
    await triaged(c);
    await identified(c);
    await c.posted('explain');
    const explained = await c.letterText('explain');
    expect(explained).toContain('scored against the published criteria');
    expect(explained).toContain('ask that a person looks at it, and contest it');
    await heard(c);
    const manager = await w.staff('accountable-manager');
    expect(await c.task('review-decision')).toMatchObject({ assigneeId: manager.staffId });
    await c.complete(
      'review-decision',
      { reviewed: 'another' },
      { role: 'accountable-manager', personal: { whyAnother: 'I set the threshold.' } },
    );
    const { id } = await c.task('appoint-reviewer');
    const shown = await w.register.cases.task(await w.staff('handler'), id);
    expect(JSON.stringify(shown?.shows)).toContain('I set the threshold.');
    await appointed(c);
    await c.task('review-decision');
    await w.reload(c);
    await reviewed(c, 'changed', { systems: ['housing-management'] });
    await carriedOut(c, { outcome: 'failed', records: undefined });
    for (const decision of ['again', 'agreed']) {
      await carriedOut(c, { outcome: 'impossible' });
      await undone(c, decision);
    }
    await c.posted('outcome-letter');
    const text = await c.letterText('outcome-letter');
    for (const words of [
      'Band A from today.',
      'The criteria give points for stairs.',
      'the new decision could not be entered there',
      'section 164A',
      'ask a court to order',
    ])
      expect(text).toContain(words);
    await closed(c, 'decision-changed');
  });

  test.each([
    ['stands', 'decision-stands', 'The decision stands.'],
    ['retaken', 'decision-retaken', 'with the same result'],
  ])(
    'that %s after the review is answered with reasons and changes no record',
    async (outcome, ended, words) => {
      const c = await open();
      await triaged(c);
      await identified(
        c,
        outcome === 'retaken' ? { basis: '6(1)(ea)', forbiddenBy: 'recognised-interest' } : {},
      );
      await c.posted('explain');
      await heard(c);
      await reviewed(c, outcome);
      await c.posted('outcome-letter');
      const text = await c.letterText('outcome-letter');
      expect(text).toContain(words);
      expect(text.includes('should not have been taken by computer alone')).toBe(outcome === 'retaken');
      await closed(c, ended);
    },
  );

  test('ends with the explanation where that was enough, and says that a review is still open to them', async () => {
    const c = await open();
    await triaged(c);
    await identified(c);
    await c.posted('explain');
    await heard(c, 'satisfied');
    await c.posted('outcome-letter');
    expect(await c.letterText('outcome-letter')).toContain('You still can, at any time.');
    await closed(c, 'explained');
  });

  test('about a decision that the register does not name is explained in the words of the case, and has the register brought up to date before it closes (Art 5(2))', async () => {
    const c = await open();
    await triaged(c);
    await identified(
      c,
      { decision: 'not-in-register' },
      {
        ...{ what: 'Ranking of repairs', logic: 'Older boilers come first.', ranBy: 'Our contractor.' },
        significance: 'How long somebody waits for a repair.',
      },
    );
    await c.posted('explain');
    const text = await c.letterText('explain');
    for (const words of ['Ranking of repairs. Older boilers come first.', 'Who runs it: Our contractor.'])
      expect(text).toContain(words);
    await heard(c, 'satisfied');
    await c.posted('outcome-letter');
    const { id } = await c.task('update-register');
    const shown = await w.register.cases.task(await w.staff('governance-officer'), id);
    expect(JSON.stringify(shown?.shows)).toContain('Older boilers come first.');
    await c.complete('update-register', { outcome: 'not-taken' }, { role: 'governance-officer' });
    await closed(c, 'explained');
  });

  test.each([
    ['withdrawn', 'register-after-withdrawal', withdraw],
    ['refused', 'register-after-refusal', refused],
    ['deceased', 'register-after-death', closedOnDeath],
  ])(
    'that ends as %s leaves a decision that the register does not name to be put right before it closes (Arts 5(2), 15(1)(h))',
    async (outcome, element, end) => {
      const c = await open();
      await triaged(c);
      await identified(c, { decision: 'not-in-register' }, { what: 'Ranking of repairs' });
      await end(c);
      const { id } = await c.task(element);
      const shown = await w.register.cases.task(await w.staff('governance-officer'), id);
      expect(JSON.stringify(shown?.shows)).toContain('Ranking of repairs');
      await w.reload(c);
      await c.complete(element, { outcome: 'not-taken' }, { role: 'governance-officer' });
      await proved(c, outcome);
    },
  );

  test('after a death waits for the DPO, and is closed without a letter once a changed decision is finished on the systems', async () => {
    const c = await open();
    await triaged(c);
    await identified(c);
    await c.posted('explain');
    await heard(c);
    await reviewed(c, 'changed', { systems: ['housing-management'] });
    await c.task('carry-out', 'housing-management');
    await c.act('record-death', {}, { role: 'handler' });
    await c.complete('decide-after-death', { decision: 'mistaken' });
    await closedOnDeath(c, ['housing-management']);
    for (const outcome of ['failed', 'done'])
      await c.complete('finish', { outcome }, { item: 'housing-management', role: 'handler' });
    await proved(c, 'deceased');
    expect((await c.events()).map(({ element }) => element)).not.toContain('outcome-letter');
  });

  test('to which the safeguards do not apply is decided by the manager on the DPO’s advice, and still explained (Arts 12(4), 22A)', async () => {
    const c = await open();
    await triaged(c);
    for (const decision of ['back', 'approve']) {
      await identified(c, { decision: 'data-matching', solelyAutomated: 'no', applies: 'no' });
      await c.complete('dpo-advice', { advice: 'agree' });
      await c.complete('decide', {
        decision,
        departs: 'no',
        ...(decision === 'approve' ? { limitReasons: 'no' } : {}),
      });
    }
    await c.posted('outcome-letter');
    const text = await c.letterText('outcome-letter');
    for (const words of [
      'A person was meaningfully involved',
      'Computer records of one body',
      'ask a court to order',
    ])
      expect(text).toContain(words);
    await closed(c, 'refused');
  });

  test('asks for identity only on doubt, and closes with a letter or, after a death, without (Art 12(6))', async () => {
    for (const outcome of ['never-supplied', 'deceased']) {
      const c = await open();
      await triaged(c, 'identity');
      await c.checked('request-identity');
      await c.complete('check-identity', { outcome });
      await c.complete('decide-unverified', { decision: 'close' });
      if (outcome === 'never-supplied') await c.checked('closing-letter');
      await proved(c, 'unanswered');
    }
  });

  test('starts its clock when the information comes, or keeps it from receipt where the doubt falls (Art 12A(2)(b))', async () => {
    const c = await open({ receivedOn: daysAgo(10) });
    const before = (await c.page()).dueOn!;
    await triaged(c, 'identity');
    await c.checked('request-identity');
    await c.complete('check-identity', { outcome: 'ask-again', receivedOn: daysAgo(0) }, { at: daysAgo(0) });
    await c.checked('request-identity');
    await c.complete('check-identity', { outcome: 'never-supplied' });
    await c.complete('decide-unverified', { decision: 'wait' });
    await c.checked('request-identity');
    await c.complete('check-identity', { outcome: 'confirmed', receivedOn: daysAgo(0) }, { at: daysAgo(0) });
    await c.task('identify-decision');
    expect((await c.page()).dueOn! > before).toBe(true);
    await withdrawn(c);

    const other = await open({ receivedOn: daysAgo(5) });
    const due = (await other.page()).dueOn;
    await triaged(other, 'authority');
    await other.checked('request-identity');
    await other.complete('check-identity', { outcome: 'never-supplied' });
    await other.complete('decide-unverified', { decision: 'go-on' });
    await other.task('identify-decision');
    expect((await other.page()).dueOn).toBe(due);
    await withdrawn(other);
  });

  test('is extended once, inside the first month, and a returned letter is given another way (Art 12A(3)–(4))', async () => {
    const c = await open({ receivedOn: daysAgo(6) });
    const before = (await c.page()).dueOn!;
    await c.act(
      'extend',
      { ground: 'complexity' },
      { role: 'handler', personal: { reasons: 'Nine systems.' } },
    );
    await c.checked('extension-notice');
    await until('the time to be extended', async () => (await c.page()).extended);
    expect((await c.page()).dueOn! > before).toBe(true);
    await expect(c.act('extend', { ground: 'number' }, { role: 'handler' })).rejects.toThrow(
      'already-extended',
    );
    await c.act(
      'letter-returned',
      { letter: 'acknowledge#1', on: daysAgo(0) },
      { role: 'handler', at: daysAgo(0) },
    );
    await c.complete('send-again', { outcome: 'post', on: daysAgo(0) }, { at: daysAgo(0) });
    await withdrawn(c);
  });

  test('goes on when a proposed refusal is not agreed, and is refused when it is (Art 12(4)–(5))', async () => {
    const c = await open();
    await c.act('propose-refusal', { ground: 'manifestly-unfounded' }, { role: 'handler' });
    await c.complete('advise-refusal', { advice: 'disagree' });
    await c.complete('decide-refusal', { decision: 'go-on', departs: 'no' });
    await c.task('triage');
    await refused(c);
    await proved(c, 'refused');
  });

  test('escalates by itself as its due date nears', async () => {
    const c = await open();
    await triaged(c);
    await c.task('identify-decision');
    await w.env.sleep('40 days');
    expect((await c.events()).filter(({ type }) => type === 'escalated').length).toBeGreaterThan(4);
    await withdrawn(c);
  });

  test('is reopened at the decision', async () => {
    const c = await open();
    await triaged(c);
    for (const again of [false, true]) {
      if (again) await c.reopen();
      await identified(c);
      await c.posted('explain');
      await heard(c, 'satisfied');
      await c.posted('outcome-letter');
      await c.complete('close-case', { confirmed: true });
      await c.outcome();
    }
    await proved(c, 'explained');
  });

  test('looks again on the day when a copy of the old decision expires', async () => {
    const c = await open();
    await triaged(c);
    await identified(c);
    await c.posted('explain');
    await heard(c);
    await reviewed(c, 'changed', { systems: ['housing-management'] });
    await carriedOut(c, { outcome: 'expires', expiresOn: daysAgo(-60) });
    await c.posted('outcome-letter');
    await c.waiting('await-expiry');
    await w.env.sleep('62 days');
    await c.complete(
      'confirm-expiry',
      { outcome: 'gone', on: daysAgo(0) },
      { item: 'housing-management', role: 'handler' },
    );
    await closed(c, 'decision-changed');
  });

  test('is carried out, or refused, only once the controller has approved it, where it keeps that to itself (Art 28(3)(a))', async () => {
    const c = await open(await forTheCouncil(w));
    expect((await c.page()).facts.approvalRequired).toBe(true);
    await triaged(c);
    for (const instruction of ['changes', 'approved']) {
      await identified(c, { solelyAutomated: 'no', applies: 'no' });
      await c.complete('dpo-advice', { advice: 'agree' });
      await c.complete('decide', { decision: 'approve', departs: 'no', limitReasons: 'no' });
      await c.complete('seek-instructions', { instruction, on: daysAgo(0) }, { role: 'handler' });
    }
    await c.posted('outcome-letter');
    await closed(c, 'refused');

    const contested = await open(await forTheCouncil(w));
    await triaged(contested);
    await identified(contested);
    await contested.posted('explain');
    await heard(contested);
    for (const instruction of ['changes', 'approved']) {
      await reviewed(contested, 'stands');
      await contested.complete('seek-instructions', { instruction, on: daysAgo(0) }, { role: 'handler' });
    }
    await contested.posted('outcome-letter');
    await closed(contested, 'decision-stands');

    const refused = await open(await forTheCouncil(w));
    await refused.act('propose-refusal', { ground: 'manifestly-excessive' }, { role: 'handler' });
    for (const instruction of ['changes', 'approved']) {
      await refused.complete('advise-refusal', { advice: 'agree' });
      await refused.complete('decide-refusal', { decision: 'refuse', departs: 'no', limitReasons: 'no' });
      await refused.complete('instruct-refusal', { instruction, on: daysAgo(0) }, { role: 'handler' });
      if (instruction === 'approved') break;
      await refused.task('triage');
      await refused.act('propose-refusal', { ground: 'manifestly-excessive' }, { role: 'handler' });
    }
    await refused.posted('refusal-letter');
    await proved(refused, 'refused');
  });

  test('reaches every element and every flow of its diagram in these tests', () => {
    expect(diagram.unreached()).toEqual({ elements: [], flows: [] });
  });
});
