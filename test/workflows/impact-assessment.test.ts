import { randomUUID } from 'node:crypto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { Codes } from '../../domain/cases/process';
import { definitionOf } from '../../domain/cases/registry';
import { impactAssessmentVersion } from '../../processes/impact-assessment.generated';
import type { CaseOpening } from '../../register/intake';
import { until } from '../../dev/wait';
import { provesTheDiagram } from '../support/diagram';
import { timeSkipping } from '../support/temporal';
import type { Driver, World } from '../support/world';
import { world } from '../support/world';

let env: TestWorkflowEnvironment;
let w: World;
const diagram = provesTheDiagram('impact-assessment');

beforeAll(async () => {
  env = await timeSkipping();
  w = await world(env);
});
afterAll(async () => {
  await w.stop();
  await env.teardown();
});

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function open(change: Partial<CaseOpening> = {}): Promise<Driver> {
  return w.open({
    ...{ viewer: await w.staff('project-lead'), kind: 'impact-assessment', codes: {} },
    ...{ submissionId: randomUUID(), processVersion: impactAssessmentVersion, subject: undefined },
    contents: { title: 'Cameras in the lifts', request: 'Cameras in the lifts of two blocks.' },
    ...change,
  });
}

const lead = { role: 'project-lead' } as const;
const screened: Codes = { required: true, because: ['house-rule'] };

async function toWriting(): Promise<Driver> {
  const c = await open();
  await c.complete('screen', screened, lead);
  return c;
}

async function written(c: Driver): Promise<void> {
  await c.complete('write-assessment', { residual: 'low' }, lead);
  await c.complete('governance-review', { outcome: 'complete' });
}

const goesOn: Codes = { next: 'on', residual: 'not-high', advice: 'proceed' };

async function advised(c: Driver, advice: Codes = goesOn): Promise<void> {
  await written(c);
  await c.complete('dpo-advice', advice);
}

const nothingToDo: Codes = { owners: [], dueDates: [] };

async function approved(c: Driver, plan: Codes = nothingToDo): Promise<void> {
  await c.complete('sign-off', { decision: 'approve', advice: 'accept', ...plan });
  await c.complete('note-decision', { reviewOn: ahead(await w.env.currentTimeMs(), 365) }, lead);
  await c.waiting('await-review');
}

async function over(c: Driver): Promise<void> {
  await c.act('end-project', { on: day(0) }, { ...lead, at: day(0) });
  await c.complete('close-case', {}, lead);
  await proved(c, 'approved');
}

async function proved(c: Driver, outcome: string): Promise<void> {
  expect(await c.outcome()).toBe(outcome);
  diagram.follows(await c.events());
}

