import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Connection } from '@temporalio/client';
import { readFlags } from '../../commands/command';
import { report, waiversOf } from '../../commands/cases-move';
import { judgeAll, moveAll } from '../../commands/moving';
import { until } from '../../dev/wait';
import { createGateway } from '../../gateway';
import { replay, type RecordedEvent } from '../../processes/conformance';
import { subjectAccessVersion } from '../../processes/subject-access.generated';
import { provesTheDiagram } from '../support/diagram';
import { localServer } from '../support/temporal';
import type { Driver, World } from '../support/world';
import { ORGANISATION, world, Driver as Drives } from '../support/world';
import type { OlderProcess } from './support/older-process';
import { beforeTheSecondCheck } from './support/older-process';

let env: TestWorkflowEnvironment;
let w: World;
let older: OlderProcess;
/** One stands before where the step was drawn in, one behind it. */
let early: Driver;
let late: Driver;
const diagram = provesTheDiagram('subject-access');
const all = { references: [], waivers: [] };

beforeAll(async () => {
  env = await localServer();
  w = await world(env);
  older = await beforeTheSecondCheck(w);
  early = await older.open();
  late = await older.open();
  await toReview(early);
  await toReview(late);
  await late.complete('review', reviewed);
  await late.task('decide');
  await older.stop();
  early = onPresent(early);
  late = onPresent(late);
});
afterAll(async () => {
  await older?.stop();
  await w.stop();
  await env.teardown();
});

const reviewed = { thirdParties: 'no', adviceNeeded: false };

async function toReview(c: Driver): Promise<void> {
  const { facts } = await c.page();
  for (const item of (facts.preserve ?? []) as string[])
    await c.complete('preserve-evidence', { outcome: 'nothing-held' }, { item, role: 'handler' });
  await c.complete('triage', {
    ...{ route: 'answer', identity: 'no-doubt', fee: 'none', systems: ['housing-management'] },
  });
  const found = { result: 'found', hits: 1, minutes: 5 };
  await c.complete('search-system', found, { item: 'housing-management', role: 'handler' });
  await c.task('review');
}

/** The same case, spoken to over the present workers. */
const onPresent = ({ reference }: Driver): Driver =>
  new Drives({ register: w.register, gateway: w.gateway, staff: w.staff }, reference, ORGANISATION);

async function answered(c: Driver): Promise<void> {
  await c.complete('prepare-response', { result: 'answered', delivery: 'post', confirmed: true });
  await c.posted('respond');
  await c.complete('deliver', { way: 'post' });
  await c.complete('close-case', {});
  expect(await c.outcome()).toBe('answered');
}

const versionOf = async (c: Driver): Promise<string> => (await c.page()).processVersion;
const recorded = async (c: Driver): Promise<RecordedEvent[]> => (await c.events()) as RecordedEvent[];
const timesOf = async (c: Driver, type: string, element: string): Promise<number> =>
  (await c.events()).filter((event) => event.type === type && event.element === element).length;

const flagsOf = (...args: string[]) => readFlags(args, ['reference', 'waive', 'because', 'with'], ['apply']);
const waiving = (c: Driver) => ({
  references: [c.reference],
  waivers: waiversOf(
    flagsOf(
      ...['--reference', c.reference, '--waive', 'second-check'],
      ...['--because', 'checked-on-paper', '--with', 'outcome=right'],
    ),
  ),
});

