import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { listMoved, recomputeAll, report } from '../../commands/deadlines-recompute';
import { addMonths, londonDate } from '../../domain/calendar';
import { amended, knownHolidays } from '../../domain/calendar/holidays';
import type { Holidays, IsoDate } from '../../domain/clock/types';
import type { Register } from '../../register';
import { createRegister } from '../../register';
import { serve } from '../api/support/server';
import { member, signedIn } from '../api/support/staff';
import { localServer } from '../support/temporal';
import type { Driver, World } from '../support/world';
import { world } from '../support/world';

let env: TestWorkflowEnvironment;
let w: World;
let newer: Register;
let c: Driver;
let due: IsoDate;

const today = londonDate(new Date().toISOString());

beforeAll(async () => {
  env = await localServer();
  w = await world(env);
  c = await w.open();
  await c.task('triage');
  due = (await c.page()).dueOn ?? addMonths(today, 1);
  newer = createRegister({
    ...{ databaseUrl: w.database.url, masterKey: w.masterKey, calendar: withHoliday(due) },
    ...{ organisations: w.register.organisations, now: () => new Date() },
  });
});
afterAll(async () => {
  await newer.close();
  await w.stop();
  await env.teardown();
});

const withHoliday = (date: IsoDate): Holidays =>
  amended(knownHolidays, [
    ...(['england-and-wales', 'scotland', 'northern-ireland'] as const).map((nation) => ({
      ...{ nation, date, title: 'A proclaimed day', source: 'a test', reason: 'a test' },
    })),
  ]);

const becameOf = ({ lines }: Awaited<ReturnType<typeof listMoved>>) =>
  lines.filter(({ timer }) => timer === 'rights.response').map(({ became }) => became);

/** How often the case was asked to record its dates anew. */
const asked = async (): Promise<number> =>
  (await c.events()).filter(({ action }) => action === 'recompute-deadline').length;

// One story, told in order: each test goes on where the last one stopped.
describe('npm run deadlines:recompute, after a bank holiday was proclaimed', () => {
  test('--dry-run lists the case with old and new date and the reason, and changes nothing', async () => {
    const listed = await listMoved(newer);
    expect(becameOf(listed)).toEqual(['moves']);
    expect(report(listed)).toMatch(
      new RegExp(`${c.reference}  rights\\.response  .* → .* \\(\\d days? later\\): would move`),
    );
    expect(report(listed)).toContain('A proclaimed day');
    expect(await asked()).toBe(0);
    expect((await c.page()).clock).toMatchObject({ due, later: null });
  });

  test('says so when the worker still counts with the holidays of before', async () => {
    const done = await recomputeAll(newer, w.gateway);
    expect(done.whole).toBe(false);
    expect(becameOf(done)).toEqual(['not-reached']);
    expect(report(done)).toContain('Restart the worker');
  });

  test('records on the case, by nobody’s hand, that a later date waits, and leaves the date as it is', async () => {
    await w.restartWorker(newer);
    const done = await recomputeAll(newer, w.gateway);
    expect(done.whole).toBe(true);
    expect(becameOf(done)).toEqual(['waits']);
    const page = await c.page();
    expect(page.dueOn).toBe(due);
    expect(page.clock.later).not.toBeNull();
    expect((await c.events()).findLast(({ action }) => action === 'recompute-deadline')).toMatchObject({
      ...{ type: 'acted', action: 'recompute-deadline', actorId: null, submissionId: null },
      data: { from: due, to: due, waits: page.clock.later },
    });
  });

  test('does not ask the case again while it waits', async () => {
    const before = await asked();
    expect(becameOf(await recomputeAll(newer, w.gateway))).toEqual(['waits']);
    expect(await asked()).toBe(before);
  });

  test('shows on the case’s page that a later date waits, and offers its confirmation to a governance officer, not to a handler', async () => {
    const served = await serve({ register: w.register, gateway: w.gateway, databaseUrl: w.database.url });
    try {
      const officer = await signedIn(served.url, await member(w.register, ['governance-officer']));
      const clock = await officer.get(`/cases/${c.reference}/clock`);
      expect(clock.html).toContain('waits for your confirmation');
      expect(clock.html).toContain('A proclaimed day');
      expect((await officer.get(`/cases/${c.reference}`)).html).toContain('waits for confirmation by the');
      expect((await officer.get(`/cases/${c.reference}/actions/recompute-deadline`)).status).toBe(200);
      const handler = await signedIn(served.url, await member(w.register, ['handler']));
      expect((await handler.get(`/cases/${c.reference}/clock`)).html).toContain('waits for a confirmation');
      expect((await handler.get(`/cases/${c.reference}/actions/recompute-deadline`)).status).toBe(403);
    } finally {
      await served.stop();
    }
  });

  test('leaves the later date to a governance officer or the DPO: a handler is refused', async () => {
    await expect(c.act('recompute-deadline', { accept: true }, { role: 'handler' })).rejects.toThrow('role');
    const { later } = (await c.page()).clock;
    await c.act('recompute-deadline', { accept: true }, { role: 'governance-officer' });
    const page = await c.page();
    expect(page.dueOn).toBe(later);
    expect(page.clock.later).toBeNull();
    expect(report(await listMoved(newer))).toBe('No date of an open case moves. Nothing was changed.');
    await expect(c.act('recompute-deadline', { accept: true })).rejects.toThrow('nothing-waits');
  });

  test('applies an earlier date at once when the holiday is taken back, and nobody else may ask so', async () => {
    await w.restartWorker();
    const done = await recomputeAll(w.register, w.gateway);
    expect(done.whole).toBe(true);
    expect(becameOf(done)).toEqual(['applied']);
    expect((await c.page()).dueOn).toBe(due);
    const event = (await c.events()).findLast(({ action }) => action === 'recompute-deadline');
    expect(event).toMatchObject({ actorId: null, data: { to: due } });
    expect(event?.data.from).not.toBe(due);
  });

  test('may ask for nothing else without a person', async () => {
    const start = await w.register.cases.start(c.reference);
    const acted = await w.gateway.act(start as never, {
      ...{ id: '7a4dd1ff-7b0c-4e55-9a67-0f8d0c1f2a11', actor: null, role: 'system' },
      ...{ action: 'hold', codes: {} },
    });
    expect(acted).toMatchObject({ status: 'refused', refusal: { code: 'person-needed' } });
  });
});
