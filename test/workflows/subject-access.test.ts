import { Client } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { timeSkipping } from '../support/temporal';
import type { Driver, World } from '../support/world';
import { person, world } from '../support/world';
import { provesTheDiagram } from '../support/diagram';
import { daysAgo } from '../support/days';
import { until } from '../../dev/wait';

let env: TestWorkflowEnvironment;
let w: World;
const diagram = provesTheDiagram('subject-access');

beforeAll(async () => {
  env = await timeSkipping();
  w = await world(env);
});
afterAll(async () => {
  await w.stop();
  await env.teardown();
});

/** Past triage, with nothing asked for and one system to search. */
async function triaged(c: Driver, change: Record<string, unknown> = {}): Promise<void> {
  await c.complete('triage', {
    ...{ route: 'answer', identity: 'no-doubt', fee: 'none', systems: ['housing-management'] },
    ...change,
  } as never);
}

async function preserved(c: Driver): Promise<void> {
  const { facts } = await c.page();
  for (const item of (facts.preserve ?? []) as string[])
    await c.complete('preserve-evidence', { outcome: 'nothing-held' }, { item, role: 'handler' });
}

async function searched(c: Driver, item = 'housing-management'): Promise<void> {
  await c.complete('search-system', { result: 'found', hits: 1, minutes: 5 }, { item, role: 'handler' });
}

async function toReview(change: Record<string, unknown> = {}): Promise<Driver> {
  const c = await w.open();
  await preserved(c);
  await triaged(c, change);
  await searched(c);
  return c;
}

async function decided(c: Driver): Promise<void> {
  await c.complete('second-check', { outcome: 'right' }, { role: 'governance-officer' });
  await c.complete('decide', { decision: 'approve', departs: 'no' });
}

async function answered(c: Driver, result = 'answered'): Promise<void> {
  await c.complete('prepare-response', { result, delivery: 'post', confirmed: true });
  await c.posted('respond');
  await c.complete('deliver', { way: 'post' });
  await c.complete('close-case', {});
}

const reviewed = { thirdParties: 'no', adviceNeeded: false };

async function proved(c: Driver, outcome: string): Promise<void> {
  expect(await c.outcome()).toBe(outcome);
  diagram.follows(await c.events());
}

