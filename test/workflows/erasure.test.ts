import { randomUUID } from 'node:crypto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { erasureVersion } from '../../processes/erasure.generated';
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
const diagram = provesTheDiagram('erasure');

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
    kind: 'erasure',
    processVersion: erasureVersion,
    contents: { request: 'Please erase the photographs and my old complaint.' },
    codes: { channel: 'phone', requester: 'self' },
    ...change,
  });

const triaged = (c: Driver, identity = 'no-doubt'): Promise<void> => c.complete('triage', { identity });

const photographs = {
  what: 'Photographs of your home',
  ground: 'no-longer-needed',
  decision: 'erase',
  reasons: 'The survey is over.',
};
const repairs = {
  what: 'The repair notes',
  ground: 'no-longer-needed',
  decision: 'keep',
  keptUnder: 'legal-claims',
  keptUntil: 'Until the disrepair claim is settled.',
  reasons: 'A claim about the damp is open.',
};

const erases = {
  refused: 'none',
  erase: 'yes',
  systems: ['document-store'],
  recipients: [] as string[],
  suppression: 'no',
  madePublic: 'no',
  partsCount: 1,
  holdsCount: 0,
};

const assessed = (c: Driver, codes: Record<string, unknown> = {}, parts: object[] = [photographs]) =>
  c.complete('assess-erasure', { ...erases, ...codes } as never, {
    personal: { parts, instructions: 'Erase the photographs of the home and every copy of them.' },
  });

const checked = (c: Driver): Promise<void> =>
  c.complete('second-check', { outcome: 'right' }, { role: 'governance-officer' });

const released = (c: Driver): Promise<void> => c.complete('release-erasure', { outcome: 'release' });

const erased = (c: Driver, codes: Record<string, unknown> = {}, item = 'document-store'): Promise<void> =>
  c.complete(
    'carry-out',
    {
      ...{ outcome: 'done', on: daysAgo(0), records: 14, medium: 'electronic', methods: ['deleted'] },
      ...codes,
    } as never,
    { item, role: 'handler', personal: { evidence: 'Deleted, and looked for again.' } },
  );

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

const withdrawn = (c: Driver): Promise<void> => c.act('withdraw', { on: daysAgo(0) }, { at: daysAgo(0) });

