import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { objectionVersion } from '../../processes/objection.generated';
import type { CaseOpening } from '../../register/intake';
import { addHours, londonDate } from '../../domain/calendar';
import { until } from '../../dev/wait';
import { afterDeath } from '../support/after-death';
import { provesTheDiagram } from '../support/diagram';
import { timeSkipping } from '../support/temporal';
import type { Driver, World } from '../support/world';
import { forTheCouncil, world } from '../support/world';
import { daysAgo } from '../support/days';

const PATIENCE = { within: 20_000 };

let env: TestWorkflowEnvironment;
let w: World;
const diagram = provesTheDiagram('objection');

beforeAll(async () => {
  env = await timeSkipping();
  w = await world(env);
});
afterAll(async () => {
  await w.stop();
  await env.teardown();
});

const open = (against: string, change: Partial<CaseOpening> = {}): Promise<Driver> =>
  w.open({
    kind: 'objection',
    processVersion: objectionVersion,
    contents: { request: 'Stop using my details for this.' },
    codes: { channel: 'phone', requester: 'self', against },
    ...change,
  });

const marketing = (change: Partial<CaseOpening> = {}) => open('direct-marketing', change);
const weighed = (change: Partial<CaseOpening> = {}) => open('public-task', change);

const triaged = (c: Driver, change: Record<string, string> = {}): Promise<void> =>
  c.complete('triage', { identity: 'no-doubt', restriction: 'no', ...change });

const uses = [
  { what: 'Noise records of your flat', finding: 'compelling', reasons: 'Three neighbours need it.' },
  { what: 'The satisfaction survey', finding: 'nothing-overrides', reasons: 'It can do without you.' },
];

const inPart = {
  ...{ refused: 'part', stop: 'yes', usesCount: 2 },
  ...{ systems: ['housing-management'], recipients: ['contractors'] },
};
const upheld = { ...inPart, refused: 'none', recipients: undefined };
const overruled = { refused: 'all', stop: 'no', usesCount: 1 };

const assessed = (c: Driver, codes: Record<string, unknown> = inPart, rows: unknown = uses): Promise<void> =>
  c.complete('assess-objection', codes as never, {
    personal: { uses: rows, instructions: 'Take them off the survey list.' },
  });

async function decided(c: Driver, decision = 'approve'): Promise<void> {
  await c.complete('dpo-advice', { advice: 'agree' });
  await c.complete('decide', { decision, departs: 'no', limitReasons: 'no' });
}

const stoppedOn = (c: Driver, outcome = 'done'): Promise<void> =>
  c.complete(
    'carry-out',
    { outcome, on: daysAgo(0) },
    { item: 'housing-management', role: 'handler', personal: { evidence: 'Taken off and looked at again.' } },
  );

async function told(c: Driver, item: string, way = 'tell'): Promise<void> {
  await c.complete('choose-notice', { way }, { item, personal: { notice: 'Stop the survey.' } });
  if (way === 'not-told') await c.complete('decide-not-told', { decision: 'tell' }, { item });
  await c.checked('notify-recipient', item);
  const { tasks } = await c.page();
  const posting = tasks.some(
    (task) => task.element === 'notify-recipient' && task.state === 'open' && task.item === item,
  );
  if (posting) await c.complete('notify-recipient', { postedOn: daysAgo(0), checkedAddress: true }, { item });
  const answers = (outcome: string, more = {}): Promise<void> =>
    c.complete('confirm-recipient', { outcome, on: daysAgo(0), ...more }, { item });
  if (way === 'not-told') {
    await answers('no-answer', { againOn: daysAgo(-1) });
    await w.env.sleep('2 days');
  }
  await answers('acted');
}

const stopped = (c: Driver, item: string, outcome = 'stopped'): Promise<void> =>
  c.complete(
    'stop-at-once',
    { outcome, on: daysAgo(0) },
    { item, role: 'handler', personal: { evidence: 'Taken off every list.' } },
  );

async function suppressed(c: Driver): Promise<void> {
  await c.complete(
    'suppress',
    { system: 'surveys', kept: ['name', 'email'], on: daysAgo(0) },
    { personal: { entry: 'Wren Ashdown, wren.ashdown@mail.test' } },
  );
}

