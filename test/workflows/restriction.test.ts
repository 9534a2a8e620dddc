import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { restrictionVersion } from '../../processes/restriction.generated';
import type { CaseOpening } from '../../register/intake';
import { afterDeath } from '../support/after-death';
import { provesTheDiagram } from '../support/diagram';
import { timeSkipping } from '../support/temporal';
import type { Driver, World } from '../support/world';
import { forTheCouncil, world } from '../support/world';
import { daysAgo } from '../support/days';
import { until } from '../../dev/wait';

let env: TestWorkflowEnvironment;
let w: World;
const diagram = provesTheDiagram('restriction');

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
    kind: 'restriction',
    processVersion: restrictionVersion,
    contents: { request: 'Do not use my rent account until you have checked it.' },
    codes: { channel: 'phone', requester: 'self', grounds: ['accuracy'] },
    ...change,
  });

const triaged = (c: Driver, identity = 'no-doubt'): Promise<void> => c.complete('triage', { identity });

/** The day in so many days, by the engine's clock, which these tests move on. */
const inDays = async (days: number): Promise<string> =>
  new Date((await env.currentTimeMs()) + days * 86_400_000).toISOString().slice(0, 10);

async function assessed(c: Driver, codes: Record<string, unknown> = {}): Promise<void> {
  const restricts = {
    ...{ restrict: 'all', refused: 'none', grounds: ['accuracy'], systems: ['housing-management'] },
    reviewOn: await inDays(90),
  };
  await c.complete('assess-grounds', { ...restricts, ...codes } as never, {
    personal: {
      what: 'The rent account from 2024 to 2026.',
      instructions: 'Mark the rent account as restricted.',
      refusalReasons: 'The rest was checked in May and found right.',
      reasons: 'They sent bank statements.',
    },
  });
}

const refusesAll = {
  restrict: 'none',
  refused: 'all',
  grounds: undefined,
  systems: undefined,
  why: 'not-met',
};

const checked = (c: Driver): Promise<void> =>
  c.complete('second-check', { outcome: 'right' }, { role: 'governance-officer' });

async function approved(c: Driver): Promise<void> {
  await c.complete('dpo-advice', { advice: 'agree' });
  await c.complete('decide', { decision: 'approve', departs: 'no', limitReasons: 'no' });
}

async function marked(c: Driver, outcome = 'done', item = 'housing-management'): Promise<void> {
  await c.complete(
    'carry-out',
    { outcome, on: await inDays(0), ...(outcome === 'done' && { records: 1 }) },
    { item, role: 'handler', personal: { evidence: 'A banner on the account.' } },
  );
}

/** Decided, marked and told: the restriction sleeps until its review. */
async function inForce(c: Driver, codes: Record<string, unknown> = {}): Promise<void> {
  await triaged(c);
  await assessed(c, codes);
  await checked(c);
  await marked(c);
  await c.posted('outcome-letter');
  await c.waiting('await-review');
}

const kept = async (c: Driver, days: number): Promise<void> =>
  c.complete(
    'review-restriction',
    { decision: 'keep', nextReviewOn: await inDays(days) },
    { personal: { reasons: 'The auditor has not reported yet.' } },
  );

const toBeLifted = (c: Driver): Promise<void> =>
  c.complete(
    'review-restriction',
    { decision: 'lift', endings: ['accuracy-verified'] },
    { personal: { instructions: 'Take the banner away.', reasons: 'The account was right.' } },
  );

/** The notice goes by post, and two working days later it has been delivered. */
async function told(c: Driver): Promise<void> {
  await c.posted('lift-notice', await inDays(0));
  await c.waiting('await-notice');
  await env.sleep('6 days');
}

const lifted = async (c: Driver, outcome = 'done'): Promise<void> =>
  c.complete(
    'carry-out-lift',
    { outcome, on: await inDays(0) },
    { item: 'housing-management', role: 'handler', personal: { evidence: 'The banner is gone.' } },
  );