describe('A subject access request (UK GDPR Art 15)', () => {
  test('runs from receipt to a closed file when nothing is in doubt', async () => {
    const c = await toReview();
    await c.complete('review', reviewed);
    await decided(c);
    await answered(c);
    await proved(c, 'answered');
  });

  test('is sent back by the second check, by the decision and by the controller, and asks the DPO where needed', async () => {
    const c = await toReview();
    await c.complete('review', { ...reviewed, adviceNeeded: true });
    await c.complete('second-check', { outcome: 'back' }, { role: 'governance-officer' });
    await c.complete('review', { ...reviewed, adviceNeeded: true });
    await c.complete('second-check', { outcome: 'right' }, { role: 'governance-officer' });
    await c.complete('dpo-advice', { advice: 'agree' });
    await c.complete('decide', { decision: 'back', departs: 'no' });
    await c.complete('review', reviewed);
    await decided(c);
    await answered(c);
    await proved(c, 'answered');
  });

  test('consults each third party by letter and records each reply (DPA Sch 2 ¶16)', async () => {
    const c = await toReview();
    await c.complete(
      'review',
      { thirdParties: 'yes', thirdPartyCount: 2, adviceNeeded: false },
      { personal: { thirdPartyContacts: 'Ivo Thorn, ivo.thorn@mail.test\nAda Fenn, ada.fenn@mail.test' } },
    );
    for (const item of ['1', '2']) {
      await c.checked('consult-third-party', item);
      await c.complete('record-reply', { reply: 'consents' }, { item });
    }
    await decided(c);
    await answered(c);
    await proved(c, 'answered');
  });

  test('asks for identity once more, waits for a decision, and goes on when the doubt falls (Art 12(6))', async () => {
    const c = await w.open();
    await preserved(c);
    await triaged(c, { identity: 'identity' });
    await c.checked('request-identity');
    await c.complete('check-identity', { outcome: 'ask-again' });
    await c.checked('request-identity');
    await c.complete('check-identity', { outcome: 'never-supplied' });
    await c.complete('decide-unverified', { decision: 'wait' });
    await c.checked('request-identity');
    await c.complete('check-identity', { outcome: 'never-supplied' });
    await c.complete('decide-unverified', { decision: 'go-on' });
    await searched(c);
    await c.complete('review', reviewed);
    await decided(c);
    await answered(c, 'nothing-found');
    await proved(c, 'nothing-found');
  });

  test('starts its clock when the identity information arrives, not when it is checked (Art 12A(2)(b))', async () => {
    const c = await w.open({ receivedOn: daysAgo(10) });
    await triaged(c, { identity: 'identity' });
    await c.checked('request-identity');
    await c.task('check-identity');
    expect((await c.page()).clock.state).toBe('not-started');
    await c.complete('check-identity', { outcome: 'confirmed', receivedOn: daysAgo(0) }, { at: daysAgo(0) });
    const { clock } = await c.page();
    expect(clock.state).toBe('running');
    expect(clock.due! > daysAgo(-27)).toBe(true);
    await c.act('withdraw', { on: daysAgo(0) }, { at: daysAgo(0) });
    await proved(c, 'withdrawn');
  });

  test('falls back to the day of receipt when our request for identity is withdrawn', async () => {
    const c = await w.open({ receivedOn: daysAgo(5) });
    const before = (await c.page()).dueOn;
    await triaged(c, { identity: 'authority' });
    await c.checked('request-identity');
    await c.task('check-identity');
    await c.act('withdraw-identity-request', {}, { role: 'handler' });
    expect((await c.page()).dueOn).toBe(before);
    await c.act('withdraw', {});
    await proved(c, 'withdrawn');
  });

  test('sends a one-time code to a safe contact on file while identity is checked, one at a time', async () => {
    const c = await w.open();
    const code = { contact: 'email-1' };
    await triaged(c, { identity: 'identity' });
    await expect(c.act('send-code', code, { role: 'handler' })).rejects.toThrow('not-waiting');
    await c.checked('request-identity');
    await c.task('check-identity');
    await c.act('send-code', code, { role: 'handler', personal: { reasons: 'Another address writes.' } });
    await c.task('check-code');
    await expect(c.act('send-code', code, { role: 'handler' })).rejects.toThrow('in-hand');

    const mail = await w.mail.waitFor(({ subject }) => subject.startsWith(`${c.reference}: a code`));
    expect(mail.recipients).toEqual(['wren.ashdown@mail.test']);
    await c.complete('check-code', { outcome: 'shown' });
    expect((await c.page()).clock.state).toBe('not-started');
    await c.complete('check-identity', { outcome: 'confirmed', receivedOn: daysAgo(0) }, { at: daysAgo(0) });
    expect((await c.page()).clock.state).toBe('running');
    const history = await new Client({ connection: env.connection }).workflow
      .getHandle(c.reference)
      .fetchHistory();
    expect(standsIn(payloads(history), 'email-1')).toBe(true);
    expect(standsIn(payloads(history), codeIn(mail.text))).toBe(false);
    expect(standsIn(JSON.stringify(await c.events()), codeIn(mail.text))).toBe(false);
    await c.act('withdraw');
    await proved(c, 'withdrawn');
  });

  test('sends no code to a flagged person before somebody has confirmed the contact, and none where none is safe', async () => {
    const c = await w.open({ subject: { fresh: { ...person(), flags: ['domestic-abuse'] } } });
    const aboutCode = async () =>
      (await w.mail.messages()).filter(({ subject }) => subject.startsWith(`${c.reference}: a code`));
    const safe = { personal: { reason: 'She told us in person.' } };
    await triaged(c, { identity: 'identity' });
    await c.checked('request-identity');
    await c.complete('request-identity', { contact: 'post-1' }, safe);
    await c.posted('request-identity');
    await c.task('check-identity');
    await c.act('send-code', { contact: 'email-1' }, { role: 'handler' });
    expect((await c.task('send-code')).need).toBe('contact-check');
    await c.complete('send-code', { contact: 'none' }, safe);
    await until(
      'the code to be given up',
      async () => !(await c.page()).view.running.includes('code-wanted'),
    );
    expect(await aboutCode()).toEqual([]);

    await c.act('send-code', { contact: 'email-1' }, { role: 'handler' });
    await c.complete('send-code', { contact: 'email-1' }, safe);
    await c.task('check-code');
    await until('the code to go', async () => (await aboutCode()).length > 0);
    await c.complete('check-code', { outcome: 'not-shown' });
    await c.act('withdraw');
    await c.complete('confirm-withdrawal', { contact: 'email-1' }, safe);
    await proved(c, 'withdrawn');
  });

  test('is closed with the four paragraphs when identity is never shown, and without a letter after a death', async () => {
    const silent = await w.open();
    await triaged(silent, { identity: 'identity' });
    await silent.checked('request-identity');
    await silent.complete('check-identity', { outcome: 'never-supplied' });
    await silent.complete('decide-unverified', { decision: 'close' });
    await silent.checked('closing-letter');
    await proved(silent, 'unanswered');

    const dead = await w.open();
    await triaged(dead, { identity: 'identity' });
    await dead.checked('request-identity');
    await dead.complete('check-identity', { outcome: 'deceased' });
    await dead.complete('decide-unverified', { decision: 'close' });
    await proved(dead, 'deceased');
  });

  test('stops disclosure and holds letters once a death is recorded, until the DPO has decided', async () => {
    const c = await toReview();
    await c.complete('review', reviewed);
    await decided(c);
    await c.task('prepare-response');
    await c.act('record-death', { on: daysAgo(0) }, { role: 'handler', at: daysAgo(0) });
    await expect(c.act('record-death', {}, { role: 'handler' })).rejects.toThrow('in-hand');
    await expect(c.complete('prepare-response', { result: 'answered', delivery: 'post' })).rejects.toThrow(
      'in-hand',
    );
    await c.complete('decide-after-death', { decision: 'go-on' });
    await c.complete('prepare-response', { result: 'answered', delivery: 'post', confirmed: true });
    await c.complete('respond', { way: 'post' }, { personal: { 'part-opening': 'We have searched.' } });
    expect((await c.task('respond')).need).toBe('contact-check');
    await c.act('record-death', { on: daysAgo(0) }, { role: 'handler', at: daysAgo(0) });
    await expect(c.complete('respond', { contact: 'post-1' })).rejects.toThrow('in-hand');
    await c.complete('decide-after-death', { decision: 'close' });
    await proved(c, 'deceased');
    expect((await c.events()).filter(({ element }) => element === 'deliver')).toEqual([]);
  });

  test('goes on as before where the news of a death was wrong', async () => {
    const c = await w.open();
    await c.act('record-death', { on: daysAgo(0) }, { role: 'handler', at: daysAgo(0) });
    await c.complete('decide-after-death', { decision: 'mistaken' });
    await triaged(c, { identity: 'identity' });
    await c.checked('request-identity');
    await c.task('check-identity');
    await c.act('withdraw');
    await proved(c, 'withdrawn');
  });

  test('writes nothing by itself to somebody who has died: each letter asks where it may go', async () => {
    const c = await w.open();
    await triaged(c, { identity: 'identity' });
    await c.checked('request-identity');
    await c.complete('check-identity', { outcome: 'deceased' });
    await c.complete('decide-unverified', { decision: 'wait' });
    await c.checked('request-identity');
    expect((await c.task('request-identity')).need).toBe('contact-check');
    await c.act('record-death', { on: daysAgo(0) }, { role: 'handler', at: daysAgo(0) });
    await c.complete('decide-after-death', { decision: 'close' });
    await proved(c, 'deceased');
  });

  test('is closed as something else by the DPO or a governance officer, with what to do instead (Art 12(4))', async () => {
    const c = await w.open();
    const other = { route: 'something-else', identity: undefined, fee: undefined, systems: undefined };
    await triaged(c, other);
    await c.complete('decide-kind', { decision: 'access' });
    await triaged(c, other);
    const instead = 'Call the repairs line.';
    await c.complete('decide-kind', { decision: 'something-else' }, { personal: { instead } });
    expect((await c.task('tell-not-a-request')).need).toBe('check');
    await c.checked('tell-not-a-request');
    await proved(c, 'not-a-request');
    const mail = await w.mail.waitFor(({ subject }) => subject === `What you wrote to us: ${c.reference}`);
    for (const words of ['164A', 'regulator', 'section 167', 'As we explained'])
      expect(mail.text).toContain(words);

    const later = await w.open();
    await triaged(later, { identity: 'identity' });
    await later.checked('request-identity');
    await later.complete('check-identity', { outcome: 'never-supplied' });
    await later.complete('decide-unverified', { decision: 'something-else' }, { personal: { instead } });
    await later.checked('tell-not-a-request');
    await proved(later, 'not-a-request');
  });

  test('waits for a fee where the law allows one (Arts 12(5), 12A(2)(c))', async () => {
    const c = await w.open();
    await preserved(c);
    await triaged(c, { fee: 'further-copies', feePence: 1000 });
    await c.checked('request-fee');
    await c.complete('record-fee', { outcome: 'paid' }, { at: daysAgo(0) });
    await searched(c);
    await c.complete('review', reviewed);
    await decided(c);
    await answered(c);
    await proved(c, 'answered');
  });

  test('pauses its clock while a clarification is open, and work goes on (Art 12A(5))', async () => {
    const c = await w.open({ receivedOn: daysAgo(3) });
    await c.act('clarify', { why: 'unclear' }, { role: 'handler', personal: { question: 'Which years?' } });
    await c.checked('ask-clarification');
    await c.task('await-clarification');
    expect((await c.page()).clock.state).toBe('paused');
    await expect(c.act('clarify', { why: 'unclear' }, { role: 'handler' })).rejects.toThrow('already-asked');
    await preserved(c);
    await triaged(c);
    await searched(c);
    await c.complete('await-clarification', { outcome: 'answered' }, { at: daysAgo(0) });
    expect((await c.page()).clock.state).toBe('running');
    await c.complete('review', reviewed);
    await decided(c);
    await answered(c);
    await proved(c, 'answered');
  });

  test('reminds and then asks a person when a question is never answered, and closes nothing by itself (Art 12A(5))', async () => {
    const c = await w.open({ receivedOn: daysAgo(3) });
    await c.act('clarify', { why: 'unclear' }, { role: 'handler', personal: { question: 'Which years?' } });
    await c.checked('ask-clarification');
    await c.complete('await-clarification', { outcome: 'no-answer' }, { at: daysAgo(0) });
    await c.checked('remind-clarification');
    await c.complete('await-clarification', { outcome: 'no-answer' }, { at: daysAgo(0) });
    await c.task('decide-unanswered');
    expect((await c.page()).clock.state).toBe('paused');
    await c.complete('decide-unanswered', { decision: 'wait' });
    await c.checked('remind-clarification');
    await c.complete('await-clarification', { outcome: 'no-answer' }, { at: daysAgo(0) });
    await c.complete('decide-unanswered', { decision: 'go-on' });
    await until('the clock to run', async () => (await c.page()).clock.state === 'running');
    await c.act('withdraw');
    await proved(c, 'withdrawn');

    const silent = await w.open();
    await silent.act('clarify', { why: 'unclear' }, { role: 'handler', personal: { question: 'What?' } });
    await silent.checked('ask-clarification');
    await silent.complete('await-clarification', { outcome: 'no-answer' }, { at: daysAgo(0) });
    await silent.checked('remind-clarification');
    await silent.complete('await-clarification', { outcome: 'no-answer' }, { at: daysAgo(0) });
    await silent.complete('decide-unanswered', { decision: 'close' });
    await silent.checked('closing-letter');
    await proved(silent, 'unanswered');
    const mail = await w.mail.waitFor(({ subject }) =>
      subject.includes(`${silent.reference}: we have closed`),
    );
    expect(mail.text).toContain('what you are looking for');
  });

  test('is extended once, when the notice has been given inside the first month (Art 12A(3)–(4))', async () => {
    const c = await w.open({ receivedOn: daysAgo(6) });
    const before = (await c.page()).dueOn!;
    await c.act(
      'extend',
      { ground: 'complexity' },
      { role: 'handler', personal: { reasons: 'Nine systems.' } },
    );
    expect((await c.page()).extended).toBe(false);
    await c.checked('extension-notice');
    await w.env.sleep(1);
    await until('the time to be extended', async () => (await c.page()).extended);
    expect((await c.page()).dueOn! > before).toBe(true);
    await expect(c.act('extend', { ground: 'number' }, { role: 'handler' })).rejects.toThrow(
      'already-extended',
    );
    await c.act('undo-extension');
    expect((await c.page()).dueOn).toBe(before);
    await c.act('withdraw');
    await proved(c, 'withdrawn');
  });

  test('records a notice that was posted too late, and is not extended by it (Art 12A(4))', async () => {
    const c = await w.open({ receivedOn: monthAgo() });
    await c.act(
      'extend',
      { ground: 'complexity' },
      { role: 'handler', personal: { reasons: 'Nine systems.' } },
    );
    await c.posted('extension-notice');
    await until(
      'the extension to be given up',
      async () => !(await c.page()).view.running.includes('extension-needed'),
    );
    expect((await c.page()).extended).toBe(false);
    const notice = (await c.events()).find(
      ({ type, element }) => type === 'step-left' && element === 'extension-notice',
    );
    expect(notice?.data.noEffect).toBe(true);
    await c.act('withdraw');
    await proved(c, 'withdrawn');
  });

  test('is answered when a copy kept for collection is handed over, and not before (Art 12(1))', async () => {
    const c = await toReview();
    await c.complete('review', reviewed);
    await decided(c);
    await c.complete('prepare-response', { result: 'answered', delivery: 'collection', confirmed: true });
    await c.checked('respond');
    await c.task('deliver');
    expect((await c.page()).clock.state).toBe('running');
    await c.complete('deliver', { way: 'collection', on: daysAgo(0) }, { at: daysAgo(0) });
    await c.task('close-case');
    expect((await c.page()).clock.state).toBe('stopped');
    const letters = await w.register.letters.list(await w.staff('handler'), c.reference);
    const answer = letters?.find(({ letter }) => letter === 'respond');
    expect(answer).toMatchObject({ state: 'given', way: 'collection' });
    expect(answer?.givenAt?.slice(0, 10)).toBe(daysAgo(0));
    await c.complete('close-case', {});
    await proved(c, 'answered');
  });

  test('is corrected after it was logged, in its contents and in nothing that steers it', async () => {
    const c = await w.open();
    const before = (await c.page()).facts;
    const personal = {
      delivery: 'collection',
      adjustmentKinds: ['large-print'],
      authority: 'A signed note.',
    };
    await c.act('amend-request', {}, { role: 'handler', personal });
    const { contents, facts } = await c.page();
    expect(contents).toMatchObject({ ...personal, request: 'Everything you hold about my tenancy.' });
    expect(facts).toEqual(before);
    await c.act('withdraw');
    await proved(c, 'withdrawn');
  });

  test('may not be extended after the first month', async () => {
    const c = await w.open({ receivedOn: daysAgo(45) });
    await c.task('triage');
    await expect(c.act('extend', { ground: 'complexity' }, { role: 'handler' })).rejects.toThrow(
      'notice-too-late',
    );
    await c.act('withdraw');
    await proved(c, 'withdrawn');
  });

  test('goes on when a proposed refusal is not agreed, and is refused when it is (Art 12(4))', async () => {
    const c = await w.open();
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

  test('is not refused where we act for a controller before the controller approves (Art 28(3)(a), (e))', async () => {
    const viewer = await w.staff('handler', 'nottingham-city-homes');
    const c = await w.open({
      viewer,
      controller: 'nottingham-city-council',
      subject: { fresh: { ...person(), personType: 'council-tenant' } },
    });
    const refusing = async (instruction: string) => {
      await c.act('propose-refusal', { ground: 'manifestly-excessive' }, { role: 'handler' });
      await c.complete('advise-refusal', { advice: 'agree' });
      await c.complete('decide-refusal', { decision: 'refuse', departs: 'no', limitReasons: 'no' });
      await c.complete('seek-refusal-approval', { instruction, on: daysAgo(0) });
    };
    await refusing('go-on');
    await until(
      'the proposal to be over',
      async () => !(await c.page()).view.running.includes('refusal-proposed'),
    );
    await refusing('approved');
    await c.posted('refusal-letter');
    await proved(c, 'refused');
  });

  test('is passed to the controller where the profile says so', async () => {
    const c = await w.open();
    await triaged(c, { route: 'forward', identity: undefined, fee: undefined, systems: undefined });
    await c.checked('forward-request');
    await proved(c, 'forwarded');
  });

  test('is searched again, and takes up a letter that came back', async () => {
    const c = await w.open();
    await preserved(c);
    await triaged(c);
    await searched(c);
    await c.task('review');
    await c.act('reopen-search', { system: 'housing-management' }, { role: 'handler' });
    await expect(c.complete('review', reviewed)).rejects.toThrow('in-hand');
    await c.complete('search-again', { result: 'nothing-found', minutes: 3 }, { role: 'handler' });
    await c.act(
      'letter-returned',
      { letter: 'acknowledge#1', on: daysAgo(0) },
      { role: 'handler', at: daysAgo(0) },
    );
    await c.complete('send-again', { outcome: 'given' }, { at: daysAgo(0) });
    await c.complete('review', reviewed);
    await decided(c);
    await c.complete('prepare-response', { result: 'back' });
    await c.complete('review', reviewed);
    await decided(c);
    await answered(c);
    await proved(c, 'answered');
  });

  test('is answered on the controller’s instructions where we act for a controller (Art 28)', async () => {
    const viewer = await w.staff('handler', 'nottingham-city-homes');
    const c = await w.open({
      viewer,
      controller: 'nottingham-city-council',
      subject: { fresh: { ...person(), personType: 'council-tenant' } },
    });
    const { facts } = await c.page();
    expect(facts.approvalRequired).toBe(true);
    await preserved(c);
    await triaged(c, { systems: ['housing-management'] });
    await searched(c);
    await c.complete('review', reviewed);
    await decided(c);
    await c.complete('seek-instructions', { instruction: 'changes', on: daysAgo(0) });
    await c.complete('review', reviewed);
    await decided(c);
    await c.complete('seek-instructions', { instruction: 'approved', on: daysAgo(0) });
    await answered(c);
    await proved(c, 'answered');
  });

  test('is reopened at the review after it was closed', async () => {
    const c = await toReview();
    await c.complete('review', reviewed);
    await decided(c);
    await answered(c);
    await c.outcome();
    await c.reopen();
    await c.complete('review', reviewed);
    await decided(c);
    await answered(c);
    await proved(c, 'answered');
  });

  test('escalates by itself as its due date nears, once for each point', async () => {
    const c = await w.open({ receivedOn: daysAgo(0) });
    await preserved(c);
    await c.task('triage');
    await w.env.sleep('40 days');
    const points = (await c.events())
      .filter(({ type }) => type === 'escalated')
      .map(({ data }) => String(data.point));
    const rungs = points.map((point) => point.slice(0, point.indexOf('@')));
    expect(rungs).toEqual(expect.arrayContaining(['ten-days', 'five-days', 'one-day', 'due', 'overdue']));
    expect(new Set(points).size).toBe(points.length);
    await c.act('withdraw');
    await proved(c, 'withdrawn');
  });

  test('reaches every element and every flow of its diagram in these tests', () => {
    expect(diagram.unreached()).toEqual({ elements: [], flows: [] });
  });
});

const codeIn = (text: string): string => /^\s*(\d{6})\s*$/m.exec(text)?.[1] ?? 'no code';

/** Six digits by themselves: not a part of a longer number, an id or a fraction of a second. */
const standsIn = (text: string, word: string): boolean =>
  new RegExp(`(?<![\\w.-])${word}(?![\\w-])`).test(text);

/** All payloads of a history, as text. */
function payloads(value: unknown): string {
  if (value instanceof Uint8Array) return ` ${Buffer.from(value).toString('utf8')}`;
  return typeof value === 'object' && value !== null ? Object.values(value).map(payloads).join('') : '';
}

/** A day whose month ends today or tomorrow. */
function monthAgo(): string {
  const day = new Date();
  const number = day.getUTCDate();
  day.setUTCMonth(day.getUTCMonth() - 1);
  if (day.getUTCDate() !== number) day.setUTCDate(1);
  return day.toISOString().slice(0, 10);
}
