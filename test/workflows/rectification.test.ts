import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { rectificationVersion } from '../../processes/rectification.generated';
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
const diagram = provesTheDiagram('rectification');

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
    kind: 'rectification',
    processVersion: rectificationVersion,
    contents: { request: 'My date of birth is wrong.' },
    codes: { channel: 'phone', requester: 'self', particularsCount: 2 },
    ...change,
  });

async function triaged(c: Driver, change: Record<string, string> = {}): Promise<void> {
  await c.complete('triage', { identity: 'no-doubt', restriction: 'no', ...change });
}

const particulars = [
  { what: 'Born 1 May 1980', shouldBe: 'Born 5 May 1980', finding: 'fact-wrong', remedy: 'correct' },
  { what: 'Rude to staff', shouldBe: 'Polite', finding: 'opinion', remedy: 'nothing' },
].map((row) => ({ ...row, reasons: 'We looked at the birth certificate.' }));

const corrects = {
  refused: 'none',
  change: 'yes',
  systems: ['housing-management'],
  recipients: ['contractors'],
  particularsCount: 2,
};

const assessed = (c: Driver, codes: Record<string, unknown> = corrects): Promise<void> =>
  c.complete('assess-accuracy', codes as never, {
    personal: { particulars, instructions: 'Change the date of birth to 5 May 1980.' },
  });

const checked = (c: Driver): Promise<void> =>
  c.complete('second-check', { outcome: 'right' }, { role: 'governance-officer' });

const carriedOut = (c: Driver, codes: Record<string, unknown> = {}): Promise<void> =>
  c.complete('carry-out', { outcome: 'done', on: daysAgo(0), records: 1, ...codes } as never, {
    item: 'housing-management',
    role: 'handler',
    personal: { evidence: 'Changed and looked at again.' },
  });

const impossible = (c: Driver, item: string): Promise<void> =>
  c.complete(
    'carry-out',
    { outcome: 'impossible', on: daysAgo(0) },
    { item, role: 'handler', personal: { evidence: 'The file is a sealed court bundle.' } },
  );

async function told(c: Driver, item = 'contractors'): Promise<void> {
  await c.complete(
    'choose-notice',
    { way: 'tell' },
    { item, personal: { notice: 'Change the date of birth.' } },
  );
  await notified(c, item);
}

async function notified(c: Driver, item: string): Promise<void> {
  await c.checked('notify-recipient', item);
  const { tasks } = await c.page();
  if (
    tasks.some(
      ({ element, state, item: of }) => element === 'notify-recipient' && state === 'open' && of === item,
    )
  )
    await c.complete('notify-recipient', { postedOn: daysAgo(0), checkedAddress: true }, { item });
  await c.complete('confirm-recipient', { outcome: 'acted', on: daysAgo(0) }, { item });
}

