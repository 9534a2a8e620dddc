import { randomUUID } from 'node:crypto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { londonDate } from '../../domain/calendar';
import type { Codes } from '../../domain/cases/process';
import { endOfPeriod } from '../../domain/clock/period';
import { decisionCheckVersion } from '../../processes/decision-check.generated';
import { until } from '../../dev/wait';
import { provesTheDiagram } from '../support/diagram';
import { timeSkipping } from '../support/temporal';
import { openFirstChecks } from '../../worker/first-checks';
import type { World } from '../support/world';
import { Driver, world } from '../support/world';

let env: TestWorkflowEnvironment;
let w: World;
const diagram = provesTheDiagram('decision-check');

beforeAll(async () => {
  env = await timeSkipping();
  w = await world(env);
});
afterAll(async () => {
  await w.stop();
  await env.teardown();
});

const open = async (): Promise<Driver> =>
  w.open({
    ...{ viewer: await w.staff('governance-officer'), kind: 'decision-check', subject: undefined },
    ...{ submissionId: randomUUID(), processVersion: decisionCheckVersion },
    codes: { decision: 'assessments' },
    contents: { title: 'Assessments', request: 'Twenty scores are worked out by hand.' },
  });

const ahead = async (days: number): Promise<string> =>
  new Date((await env.currentTimeMs()) + days * 86_400_000).toISOString().slice(0, 10);

/** A check with its finding; the DPO makes the next one. */
async function checked(c: Driver, outcome: string, codes: Codes = {}): Promise<void> {
  await c.complete('check-decision', {
    ...{ outcome, on: await ahead(0), nextOn: await ahead(182), nextBy: (await w.staff('dpo')).staffId },
    ...codes,
  });
}

async function proved(c: Driver): Promise<void> {
  expect(await c.outcome()).toBe('retired');
  diagram.follows(await c.events());
}

describe('The checks of an automated decision (UK GDPR Arts 5(2), 22C, 24(1))', () => {
  test('a concern is put right by its owner, who may need longer, and is shown on the case until then', async () => {
    const c = await open();
    const first = await c.task('check-decision');
    expect(first.assigneeId).toBe((await w.staff('governance-officer')).staffId);
    expect(first.dueOn).not.toBeNull();
    const owner = (await w.staff('data-holder')).staffId;
    const dueOn = await ahead(14);
    await c.complete(
      'check-decision',
      {
        ...{ outcome: 'concern', on: await ahead(0), meanwhile: 'by-a-person', owner, dueOn },
        ...{ nextOn: await ahead(182), nextBy: owner },
      },
      { personal: { findings: 'Two of twenty are wrong.', toDo: 'Mend the table of points.' } },
    );
    const repair = await c.task('put-right');
    expect([repair.assigneeId, repair.dueOn]).toEqual([owner, dueOn]);
    const seen = await w.register.cases.task(await w.staff('data-holder'), repair.id);
    expect(seen?.shows.map(({ text }) => text)).toEqual([
      'Two of twenty are wrong.',
      'Mend the table of points.',
    ]);
    expect((await c.page()).stage).toBe('carrying-out');
    await w.reload(c);
    const later = await ahead(30);
    await c.complete('put-right', { outcome: 'later', dueOn: later });
    await until('the later date', async () =>
      (await c.task('put-right')).dueOn === later ? true : undefined,
    );
    await c.complete('put-right', { outcome: 'done', on: await ahead(0) }, { role: 'data-holder' });
    await c.waiting('await-check');
    await c.act('retire', { on: await ahead(0) }, { at: await ahead(0) });
    await proved(c);
  });

  test('end with the check that finds that no machine decides any more, and cannot be ended twice', async () => {
    const c = await open();
    await c.complete('check-decision', { outcome: 'retired', on: await ahead(0) });
    await proved(c);
    await expect(c.act('retire')).rejects.toThrow('case-closed');
  });

  test('come again at the interval of the register for as long as a machine decides, each kept, and whoever is to make them is reminded', async () => {
    const c = await open();
    await checked(c, 'as-intended');
    await c.waiting('await-check');
    expect((await c.page()).stage).toBe('in-force');
    await w.reload(c);
    await c.waiting('await-check');
    await w.env.sleep('183 days');
    const second = await c.task('check-decision');
    expect(second.assigneeId).toBe((await w.staff('dpo')).staffId);
    await w.env.sleep('40 days');
    await until(
      'a reminder',
      async () => (await c.events()).find(({ element }) => element === 'tell') && true,
    );
    await checked(c, 'as-intended');
    await c.waiting('await-check');
    const found = (await c.page()).steps.filter(({ element }) => element === 'check-decision');
    expect(found.map(({ result }) => result?.outcome)).toEqual(['as-intended', 'as-intended']);
    await c.act('retire');
    await proved(c);
  });

  test('of each decision of the register are opened by themselves, once, for whoever makes checks, within the interval', async () => {
    const landlord = 'nottingham-city-homes';
    const sweep = (): Promise<void> => openFirstChecks(w.register, w.gateway, new Date());
    await Promise.all([sweep(), sweep()]);
    await sweep();
    const officer = await w.staff('governance-officer', landlord);
    const opened = await w.register.cases.decisionChecks(officer);
    const { automatedDecisions, nation } = w.register.organisations.get(landlord);
    expect(opened.map(({ decision }) => decision).sort()).toEqual(
      automatedDecisions.map(({ id }) => id).sort(),
    );
    for (const { reference, decision } of opened) {
      const c = new Driver(w, reference, landlord);
      const { assigneeId, roles, dueOn } = await c.task('check-decision');
      expect([assigneeId, roles]).toEqual([null, expect.arrayContaining(['governance-officer', 'dpo'])]);
      const { every } = automatedDecisions.find(({ id }) => id === decision)!.checks;
      expect(dueOn).toBe(endOfPeriod(londonDate(new Date().toISOString()), every, nation));
      await c.complete('check-decision', { outcome: 'retired', on: await ahead(0) });
      await proved(c);
    }
    await sweep();
    expect(await w.register.cases.decisionChecks(officer)).toHaveLength(opened.length);
  });

  test('reach every element and every flow of their diagram in these tests', () => {
    expect(diagram.unreached()).toEqual({ elements: [], flows: [] });
  });
});
