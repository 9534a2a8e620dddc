import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { addHours, londonDate } from '../../domain/calendar';
import { until } from '../../dev/wait';
import { consentWithdrawalVersion } from '../../processes/consent-withdrawal.generated';
import { provesTheDiagram } from '../support/diagram';
import { timeSkipping } from '../support/temporal';
import type { Driver, World } from '../support/world';
import { ORGANISATION, world } from '../support/world';

let env: TestWorkflowEnvironment;
let w: World;
const diagram = provesTheDiagram('consent-withdrawal');

beforeAll(async () => {
  env = await timeSkipping();
  w = await world(env);
});
afterAll(async () => {
  await w.stop();
  await env.teardown();
});

const open = (purposes: readonly string[]): Promise<Driver> =>
  w.open({
    kind: 'consent-withdrawal',
    processVersion: consentWithdrawalVersion,
    contents: { request: 'No more surveys.' },
    codes: { channel: 'phone', requester: 'self', purposes },
    typed: { purposes },
  });

const stopped = (c: Driver, item: string, outcome = 'stopped'): Promise<void> =>
  c.complete(
    'stop-at-once',
    { outcome, on: today() },
    { item, role: 'handler', personal: { evidence: 'Off the list.' } },
  );

const checked = (c: Driver, codes: Record<string, string>): Promise<void> =>
  c.complete('check-erasure', codes, { personal: { reasons: 'Looked through what is held.' } });

async function closed(c: Driver, outcome: string): Promise<void> {
  await c.complete('close-case', { confirmed: true });
  expect(await c.outcome()).toBe(outcome);
  diagram.follows(await c.events());
}

describe('Consent that is withdrawn (UK GDPR Art 7(3))', () => {
  test('stops at once on each system of the purpose, says so with what follows, and then looks at the data (Art 17(1)(b))', async () => {
    const c = await open(['surveys-and-research']);
    await c.task('stop-at-once', 'surveys');
    await w.reload(c);
    expect(await c.page()).toMatchObject({ dueOn: today(), facts: { stopOn: ['surveys'] } });
    const task = await c.task('stop-at-once', 'surveys');
    expect(task.dueOn).toBe(londonDate(addHours(task.openedAt, 4)));
    const viewer = await w.staff('handler');
    const shown = await w.register.cases.task(viewer, task.id);
    expect(JSON.stringify(shown)).toContain('Surveys, your opinion on our services, and research');
    await stopped(c, 'surveys', 'failed');
    await stopped(c, 'surveys');
    await c.posted('confirm-stopped');
    await c.task('check-erasure');
    const text = await letterText(c);
    expect(text).toContain('Surveys, your opinion on our services, and research');
    expect(text).toContain('before you withdrew it stays lawful');
    expect(text).toContain('As we explained when we spoke to you.');
    expect((await c.page()).clock.state).toBe('stopped');
    await checked(c, { outcome: 'other-basis', basis: 'legal-obligation' });
    await closed(c, 'stopped');
  });

  test('stops every system of every purpose that was named, each once; and is worked again when reopened', async () => {
    const c = await open(['surveys-and-research', 'services-by-consent']);
    const systems = ['surveys', 'housing-management', 'contact-records'];
    expect((await c.page()).facts.stopOn).toEqual(systems);
    for (const system of systems) await stopped(c, system, 'nothing-there');
    await c.posted('confirm-stopped');
    await checked(c, { outcome: 'nothing-held' });
    await closed(c, 'stopped-nothing-held');
    await c.reopen();
    for (const system of systems) await stopped(c, system);
    await c.posted('confirm-stopped');
    await checked(c, { outcome: 'erasure', erasure: 'ERA-2026-00001' });
    await closed(c, 'stopped-erasure');
  });

  test('is chased in hours: the owner before the profile’s hours are over, and whoever answers for it when they are', async () => {
    const c = await open(['surveys-and-research']);
    const { id, openedAt, dueAt } = await c.task('stop-at-once', 'surveys');
    expect(dueAt).toBe(addHours(openedAt, w.register.organisations.get(ORGANISATION).stopping.withinHours));
    await Promise.all([w.staff('governance-officer'), w.staff('handler')]);
    const reached = async (): Promise<unknown[]> =>
      (await c.events())
        .filter(({ type, data }) => type === 'escalated' && String(data.point).startsWith('chase.'))
        .map(({ data }) => data.point);
    const step = `chase.stop-everywhere#1[surveys]/stop-at-once#1@`;
    await w.env.sleep('210 minutes');
    await until('the owner to be reminded', async () => (await reached()).length === 1);
    await w.env.sleep('1 hour');
    await until('the hours to be over', async () => (await reached()).length === 2);
    const moment = dueAt ?? '';
    expect(await reached()).toEqual([`${step}${addHours(moment, -1)}`, `${step}${moment}`]);
    const { audience } = w.register.cases;
    expect(await audience(c.reference, `${step}${addHours(moment, -1)}`)).toMatchObject({
      ...{ tell: ['system-owner'], dueAt: moment, title: 'Stop it on the system' },
    });
    expect((await audience(c.reference, `${step}${moment}`)).tell).toEqual([
      ...['system-owner', 'handler', 'governance-officer'],
    ]);
    const mails = await until('the mails', async () => {
      const all = (await w.mail.messages()).filter(({ subject }) => subject.startsWith(c.reference));
      return all.some(({ subject }) => subject === `${c.reference}: is overdue`) && all;
    });
    expect(mails.some(({ subject }) => /: is due at \d\d:\d\d on /.test(subject))).toBe(true);
    expect((await w.register.cases.task(await w.staff('handler'), id))?.state).toBe('open');
    await stopped(c, 'surveys');
  });

  test('escalates by itself when it is not stopped, and a letter that comes back is given another way', async () => {
    const c = await open(['website']);
    await c.task('stop-at-once', 'website');
    await w.env.sleep('5 days');
    const points = (await c.events()).filter(({ type }) => type === 'escalated');
    expect(points.length).toBeGreaterThan(1);
    await stopped(c, 'website');
    await stopped(c, 'online-forms');
    await c.posted('confirm-stopped');
    await c.task('check-erasure');
    await c.act('letter-returned', { letter: 'confirm-stopped#1', on: today() }, { at: today() });
    await c.complete('send-again', { outcome: 'by-hand', on: today() }, { at: today() });
    await checked(c, { outcome: 'nothing-held' });
    await closed(c, 'stopped-nothing-held');
  });

  test('cannot be refused, put off, or made to wait for proof of who asks', async () => {
    const c = await open(['website']);
    await c.task('stop-at-once', 'website');
    for (const action of ['propose-refusal', 'extend', 'withdraw-identity-request', 'clarify'] as const)
      await expect(c.act(action, {}, { role: 'handler' })).rejects.toThrow();
    expect(new Set((await c.page()).tasks.map(({ element }) => element))).toEqual(new Set(['stop-at-once']));
  });

  test('reaches every element and every flow of its diagram in these tests', () => {
    expect(diagram.unreached()).toEqual({ elements: [], flows: [] });
  });
});

async function letterText(c: Driver): Promise<string> {
  const text = await until('the letter to be on file', async () => {
    const viewer = await w.staff('governance-officer');
    const letters = (await w.register.letters.list(viewer, c.reference)) ?? [];
    const found = letters.find(({ letter }) => letter === 'confirm-stopped');
    return found && (await w.register.letters.show(viewer, found.id))?.contents.text;
  });
  return text.replace(/\s+/g, ' ');
}

const today = (): string => new Date().toISOString().slice(0, 10);
