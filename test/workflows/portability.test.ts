import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { portabilityVersion } from '../../processes/portability.generated';
import type { CaseOpening } from '../../register/intake';
import { provesTheDiagram } from '../support/diagram';
import { timeSkipping } from '../support/temporal';
import type { Driver, World } from '../support/world';
import { forTheCouncil, world } from '../support/world';
import { daysAgo } from '../support/days';
import { until } from '../../dev/wait';

let env: TestWorkflowEnvironment;
let w: World;
const diagram = provesTheDiagram('portability');

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
    kind: 'portability',
    processVersion: portabilityVersion,
    contents: { request: 'My data, please, for the new landlord.' },
    codes: { channel: 'email', requester: 'self', forWhom: 'person' },
    ...change,
  });

const triaged = (c: Driver, identity = 'no-doubt'): Promise<void> => c.complete('triage', { identity });

const letting = {
  ...{ record: 'tenancy-management', basis: 'contract', automated: 'yes', provided: 'yes', publicTask: 'no' },
  ...{ basisReason: 'The tenancy agreement.', automatedReason: '', providedReason: '', publicTaskReason: '' },
};
const cctv = { ...letting, record: 'cctv', basis: 'none', basisReason: 'It rests on our interest.' };

const all = {
  refused: 'none',
  inScope: ['tenancy-management'],
  portable: 'yes',
  systems: ['housing-management'],
};
const part = { ...all, refused: 'part' };

const assessed = (c: Driver, codes: Record<string, unknown> = all, activities: object[] = [letting]) =>
  c.complete('assess-scope', codes as never, {
    personal: { activities, instructions: 'Name, contact details, rent payments.' },
  });

const checked = (c: Driver, outcome = 'right'): Promise<void> =>
  c.complete('second-check', { outcome }, { role: 'governance-officer' });

const decided = async (c: Driver, decision = 'approve'): Promise<void> => {
  await c.complete('dpo-advice', { advice: 'agree' });
  await c.complete('decide', {
    decision,
    departs: 'no',
    ...(decision === 'approve' ? { limitReasons: 'no' } : {}),
  });
};

const entries = [
  {
    record: 'tenancy-management',
    name: 'Telephone number',
    value: '07700 900123',
    origin: 'provided',
    on: '2026-01-05',
  },
  { record: 'cctv', name: 'Not in scope', value: 'Hidden', origin: 'observed' },
];

const extracted = (c: Driver, codes: Record<string, unknown> = {}): Promise<void> =>
  c.complete('extract', { outcome: 'extracted', on: daysAgo(0), ...codes } as never, {
    item: 'housing-management',
    role: 'handler',
    personal: codes.outcome && codes.outcome !== 'extracted' ? {} : { entries },
  });

const reviewed = (c: Driver, codes: Record<string, unknown> = {}): Promise<void> =>
  c.complete('review', {
    ...{ outcome: 'ready', others: 'no', transmission: 'not-asked', delivery: 'post', ...codes },
  } as never);

const delivered = (c: Driver): Promise<void> =>
  c.complete('deliver', { way: 'post', on: daysAgo(0), checkedAddress: true, checkedEnclosures: true });

/** The DPO advises on what was impossible, and the manager agrees or has it tried again. */
async function undone(c: Driver, decision = 'agreed'): Promise<void> {
  await c.complete('advise-undone', { advice: 'agree' });
  await c.complete('decide-undone', { decision, departs: 'no' });
}

async function proved(c: Driver, outcome: string): Promise<void> {
  expect(await c.outcome()).toBe(outcome);
  diagram.follows(await c.events());
}

async function withdrawn(c: Driver): Promise<void> {
  await c.act('withdraw', { on: daysAgo(0) }, { at: daysAgo(0) });
  await proved(c, 'withdrawn');
}