// One story, told in order: each test goes on where the last one stopped.
describe('npm run cases:move, after a second check was drawn into the process', () => {
  test('the older diagram is another version, and its cases follow it', async () => {
    expect(older.model.version).not.toBe(subjectAccessVersion);
    for (const c of [early, late]) {
      expect(await versionOf(c)).toBe(older.model.version);
      expect(replay(older.model, await recorded(c))).toMatchObject({ fits: true });
    }
  });

  test('without --apply says where each would stand, and which step has no place and why, and changes nothing', async () => {
    const before = [await early.events(), await late.events()];
    const { text, whole } = report(await judgeAll(w.register, all));
    expect(whole).toBe(false);
    const versions = `${older.model.version} → ${subjectAccessVersion}`;
    expect(text.split('\n')).toEqual([
      `${early.reference}  ${versions}: fits`,
      '    Stands at review.',
      `${late.reference}  ${versions}: does not fit, left alone`,
      '    “decide#1” is entered, but the diagram does not lead there now. Next: others-to-consult.',
      '    It fits once passed: second-check#1. Where that is right in law, move it with',
      `    npm run cases:move -- --apply --reference ${late.reference} --waive 'second-check#1' --because CODE [--with KEY=VALUE]`,
      '1 of 2 open cases fit the present diagram. Nothing was changed.',
    ]);
    expect([await early.events(), await late.events()]).toEqual(before);
  });

  test('refuses to pass over a step that the case can still come to', async () => {
    await expect(moveAll(w.register, w.gateway, waiving(early))).rejects.toThrow(
      'The case fits without waiving “second-check#1”. Nothing was moved.',
    );
    expect(await versionOf(early)).toBe(older.model.version);
  });

  test('with --apply moves what fits although the engine is away, and starts it when run again', async () => {
    const away = createGateway({
      ...{ connection: Connection.lazy({ address: '127.0.0.1:1' }), namespace: 'default', taskQueue: 'none' },
    });
    const first = await moveAll(w.register, away, all);
    await away.close();
    expect(first.map(({ became }) => became)).toEqual(['not-started', 'judged']);
    expect(await versionOf(early)).toBe(subjectAccessVersion);

    const second = report(await moveAll(w.register, w.gateway, all));
    expect(second.text).toContain(
      `${early.reference}  ${subjectAccessVersion} → ${subjectAccessVersion}: moved`,
    );
    expect(second).toMatchObject({
      whole: false,
      text: expect.stringMatching(/1 of 2 open cases were moved\.$/),
    });
    expect(await versionOf(late)).toBe(older.model.version);
    expect((await early.events()).filter(({ type }) => type === 'moved')).toMatchObject([
      { actorId: null, data: { fromVersion: older.model.version, toVersion: subjectAccessVersion } },
    ]);
  });

  test('asks the moved case for the new step, and nothing twice, to its end', async () => {
    await early.complete('review', reviewed);
    await early.complete('second-check', { outcome: 'right' }, { role: 'governance-officer' });
    await early.complete('decide', { decision: 'approve', departs: 'no' });
    await answered(early);
    for (const element of ['match-identity', 'triage', 'search-system', 'review', 'second-check', 'decide'])
      expect([element, await timesOf(early, 'step-left', element)]).toEqual([element, 1]);
    diagram.follows(await early.events());
  });

  test('moves the case behind the new step once that is waived, with the codes it is to go on with', async () => {
    const done = await moveAll(w.register, w.gateway, waiving(late));
    expect(done).toMatchObject([
      { became: 'moved', verdict: { fits: true, position: ['decide'], next: [] } },
    ]);
    expect(await versionOf(late)).toBe(subjectAccessVersion);
    const waived = (await late.events()).filter(({ type }) => type === 'step-waived');
    expect(waived).toMatchObject([
      {
        step: 'second-check#1',
        actorId: null,
        data: { outcome: 'right', waivedBecause: 'checked-on-paper' },
      },
    ]);

    await late.complete('decide', { decision: 'approve', departs: 'no' });
    await answered(late);
    expect(await timesOf(late, 'step-entered', 'second-check')).toBe(0);
    for (const element of ['match-identity', 'triage', 'search-system', 'review', 'decide'])
      expect([element, await timesOf(late, 'step-left', element)]).toEqual([element, 1]);
    diagram.follows(await late.events());
  });

  test('sends no letter twice, leaves a whole log, and finds nothing more to do', async () => {
    const ids = (await w.mail.messages()).map(({ messageId }) => messageId);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
    expect(await w.register.audit.verifyChain()).toMatchObject({ ok: true });
    expect(report(await moveAll(w.register, w.gateway, all))).toEqual({
      ...{ whole: true, text: 'Every open case is on the present version of its process.' },
    });
  });

  test('is safe while cases are worked on: what is recorded between judging and moving is judged again', async () => {
    const c = await w.open({ processVersion: older.model.version });
    await c.task('triage');
    const { known } = await w.register.recorder.processRecord(c.reference);
    await c.act('note', {}, { role: 'handler', personal: { note: 'They rang.' } });
    const move = { reference: c.reference, toVersion: subjectAccessVersion, known, waivers: [] };
    expect(await w.register.recorder.moveCase(move)).toBeNull();

    expect(await moveAll(w.register, w.gateway, all)).toMatchObject([{ became: 'moved' }]);
    await c.complete('triage', {
      ...{ route: 'answer', identity: 'no-doubt', fee: 'none', systems: ['housing-management'] },
    });
    await until('the search', () => c.task('search-system'));
    diagram.follows(await c.events());
  });
});

describe('What is waived', () => {
  const reference = ['--reference', 'SAR-2026-00042'];

  test.each([
    ['without a case', ['--waive', 'second-check', '--because', 'drawn-later'], 'one case at a time'],
    ['without a reason', [...reference, '--waive', 'second-check'], 'Say why'],
    [
      'with a reason in words',
      [...reference, '--waive', 'second-check', '--because', 'Mrs Ashdown rang'],
      'Say why',
    ],
    [
      'with words for an answer',
      [...reference, '--waive', 'a', '--because', 'b', '--with', 'outcome=she said'],
      'is not KEY=VALUE',
    ],
    [
      'with an answer that could be for either step',
      [...reference, '--waive', 'a', '--waive', 'b', '--because', 'c', '--with', 'outcome=right'],
      'does not say for which',
    ],
    ['not at all, but answered', ['--with', 'outcome=right'], 'name it with --waive'],
  ])('%s is refused', (_how, args, message) => {
    expect(() => waiversOf(flagsOf(...args))).toThrow(message);
  });

  test('carries its answers as the codes they are', () => {
    const steps = ['--waive', 'a', '--waive', 'search#1[cctv]/b#2', '--because', 'drawn-later'];
    const answers = [
      '--with',
      'a:agreed=true',
      '--with',
      'a:count=2',
      '--with',
      'search#1[cctv]/b#2:on=2026-11-02',
    ];
    expect(waiversOf(flagsOf(...reference, ...steps, ...answers))).toEqual([
      { step: 'a#1', because: 'drawn-later', codes: { agreed: true, count: 2 } },
      { step: 'search#1[cctv]/b#2', because: 'drawn-later', codes: { on: '2026-11-02' } },
    ]);
  });
});
