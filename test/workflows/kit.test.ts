import { randomUUID } from 'node:crypto';
import { Client } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { recoverAll } from '../../commands/cases-recover';
import { NotRecorded } from '../../dev/drive';
import { pause, until } from '../../dev/wait';
import { rectificationVersion } from '../../processes/rectification.generated';
import { sweep } from '../../worker/sweeper';
import { openedCase } from '../api/support/opened-case';
import { provesTheDiagram } from '../support/diagram';
import { timeSkipping } from '../support/temporal';
import type { World } from '../support/world';
import { Driver, ORGANISATION, world } from '../support/world';
import type { SecondEngine } from './support/second-engine';
import { secondEngine } from './support/second-engine';

let env: TestWorkflowEnvironment;
let w: World;
let client: Client;
const diagram = provesTheDiagram('subject-access');
const rectifications = provesTheDiagram('rectification');

beforeAll(async () => {
  env = await timeSkipping();
  w = await world(env);
  // A plain client: the environment's own one lets time jump while it waits.
  client = new Client({ connection: env.connection });
});
afterAll(async () => {
  await w.stop();
  await env.teardown();
});

const triage = { route: 'answer', identity: 'no-doubt', fee: 'none', systems: ['housing-management'] };
const found = { result: 'found', hits: 1, minutes: 5 };
const reviewed = { thirdParties: 'no', adviceNeeded: false };

const handle = (c: Driver) => client.workflow.getHandle(c.reference);
const runOf = async (c: Driver): Promise<string> => (await handle(c).describe()).runId;
const mailIds = async (): Promise<string[]> => (await w.mail.messages()).map(({ messageId }) => messageId);
const keysOf = async (c: Driver): Promise<string[]> =>
  (await c.events()).map(({ type, step, number, submissionId, data }) =>
    [type, step, number, submissionId, data.point].join(' '),
  );
const timesRecorded = async (c: Driver, id: string): Promise<number> =>
  (await c.events()).filter(({ submissionId }) => submissionId === id).length;

/** Every letter that goes by itself at the start of a case has gone. */
async function begun(c: Driver): Promise<void> {
  const { facts } = await c.page();
  const asked = (facts.preserve as string[]).length;
  await until('the first letters to be given', async () => {
    const given = (await c.events()).filter(
      ({ type, element }) =>
        type === 'step-left' && ['acknowledge', 'ask-preservation'].includes(element ?? ''),
    );
    return given.length === asked + 1;
  });
}

async function preserved(c: Driver): Promise<void> {
  const { facts } = await c.page();
  for (const item of facts.preserve as string[])
    await c.complete('preserve-evidence', { outcome: 'nothing-held' }, { item, role: 'handler' });
}

async function withdrawn(c: Driver): Promise<void> {
  await c.act('withdraw');
  expect(await c.outcome()).toBe('withdrawn');
  const keys = await keysOf(c);
  expect(new Set(keys).size).toBe(keys.length);
  diagram.follows(await c.events());
}

/** A case of a kind whose person may ask something once it is closed. */
async function closedRectification(): Promise<Driver> {
  const c = await w.open({
    kind: 'rectification',
    processVersion: rectificationVersion,
    codes: { channel: 'phone', requester: 'self', particularsCount: 1 },
  });
  await c.act('withdraw');
  expect(await c.outcome()).toBe('withdrawn');
  return c;
}

const asksWho = (c: Driver): Promise<void> =>
  c.act('tell-who', { recipients: ['contractors'] }, { role: 'handler', personal: { reasons: 'By phone.' } });

const today = (): string => new Date().toISOString().slice(0, 10);

/** A submission's refusal, when the process gave one. */
async function refusalOf(doing: Promise<void>): Promise<string> {
  try {
    await doing;
    return 'recorded';
  } catch (error) {
    if (error instanceof NotRecorded && error.acted.status === 'refused') return error.acted.refusal.code;
    throw error;
  }
}

describe('A run that is loaded again', () => {
  test('keeps everything, asks nothing twice and sends nothing twice', async () => {
    const c = await w.open();
    await begun(c);
    await c.complete('triage', triage);
    await c.task('search-system', 'housing-management');
    const [before, letters, first] = [await keysOf(c), await mailIds(), await runOf(c)];

    await handle(c).signal('look');
    await until('a new run', async () => (await runOf(c)) !== first);
    await preserved(c);
    await c.complete('search-system', found, { item: 'housing-management', role: 'handler' });
    await c.task('review');

    expect((await keysOf(c)).slice(0, before.length)).toEqual(before);
    expect(await mailIds()).toEqual(letters);
    await withdrawn(c);
  });

  test('records each of many actions that meet the change of runs exactly once', async () => {
    const c = await w.open();
    await begun(c);
    const first = await runOf(c);
    const notes = Array.from({ length: 12 }, () => randomUUID());
    const sending = notes.map((id) =>
      c.send({ id, action: 'note', codes: {}, form: 'note', role: 'handler', personal: { note: 'Rang.' } }),
    );
    await handle(c).signal('look');
    await Promise.all(sending);

    await until('a new run', async () => (await runOf(c)) !== first);
    for (const id of notes) expect(await timesRecorded(c, id)).toBe(1);
    await withdrawn(c);
  });
});