async function closed(c: Driver): Promise<void> {
  await c.posted('outcome-letter');
  await c.complete('close-case', { confirmed: true });
}

const withdrawn = (c: Driver): Promise<void> => c.act('withdraw', { on: daysAgo(0) }, { at: daysAgo(0) });

/** The DPO advises on what was impossible, and the manager agrees or has it tried again. */
async function undone(c: Driver, decision = 'agreed'): Promise<void> {
  await c.complete('advise-undone', { advice: 'agree' });
  await c.complete('decide-undone', { decision, departs: 'no' });
}

async function proved(c: Driver, outcome: string): Promise<void> {
  expect(await c.outcome()).toBe(outcome);
  diagram.follows(await c.events());
}

describe('An objection to direct marketing (UK GDPR Art 21(2)–(3))', () => {
  test('stops at once on every system for marketing, with an entry on the suppression list and a letter that says so', async () => {
    const c = await marketing();
    await c.task('stop-at-once', 'surveys');
    await w.reload(c);
    const { dueOn } = await c.page();
    expect(dueOn).toBe(daysAgo(0));
    expect((await c.page()).facts.stopOn).toEqual(['surveys', 'housing-management']);
    const task = await c.task('stop-at-once', 'surveys');
    expect(task.dueOn).toBe(londonDate(addHours(task.openedAt, 4)));
    await suppressed(c);
    await stopped(c, 'surveys', 'failed');
    await stopped(c, 'surveys');
    await stopped(c, 'housing-management', 'nothing-there');
    await c.left('confirm-stopped');
    expect(await c.letterText('confirm-stopped')).toContain('we have stopped');
    expect(await c.letterText('confirm-stopped')).toContain('keep only this on a list');
    expect((await c.page()).clock.state).toBe('stopped');
    await c.complete('close-case', { confirmed: true });
    await proved(c, 'marketing-stopped');
    await c.reopen();
    await suppressed(c);
    await stopped(c, 'surveys');
    await stopped(c, 'housing-management');
    await c.complete('close-case', { confirmed: true });
    await proved(c, 'marketing-stopped');
  });

  test('is stopped to the end after a death, and nobody is written to', async () => {
    const c = await marketing();
    await c.task('stop-at-once', 'surveys');
    await c.act('record-death', {}, { role: 'handler' });
    await c.complete('decide-after-death', { decision: 'mistaken' });
    await c.task('stop-at-once', 'surveys');
    await afterDeath(c, 'surveys', ['confirm-stopped']);
    await proved(c, 'deceased');
  });

  test('knows no identity hurdle, no weighing, no extension and no refusal', async () => {
    const c = await marketing();
    await c.task('stop-at-once', 'surveys');
    const elements = (await c.page()).tasks.map(({ element }) => element);
    expect(new Set(elements)).toEqual(new Set(['stop-at-once', 'suppress']));
    const handler = { role: 'handler', personal: { reasons: 'None.' } } as const;
    await expect(c.act('extend', { ground: 'complexity' }, handler)).rejects.toThrow('absolute');
    await expect(c.act('propose-refusal', { ground: 'manifestly-excessive' }, handler)).rejects.toThrow(
      'absolute',
    );
    await expect(c.act('withdraw-identity-request', {}, handler)).rejects.toThrow('no-identity-request');
    await withdrawn(c);
    await proved(c, 'withdrawn');
  });

  test('stops also where somebody says that marketing comes from elsewhere, each system once', async () => {
    const codes = { channel: 'phone', requester: 'self', against: 'direct-marketing' };
    const c = await marketing({ codes: { ...codes, alsoFrom: ['contact-records', 'surveys'] } });
    expect((await c.page()).facts.stopOn).toEqual(['surveys', 'housing-management', 'contact-records']);
    await withdrawn(c);
    await proved(c, 'withdrawn');
  });
});

