import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { addHours, londonDate } from '../../domain/calendar';
import { until } from '../../dev/wait';
import { consentWithdrawalVersion } from '../../processes/consent-withdrawal.generated';
import { provesTheDiagram } from '../support/diagram';
import { timeSkipping } from '../support/temporal';
import type { Driver, World } from '../support/world';
import { world } from '../support/world';

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
