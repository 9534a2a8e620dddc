import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { until } from '../../dev/wait';
import type { Codes } from '../../domain/cases/process';
import { complaintVersion } from '../../processes/complaint.generated';
import type { CaseOpening } from '../../register/intake';
import { provesTheDiagram } from '../support/diagram';
import { timeSkipping } from '../support/temporal';
import type { Driver, World } from '../support/world';
import { person, world } from '../support/world';
import { daysAgo } from '../support/days';

let env: TestWorkflowEnvironment;
let w: World;
const diagram = provesTheDiagram('complaint');
const LANDLORD = 'nottingham-city-homes';

beforeAll(async () => {
  env = await timeSkipping();
  w = await world(env);
});
afterAll(async () => {
  await w.stop();
  await env.teardown();
});

const logged = {
  channel: 'phone',
  requester: 'self',
  about: 'handling',
  housing: 'no',
  acknowledgement: 'now',
};

const open = ({ codes, ...change }: Partial<CaseOpening> = {}): Promise<Driver> =>
  w.open({
    kind: 'complaint',
    processVersion: complaintVersion,
    contents: { request: 'My letter lay open in the hall.' },
    codes: { ...logged, ...codes },
    typed: { issues: [{ what: 'An open letter', wants: 'An apology' }] },
    ...change,
  });

async function appointed(c: Driver, change: Codes = {}): Promise<void> {
  const { staffId: enquirer } = await w.staff('handler');
  await c.complete('appoint', { enquirer, identity: 'no-doubt', independent: true, ...change });
}

const enquired = (c: Driver, outcome = 'complete'): Promise<void> =>
  c.complete(
    'enquire',
    { outcome },
    { role: 'governance-officer', personal: { news: 'We asked the post room.' } },
  );

async function found(c: Driver, change: Codes = {}): Promise<void> {
  const codes = { result: 'upheld', issuesCount: 1, actionsCount: 0, owners: [], dues: [], ...change };
  const issues = [
    { what: 'An open letter', conclusion: 'upheld', reasons: 'It was not sealed.', remedy: 'We seal them.' },
  ];
  const actions = [{ what: 'Order sealed envelopes' }];
  await c.complete('findings', codes, { role: 'governance-officer', personal: { issues, actions } });
}

const agreed = (c: Driver): Promise<void> => c.complete('decide', { decision: 'approve' });
const closed = (c: Driver): Promise<void> => c.complete('close-case', { confirmed: true });

async function proved(c: Driver, outcome: string): Promise<void> {
  expect(await c.outcome()).toBe(outcome);
  diagram.follows(await c.events());
}