describe('An objection that is weighed (UK GDPR Art 21(1), (6))', () => {
  test('goes to the DPO and the accountable manager, stops what nothing overrides, and says why the rest goes on', async () => {
    const c = await weighed();
    await triaged(c);
    await assessed(c);
    await decided(c, 'back');
    await assessed(c);
    await decided(c);
    await c.task('carry-out', 'housing-management');
    await w.reload(c);
    await stoppedOn(c, 'failed');
    await stoppedOn(c);
    await c.posted('outcome-letter');
    await c.left('outcome-letter');
    expect((await c.page()).clock.state).toBe('stopped');
    const text = await c.letterText('outcome-letter');
    for (const words of [
      'The satisfaction survey: we stop it. It can do without you.',
      'stopped on',
      '“Noise records of your flat” goes on: we have compelling legitimate grounds',
      'Three neighbours need it.',
      'section 164A',
      'complain to the regulator',
      'ask a court to order',
    ])
      expect(text).toContain(words);
    await told(c, 'contractors');
    await c.complete('close-case', { confirmed: true });
    await proved(c, 'upheld-in-part');
  });

  test('is upheld as a whole by the same decision, and then owes no reasons for refusing', async () => {
    const c = await weighed();
    await triaged(c);
    await assessed(c, upheld, [uses[1]]);
    await decided(c);
    await stoppedOn(c);
    await closed(c);
    const text = await c.letterText('outcome-letter');
    expect(text).not.toContain('What goes on, and why');
    expect(text).toContain('You can ask us to erase');
    await proved(c, 'upheld');
  });

  test('is overruled as a whole with the four paragraphs, and nothing changes on any system (Art 12(4))', async () => {
    const c = await open('research');
    await triaged(c);
    await assessed(c, overruled, [{ ...uses[0], finding: 'public-interest-task' }]);
    await decided(c);
    await closed(c);
    expect(await c.letterText('outcome-letter')).toContain('Article 21(6)');
    await proved(c, 'overruled');
    await c.reopen();
    await assessed(c, upheld, [uses[1]]);
    await decided(c);
    await stoppedOn(c, 'impossible');
    await undone(c, 'again');
    await stoppedOn(c, 'impossible');
    await undone(c);
    await closed(c);
    const text = await c.letterText('outcome-letter');
    for (const words of [
      'nothing overrides your objection',
      'it could not be stopped there',
      'a court to order',
    ])
      expect(text).toContain(words);
    await proved(c, 'refused');
  });

  test('a restriction meanwhile is proposed, after it is decided what would go on; nothing is restricted by itself (Art 18)', async () => {
    const c = await weighed();
    await triaged(c, { restriction: 'yes' });
    await c.complete(
      'decide-uses',
      { uses: ['protecting-another'] },
      { personal: { reasons: 'The neighbours go on calling.' } },
    );
    await c.posted('propose-restriction');
    await c.left('propose-restriction');
    const text = await c.letterText('propose-restriction');
    expect(text).toContain('Protecting the rights of another person');
    expect(text).toContain('nothing is restricted unless you ask for it');
    await c.task('assess-objection');
    expect((await c.page()).links).toEqual([]);
    await withdrawn(c);
    await proved(c, 'withdrawn');
  });

  test('asks for identity only on doubt, and its clock starts when the information comes (Arts 12(6), 12A(2))', async () => {
    const c = await weighed({ receivedOn: daysAgo(10) });
    const before = (await c.page()).dueOn!;
    await triaged(c, { identity: 'identity' });
    await c.checked('request-identity');
    await c.complete('check-identity', { outcome: 'ask-again', receivedOn: daysAgo(0) }, { at: daysAgo(0) });
    await c.checked('request-identity');
    await c.complete('check-identity', { outcome: 'never-supplied' });
    await c.complete('decide-unverified', { decision: 'wait' });
    await c.checked('request-identity');
    await c.complete('check-identity', { outcome: 'confirmed', receivedOn: daysAgo(0) }, { at: daysAgo(0) });
    await c.task('assess-objection');
    expect((await c.page()).dueOn! > before).toBe(true);
    await withdrawn(c);
    await proved(c, 'withdrawn');
  });

  test('goes on where the doubt falls, and is closed by a person where identity is never shown', async () => {
    const c = await weighed();
    await triaged(c, { identity: 'authority' });
    await c.checked('request-identity');
    await c.complete('check-identity', { outcome: 'never-supplied' });
    await c.complete('decide-unverified', { decision: 'go-on' });
    await c.task('assess-objection');
    await withdrawn(c);
    await proved(c, 'withdrawn');
    for (const outcome of ['never-supplied', 'deceased']) {
      const closing = await weighed();
      await triaged(closing, { identity: 'identity' });
      await closing.checked('request-identity');
      await closing.complete('check-identity', { outcome });
      await closing.complete('decide-unverified', { decision: 'close' });
      if (outcome === 'never-supplied') await closing.checked('closing-letter');
      await proved(closing, 'unanswered');
    }
  });

  test('is extended once inside the first month, and a letter that comes back is given another way (Art 12A(3)–(4))', async () => {
    const c = await weighed({ receivedOn: daysAgo(6) });
    const before = (await c.page()).dueOn!;
    const handler = { role: 'handler', personal: { reasons: 'Nine systems.' } } as const;
    await c.act('extend', { ground: 'complexity' }, handler);
    await c.checked('extension-notice');
    await until('the extension to be on record', async () => (await c.page()).extended, PATIENCE);
    expect((await c.page()).dueOn! > before).toBe(true);
    await expect(c.act('extend', { ground: 'number' }, handler)).rejects.toThrow('already-extended');
    await c.act('letter-returned', { letter: 'acknowledge#1', on: daysAgo(0) }, { at: daysAgo(0) });
    await c.complete('send-again', { outcome: 'post', on: daysAgo(0) }, { at: daysAgo(0) });
    await withdrawn(c);
    await proved(c, 'withdrawn');
  });

  test('goes on when a refusal is not agreed, is refused when it is, and escalates by itself (Art 12(4)–(5))', async () => {
    const c = await weighed({ receivedOn: daysAgo(24) });
    await c.act('propose-refusal', { ground: 'manifestly-unfounded' }, { role: 'handler' });
    await c.complete('advise-refusal', { advice: 'disagree' });
    await c.complete('decide-refusal', { decision: 'go-on', departs: 'no' });
    await c.task('triage');
    await w.env.sleep('10 days');
    const points = (await c.events()).filter(({ type }) => type === 'escalated');
    expect(points.length).toBeGreaterThan(2);
    await c.act('propose-refusal', { ground: 'manifestly-excessive' }, { role: 'handler' });
    await c.complete('advise-refusal', { advice: 'agree' });
    await c.complete('decide-refusal', { decision: 'refuse', departs: 'no', limitReasons: 'no' });
    await c.posted('refusal-letter');
    await proved(c, 'refused');
  });

  test('whoever received the data for it is told, unless a person agrees that it is impossible or disproportionate', async () => {
    const c = await weighed();
    await triaged(c);
    await assessed(c, { ...inPart, recipients: ['contractors', 'city-of-wolverhampton-council'] });
    await decided(c);
    await stoppedOn(c);
    await c.complete('choose-notice', { way: 'not-told', why: 'impossible' }, { item: 'contractors' });
    await c.complete('decide-not-told', { decision: 'not-told' }, { item: 'contractors' });
    await told(c, 'city-of-wolverhampton-council', 'not-told');
    expect(await c.letterText('notify-recipient')).not.toContain('Article 19');
    await closed(c);
    await proved(c, 'upheld-in-part');
  });

  test('is carried out, or refused, only once the controller has approved it, where it keeps that to itself (Art 28(3)(a))', async () => {
    const c = await weighed(await forTheCouncil(w));
    expect((await c.page()).facts.approvalRequired).toBe(true);
    await triaged(c);
    await assessed(c, upheld, [uses[1]]);
    await decided(c);
    await c.complete('seek-instructions', { instruction: 'changes', on: daysAgo(0) }, { role: 'handler' });
    await assessed(c, upheld, [uses[1]]);
    await decided(c);
    await c.complete('seek-instructions', { instruction: 'approved', on: daysAgo(0) }, { role: 'handler' });
    await stoppedOn(c);
    await closed(c);
    await proved(c, 'upheld');

    const refused = await weighed(await forTheCouncil(w));
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
