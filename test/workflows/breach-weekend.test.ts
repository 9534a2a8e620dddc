import { randomUUID } from 'node:crypto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { until } from '../../dev/wait';
import type { Codes } from '../../domain/cases/process';
import type { Role } from '../../domain/roles';
import { breachVersion } from '../../processes/breach.generated';
import { provesTheDiagram } from '../support/diagram';
import { localServer } from '../support/temporal';
import type { Driver, World } from '../support/world';
import { world } from '../support/world';

let env: TestWorkflowEnvironment;
let w: World;
const diagram = provesTheDiagram('breach');

beforeAll(async () => {
  env = await localServer();
  w = await world(env);
});
afterAll(async () => {
  await w?.stop();
  await env?.teardown();
});

/** Friday morning in summer time; the clocks go back on Sunday 25 October 2026. */
const awareAt = '2026-10-23T10:15:00+01:00';
/** 72 elapsed hours later: an hour earlier by the clock on the wall. */
const due = '2026-10-26T09:15:00.000Z';

async function reported(): Promise<Driver> {
  return w.open({
    viewer: await w.staff('employee'),
    kind: 'breach',
    processVersion: breachVersion,
    subject: undefined,
    contents: { title: 'A list sent to a stranger', request: 'The wrong file.' },
    codes: { discovered: 'at', discoveredAt: awareAt, happened: 'unknown', ongoing: 'no', place: 'us' },
  });
}

test('The 72 hours hold over the weekend on which the clocks go back, although the worker is ended and begins anew at every step (Art 33(1)).', async () => {
  const c = await reported();
  const holds = async (): Promise<void> => expect(new Date((await c.page()).dueAt!).toISOString()).toBe(due);

  const finish = async (element: string, role: Role, codes: Codes): Promise<void> => {
    const { step } = await c.task(element);
    await w.restartWorker();
    const id = randomUUID();
    // Sent again under the same id until it is known to be recorded, as the pages do while a worker is away.
    await until(
      `${element} to be recorded`,
      async () => {
        await c.send({ id, action: 'complete', step, codes, form: element, role });
        return true;
      },
      { within: 60_000 },
    );
    await holds();
  };

  await holds();
  const filing = { how: 'form', filedAt: '2026-10-26T09:15:00+00:00' };
  await finish('triage', 'dpo', { outcome: 'breach', role: 'controller', awareAt, measures: ['recall'] });
  await finish('contain', 'handler', { outcome: 'done' });
  await finish('assess', 'handler', { people: 40 });
  await finish('dpo-advice', 'dpo', { advice: 'agree' });
  await finish('decide', 'accountable-manager', { decision: 'risk', departs: 'no' });
  await finish('file-notification', 'handler', { ...filing, complete: 'no' });
  await finish('follow-up', 'handler', { people: 41 });
  await finish('file-notification', 'handler', { ...filing, complete: 'yes' });
  await finish('lessons', 'dpo', { again: 'no', owners: [], dues: [] });
  await finish('close-case', 'dpo', { confirmed: true });
  expect(await c.outcome()).toBe('notified');
  diagram.follows(await c.events());
  const packs = (await w.register.documents.ofCase(c.reference)).filter(
    ({ purpose }) => purpose === 'notification',
  );
  expect(packs).toHaveLength(2);
});