describe('A portability request (UK GDPR Art 20)', () => {
  test('goes back where it is not right, and is extracted again where that failed or was wrong', async () => {
    const c = await open();
    await triaged(c);
    await assessed(c);
    await checked(c, 'back');
    await assessed(c);
    await checked(c);
    await extracted(c, { outcome: 'failed' });
    await extracted(c);
    await reviewed(c, { outcome: 'again', again: ['housing-management'] });
    await c.task('extract', 'housing-management');
    await withdrawn(c);
  });

  test('is assessed, checked, extracted, exported, handed over and closed, with a restart in the middle', async () => {
    const c = await open();
    await triaged(c);
    await assessed(c);
    await checked(c);
    await c.task('extract', 'housing-management');
    await w.reload(c);
    await extracted(c);
    await reviewed(c);
    await c.posted('respond');
    const text = await c.letterText('respond');
    expect(text).toContain('It costs you nothing.');
    expect(text).toContain('once as JSON, and once as tables (CSV)');
    expect(text).not.toContain('What is not handed over');
    await delivered(c);
    await c.complete('close-case', { confirmed: true });
    await proved(c, 'ported');
    const archive = await exportOf(c);
    expect(archive).toContain('data.json');
    expect(archive).toContain('tenancy-management.csv');
    expect(archive).toContain('schema.json');
    expect(archive).toContain('SHA256SUMS');
    expect(archive).not.toContain('cctv.csv');
  });

  test('that is portable in part goes to the DPO and the manager, and the letter gives each failed test (Arts 12(4), 20(1))', async () => {
    const c = await open();
    await triaged(c);
    await assessed(c, part, [letting, cctv]);
    await decided(c, 'back');
    await assessed(c, part, [letting, cctv]);
    await decided(c);
    await extracted(c);
    await reviewed(c);
    await c.posted('respond');
    const text = await c.letterText('respond');
    for (const words of [
      'on the basis of your consent or of a contract with you (Article 20(1)(a) of the UK GDPR). It rests on our interest.',
      'ask for a copy of all personal data',
      'section 164A',
      'ask a court to order',
    ])
      expect(text).toContain(words);
    await delivered(c);
    await c.complete('close-case', { confirmed: true });
    await proved(c, 'ported-in-part');
  });

  test('that is not portable at all extracts nothing and is refused with the four paragraphs (Art 12(4))', async () => {
    const c = await open();
    await triaged(c);
    await assessed(c, { refused: 'all', inScope: [], portable: 'no' }, [cctv]);
    await decided(c);
    await c.posted('respond');
    await c.complete('close-case', { confirmed: true });
    await proved(c, 'refused');
  });

  test('goes straight to another controller where that is feasible, and the person hears when (Art 20(2))', async () => {
    const c = await open({ codes: { channel: 'email', requester: 'self', forWhom: 'other-controller' } });
    await triaged(c);
    await assessed(c);
    await checked(c);
    await extracted(c);
    await reviewed(c, { transmission: 'feasible', delivery: undefined });
    await c.complete('transmit', { way: 'secure-transfer', on: daysAgo(0), checked: true });
    await c.posted('respond');
    expect(await c.letterText('respond')).toContain(
      'sent your data directly to the organisation that you named',
    );
    await c.complete('close-case', { confirmed: true });
    await proved(c, 'ported');
  });

  test('says so where nothing is held, and where something would harm others (Art 20(4))', async () => {
    const c = await open();
    await triaged(c);
    await assessed(c);
    await checked(c);
    await extracted(c, { outcome: 'nothing-there' });
    await reviewed(c);
    await c.posted('respond');
    expect(await c.letterText('respond')).toContain('found none that you could take along');
    await c.complete('close-case', { confirmed: true });
    await proved(c, 'nothing-held');

    const other = await open();
    await triaged(other);
    await assessed(other);
    await checked(other);
    await extracted(other);
    await reviewed(other, { others: 'withheld' });
    await undone(other, 'again');
    await reviewed(other, { others: 'withheld' });
    await undone(other);
    await other.posted('respond');
    expect(await other.letterText('respond')).toContain('Article 20(4)');
    await delivered(other);
    await other.complete('close-case', { confirmed: true });
    await proved(other, 'ported-in-part');
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

  test('after a death hands nothing over, and is closed without a letter', async () => {
    const c = await open();
    await triaged(c);
    await assessed(c);
    await checked(c);
    await extracted(c);
    await reviewed(c);
    await c.task('respond');
    await c.act('record-death', {}, { role: 'handler' });
    await expect(c.complete('respond', { way: 'post' })).rejects.toThrow('in-hand');
    await c.complete('decide-after-death', { decision: 'go-on' });
    await c.task('respond');
    await c.act('record-death', {}, { role: 'handler' });
    await c.complete('decide-after-death', { decision: 'close' });
    await proved(c, 'deceased');
    expect((await c.events()).filter(({ element }) => element === 'deliver')).toEqual([]);
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
    await assessed(c);
    expect((await c.page()).dueOn! > before).toBe(true);
    await withdrawn(c);

    const other = await open({ receivedOn: daysAgo(5) });
    const due = (await other.page()).dueOn;
    await triaged(other, 'authority');
    await other.checked('request-identity');
    await other.complete('check-identity', { outcome: 'never-supplied' });
    await other.complete('decide-unverified', { decision: 'go-on' });
    await other.task('assess-scope');
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
    await expect(c.act('clarify', { why: 'unclear' }, { role: 'handler' })).rejects.toThrow();
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
    await c.act('propose-refusal', { ground: 'manifestly-excessive' }, { role: 'handler' });
    await c.complete('advise-refusal', { advice: 'agree' });
    await c.complete('decide-refusal', { decision: 'refuse', departs: 'no', limitReasons: 'no' });
    await c.posted('refusal-letter');
    await proved(c, 'refused');
  });

  test('escalates by itself as its due date nears', async () => {
    const c = await open();
    await triaged(c);
    await c.task('assess-scope');
    await w.env.sleep('40 days');
    expect((await c.events()).filter(({ type }) => type === 'escalated').length).toBeGreaterThan(4);
    await withdrawn(c);
  });

  test('is reopened at the assessment', async () => {
    const c = await open();
    await triaged(c);
    for (const again of [false, true]) {
      if (again) await c.reopen();
      await assessed(c, { refused: 'all', inScope: [], portable: 'no' }, [cctv]);
      await decided(c);
      await c.posted('respond');
      await c.complete('close-case', { confirmed: true });
      await c.outcome();
    }
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
    await c.task('extract', 'housing-management');
    await withdrawn(c);

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

/** The archive's bytes as text: names of the files in it stand there plain. */
async function exportOf(c: Driver): Promise<string> {
  const [row] = (await w.register.documents.ofCase(c.reference)).filter(
    ({ purpose }) => purpose === 'bundle',
  );
  if (!row) throw new Error('no export was made');
  const { content } = await w.register.documents.content(row.id);
  return (await buffer(Readable.from(content))).toString('latin1');
}