async function ended(c: Driver): Promise<void> {
  await c.act('end-restriction', { why: 'accuracy-verified' }, { role: 'handler' });
  await toBeLifted(c);
  await told(c);
  await lifted(c);
}

/** The DPO advises on what was impossible, and the manager agrees or has it tried again. */
async function undone(c: Driver, decision = 'agreed'): Promise<void> {
  await c.complete('advise-undone', { advice: 'agree' });
  await c.complete('decide-undone', { decision, departs: 'no' });
}

async function proved(c: Driver, outcome: string): Promise<void> {
  expect(await c.outcome()).toBe(outcome);
  diagram.follows(await c.events());
}

const withdrawn = async (c: Driver): Promise<void> => {
  await c.act('withdraw', { on: daysAgo(0) }, { at: daysAgo(0) });
  await proved(c, 'withdrawn');
};

describe('A restriction request (UK GDPR Art 18)', () => {
  // These come first: their dates are the calendar's, and the others move the engine's clock on by months.
  test('asks for identity only on doubt, again where a person says so (Arts 12(6), 12A(2)(b))', async () => {
    const c = await open({ receivedOn: daysAgo(10) });
    await triaged(c, 'identity');
    await c.checked('request-identity');
    await c.complete('check-identity', { outcome: 'ask-again', receivedOn: daysAgo(0) }, { at: daysAgo(0) });
    await c.checked('request-identity');
    await c.complete('check-identity', { outcome: 'never-supplied' });
    await c.complete('decide-unverified', { decision: 'wait' });
    await c.checked('request-identity');
    await c.complete('check-identity', { outcome: 'confirmed', receivedOn: daysAgo(0) }, { at: daysAgo(0) });
    await c.task('assess-grounds');
    await withdrawn(c);
  });

  test('goes on where the doubt falls, and its clock runs from receipt', async () => {
    const c = await open({ receivedOn: daysAgo(5) });
    const before = (await c.page()).dueOn;
    await triaged(c, 'authority');
    await c.checked('request-identity');
    await c.complete('check-identity', { outcome: 'never-supplied' });
    await c.complete('decide-unverified', { decision: 'go-on' });
    await c.task('assess-grounds');
    expect((await c.page()).dueOn).toBe(before);
    await withdrawn(c);
  });

  test('is closed with the four paragraphs when identity is never shown, and without a letter after a death', async () => {
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

  test('after a death is lifted without a notice, and the marks are removed from the systems', async () => {
    const c = await open();
    await inForce(c);
    await c.act('record-death', {}, { role: 'handler' });
    await c.complete('decide-after-death', { decision: 'go-on' });
    await c.waiting('await-review');
    await afterDeath(c, 'housing-management', ['lift-notice', 'closing-letter']);
    await proved(c, 'deceased');
  });

  test('is extended once, inside the first month, and is never paused for clarification (Art 12A(3)–(5))', async () => {
    const c = await open({ receivedOn: daysAgo(6) });
    const before = (await c.page()).dueOn!;
    await c.act(
      'extend',
      { ground: 'complexity' },
      { role: 'handler', personal: { reasons: 'Nine files.' } },
    );
    await c.checked('extension-notice');
    await until('the time to be extended', async () => (await c.page()).extended);
    expect((await c.page()).dueOn! > before).toBe(true);
    await expect(c.act('clarify', { why: 'unclear' }, { role: 'handler' })).rejects.toThrow();
    await c.act(
      'letter-returned',
      { letter: 'acknowledge#1', on: daysAgo(0) },
      { role: 'handler', at: daysAgo(0) },
    );
    await c.complete('send-again', { outcome: 'post', on: daysAgo(0) }, { at: daysAgo(0) });
    await withdrawn(c);
  });

  test('stays in force for months, through two reviews and starts anew from its record, and is then lifted', async () => {
    const c = await open();
    await inForce(c);
    expect(await c.page()).toMatchObject({ stage: 'in-force', clock: { state: 'stopped' } });
    await w.reload(c);
    await env.sleep('92 days');
    await kept(c, 120);
    await c.waiting('await-review');
    const escalated = (await c.events()).filter(({ type }) => type === 'escalated');
    expect(escalated).toEqual([]);
    await env.sleep('60 days');
    await w.reload(c);
    expect(await openElements(c)).toEqual(['await-review']);
    await env.sleep('62 days');
    await toBeLifted(c);
    await told(c);
    await lifted(c, 'failed');
    await lifted(c);
    await c.complete('close-case', { confirmed: true });
    await proved(c, 'lifted');
  });

  test('is not lifted on any system before the person has been told, by post before it is delivered (Art 18(3))', async () => {
    const c = await open();
    await inForce(c);
    await c.act('end-restriction', { why: 'accuracy-verified' }, { role: 'handler' });
    await toBeLifted(c);
    await c.task('lift-notice');
    expect(await openElements(c)).toEqual(['lift-notice']);
    await c.posted('lift-notice', await inDays(0));
    await c.waiting('await-notice');
    await w.reload(c);
    expect(await openElements(c)).toEqual(['await-notice']);
    expect((await c.page()).stage).toBe('in-force');
    await env.sleep('6 days');
    await c.task('carry-out-lift');
    const events = await c.events();
    const at = (element: string, type: string) =>
      events.findIndex((event) => event.element === element && event.type === type);
    expect(at('await-notice', 'step-left')).toBeGreaterThan(at('lift-notice', 'step-left'));
    expect(at('lift-everywhere', 'step-entered')).toBeGreaterThan(at('await-notice', 'step-left'));
    const notice = await c.letterText('lift-notice');
    for (const words of ['Article 18(3)', 'The rent account from 2024 to 2026.', 'section 164A', 'a court'])
      expect(notice).toContain(words);
    await lifted(c);
    await c.complete('close-case', { confirmed: true });
    await proved(c, 'lifted');
  });

  test('is shown on every other case of the person while it is in force, and no longer (Art 18(1))', async () => {
    const c = await open();
    const person = (await c.page()).subject!.id;
    const other = await open({ subject: { existing: person } });
    expect((await other.page()).marks).toEqual([]);
    await inForce(c);
    expect((await other.page()).marks).toEqual([
      { reference: c.reference, kind: 'restriction', text: 'Restriction in force' },
    ]);
    await ended(c);
    await c.task('close-case');
    expect((await other.page()).marks).toEqual([]);
    await c.complete('close-case', { confirmed: true });
    await proved(c, 'lifted');
    await triaged(other);
    await withdrawn(other);
  });

  test('says in its letter that it is in force, what may still be done, and that they are told before it ends (Art 18(2)–(3))', async () => {
    const c = await open();
    await inForce(c);
    const text = await c.letterText('outcome-letter');
    for (const words of [
      'The restriction is in force now.',
      'The rent account from 2024 to 2026.',
      'Article 18(1)(a)',
      'marked as restricted on',
      'Article 18(2)',
      'We will write to you before we do (Article 18(3)',
      'section 164A',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('ask a court to order');
    await ended(c);
    await c.complete('close-case', { confirmed: true });
    await proved(c, 'lifted');
  });

  test('that is refused as a whole marks nothing and gives the four paragraphs (Art 12(4))', async () => {
    const c = await open();
    await triaged(c);
    await assessed(c, refusesAll);
    await approved(c);
    await c.posted('refusal-letter');
    const text = await c.letterText('refusal-letter');
    for (const words of [
      'none is met',
      'The rest was checked in May and found right.',
      'section 164A',
      'complain to the regulator',
      'ask a court to order',
    ])
      expect(text).toContain(words);
    await proved(c, 'refused');
    expect((await c.events()).some(({ element }) => element === 'carry-out')).toBe(false);
  });

  test('that is refused in part goes to the DPO and the accountable manager, who may send it back (Art 12(4))', async () => {
    const c = await open();
    await triaged(c);
    await assessed(c);
    await c.complete('second-check', { outcome: 'back' }, { role: 'governance-officer' });
    const part = { restrict: 'part', refused: 'part', why: 'not-met' };
    await assessed(c, part);
    await c.complete('dpo-advice', { advice: 'agree-with-changes' });
    await c.complete('decide', { decision: 'back', departs: 'no' });
    await assessed(c, { ...part, systems: ['housing-management', 'paper-files'] });
    await approved(c);
    await marked(c, 'failed');
    await marked(c);
    await marked(c, 'impossible', 'paper-files');
    await undone(c);
    await c.posted('outcome-letter');
    const text = await c.letterText('outcome-letter');
    expect(text).toContain('it cannot be marked there. A banner on the account.');
    expect(text).toContain('The rest was checked in May and found right.');
    expect(text).toContain('ask a court to order');
    await c.waiting('await-review');
    await ended(c);
    await c.complete('close-case', { confirmed: true });
    await proved(c, 'lifted');
    expect(await itemsOf(c, 'carry-out-lift')).toEqual(['housing-management']);
  });

  test('lets each use of what is restricted be decided and recorded by itself (Art 18(2))', async () => {
    const c = await open();
    const ask = (ground: string): Promise<void> =>
      c.act('permit-use', { ground }, { role: 'handler', personal: { use: 'Show it to the tribunal.' } });
    await triaged(c);
    await expect(ask('legal-claims')).rejects.toThrow('not-in-force');
    await assessed(c);
    await checked(c);
    await marked(c);
    await c.posted('outcome-letter');
    await c.waiting('await-review');
    await ask('legal-claims');
    await c.task('decide-use');
    await expect(ask('consent')).rejects.toThrow('in-hand');
    await expect(
      c.complete('decide-use', { decision: 'permit', ground: 'legal-claims' }, { role: 'handler' }),
    ).rejects.toThrow('role');
    await c.complete('decide-use', { decision: 'permit', ground: 'legal-claims' }, { role: 'dpo' });
    await env.sleep('2 days');
    await ask('public-interest');
    await w.reload(c);
    await c.complete('decide-use', { decision: 'not-permitted' }, { role: 'accountable-manager' });
    const decisions = (await c.events()).filter(
      ({ element, type }) => element === 'decide-use' && type === 'step-left',
    );
    expect(decisions.map(({ data }) => data.decision)).toEqual(['permit', 'not-permitted']);
    expect((await c.page()).stage).toBe('in-force');
    await ended(c);
    await c.complete('close-case', { confirmed: true });
    await proved(c, 'lifted');
  });

  test('is reviewed at once when its ground is over, and may be kept all the same', async () => {
    const c = await open();
    await inForce(c, { grounds: ['accuracy', 'claims'] });
    await c.act('end-restriction', { why: 'accuracy-verified' }, { role: 'handler' });
    await c.task('review-restriction');
    await expect(c.act('end-restriction', { why: 'claim-over' }, { role: 'handler' })).rejects.toThrow(
      'not-waiting',
    );
    await kept(c, 30);
    await c.waiting('await-review');
    await ended(c);
    await c.complete('close-case', { confirmed: true });
    await proved(c, 'lifted');
  });

  test('is ended, not withdrawn or refused, once systems are marked, so that no mark is left behind, whatever use was permitted', async () => {
    const c = await open();
    await triaged(c);
    await assessed(c, { uses: ['rights-of-another'] });
    await checked(c);
    await marked(c);
    // What the assessment proposed permits nothing by itself: it waits for a decision of its own (Art 18(2)).
    await c.complete(
      'decide-use',
      { decision: 'permit', ground: 'rights-of-another' },
      { item: 'rights-of-another', role: 'dpo' },
    );
    await c.posted('outcome-letter');
    await c.waiting('await-review');
    await expect(c.act('withdraw', { on: daysAgo(0) }, { at: daysAgo(0) })).rejects.toThrow('not-waiting');
    await expect(
      c.act('propose-refusal', { ground: 'manifestly-excessive' }, { role: 'handler' }),
    ).rejects.toThrow('not-waiting');
    await c.act('end-restriction', { why: 'person-asked' }, { role: 'handler' });
    await toBeLifted(c);
    await told(c);
    await c.act('letter-returned', { letter: 'lift-notice#1', on: await inDays(0) }, { role: 'handler' });
    await expect(lifted(c, 'impossible')).rejects.toThrow('not-told');
    await c.complete('send-again', { outcome: 'by-hand', on: await inDays(0) });
    await lifted(c, 'impossible');
    await c.complete('close-case', { confirmed: true });
    await proved(c, 'lifted');
  });

  test('tells recipients of the restriction, and those who were told of its end (Art 19)', async () => {
    const c = await open();
    const recipients = ['contractors', 'city-of-wolverhampton-council'];
    await triaged(c);
    await assessed(c, { recipients });
    await checked(c);
    await marked(c);
    await c.complete('choose-notice', { way: 'not-told', why: 'impossible' }, { item: recipients[0] });
    await c.complete('decide-not-told', { decision: 'not-told' }, { item: recipients[0] });
    await c.complete('choose-notice', { way: 'not-told', why: 'impossible' }, { item: recipients[1] });
    await c.complete('decide-not-told', { decision: 'tell' }, { item: recipients[1] });
    await noticed(c, 'notify-recipient', recipients[1]!);
    await c.posted('outcome-letter');
    await c.waiting('await-review');
    await c.act('tell-who', { recipients }, { role: 'handler', personal: { reasons: 'By phone.' } });
    await c.posted('name-recipients');
    await ended(c);
    await c.complete('confirm-recipient', { outcome: 'acted', on: daysAgo(0) }, { item: recipients[1] });
    await noticed(c, 'notify-lifted', recipients[1]!);
    expect(await c.letterText('notify-lifted')).toContain('The restriction has been lifted');
    await c.complete('close-case', { confirmed: true });
    await proved(c, 'lifted');
    expect(await itemsOf(c, 'notify-lifted')).toEqual([recipients[1]]);
  });

  test('tells a recipient who can be told without more ado (Art 19)', async () => {
    const c = await open();
    await triaged(c);
    await assessed(c, { recipients: ['contractors'] });
    await checked(c);
    await marked(c);
    await c.complete(
      'choose-notice',
      { way: 'tell' },
      { item: 'contractors', personal: { notice: 'Do not use the rent account.' } },
    );
    await noticed(c, 'notify-recipient', 'contractors');
    const item = 'contractors';
    await c.complete(
      'confirm-recipient',
      { outcome: 'will-act', on: await inDays(0), againOn: await inDays(1) },
      { item },
    );
    // In summer that wait ends in the very breath in which staff are told what is due.
    await env.sleep('2 days');
    await c.complete('confirm-recipient', { outcome: 'acted', on: await inDays(0) }, { item });
    await c.posted('outcome-letter');
    await c.waiting('await-review');
    await ended(c);
    await noticed(c, 'notify-lifted', 'contractors');
    await c.complete('close-case', { confirmed: true });
    await proved(c, 'lifted');
  });

  test('goes on when a proposed refusal is not agreed, and is refused when it is (Art 12(4)–(5))', async () => {
    const c = await open();
    await c.act('propose-refusal', { ground: 'manifestly-unfounded' }, { role: 'handler' });
    await c.complete('advise-refusal', { advice: 'disagree' });
    await c.complete('decide-refusal', { decision: 'go-on', departs: 'no' });
    await c.task('triage');
    await c.act('propose-refusal', { ground: 'manifestly-excessive' }, { role: 'handler' });
    await c.complete('advise-refusal', { advice: 'agree' });
    await c.complete('decide-refusal', { decision: 'refuse', departs: 'no', limitReasons: 'no' });
    await c.posted('refusal-letter');
    expect(await c.letterText('refusal-letter')).toContain('manifestly excessive');
    await proved(c, 'refused');
  });

  test('a refusal gives its own ground, not one that was proposed before and dropped (Art 12(4)(a))', async () => {
    const c = await open();
    await c.act('propose-refusal', { ground: 'exempt', exemption: 'sch2-5' }, { role: 'handler' });
    await c.complete('advise-refusal', { advice: 'disagree' });
    await c.complete('decide-refusal', { decision: 'go-on', departs: 'no' });
    await triaged(c);
    await assessed(c, refusesAll);
    await approved(c);
    await c.posted('refusal-letter');
    const text = await c.letterText('refusal-letter');
    expect(text).toContain('none is met');
    expect(text).not.toContain('Schedule 2');
    await proved(c, 'refused');
  });

  test('escalates by itself as its due date nears, and is reopened at the assessment', async () => {
    const c = await open();
    await triaged(c);
    await c.task('assess-grounds');
    await env.sleep('40 days');
    const points = (await c.events()).filter(({ type }) => type === 'escalated');
    expect(points.length).toBeGreaterThan(0);
    await assessed(c, refusesAll);
    await approved(c);
    await c.posted('refusal-letter');
    await c.outcome();
    await c.reopen();
    await assessed(c);
    await checked(c);
    await marked(c);
    await c.posted('outcome-letter');
    await c.waiting('await-review');
    await ended(c);
    await c.complete('close-case', { confirmed: true });
    await proved(c, 'lifted');
  });

  test('is refused where no system can be marked, after it was tried again (Art 12(4))', async () => {
    const c = await open();
    await triaged(c);
    await assessed(c);
    await checked(c);
    for (const decision of ['again', 'agreed']) {
      await marked(c, 'impossible');
      await undone(c, decision);
    }
    await c.posted('refusal-letter');
    const text = await c.letterText('refusal-letter');
    for (const words of [
      'it could not be restricted there. A banner on the account.',
      'ask a court to order',
    ])
      expect(text).toContain(words);
    await proved(c, 'refused');
  });

  test('is carried out, or refused, only once the controller has approved it, where it keeps that to itself (Art 28(3)(a))', async () => {
    const c = await open(await forTheCouncil(w));
    expect((await c.page()).facts.approvalRequired).toBe(true);
    await triaged(c);
    await assessed(c);
    await checked(c);
    await c.complete('seek-instructions', { instruction: 'changes', on: daysAgo(0) }, { role: 'handler' });
    await assessed(c);
    await checked(c);
    await c.complete('seek-instructions', { instruction: 'approved', on: daysAgo(0) }, { role: 'handler' });
    await marked(c);
    await c.task('outcome-letter');
    diagram.follows(await c.events());

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

/** Passes a notice to a recipient through whatever it needs. */
async function noticed(c: Driver, element: string, item: string): Promise<void> {
  await c.checked(element, item);
  const posting = (await c.page()).tasks.some(
    (task) => task.element === element && task.state === 'open' && task.item === item,
  );
  if (posting) await c.complete(element, { postedOn: daysAgo(0), checkedAddress: true }, { item });
}

/** Tasks, letters and waits at which the case stands; what stands inside others stays out. */
async function openElements(c: Driver): Promise<string[]> {
  const events = await c.events();
  const over = new Set(
    events.flatMap(({ type, step }) => (type === 'step-left' || type === 'step-cancelled' ? [step] : [])),
  );
  return events.flatMap(({ type, step, element }) =>
    type === 'step-entered' && !over.has(step) ? [element ?? ''] : [],
  );
}

const itemsOf = async (c: Driver, element: string): Promise<(string | null)[]> => [
  ...new Set((await c.page()).tasks.filter((task) => task.element === element).map(({ item }) => item)),
];