describe('A date that moves', () => {
  test('takes no timer back, so that none is taken back in the breath in which it fires', async () => {
    const c = await w.open();
    await begun(c);
    await c.complete('triage', triage);
    await c.act('extend', { ground: 'complexity' }, { personal: { reasons: 'Nine systems.' } });
    await c.checked('extension-notice');
    await until('the extension', async () => (await c.page()).extended);
    await withdrawn(c);
    const { events } = await handle(c).fetchHistory();
    expect(events?.filter(({ timerStartedEventAttributes }) => timerStartedEventAttributes)).not.toEqual([]);
    expect(events?.filter(({ timerCanceledEventAttributes }) => timerCanceledEventAttributes)).toEqual([]);
  });
});

describe('One submission', () => {
  test('sent twice at once, and once more later, is one event', async () => {
    const c = await w.open();
    await begun(c);
    const id = randomUUID();
    const note = { id, action: 'note', codes: {}, form: 'note', role: 'handler' } as const;
    await Promise.all([c.send(note), c.send(note)]);
    await c.send(note);
    expect(await timesRecorded(c, id)).toBe(1);
    await withdrawn(c);
  });

  test('that the rule refuses leaves no trace but itself, refused', async () => {
    const c = await w.open();
    await begun(c);
    const id = randomUUID();
    const before = await keysOf(c);
    const doing = c.send({ id, action: 'undo-extension', codes: {}, form: 'undo-extension', role: 'dpo' });
    expect(await refusalOf(doing)).toBe('not-extended');

    expect(await keysOf(c)).toEqual(before);
    const history = await handle(c).fetchHistory();
    expect(JSON.stringify(history)).not.toContain(id);
    await sweep(w.register, w.gateway, -1000);
    expect(await w.register.submissions.state(ORGANISATION, id)).toMatchObject({
      state: 'refused',
      refusal: { code: 'not-extended' },
    });
    await withdrawn(c);
  });

  test('to a closed case is refused unless it is a note or reopens it', async () => {
    const c = await w.open();
    await begun(c);
    await withdrawn(c);
    expect(await refusalOf(c.act('assign', { assignee: null }))).toBe('case-closed');
    expect(await refusalOf(c.act('extend', { ground: 'number' }))).toBe('case-closed');
    await c.act('note', {}, { personal: { note: 'They rang to say thank you.' } });
    expect((await c.page()).stage).toBe('closed');
    expect(await c.outcome()).toBe('withdrawn');
  });
});

describe('What is begun after a case was closed', () => {
  test('runs to its end through another run, and from its record alone, once, and leaves the case closed', async () => {
    const c = await closedRectification();
    const before = await c.page();
    await asksWho(c);
    await c.task('name-recipients');
    const first = await runOf(c);
    await handle(c).signal('look');
    await until('a new run', async () => (await runOf(c)) !== first);
    await c.complete('name-recipients', { way: 'post' });
    await w.reload(c);
    await c.complete('name-recipients', { postedOn: today(), checkedAddress: true }, { at: today() });
    await until('the end of the run', async () => (await handle(c).describe()).status.name === 'COMPLETED');

    const { stage, outcome, closedAt, dueOn, retainUntil } = before;
    const after = await c.page();
    expect(after).toMatchObject({ stage, outcome, closedAt, dueOn, retainUntil });
    expect(after.view).toMatchObject({ running: [], waiting: [], open: [] });
    const named = (await c.events()).filter(({ element }) => element === 'name-recipients');
    expect(named.map(({ type }) => type).filter((type) => type !== 'step-person-done')).toEqual([
      ...['step-entered', 'step-needs-person', 'step-needs-person', 'step-left'],
    ]);
    rectifications.follows(await c.events());
  });

  test('goes on when the case is reopened', async () => {
    const c = await closedRectification();
    await asksWho(c);
    await c.task('name-recipients');
    await c.reopen();
    await c.task('assess-accuracy');
    await c.posted('name-recipients');
    await until(
      'the letter to be given',
      async () => !(await c.page()).view.running.includes('recipients-asked'),
    );
    await c.act('withdraw');
    expect(await c.outcome()).toBe('withdrawn');
    rectifications.follows(await c.events());
  });
});