async function closed(c: Driver): Promise<void> {
  await c.posted('outcome-letter');
  await c.complete('close-case', { confirmed: true });
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

describe('A rectification request (UK GDPR Art 16)', () => {
  test('is checked by a second person, corrected on the systems, told to recipients, and answered (Arts 16, 19)', async () => {
    const c = await open();
    await triaged(c, { restriction: 'yes' });
    await c.checked('propose-restriction');
    await assessed(c);
    await c.complete('second-check', { outcome: 'back' }, { role: 'governance-officer' });
    await assessed(c);
    await checked(c);
    await c.task('carry-out', 'housing-management');
    await w.reload(c);
    await carriedOut(c, { outcome: 'failed', records: undefined });
    await carriedOut(c);
    await told(c);
    await closed(c);
    await proved(c, 'rectified');
  });

  test('that is refused in part goes to the DPO and the accountable manager, who may send it back (Art 12(4))', async () => {
    const c = await open();
    await triaged(c);
    await assessed(c, { ...corrects, refused: 'part' });
    await c.complete('dpo-advice', { advice: 'agree-with-changes' });
    await c.complete('decide', { decision: 'back', departs: 'no' });
    await assessed(c, { ...corrects, refused: 'part', recipients: undefined });
    await c.complete('dpo-advice', { advice: 'agree' });
    await c.complete('decide', { decision: 'approve', departs: 'no', limitReasons: 'no' });
    await carriedOut(c);
    await closed(c);
    await proved(c, 'rectified-in-part');
  });

  test('that is refused as a whole changes nothing, tells nobody else, and gives the four paragraphs (Art 12(4))', async () => {
    const c = await open();
    await triaged(c);
    await assessed(c, { refused: 'all', change: 'no', particularsCount: 2 });
    await c.complete('dpo-advice', { advice: 'agree' });
    await c.complete('decide', { decision: 'approve', departs: 'no', limitReasons: 'no' });
    await c.posted('outcome-letter');
    const text = await c.letterText('outcome-letter');
    for (const paragraph of [
      '“Rude to staff”: We looked at the birth certificate.',
      'section 164A',
      'complain to the regulator',
      'ask a court to order',
    ])
      expect(text).toContain(paragraph);
    await c.complete('close-case', { confirmed: true });
    await proved(c, 'refused');
  });

  test('tells a recipient unless a person agrees that it is impossible or disproportionate (Art 19)', async () => {
    const c = await open();
    await triaged(c);
    await assessed(c, { ...corrects, recipients: ['contractors', 'city-of-wolverhampton-council'] });
    await checked(c);
    await carriedOut(c);
    for (const item of ['contractors', 'city-of-wolverhampton-council'])
      await c.complete('choose-notice', { way: 'not-told', why: 'disproportionate' }, { item });
    await c.complete('decide-not-told', { decision: 'not-told' }, { item: 'contractors' });
    await c.complete('decide-not-told', { decision: 'tell' }, { item: 'city-of-wolverhampton-council' });
    await notified(c, 'city-of-wolverhampton-council');
    await closed(c);
    await proved(c, 'rectified');
  });

  test('does not make the person wait for the recipients’ answers (Arts 12(3), 19)', async () => {
    const c = await open();
    await triaged(c);
    await assessed(c);
    await checked(c);
    await carriedOut(c);
    await c.posted('outcome-letter');
    await c.left('outcome-letter');
    expect((await c.page()).clock.state).toBe('stopped');
    await told(c);
    await c.complete('close-case', { confirmed: true });
    await proved(c, 'rectified');
  });

  test('names the recipients to the person who asks, at any time (Art 19)', async () => {
    const c = await open();
    await c.act(
      'tell-who',
      { recipients: ['contractors'] },
      { role: 'handler', personal: { reasons: 'By phone.' } },
    );
    await c.posted('name-recipients');
    expect(await c.letterText('name-recipients')).toContain('Contractors and partner agencies');
    await c.left('name-recipients');
    await c.act('withdraw', { on: daysAgo(0) }, { at: daysAgo(0) });
    await proved(c, 'withdrawn');
  });

  test('a notice names the person only inside what is protected (Art 19)', async () => {
    const c = await open();
    await triaged(c);
    await assessed(c, { ...corrects, recipients: ['city-of-wolverhampton-council'] });
    await checked(c);
    await carriedOut(c);
    await c.complete(
      'choose-notice',
      { way: 'tell' },
      { item: 'city-of-wolverhampton-council', personal: { notice: 'Born on 5 May 1980.' } },
    );
    await c.checked('notify-recipient', 'city-of-wolverhampton-council');
    await c.task('confirm-recipient', 'city-of-wolverhampton-council');
    expect(await c.letterText('notify-recipient')).toContain('Wren Ashdown');
    const mail = await w.mail.waitFor(({ subject }) => subject.includes(`notice ${c.reference}`));
    expect(`${mail.subject} ${mail.text}`).not.toMatch(/Wren|Ashdown|T-4711/);
    await c.complete(
      'confirm-recipient',
      { outcome: 'acted', on: daysAgo(0) },
      { item: 'city-of-wolverhampton-council' },
    );
    await closed(c);
    await proved(c, 'rectified');
  });

  test('is neither withdrawn nor refused once it was decided, so that no notice is dropped (Arts 12(3), 19)', async () => {
    const c = await open();
    await triaged(c);
    await c.act('propose-refusal', { ground: 'manifestly-excessive' }, { role: 'handler' });
    await c.complete('advise-refusal', { advice: 'agree' });
    await assessed(c);
    await checked(c);
    await carriedOut(c);
    const refusing = { decision: 'refuse', departs: 'no', limitReasons: 'no' };
    await expect(c.complete('decide-refusal', refusing)).rejects.toThrow('not-waiting');
    await c.complete('decide-refusal', { decision: 'go-on', departs: 'no' });
    await c.task('choose-notice', 'contractors');
    await expect(c.act('withdraw', { on: daysAgo(0) }, { at: daysAgo(0) })).rejects.toThrow('not-waiting');
    await expect(
      c.act('propose-refusal', { ground: 'manifestly-excessive' }, { role: 'handler' }),
    ).rejects.toThrow('not-waiting');
    await told(c);
    await closed(c);
    await proved(c, 'rectified');
  });

  test('asks for identity only on doubt, again where a person says so, and starts its clock when it comes (Arts 12(6), 12A(2)(b))', async () => {
    const c = await open({ receivedOn: daysAgo(10) });
    const before = (await c.page()).dueOn!;
    await triaged(c, { identity: 'identity' });
    await c.checked('request-identity');
    await c.complete('check-identity', { outcome: 'ask-again', receivedOn: daysAgo(0) }, { at: daysAgo(0) });
    await c.checked('request-identity');
    await c.complete('check-identity', { outcome: 'never-supplied' });
    await c.complete('decide-unverified', { decision: 'wait' });
    await c.checked('request-identity');
    await c.complete('check-identity', { outcome: 'confirmed', receivedOn: daysAgo(0) }, { at: daysAgo(0) });
    await assessed(c, { ...corrects, recipients: [] });
    expect((await c.page()).dueOn! > before).toBe(true);
    await checked(c);
    await carriedOut(c);
    await closed(c);
    await proved(c, 'rectified');
  });

  test('goes on where the doubt falls, and its clock runs from receipt', async () => {
    const c = await open({ receivedOn: daysAgo(5) });
    const before = (await c.page()).dueOn;
    await triaged(c, { identity: 'authority' });
    await c.checked('request-identity');
    await c.complete('check-identity', { outcome: 'never-supplied' });
    await c.complete('decide-unverified', { decision: 'go-on' });
    await c.task('assess-accuracy');
    expect((await c.page()).dueOn).toBe(before);
    await c.act('withdraw', { on: daysAgo(0) }, { at: daysAgo(0) });
    await proved(c, 'withdrawn');
  });

  test('is closed with the four paragraphs when identity is never shown, and without a letter after a death', async () => {
    for (const outcome of ['never-supplied', 'deceased']) {
      const c = await open();
      await triaged(c, { identity: 'identity' });
      await c.checked('request-identity');
      await c.complete('check-identity', { outcome });
      await c.complete('decide-unverified', { decision: 'close' });
      if (outcome === 'never-supplied') await c.checked('closing-letter');
      await proved(c, 'unanswered');
    }
  });

  test('after a death waits for the DPO, and is closed without a letter once what was begun is finished', async () => {
    const c = await open();
    await triaged(c);
    await assessed(c);
    await checked(c);
    await c.task('carry-out', 'housing-management');
    await w.reload(c);
    await afterDeath(c, 'housing-management', ['outcome-letter']);
    await proved(c, 'deceased');
  });

  test('is closed on a death even while its refusal waits to be sent', async () => {
    const c = await open();
    await c.act('propose-refusal', { ground: 'manifestly-excessive' }, { role: 'handler' });
    await c.complete('advise-refusal', { advice: 'agree' });
    await c.complete('decide-refusal', { decision: 'refuse', departs: 'no', limitReasons: 'no' });
    await c.task('refusal-letter');
    await c.act('record-death', {}, { role: 'handler' });
    await expect(c.complete('refusal-letter', { way: 'post' })).rejects.toThrow('in-hand');
    await c.complete('decide-after-death', { decision: 'close', systems: [] });
    await proved(c, 'deceased');
  });

  test('goes on after a death for somebody who lives, and each letter asks where it may go', async () => {
    const c = await open();
    await triaged(c);
    await assessed(c, { ...corrects, recipients: [] });
    await checked(c);
    await carriedOut(c);
    await c.task('outcome-letter');
    await c.act('record-death', {}, { role: 'handler' });
    await expect(c.complete('outcome-letter', { way: 'post' })).rejects.toThrow('in-hand');
    await c.complete('decide-after-death', { decision: 'go-on' });
    await c.checked('outcome-letter');
    expect((await c.task('outcome-letter')).need).toBe('contact-check');
    await c.act('record-death', {}, { role: 'handler' });
    await c.complete('decide-after-death', { decision: 'close', systems: [] });
    await proved(c, 'deceased');
  });

  test('is extended once, inside the first month, and is never paused for clarification (Art 12A(3)–(5))', async () => {
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
    await expect(c.act('clarify', { why: 'unclear' }, { role: 'handler' })).rejects.toThrow();
    await c.act(
      'letter-returned',
      { letter: 'acknowledge#1', on: daysAgo(0) },
      { role: 'handler', at: daysAgo(0) },
    );
    await c.complete('send-again', { outcome: 'post', on: daysAgo(0) }, { at: daysAgo(0) });
    await c.act('withdraw', { on: daysAgo(0) }, { at: daysAgo(0) });
    await proved(c, 'withdrawn');
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
    await proved(c, 'refused');
  });

  test('is rectified in part where a system cannot change it, and waits for a copy to expire after the answer', async () => {
    const c = await open();
    await triaged(c);
    await assessed(c, { ...corrects, systems: ['housing-management', 'paper-files'], recipients: [] });
    await checked(c);
    await impossible(c, 'paper-files');
    await carriedOut(c, { outcome: 'expires', expiresOn: daysAgo(-40) });
    await undone(c);
    await c.posted('outcome-letter');
    await c.left('outcome-letter');
    const text = await c.letterText('outcome-letter');
    expect(text).toContain('a copy stays until it expires on');
    expect(text).toContain('The file is a sealed court bundle.');
    expect((await c.page()).clock.state).toBe('stopped');
    await w.reload(c);
    await w.env.sleep('42 days');
    await c.complete(
      'confirm-expiry',
      { outcome: 'gone', on: daysAgo(0) },
      { item: 'housing-management', role: 'handler' },
    );
    await c.complete('close-case', { confirmed: true });
    await proved(c, 'rectified-in-part');
  });

  test('escalates by itself as its due date nears, and is reopened at the assessment', async () => {
    const c = await open();
    await triaged(c);
    await c.task('assess-accuracy');
    await w.env.sleep('40 days');
    const points = (await c.events()).filter(({ type }) => type === 'escalated');
    expect(points.length).toBeGreaterThan(4);
    await assessed(c, { ...corrects, recipients: [] });
    await checked(c);
    await carriedOut(c);
    await closed(c);
    await c.outcome();
    await c.reopen();
    await assessed(c, { ...corrects, recipients: [] });
    await checked(c);
    await carriedOut(c);
    await closed(c);
    await proved(c, 'rectified');
  });

  test('is refused where it is impossible on every system, told with the reasons, and tells nobody that it was done (Art 12(4))', async () => {
    const c = await open();
    await triaged(c);
    await assessed(c);
    await checked(c);
    await impossible(c, 'housing-management');
    await undone(c, 'again');
    await w.reload(c);
    await impossible(c, 'housing-management');
    await undone(c);
    await c.posted('outcome-letter');
    const text = await c.letterText('outcome-letter');
    expect(text).toContain('It should be corrected, and that could not be done; the reason is below.');
    for (const words of ['The file is a sealed court bundle.', 'section 164A', 'ask a court to order'])
      expect(text).toContain(words);
    await c.complete('close-case', { confirmed: true });
    await proved(c, 'refused');
  });

  test('reminds a recipient who has not acted, on the day chosen, and tells those whom the profile does not know (Art 19)', async () => {
    const c = await open();
    await triaged(c);
    const solicitor = {
      name: 'Ash and Birch, solicitors',
      takes: 'letter',
      address: '2 Test Close\nWolverhampton',
    };
    await c.complete('assess-accuracy', { ...corrects, recipients: [], otherRecipientsCount: 1 } as never, {
      personal: { particulars, instructions: 'Change it.', otherRecipients: [solicitor] },
    });
    await checked(c);
    await carriedOut(c);
    await c.complete(
      'choose-notice',
      { way: 'tell' },
      { item: 'other-1', personal: { notice: 'Change it.' } },
    );
    await c.checked('notify-recipient', 'other-1');
    await c.complete('notify-recipient', { postedOn: daysAgo(0), checkedAddress: true }, { item: 'other-1' });
    expect(await c.letterText('notify-recipient')).toContain('Ash and Birch, solicitors');
    await c.complete(
      'confirm-recipient',
      { outcome: 'will-act', on: daysAgo(0), againOn: daysAgo(-1) },
      { item: 'other-1' },
    );
    await w.env.sleep('2 days');
    await c.complete('remind-recipient', { postedOn: daysAgo(0), checkedAddress: true }, { item: 'other-1' });
    await c.complete('confirm-recipient', { outcome: 'in-vain', on: daysAgo(0) }, { item: 'other-1' });
    await closed(c);
    expect(await c.letterText('outcome-letter')).toContain('we tell you who they are');
    await proved(c, 'rectified');
  });

  test('names the recipients after it was closed as well, chased like any other letter, and stays closed (Art 19)', async () => {
    const c = await open();
    await triaged(c);
    await assessed(c, { ...corrects, recipients: [] });
    await checked(c);
    await carriedOut(c);
    await c.posted('outcome-letter');
    const asks = () =>
      c.act(
        'tell-who',
        { recipients: ['contractors'] },
        { role: 'handler', personal: { reasons: 'By phone.' } },
      );
    await asks();
    await c.task('name-recipients');
    await expect(c.complete('close-case', { confirmed: true })).rejects.toThrow('recipients-asked');
    await c.posted('name-recipients');
    await c.left('name-recipients');
    await c.complete('close-case', { confirmed: true });
    await c.outcome();
    const { stage, outcome, closedAt, dueOn, retainUntil } = await c.page();

    await asks();
    await c.task('name-recipients');
    const { next } = (await c.page()).clock;
    expect(next?.point).toContain('chase.recipients-asked#2/name-recipients#1@');
    await w.env.sleep(Date.parse(String(next?.at)) - (await w.env.currentTimeMs()) + 3_600_000);
    await c.left('tell');
    await c.posted('name-recipients');
    await until('nothing to run any more', async () => (await c.page()).view.running.length === 0);
    expect(await c.page()).toMatchObject({ stage, outcome, closedAt, dueOn, retainUntil });
    await proved(c, 'rectified');
  });

  test('is carried out, or refused, only once the controller has approved it, where it keeps that to itself (Art 28(3)(a))', async () => {
    const c = await open(await forTheCouncil(w));
    expect((await c.page()).facts.approvalRequired).toBe(true);
    await triaged(c);
    await assessed(c, { ...corrects, recipients: [] });
    await checked(c);
    await c.complete('seek-instructions', { instruction: 'changes', on: daysAgo(0) }, { role: 'handler' });
    await assessed(c, { ...corrects, recipients: [] });
    await checked(c);
    await c.complete('seek-instructions', { instruction: 'approved', on: daysAgo(0) }, { role: 'handler' });
    await carriedOut(c);
    await closed(c);
    await proved(c, 'rectified');

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