describe('An impact assessment (UK GDPR Art 35)', () => {
  test('is screened by its project lead, written, reviewed, advised on, signed off, and stays in force until the project ends', async () => {
    const c = await open();
    const task = await c.task('screen');
    expect(task.assigneeId).toBe((await w.staff('project-lead')).staffId);
    await c.complete('screen', screened, lead);
    await advised(c);
    await approved(c);
    const page = await c.page();
    expect(page.stage).toBe('in-force');
    expect(page.dueOn).toBe(page.clock.due);
    expect(page.dueOn! > day(360)).toBe(true);
    await over(c);
  });

  test('is not required when the DPO has advised and the decision says so, and is written when it does not', async () => {
    const none = await open();
    await none.complete('screen', { required: false, because: [] }, lead);
    await none.complete('advise-not-required', { advice: 'agree' });
    await none.complete('decide-not-required', { decision: 'not-required' });
    await proved(none, 'not-required');

    const after = await open();
    // Nobody judges their own project, where the profile lets a small team check its own work as well.
    const refusalOf = async (element: string, role: 'dpo' | 'accountable-manager') =>
      (await w.register.cases.task(await w.staff(role), (await after.task(element)).id))?.refusal?.code;
    await after.complete('screen', { required: false, because: [] }, lead);
    expect(await refusalOf('advise-not-required', 'dpo')).toBeUndefined();
    await after.act('hand-over', { lead: (await w.staff('dpo')).staffId }, { role: 'governance-officer' });
    expect(await refusalOf('advise-not-required', 'dpo')).toBe('own-work');
    await after.complete('advise-not-required', { advice: 'disagree' });
    const manager = await w.staff('accountable-manager');
    expect((await after.task('decide-not-required')).roles).toEqual(['accountable-manager']);
    await after.act('hand-over', { lead: manager.staffId }, { role: 'governance-officer' });
    expect(await refusalOf('decide-not-required', 'accountable-manager')).toBe('own-work');
    await after.complete('decide-not-required', { decision: 'assess' });
    await after.task('write-assessment');
    await after.act('abandon', {}, lead);
    await proved(after, 'abandoned');
  });

  test('goes through as many rounds as it takes, each kept', async () => {
    const c = await toWriting();
    await c.complete('write-assessment', { residual: 'low' }, lead);
    await c.task('governance-review');
    await w.reload(c);
    await c.complete('governance-review', { outcome: 'back' });
    await advised(c, { ...goesOn, next: 'back' });
    await advised(c, { ...goesOn, next: 'back' });
    await advised(c);
    await c.complete('sign-off', { decision: 'back' });
    await advised(c);
    await approved(c);
    const rounds = (await c.page()).steps.filter(({ element }) => element === 'dpo-advice');
    expect(rounds.map(({ result }) => result?.next)).toEqual(['back', 'back', 'on', 'on']);
    await over(c);
  });

  test('warns whoever leads it and governance as the planned start nears without an approval, and says so when it has come (Art 35(1))', async () => {
    const c = await open({ codes: { startsOn: ahead(await w.env.currentTimeMs(), 3) } });
    await w.env.sleep('5 days');
    const points = await until('the warnings', async () => {
      const all = (await c.events()).flatMap(({ data }) =>
        typeof data?.point === 'string' ? data.point : [],
      );
      return all.some((point) => point.startsWith('start-unapproved@')) ? all : undefined;
    });
    expect(points.some((point) => point.startsWith('start-in-ten-days@'))).toBe(true);
    const log = await w.register.cases.assessments(await w.staff('dpo'));
    expect(log.find(({ reference }) => reference === c.reference)?.startsOn).toBe(
      (await c.page()).facts.startsOn,
    );
    await c.act('abandon', {}, lead);
    await proved(c, 'abandoned');
  });

  test('is closed where the manager does not approve it', async () => {
    const c = await toWriting();
    await advised(c, { ...goesOn, advice: 'do-not-proceed' });
    await c.complete('sign-off', { decision: 'stop', advice: 'accept' });
    await proved(c, 'not-approved');
  });

  test('consults the regulator where a high risk remains, with its waits on the clock (Art 36)', async () => {
    const c = await toWriting();
    await advised(c, { ...goesOn, residual: 'high' });
    const { result } = await until('the pack', async () =>
      (await c.page()).steps.find(({ element, state }) => element === 'make-pack' && state === 'left'),
    );
    expect(result?.packHash).toMatch(/^[0-9a-f]{64}$/);
    await c.complete('submit-consultation', { on: day(0), consultation: 1 }, { at: day(0) });
    await c.task('record-advice');
    const waits = await deadlines(c);
    expect(waits).toMatchObject({ 'dpia.consult.accept': day(10), 'dpia.consult.advice': day(56) });
    expect((await c.page()).stage).toBe('consulting');

    await c.act('record-regulator', { what: 'extends', on: day(0) }, { at: day(0) });
    expect(await deadlines(c)).toMatchObject({ 'dpia.consult.advice': day(98) });
    await c.act('record-regulator', { what: 'asks-information', on: day(0) }, { at: day(0) });
    expect(await deadlines(c)).toMatchObject({ 'dpia.consult.advice': null });
    await c.act('record-regulator', { what: 'information-supplied', on: day(0) }, { at: day(0) });
    expect((await deadlines(c))['dpia.consult.advice']).toMatch(/^\d{4}-/);

    await c.complete('record-advice', { on: day(0), outcome: 'change', consultation: 1 }, { at: day(0) });
    await advised(c, { ...goesOn, residual: 'high' });
    await c.complete('submit-consultation', { on: day(0), consultation: 2 }, { at: day(0) });
    await c.complete(
      'record-advice',
      { on: day(0), outcome: 'no-objection', consultation: 2 },
      { at: day(0) },
    );
    await approved(c);
    await over(c);
  });

  test('carries out each measure beside the assessment in force, and asks before one is dropped', async () => {
    const c = await toWriting();
    await advised(c);
    const owner = (await w.staff('handler')).staffId;
    const other = (await w.staff('data-holder')).staffId;
    const actions = [{ action: 'Blur the doors of flats.' }, { action: 'Train the concierge.' }];
    await c.complete(
      'sign-off',
      { decision: 'approve', owners: [owner, other], dueDates: [day(20), day(40)] },
      { personal: { actions } },
    );
    const first = await c.task('carry-out-measure', '1');
    const second = await c.task('carry-out-measure', '2');
    expect([first.assigneeId, first.dueOn]).toEqual([owner, day(20)]);
    expect([second.assigneeId, second.dueOn]).toEqual([other, day(40)]);
    const seen = await w.register.cases.task(await w.staff('data-holder'), second.id);
    expect(seen?.shows).toEqual([{ label: 'What is to be done', text: 'Train the concierge.' }]);

    await c.complete('note-decision', { reviewOn: ahead(await w.env.currentTimeMs(), 365) }, lead);
    await c.complete('carry-out-measure', { outcome: 'later', dueOn: day(60) }, { item: '1', ...named });
    await until('the later date', async () =>
      (await c.task('carry-out-measure', '1')).dueOn === day(60) ? true : undefined,
    );
    // Another owner is named, and has it again after it needed longer.
    const third = (await w.staff('governance-officer')).staffId;
    await c.act('name-owner', { measure: (await c.task('carry-out-measure', '1')).step, owner: third }, lead);
    expect((await c.task('carry-out-measure', '1')).assigneeId).toBe(third);
    await c.complete('carry-out-measure', { outcome: 'later', dueOn: day(70) }, { item: '1', ...named });
    await until('the later date', async () =>
      (await c.task('carry-out-measure', '1')).dueOn === day(70) ? true : undefined,
    );
    expect((await c.task('carry-out-measure', '1')).assigneeId).toBe(third);
    await c.complete('carry-out-measure', { outcome: 'done', doneOn: day(0) }, { item: '1', ...named });
    // A measure that runs on while it is assessed anew keeps the words of the approval that began it.
    await c.waiting('await-review');
    await c.act('report-risk-change', {}, lead);
    await c.complete('review-assessment', { outcome: 'reassess' }, lead);
    await advised(c);
    await c.complete(
      'sign-off',
      { decision: 'approve', owners: [owner], dueDates: [day(9)] },
      { personal: { actions: [{ action: 'Sign each lobby.' }] } },
    );
    const wordsOf = async (item: string) =>
      (await w.register.cases.task(await w.staff('dpo'), (await c.task('carry-out-measure', item)).id))
        ?.shows;
    expect(await wordsOf('1')).toMatchObject([{ text: 'Sign each lobby.' }]);
    expect(await wordsOf('2')).toMatchObject([{ text: 'Train the concierge.' }]);
    await c.complete('note-decision', { reviewOn: ahead(await w.env.currentTimeMs(), 365) }, lead);
    await c.complete('carry-out-measure', { outcome: 'done', doneOn: day(0) }, { item: '1', ...named });
    const dropped = (evidence: string) => ({ item: '2', ...named, personal: { evidence } });
    await c.complete('carry-out-measure', { outcome: 'not-needed' }, dropped('It costs too much.'));
    await c.complete('agree-dropped', { decision: 'carry-out' }, { item: '2' });
    await c.complete('carry-out-measure', { outcome: 'not-needed' }, dropped('Nobody is left to train.'));
    const open = await c.task('agree-dropped', '2');
    const dropping = await w.register.cases.task(await w.staff('dpo'), open.id);
    expect(dropping?.shows.map(({ text }) => text)).toEqual([
      'Train the concierge.',
      'Nobody is left to train.',
    ]);
    await c.complete('agree-dropped', { decision: 'agree' }, { item: '2' });
    await over(c);
  });

  test('is handed over: what waited for the former lead waits for the new one, who never signs it off', async () => {
    const c = await toWriting();
    const manager = await w.staff('accountable-manager');
    expect((await c.task('write-assessment')).assigneeId).toBe((await w.staff('project-lead')).staffId);
    await c.act('hand-over', { lead: manager.staffId }, { role: 'dpo' });
    expect((await c.task('write-assessment')).assigneeId).toBe(manager.staffId);
    await advised(c);
    const { id } = await c.task('sign-off');
    expect((await w.register.cases.task(manager, id))?.refusal?.code).toBe('own-work');
    expect(await w.register.cases.page(await w.staff('project-lead'), c.reference)).toBeNull();
    await c.act('abandon', {}, lead);
    await proved(c, 'abandoned');
  });

  test('is reviewed at its interval, and at once when somebody reports a change of risk (Art 35(11))', async () => {
    const c = await toWriting();
    await advised(c);
    await approved(c);
    await expect(c.act('abandon', {}, lead)).rejects.toThrow('in-force');
    await w.env.sleep('366 days');
    await c.complete(
      'review-assessment',
      { outcome: 'keep', reviewOn: ahead(await w.env.currentTimeMs(), 365) },
      lead,
    );
    await c.waiting('await-review');
    await c.act('report-risk-change', {}, lead);
    await c.task('review-assessment');
    await expect(c.act('report-risk-change', {}, lead)).rejects.toThrow('not-waiting');
    await c.complete('review-assessment', { outcome: 'reassess' }, lead);
    await c.task('write-assessment');
    // Sent back, it is still the assessment of a project that runs.
    await advised(c);
    await c.complete('sign-off', { decision: 'back' });
    await c.task('write-assessment');
    const { kind, stage, steps, facts } = await c.page();
    const said = (element: string) =>
      steps.findLast((one) => one.element === element && one.state === 'left')?.result ?? {};
    expect(definitionOf(kind).notice?.(stage, said, facts)).toContain('is being made anew');
    await expect(c.act('end-project', {}, lead)).rejects.toThrow('not-waiting');
    await advised(c);
    await approved(c);
    await over(c);
  });

  test('is reopened where it is written', async () => {
    const c = await toWriting();
    await c.task('write-assessment');
    await c.act('abandon', {}, lead);
    expect(await c.outcome()).toBe('abandoned');
    await c.reopen();
    await c.task('write-assessment');
    await c.act('abandon', {}, lead);
    await proved(c, 'abandoned');
  });

  test('reaches every element and every flow of its diagram in these tests', () => {
    expect(diagram.unreached()).toEqual({ elements: [], flows: [] });
  });
});

/** As the owner whom the plan names. */
const named = { role: 'dpo' } as const;

const ahead = (now: number, days: number): string =>
  new Date(now + days * 86_400_000).toISOString().slice(0, 10);

async function deadlines(c: Driver): Promise<Record<string, string | null>> {
  const rows = (await w.register.cases.deadlines(await w.staff('governance-officer'), c.reference)) ?? [];
  return Object.fromEntries(rows.map(({ timer, due }) => [timer, due]));
}