describe('A complaint to us (DPA 2018 s.164A)', () => {
  test('is acknowledged, looked into by somebody appointed, decided by another, answered, and its actions carried out', async () => {
    const c = await open();
    await c.left('acknowledge');
    await appointed(c);
    const named = (await w.staff('handler')).staffId;
    const [enquiry, viewer] = [await c.task('enquire'), await w.staff('handler')];
    expect((await w.register.cases.task(viewer, enquiry.id))?.refusal).toBeNull();
    await enquired(c);
    await found(c, { owners: [named], dues: [daysAgo(-10)], actionsCount: 1 });
    await agreed(c);
    await c.task('outcome-letter');
    await w.reload(c);
    await waits(c, 'outcome-letter');
    await c.posted('outcome-letter');
    expect((await c.task('carry-out-action', '1')).dueOn).toBe(daysAgo(-10));
    expect((await c.page()).clock.state).toBe('stopped');
    await expect(c.act('withdraw', { on: daysAgo(0) }, { at: daysAgo(0) })).rejects.toThrow('not-waiting');
    const done = { item: '1', role: 'governance-officer', personal: { evidence: 'Ordered.' } } as const;
    await c.complete('carry-out-action', { outcome: 'later', due: daysAgo(-20) }, done);
    expect((await c.task('carry-out-action', '1')).dueOn).toBe(daysAgo(-20));
    await c.complete('carry-out-action', { outcome: 'done' }, done);
    await closed(c);
    await proved(c, 'upheld');
  });

  test('has 30 days for the acknowledgement, then the policy’s own time for the outcome (s.164A(3)–(4))', async () => {
    const c = await open({ codes: { ...logged, acknowledgement: 'with-outcome' } });
    expect(await timers(c)).toEqual(['complaint.ack', 'complaint.outcome', 'complaint.progress']);
    await appointed(c);
    await enquired(c);
    await found(c, { result: 'not-upheld' });
    await agreed(c);
    await c.posted('outcome-letter');
    await c.left('outcome-letter');
    expect((await c.events()).some(({ element }) => element === 'acknowledge')).toBe(false);
    await closed(c);
    await proved(c, 'not-upheld');
  });

  test('is told of progress whenever it takes longer, and at any time somebody thinks fit (s.164A(5))', async () => {
    const c = await open();
    await c.left('acknowledge');
    expect((await timers(c))[0]).toBe('complaint.outcome');
    await appointed(c);
    await enquired(c, 'go-on');
    await c.posted('progress-letter');
    await c.left('progress-letter');
    await c.act('tell-progress', {}, { role: 'handler', personal: { news: 'Two people were asked.' } });
    await expect(c.act('tell-progress', {}, { role: 'handler' })).rejects.toThrow('in-hand');
    const draft = await letterText(c, 'progress-letter', 'draft');
    expect(draft).toContain('Two people were asked.');
    await c.posted('progress-letter');
    await enquired(c);
    await found(c, { result: 'upheld-in-part' });
    await agreed(c);
    await c.posted('outcome-letter');
    await closed(c);
    await proved(c, 'upheld-in-part');
  });

  test('goes to somebody else where whoever was appointed cannot look into it, and back where it is not agreed', async () => {
    const c = await open();
    await appointed(c);
    await enquired(c, 'another');
    await appointed(c);
    await enquired(c);
    await found(c);
    await c.complete('decide', { decision: 'back' });
    await enquired(c);
    await found(c);
    await agreed(c);
    await c.posted('outcome-letter');
    await closed(c);
    await proved(c, 'upheld');
  });

  test('has the DPO’s advice where the profile says so (Art 39(1)(a))', async () => {
    const viewer = await w.staff('handler', LANDLORD);
    const c = await open({ viewer, subject: { fresh: { ...person(), personType: 'council-tenant' } } });
    await c.complete('appoint', { enquirer: viewer.staffId, identity: 'no-doubt', independent: true });
    await enquired(c);
    await found(c);
    await c.complete('dpo-advice', { advice: 'agree' });
    await agreed(c);
    await c.posted('outcome-letter');
    await closed(c);
    await proved(c, 'upheld');
  });

  test('asks for identity only on doubt; its clock does not wait for it', async () => {
    const c = await open();
    // From then on the date is that of the outcome.
    await c.left('acknowledge');
    const before = (await c.page()).dueOn;
    await appointed(c, { identity: 'identity' });
    await c.checked('request-identity');
    await c.complete('check-identity', { outcome: 'ask-again', receivedOn: daysAgo(0) }, { at: daysAgo(0) });
    await c.checked('request-identity');
    await c.complete('check-identity', { outcome: 'never-supplied' });
    await c.complete('decide-unverified', { decision: 'wait' });
    await c.checked('request-identity');
    await c.complete('check-identity', { outcome: 'never-supplied' });
    await c.complete('decide-unverified', { decision: 'go-on' });
    await c.task('enquire');
    expect((await c.page()).dueOn).toBe(before);
    expect((await c.page()).clock.state).toBe('running');
    await c.act('withdraw', { on: daysAgo(0) }, { at: daysAgo(0) });
    await proved(c, 'withdrawn');
  });

  test('is closed where identity is never shown, and without a letter after a death', async () => {
    for (const outcome of ['never-supplied', 'deceased']) {
      const c = await open();
      await appointed(c, { identity: 'authority' });
      await c.checked('request-identity');
      await c.complete('check-identity', { outcome });
      await c.complete('decide-unverified', { decision: 'close' });
      if (outcome === 'never-supplied') await c.checked('closing-letter');
      await proved(c, 'unanswered');
    }
    const known = await open();
    await appointed(known, { identity: 'identity' });
    await known.checked('request-identity');
    await known.complete(
      'check-identity',
      { outcome: 'confirmed', receivedOn: daysAgo(0) },
      { at: daysAgo(0) },
    );
    await known.task('enquire');
    diagram.follows(await known.events());
  });

  test('correspondence from the regulator has a date of its own, and the complaint is not dropped while it waits (s.165)', async () => {
    const c = await open();
    await appointed(c);
    const { staffId: assignee } = await w.staff('dpo');
    const wrote = { on: daysAgo(0), due: daysAgo(-14), assignee };
    await c.act('regulator-wrote', wrote, { at: daysAgo(0), personal: { asked: 'Your account of it.' } });
    const task = await c.task('answer-regulator');
    expect([task.dueOn, task.assigneeName]).toEqual([daysAgo(-14), 'The dpo']);
    await expect(c.act('withdraw', { on: daysAgo(0) }, { at: daysAgo(0) })).rejects.toThrow('in-hand');
    await c.complete('answer-regulator', { on: daysAgo(0), way: 'email' }, { role: 'dpo' });
    await c.left('acknowledge');
    expect((await timers(c))[0]).toBe('complaint.outcome');
    await c.act('letter-returned', { letter: 'acknowledge#1', on: daysAgo(0) }, { role: 'handler' });
    expect((await timers(c))[0]).toBe('complaint.ack');
    await c.complete('send-again', { outcome: 'post', on: daysAgo(0), letter: 'acknowledge#1' });
    await c.left('send-again');
    expect((await timers(c))[0]).toBe('complaint.outcome');
    await c.act('withdraw', { on: daysAgo(0) }, { at: daysAgo(0) });
    await proved(c, 'withdrawn');
  });

  test('shows the Housing Ombudsman’s times beside where it is a housing complaint as well, and never in front', async () => {
    const c = await open({ codes: { ...logged, housing: 'yes', acknowledgement: 'with-outcome' } });
    expect(await timers(c)).toEqual([
      ...['complaint.ack', 'complaint.outcome', 'complaint.progress'],
      ...['housing.ack', 'housing.stage1', 'housing.stage2'],
    ]);
    const other = await open();
    const stage2 = { role: 'handler', at: daysAgo(0), personal: { reasons: 'Not content.' } } as const;
    await expect(other.act('extend-housing', {}, { role: 'handler' })).rejects.toThrow('not-housing');
    await expect(other.act('escalate-housing', { on: daysAgo(0) }, stage2)).rejects.toThrow('not-housing');
    await c.act('extend-housing', {}, { role: 'handler', personal: { reasons: 'The archive was shut.' } });
    await expect(c.act('extend-housing', {}, { role: 'handler' })).rejects.toThrow('in-hand');
    expect(await letterText(c, 'stage1-notice', 'draft')).toContain('The archive was shut.');
    await c.posted('stage1-notice');
    await c.left('stage1-notice');
    await c.act('escalate-housing', { on: daysAgo(0) }, stage2);
    const viewer = await w.staff('governance-officer');
    const deadlines = (await w.register.cases.deadlines(viewer, c.reference)) ?? [];
    expect(deadlines.find(({ timer }) => timer === 'housing.stage2')?.state).toBe('running');
    expect(deadlines.find(({ timer }) => timer === 'housing.stage1')?.state).toBe('not-started');
    await c.act('withdraw', { on: daysAgo(0) }, { at: daysAgo(0) });
    await proved(c, 'withdrawn');
  });

  test('an internal review has the review’s own period, and its letter the way on that information law gives (FOIA ss.45, 50)', async () => {
    const c = await open({ codes: { ...logged, about: 'information-request', regime: 'eir' } });
    expect(await timers(c)).toEqual(['eir.review']);
    await c.left('acknowledge');
    await appointed(c);
    await enquired(c);
    await found(c);
    await agreed(c);
    await c.posted('outcome-letter');
    await c.left('outcome-letter');
    const text = await letterText(c, 'outcome-letter');
    expect(text).toContain('looked anew at our answer');
    expect(text).toContain('section 50 of the Freedom of Information Act');
    expect(text).not.toContain('section 167');
    await closed(c);
    await proved(c, 'upheld');
  });

  test('can be neither refused nor extended: section 164A knows neither', async () => {
    const c = await open();
    for (const action of ['extend', 'propose-refusal', 'clarify'] as const)
      await expect(c.act(action, {}, { role: 'dpo' })).rejects.toThrow('not-offered');
    await c.act('withdraw', { on: daysAgo(0) }, { at: daysAgo(0) });
    await proved(c, 'withdrawn');
  });

  test('escalates by itself as its due date nears, and is reopened with a new appointment', async () => {
    const c = await open();
    await appointed(c);
    await c.task('enquire');
    await w.env.sleep('29 days');
    expect((await c.events()).filter(({ type }) => type === 'escalated').length).toBeGreaterThan(4);
    await enquired(c);
    await found(c);
    await agreed(c);
    await c.posted('outcome-letter');
    await closed(c);
    await c.outcome();
    await c.reopen();
    await appointed(c);
    await enquired(c);
    await found(c, { result: 'not-upheld' });
    await agreed(c);
    await c.posted('outcome-letter');
    await closed(c);
    await until('the second outcome', async () => (await c.page()).outcome === 'not-upheld' || undefined, {
      within: 60_000,
    });
    await proved(c, 'not-upheld');
  });

  test('reaches every element and every flow of its diagram in these tests', () => {
    expect(diagram.unreached()).toEqual({ elements: [], flows: [] });
  });
});

async function timers(c: Driver): Promise<string[]> {
  const viewer = await w.staff('governance-officer');
  return ((await w.register.cases.deadlines(viewer, c.reference)) ?? []).map(({ timer }) => timer);
}

async function letterText(c: Driver, element: string, state?: string): Promise<string> {
  const viewer = await w.staff('governance-officer');
  if (state) await c.task(element);
  const letters = (await w.register.letters.list(viewer, c.reference)) ?? [];
  const last = letters.findLast(({ letter }) => letter === element);
  const opened = last && (await w.register.letters.show(viewer, last.id));
  return `${opened?.contents.text ?? ''} ${JSON.stringify(opened?.contents ?? '')}`.replace(/\s+/g, ' ');
}

/** The new worker has taken the case over, and come to a person again. */
const waits = (c: Driver, element: string): Promise<unknown> =>
  until(
    `${element} to wait for a person on ${c.reference}`,
    async () => (await c.page()).tasks.find((task) => task.element === element && task.state === 'open'),
    { within: 120_000 },
  );