describe('An interruption', () => {
  test('finds each letter either on its way or gone, whenever it comes', async () => {
    const open = await Promise.all(Array.from({ length: 6 }, () => w.open()));
    await Promise.all(
      open.map(async (c, index) => {
        await pause(index * 60);
        await withdrawn(c);
        diagram.follows(await c.events());
      }),
    );
  });

  test('cancels a letter that somebody was checking, and the letter never goes', async () => {
    const c = await w.open();
    await begun(c);
    await c.act('extend', { ground: 'complexity' }, { personal: { reasons: 'Nine systems.' } });
    const checking = await c.task('extension-notice');
    expect(checking.need).toBe('check');
    await withdrawn(c);

    const { tasks, steps } = await c.page();
    expect(tasks.find(({ id }) => id === checking.id)?.state ?? 'gone').not.toBe('open');
    expect(steps.find(({ step }) => step === checking.step)?.state).toBe('cancelled');
    const letters = (await w.register.letters.list(await w.staff('dpo'), c.reference)) ?? [];
    expect(letters.find(({ letter }) => letter === 'extension-notice')?.givenAt ?? null).toBeNull();
  });
});

describe('A case that was recorded while the engine was away', () => {
  test('is begun by the sweeper, once', async () => {
    const viewer = await w.staff('handler');
    const { reference } = await openedCase(w.register, viewer.staffId);
    const c = new Driver(
      { register: w.register, gateway: w.gateway, staff: w.staff },
      reference,
      ORGANISATION,
    );

    expect((await sweep(w.register, w.gateway)).begun).toBe(0);
    expect((await sweep(w.register, w.gateway, -1000)).begun).toBe(1);
    await begun(c);
    expect((await sweep(w.register, w.gateway, -1000)).begun).toBe(0);
    await withdrawn(c);
  });
});

describe('Another engine over the same record', () => {
  let second: SecondEngine;
  beforeAll(async () => void (second = await secondEngine(w)));
  afterAll(() => second.stop());

  test('takes a case over by a higher generation, and the old run can write nothing more', async () => {
    const c = await w.open();
    await begun(c);
    const one = await w.register.recorder.raiseGeneration(c.reference);
    await second.gateway.restartCase(one);
    const taken = second.drive(c.reference);
    await taken.complete('triage', triage);
    const before = await keysOf(c);

    const { staffId: actor } = await w.staff('handler');
    const request = { id: randomUUID(), actor, role: 'handler', action: 'note', codes: {} };
    await expect(
      handle(c).executeUpdate('act', { updateId: request.id, args: [request] }),
    ).rejects.toMatchObject({ cause: { type: 'reloading' } });
    expect(await handle(c).result()).toBe('superseded');
    expect(await timesRecorded(c, request.id)).toBe(0);
    expect((await keysOf(c)).slice(0, before.length)).toEqual(before);
    await withdrawn(taken);
  });

  test('goes on where every open case was when the first one’s store is lost, and sends no letter twice', async () => {
    const c = await w.open();
    await begun(c);
    await c.complete('triage', triage);
    await c.act('extend', { ground: 'number' }, { personal: { reasons: 'Three requests.' } });
    await c.task('extension-notice');
    await c.task('search-system', 'housing-management');
    const over = await closedRectification();
    await asksWho(over);
    await over.task('name-recipients');
    const [before, letters] = [await keysOf(c), await mailIds()];

    const { text, whole } = await recoverAll(w.register, second.gateway);
    expect(whole).toBe(true);
    expect(text).toContain(`${c.reference} (`);
    expect(text).toContain(`${over.reference} (closed`);
    expect(text).toMatch(/(\d+) of \1 cases started from the record\.$/);
    const asked = second.drive(over.reference);
    await asked.posted('name-recipients');
    await until('the letter to be given', async () => (await asked.page()).view.running.length === 0);

    const recovered = second.drive(c.reference);
    await preserved(recovered);
    await recovered.complete('search-system', found, { item: 'housing-management', role: 'handler' });
    await recovered.checked('extension-notice');
    await until('the extension', async () => (await c.page()).extended);
    await recovered.complete('review', reviewed);

    expect((await keysOf(c)).slice(0, before.length)).toEqual(before);
    const after = await mailIds();
    expect(after.slice(0, letters.length)).toEqual(letters);
    expect(new Set(after).size).toBe(after.length);
    await withdrawn(recovered);
  });
});
