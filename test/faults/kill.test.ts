import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Driver } from '../../dev/drive';
import type { PartName } from '../../dev/stack';
import { until } from '../../dev/wait';
import { provesTheDiagram } from '../support/diagram';
import { ORGANISATION } from '../support/world';
import { hold } from './support/hold';
import type { Answered, Product } from './support/product';
import { begun, startProduct } from './support/product';

let product: Product;
const opened: Driver[] = [];
const diagram = provesTheDiagram('subject-access');

beforeAll(async () => void (product = await startProduct()));
afterAll(() => product?.stop());

async function open(): Promise<Driver> {
  const c = await product.open();
  opened.push(c);
  await begun(c);
  return c;
}

const note = (c: Driver, id: string): Promise<Answered> =>
  product.post(`/cases/${c.reference}/actions/note`, { id, answers: { note: 'They rang.' } });

/** Presses the same button until the product says that it is recorded, as a person would. */
const noteUntilRecorded = (c: Driver, id: string): Promise<true> =>
  until('the note to be recorded', async () => (await note(c, id)).status === 200 || undefined, {
    within: 60_000,
    every: 500,
  });

const timesRecorded = async (c: Driver, id: string): Promise<number> =>
  (await c.events()).filter(({ submissionId }) => submissionId === id).length;

/** An action under way, up to the moment before the record is written; then a part dies, and comes back. */
async function killedDuringANote(part: PartName): Promise<{ c: Driver; id: string }> {
  const c = await open();
  const id = randomUUID();
  const held = await hold(product.stack.environment.DATABASE_URL ?? '', c.reference);
  const first = note(c, id).catch(() => null);
  const early = first.then((answer) => {
    throw new Error(`It was answered before it could be recorded: ${JSON.stringify(answer)}`);
  });
  early.catch(() => undefined);
  await Promise.race([held.someoneWaits(), early]);
  await product.stack.kill(part);
  await held.release();
  await product.stack.start(part);
  await first;
  return { c, id };
}

describe.each(['worker', 'api', 'temporal', 'postgres'] as const)('When the %s is killed', (part) => {
  test('in the middle of an action, the action is recorded once, and the case goes on', async () => {
    const { c, id } = await killedDuringANote(part);
    await noteUntilRecorded(c, id);
    expect(await timesRecorded(c, id)).toBe(1);

    await until('the case to be withdrawn', () => withdrawn(c), { within: 45_000, every: 500 });
    expect(await c.outcome()).toBe('withdrawn');
  });
});

/** Withdraws the case under one id, as somebody would who presses again. */
async function withdrawn(c: Driver): Promise<true> {
  const id = `00000000-0000-4000-8000-${c.reference.replace(/\D/g, '').padStart(12, '0')}`;
  await c.send({ id, action: 'withdraw', codes: {}, form: 'withdraw', role: 'dpo' });
  return true;
}

describe('When the mail server is killed', () => {
  test('letters wait for it, and each goes once', async () => {
    await product.stack.kill('mail');
    const c = await product.open();
    opened.push(c);
    await c.task('triage');
    const given = (await c.events()).filter(({ data }) => data.givenAt !== undefined);
    expect(given).toEqual([]);

    await product.stack.start('mail');
    await begun(c);
    const viewer = await product.staff('governance-officer', ORGANISATION);
    const letters = (await product.register.letters.list(viewer, c.reference)) ?? [];
    const ids = (await product.mails()).map(({ messageId }) => messageId);
    expect(letters.length).toBeGreaterThan(1);
    for (const { messageId } of letters) expect(ids.filter((id) => id === messageId)).toHaveLength(1);
    await withdrawn(c);
  });
});

describe('While no worker runs', () => {
  test('an action is answered “pending” within ten seconds, and recorded once when a worker is back', async () => {
    const c = await open();
    const id = randomUUID();
    await product.stack.kill('worker');
    const sent = Date.now();
    const answer = await note(c, id);
    expect(answer).toEqual({ status: 202, body: { status: 'pending', id } });
    expect(Date.now() - sent).toBeLessThan(10_000);
    expect(await timesRecorded(c, id)).toBe(0);

    await product.stack.start('worker');
    await noteUntilRecorded(c, id);
    expect(await timesRecorded(c, id)).toBe(1);
  });
});

describe('When the store of Temporal is lost', () => {
  test('npm run cases:recover starts every open case from the record, and none does anything twice', async () => {
    const c = await open();
    await c.task('triage');
    const before = (await c.events()).map(({ id }) => id);
    await product.stack.kill('temporal');
    for (const name of readdirSync(product.home).filter((one) => one.startsWith('temporal.db')))
      rmSync(join(product.home, name));
    await product.stack.start('temporal');

    const planned = await recover(product.home, '--dry-run');
    expect(planned).toContain(`${c.reference} (received`);
    expect(planned).toMatch(/\d+ cases would be started from the record\. Nothing was changed\.\n$/);
    expect(await recover(product.home)).toMatch(/(\d+) of \1 cases started from the record\.\n$/);

    await noteUntilRecorded(c, randomUUID());
    expect((await c.events()).map(({ id }) => id).slice(0, before.length)).toEqual(before);
    await withdrawn(c);
    expect(await c.outcome()).toBe('withdrawn');
  });
});

/** Runs the command as an operator does, beside the running demonstration. */
async function recover(home: string, ...flags: readonly string[]): Promise<string> {
  const command = ['--import', 'tsx', join(__dirname, '../../commands/cases-recover.ts'), ...flags];
  const { stdout } = await promisify(execFile)(process.execPath, command, {
    env: { ...process.env, DATABASE_URL: '', CUSTODIAN_HOME: home },
  });
  return stdout;
}

describe('After all of this', () => {
  test('no letter was made or sent twice, the log is whole, and every case follows its diagram', async () => {
    const viewer = await product.staff('governance-officer', ORGANISATION);
    for (const c of opened) {
      diagram.follows(await c.events());
      const steps = ((await product.register.letters.list(viewer, c.reference)) ?? []).map(
        ({ step }) => step,
      );
      expect(new Set(steps).size).toBe(steps.length);
    }
    const ids = (await product.mails()).map(({ messageId }) => messageId);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
    expect(await product.register.audit.verifyChain()).toMatchObject({ ok: true });
  });
});