describe('An erasure request (UK GDPR Art 17)', () => {
  test('is checked by a second person, released, carried out on the systems and answered (Art 17(1))', async () => {
    const c = await open();
    await triaged(c);
    await assessed(c);
    await c.complete('second-check', { outcome: 'back' }, { role: 'governance-officer' });
    await assessed(c);
    await checked(c);
    await c.task('release-erasure');
    await w.reload(c);
    await released(c);
    await erased(c, { outcome: 'failed', records: undefined, medium: undefined, methods: undefined });
    await erased(c);
    await closed(c);
    await proved(c, 'erased');
  });

  test('that is refused in part goes to the DPO and the manager, and the letter says what is kept, why and until when (Arts 12(4), 17(3))', async () => {
    const c = await open();
    const inPart = { refused: 'part', partsCount: 2 };
    await triaged(c);
    await assessed(c, inPart, [photographs, repairs]);
    await c.complete('dpo-advice', { advice: 'agree-with-changes' });
    await c.complete('decide', { decision: 'back', departs: 'no' });
    await assessed(c, inPart, [photographs, repairs]);
    await c.complete('dpo-advice', { advice: 'agree' });
    await c.complete('decide', { decision: 'approve', departs: 'no', limitReasons: 'no' });
    await released(c);
    await erased(c);
    await c.posted('outcome-letter');
    const text = await c.letterText('outcome-letter');
    for (const words of [
      'Photographs of your home',
      'erased on',
      '“The repair notes”: We need it to establish, exercise or defend legal claims (Article 17(3)(e)',
      'How long we keep it: Until the disrepair claim is settled.',
      'section 164A',
      'complain to the regulator',
      'ask a court to order',
    ])
      expect(text).toContain(words);
    await c.complete('close-case', { confirmed: true });
    await proved(c, 'erased-in-part');
  });

  test('that is refused as a whole erases nothing, and gives the four paragraphs (Art 12(4))', async () => {
    const c = await open();
    await triaged(c);
    await assessed(c, { refused: 'all', erase: 'no', systems: undefined, recipients: undefined }, [repairs]);
    await c.complete('dpo-advice', { advice: 'agree' });
    await c.complete('decide', { decision: 'approve', departs: 'no', limitReasons: 'no' });
    await c.posted('outcome-letter');
    const text = await c.letterText('outcome-letter');
    expect(text).not.toContain('Where this was done');
    expect(text).toContain('ask a court to order');
    await c.complete('close-case', { confirmed: true });
    await proved(c, 'refused');
    expect((await c.events()).some(({ element }) => element === 'trim-case-file')).toBe(false);
  });

  test('waits for the copy at the last look, and goes before it only on the DPO’s decision (DPA s.173)', async () => {
    const c = await open();
    await triaged(c);
    await assessed(c);
    await checked(c);
    await c.complete('release-erasure', { outcome: 'back' });
    await assessed(c);
    await checked(c);
    await c.complete('release-erasure', { outcome: 'cannot-wait' });
    await expect(
      c.complete('decide-copy-first', { decision: 'erase-now' }, { role: 'handler' }),
    ).rejects.toThrow();
    await c.complete('decide-copy-first', { decision: 'copy-first' });
    await c.complete('release-erasure', { outcome: 'cannot-wait' });
    await c.complete('decide-copy-first', { decision: 'erase-now' });
    await erased(c);
    await closed(c);
    await proved(c, 'erased');
  });

  test('tells a recipient without asking anybody where they can be told (Art 19)', async () => {
    const c = await open();
    await triaged(c);
    await assessed(c, { recipients: ['city-of-wolverhampton-council'] });
    await checked(c);
    await released(c);
    await erased(c);
    const item = 'city-of-wolverhampton-council';
    await c.complete('choose-notice', { way: 'tell' }, { item, personal: { notice: 'Erase them.' } });
    await c.checked('notify-recipient', item);
    await c.complete('confirm-recipient', { outcome: 'acted', on: daysAgo(0) }, { item });
    await closed(c);
    await proved(c, 'erased');
  });

  test('leaves in its own file only what proves that it was done', async () => {
    const c = await open();
    await added(c, 'request', 'request.pdf');
    await added(c, 'evidence', 'certificate-of-destruction.pdf');
    await triaged(c);
    await assessed(c);
    await checked(c);
    await released(c);
    await erased(c);
    await closed(c);
    await proved(c, 'erased');
    const kept = await w.register.documents.ofCase(c.reference);
    expect(kept.map(({ name }) => name)).toEqual(['certificate-of-destruction.pdf']);
    const events = await c.events();
    expect(events.filter(({ type }) => type === 'document-removed')).toMatchObject([
      { data: { purpose: 'request' } },
    ]);
    expect(
      events.find(({ type, element }) => type === 'step-left' && element === 'trim-case-file')?.data,
    ).toEqual({ removed: 1, kept: 1, held: false });
  });

  test('removes nothing from its file under a legal hold', async () => {
    const c = await open();
    await added(c, 'request', 'request.pdf');
    await triaged(c);
    await assessed(c);
    await checked(c);
    await released(c);
    await erased(c);
    await c.act('hold', {}, { personal: { reasons: 'A claim is expected.' } });
    await closed(c);
    await proved(c, 'erased');
    expect(await w.register.documents.ofCase(c.reference)).toHaveLength(1);
  });

  test('asks for identity only on doubt, again where a person says so, and starts its clock when it comes (Arts 12(6), 12A(2)(b))', async () => {
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
    await c.task('assess-erasure');
    expect((await c.page()).dueOn! > before).toBe(true);
    await withdrawn(c);
    await proved(c, 'withdrawn');
  });

  test('after a death erases nothing before the DPO has decided, and finishes what was begun without a letter', async () => {
    const c = await open();
    await triaged(c);
    await assessed(c);
    await checked(c);
    await c.task('release-erasure');
    await c.act('record-death', {}, { role: 'handler' });
    await expect(released(c)).rejects.toThrow('in-hand');
    await c.complete('decide-after-death', { decision: 'go-on' });
    await released(c);
    await c.task('carry-out', 'document-store');
    await afterDeath(c, 'document-store', ['outcome-letter']);
    await proved(c, 'deceased');
  });

  test('goes on where the doubt falls; is closed with the four paragraphs when identity is never shown, without a letter after a death', async () => {
    const unfounded = await open();
    await triaged(unfounded, 'authority');
    await unfounded.checked('request-identity');
    await unfounded.complete('check-identity', { outcome: 'never-supplied' });
    await unfounded.complete('decide-unverified', { decision: 'go-on' });
    await unfounded.task('assess-erasure');
    await withdrawn(unfounded);
    await proved(unfounded, 'withdrawn');

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

  test('is extended once, inside the first month, and never paused (Art 12A(3)–(5))', async () => {
    const c = await open({ receivedOn: daysAgo(6) });
    const before = (await c.page()).dueOn!;
    const reasons = { role: 'handler', personal: { reasons: 'Three requests at once.' } } as const;
    await c.act('extend', { ground: 'number' }, reasons);
    await c.checked('extension-notice');
    await until('the time to be extended', async () => (await c.page()).extended);
    expect((await c.page()).dueOn! > before).toBe(true);
    await expect(c.act('extend', { ground: 'complexity' }, reasons)).rejects.toThrow('already-extended');
    await expect(c.act('clarify', { why: 'unclear' }, { role: 'handler' })).rejects.toThrow();
    const came = { role: 'handler', at: daysAgo(0) } as const;
    await c.act('letter-returned', { letter: 'acknowledge#1', on: daysAgo(0) }, came);
    await c.complete('send-again', { outcome: 'post', on: daysAgo(0) }, { at: daysAgo(0) });
    await withdrawn(c);
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

  test('names the recipients to the person who asks (Art 19)', async () => {
    const c = await open();
    const asked = { role: 'handler', personal: { reasons: 'By phone.' } } as const;
    await c.act('tell-who', { recipients: ['contractors'] }, asked);
    await c.posted('name-recipients');
    await c.left('name-recipients');
    await withdrawn(c);
    await proved(c, 'withdrawn');
  });

  test('says until when a backup lasts and looks again on that day; what is impossible is erased in part', async () => {
    const c = await open();
    await triaged(c);
    await assessed(c, { systems: ['document-store', 'paper-files'] });
    await checked(c);
    await released(c);
    await c.complete(
      'carry-out',
      { outcome: 'impossible', on: daysAgo(0) },
      { item: 'paper-files', role: 'handler', personal: { evidence: 'The file is with the court.' } },
    );
    await erased(c, { outcome: 'expires', expiresOn: daysAgo(-40) });
    await undone(c);
    await c.posted('outcome-letter');
    await c.left('outcome-letter');
    const text = await c.letterText('outcome-letter');
    expect(text).toContain('a backup copy stays until');
    expect(text).toContain('The file is with the court.');
    await w.reload(c);
    await w.env.sleep('42 days');
    await c.complete(
      'confirm-expiry',
      { outcome: 'gone', on: daysAgo(0) },
      { item: 'document-store', role: 'handler' },
    );
    await c.complete('close-case', { confirmed: true });
    await proved(c, 'erased-in-part');
  });

  test('escalates by itself as its due date nears, and is reopened at the assessment', async () => {
    const c = await open();
    await triaged(c);
    await c.task('assess-erasure');
    await w.env.sleep('40 days');
    const points = (await c.events()).filter(({ type }) => type === 'escalated');
    expect(points.length).toBeGreaterThan(4);
    await assessed(c);
    await checked(c);
    await released(c);
    await erased(c);
    await closed(c);
    await c.outcome();
    await c.reopen();
    await assessed(c);
    await checked(c);
    await released(c);
    await erased(c);
    await closed(c);
    await proved(c, 'erased');
  });

  test('keeps a suppression entry, tells other controllers and recipients, and does not make the person wait for them (Arts 17(2), 19)', async () => {
    const c = await open();
    const recipients = ['contractors', 'city-of-wolverhampton-council'];
    await triaged(c);
    await assessed(c, { suppression: 'yes', madePublic: 'yes', recipients });
    await checked(c);
    await released(c);
    await c.complete('suppress', {
      ...{ purpose: 'marketing', system: 'contact-records', kept: ['email', 'name'], on: daysAgo(0) },
    });
    await erased(c);
    await c.posted('outcome-letter');
    const text = await c.letterText('outcome-letter');
    expect(text).toContain('a list of what must not come back: E-mail address and Name');
    expect(text).toContain('Contractors and partner agencies and City of Wolverhampton Council');
    expect(text).toContain('Article 17(2)');
    await c.left('outcome-letter');
    expect((await c.page()).clock.state).toBe('stopped');
    await c.complete('tell-controllers', { outcome: 'told', told: 2, on: daysAgo(0) });
    for (const item of recipients)
      await c.complete('choose-notice', { way: 'not-told', why: 'impossible' }, { item });
    await c.complete('decide-not-told', { decision: 'not-told' }, { item: 'contractors' });
    const council = { item: 'city-of-wolverhampton-council' };
    await c.complete('decide-not-told', { decision: 'tell' }, council);
    await c.checked('notify-recipient', council.item);
    expect(await c.letterText('notify-recipient')).toContain('the data was erased');
    await c.complete(
      'confirm-recipient',
      { outcome: 'no-answer', on: daysAgo(0), againOn: daysAgo(-1) },
      council,
    );
    await w.env.sleep('2 days');
    await c.complete('confirm-recipient', { outcome: 'acted', on: daysAgo(0) }, council);
    await c.complete('close-case', { confirmed: true });
    await proved(c, 'erased');
  });

  test('is refused where it is impossible on every system, and its file is not trimmed (Art 12(4))', async () => {
    const c = await open();
    await triaged(c);
    await assessed(c);
    await checked(c);
    await released(c);
    for (const decision of ['again', 'agreed']) {
      await c.complete(
        'carry-out',
        { outcome: 'impossible', on: daysAgo(0) },
        { item: 'document-store', role: 'handler', personal: { evidence: 'The store is sealed.' } },
      );
      await undone(c, decision);
    }
    await c.posted('outcome-letter');
    const text = await c.letterText('outcome-letter');
    for (const words of ['The store is sealed.', 'section 164A', 'ask a court to order'])
      expect(text).toContain(words);
    await c.complete('close-case', { confirmed: true });
    await proved(c, 'refused');
    expect((await c.events()).some(({ element }) => element === 'trim-case-file')).toBe(false);
  });

  test('is carried out, or refused, only once the controller has approved it, where it keeps that to itself (Art 28(3)(a))', async () => {
    const c = await open(await forTheCouncil(w));
    expect((await c.page()).facts.approvalRequired).toBe(true);
    await triaged(c);
    await assessed(c, { systems: ['housing-management'] });
    await checked(c);
    await c.complete('seek-instructions', { instruction: 'changes', on: daysAgo(0) }, { role: 'handler' });
    await assessed(c, { systems: ['housing-management'] });
    await checked(c);
    await c.complete('seek-instructions', { instruction: 'approved', on: daysAgo(0) }, { role: 'handler' });
    await c.task('release-erasure');
    await c.act('withdraw', { on: daysAgo(0) }, { at: daysAgo(0) });
    await proved(c, 'withdrawn');

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

async function added(c: Driver, purpose: 'request' | 'evidence', name: string): Promise<void> {
  const viewer = await w.staff('handler');
  const input = { id: randomUUID(), reference: c.reference, purpose, mediaType: 'application/pdf', name };
  await w.register.documents.add(viewer, input, Buffer.from(name));
}
