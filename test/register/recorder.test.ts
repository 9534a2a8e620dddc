import type { ProcessEvent } from '../../domain/cases/process';
import type { TestRecord } from './support/record';
import {
  acted,
  cancelled,
  closed,
  entered,
  fired,
  left,
  MONDAY,
  noon,
  reopened,
  Run,
  stepEvent,
  testRecord,
} from './support/record';

let record: TestRecord;
beforeAll(async () => void (record = await testRecord()));
afterAll(() => record.close());

const sequenceOf = async (reference: string): Promise<number> => {
  const [row] = await record.sql<{ n: number }>(
    'SELECT count(*)::int AS n FROM event JOIN "case" c ON c.id = "caseId" WHERE reference = $1',
    [reference],
  );
  return row?.n ?? -1;
};

describe('A batch', () => {
  it('is written once however often it is sent, and answers the same each time', async () => {
    const { reference } = await record.open();
    const run = await Run.claim(record, reference);
    const request = {
      reference,
      epoch: run.epoch,
      known: run.known,
      events: [entered('acknowledge#1'), left('acknowledge#1')],
    };
    const first = await record.register.recorder.record(request);
    const again = await record.register.recorder.record(request);
    expect(first).toMatchObject({ outcome: 'recorded' });
    expect(again).toEqual(first);
    expect(await sequenceOf(reference)).toBe(3);
  });

  it('is written once when it is sent twice at the same moment', async () => {
    const { reference } = await record.open();
    const run = await Run.claim(record, reference);
    const request = { reference, epoch: run.epoch, known: run.known, events: [entered('acknowledge#1')] };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => record.register.recorder.record(request)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await sequenceOf(reference)).toBe(2);
  });

  it('of a run that was superseded is refused as fenced and writes nothing', async () => {
    const { reference } = await record.open();
    const old = await Run.claim(record, reference);
    const successor = await Run.claim(record, reference);
    expect(await old.write(entered('acknowledge#1'))).toEqual({ outcome: 'stale', reason: 'fenced' });
    expect(await sequenceOf(reference)).toBe(1);
    expect(await successor.write(entered('acknowledge#1'))).toMatchObject({ outcome: 'recorded' });
  });

  it('of a run that has not seen the last process event is refused as behind and writes nothing', async () => {
    const { reference } = await record.open();
    const run = await Run.claim(record, reference);
    const { epoch, known } = run;
    await run.write(entered('acknowledge#1'));
    const events = [entered('acknowledge#1'), entered('triage#1')];
    expect(await record.register.recorder.record({ reference, epoch, known, events })).toEqual({
      outcome: 'stale',
      reason: 'behind',
    });
    expect(await sequenceOf(reference)).toBe(2);
  });

  it('whose answer was lost is behind when other events followed it', async () => {
    const { reference } = await record.open();
    const run = await Run.claim(record, reference);
    const { epoch, known } = run;
    await run.write(entered('acknowledge#1'));
    await run.write(left('acknowledge#1'));
    const again = await record.register.recorder.record({
      reference,
      epoch,
      known,
      events: [entered('acknowledge#1')],
    });
    expect(again).toEqual({ outcome: 'stale', reason: 'behind' });
  });

  it('is not behind because somebody looked at a letter or a document meanwhile', async () => {
    const handler = await record.member(['handler']);
    const { reference } = await record.open({ viewer: handler });
    const run = await Run.claim(record, reference);
    const id = '00000000-0000-4000-8000-000000000001';
    const file = { id, reference, purpose: 'request', mediaType: 'text/plain', name: 'request.txt' } as const;
    await record.register.documents.add(handler, file, Buffer.from('hello'));
    await record.register.documents.view(handler, id);
    expect(await run.write(entered('acknowledge#1'))).toMatchObject({ outcome: 'recorded' });
  });

  it('with one event that fails leaves no trace of the others', async () => {
    const { reference } = await record.open();
    const run = await Run.claim(record, reference);
    const broken = { ...entered('triage#1'), actor: 'no uuid' };
    await expect(run.write(entered('acknowledge#1'), broken)).rejects.toThrow();
    expect(await sequenceOf(reference)).toBe(1);
    const claimed = await record.register.recorder.claim({ reference, generation: 1, at: noon(MONDAY) });
    expect(claimed.open).toEqual([]);
  });

  it('of an unknown case is refused by name', async () => {
    const request = { reference: 'SAR-2026-99999', epoch: 1, known: 0, events: [] };
    await expect(record.register.recorder.record(request)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('Two recorders that race', () => {
  it('leave one winner and a chain without a gap', async () => {
    const { reference } = await record.open();
    const run = await Run.claim(record, reference);
    const { epoch, known } = run;
    const batch = (step: string) =>
      record.register.recorder.record({ reference, epoch, known, events: [entered(step)] });
    const answers = await Promise.all(['a#1', 'b#1', 'c#1', 'd#1'].map(batch));
    expect(answers.filter(({ outcome }) => outcome === 'recorded')).toHaveLength(1);
    expect(await sequenceOf(reference)).toBe(2);
    expect(await record.register.audit.verifyChain(reference)).toMatchObject({ ok: true });
  });

  it('and many views of documents beside them keep every event', async () => {
    const handler = await record.member(['handler']);
    const { reference } = await record.open({ viewer: handler });
    const id = '00000000-0000-4000-8000-000000000002';
    const file = { id, reference, purpose: 'request', mediaType: 'text/plain', name: 'request.txt' } as const;
    await record.register.documents.add(handler, file, Buffer.from('hello'));
    const run = await Run.claim(record, reference);
    const views = Array.from({ length: 8 }, () => record.register.documents.view(handler, id));
    await Promise.all([...views, run.write(entered('triage#1')).then(() => run.write(left('triage#1')))]);
    expect(await sequenceOf(reference)).toBe(2 + 8 + 2);
    expect(await record.register.audit.verifyChain(reference)).toMatchObject({ ok: true });
  });
});

describe('Claiming a case', () => {
  it('loads results, open steps, triggers, letters that wait, and submissions already in the record', async () => {
    const { reference } = await record.open();
    const run = await Run.claim(record, reference);
    const submission = '11111111-1111-4111-8111-111111111111';
    await run.write(
      entered('acknowledge#1'),
      stepEvent('needs-person', 'acknowledge#1', noon('2026-11-02'), { data: { need: 'posting' } }),
      entered('triage#1'),
      left('triage#1', { data: { route: 'answer', systems: ['cctv'] }, submission }),
      stepEvent('waived', 'match-identity#1', noon('2026-11-02'), {}),
      entered('search#1', noon('2026-11-02'), { items: ['cctv'] }),
      fired('clarification-needed', 1, { why: 'unclear' }),
    );
    const claimed = await record.register.recorder.claim({ reference, generation: 1, at: noon(MONDAY) });
    expect(claimed.done).toEqual({
      'triage#1': { route: 'answer', systems: ['cctv'] },
      'match-identity#1': {},
    });
    expect(claimed.open).toEqual(['acknowledge#1', 'search#1']);
    expect(claimed.needs).toEqual({ 'acknowledge#1': { count: 1, open: 'posting' } });
    expect(claimed.fired).toEqual([{ element: 'clarification-needed', number: 1, data: { why: 'unclear' } }]);
    expect(claimed.handled).toContain(submission);
    expect(claimed.known).toBe(run.known);
    expect(claimed).toMatchObject({ closed: null, reopened: 0, legalHold: false, epoch: run.epoch + 1 });
    expect(claimed.facts).toMatchObject({ kind: 'subject-access', channel: 'phone', personType: 'tenant' });
  });

  it('for a lower generation raises no epoch, so that the run in charge goes on', async () => {
    const { reference } = await record.open();
    const { generation } = await record.register.recorder.raiseGeneration(reference);
    const run = await Run.claim(record, reference, generation);
    const late = await record.register.recorder.claim({ reference, generation: 1, at: noon(MONDAY) });
    expect(late.generation).toBe(2);
    expect(await run.write(entered('acknowledge#1'))).toMatchObject({ outcome: 'recorded' });
  });

  it('tells a closed case by its outcome, and a reopened one by its count', async () => {
    const { reference } = await record.open();
    const run = await Run.claim(record, reference);
    await run.write(entered('deliver#1'), left('deliver#1'), closed('answered'));
    const over = await record.register.recorder.claim({ reference, generation: 1, at: noon(MONDAY) });
    expect(over.closed).toBe('answered');
    expect(over.clock.state).toBe('stopped');
    const again = await Run.claim(record, reference);
    await again.write(reopened(), entered('review#2'));
    const open = await record.register.recorder.claim({ reference, generation: 1, at: noon(MONDAY) });
    expect(open).toMatchObject({ closed: null, reopened: 1 });
    expect(open.clock).toMatchObject({ state: 'running', due: '2026-12-02' });
  });

  it('refuses a memo over one megabyte', async () => {
    const { reference } = await record.open();
    const run = await Run.claim(record, reference);
    const large: ProcessEvent[] = Array.from({ length: 12 }, (_, index) =>
      left(`note#${index}`, { data: { codes: 'x'.repeat(100_000) } }),
    );
    await run.write(...large);
    await expect(Run.claim(record, reference)).rejects.toMatchObject({ code: 'too-large' });
  });
});

describe('The tasks of a case', () => {
  const tasksOf = async (reference: string) =>
    (await record.register.cases.page(await record.member(['dpo']), reference))?.tasks ?? [];

  it('open with title and roles of the definition, limited by the due date, and close with who did them', async () => {
    const { reference } = await record.open();
    const run = await Run.claim(record, reference);
    await run.write(entered('triage#1'));
    const [open] = await tasksOf(reference);
    expect(open).toMatchObject({ title: 'Check the request', state: 'open', dueOn: '2026-11-03' });
    const { staffId } = await record.member(['handler']);
    await run.write(left('triage#1', { actor: staffId }));
    const [done] = await tasksOf(reference);
    expect(done).toMatchObject({ state: 'done', completedBy: staffId, completedByName: 'A handler' });
  });

  it('of a system go to its owner, to the deputy of one who is away, and to nobody who is shut out', async () => {
    const [system] = record.register.organisations.get('new-park-village').systems;
    const id = system?.id ?? '';
    const owner = await record.member(['data-holder'], [id]);
    const deputy = await record.member(['data-holder']);
    const { reference } = await record.open();
    const run = await Run.claim(record, reference);
    await run.write(entered(`search#1[${id}]/search-system#1`));
    await record.register.staff.setAbsence(owner.staffId, owner.organisationId, {
      ...{ from: '2026-11-01', until: '2026-11-30', deputyId: deputy.staffId },
    });
    await run.write(entered(`search#1[${id}]/search-system#2`));
    // What was the owner's before they went is the deputy's to do as well, until the owner is back.
    const doable = async () => {
      const stand = await record.register.staff.viewer(deputy.staffId, deputy.organisationId);
      const rows = (await record.register.cases.myTasks(stand ?? deputy)).filter(
        (task) => task.reference === reference,
      );
      expect(rows.every(({ refusal }) => refusal === null)).toBe(true);
      return rows.map(({ step }) => step.slice(-1)).sort();
    };
    expect(await doable()).toEqual(['1', '2']);
    record.turnTo('2026-12-01T12:00:00.000Z');
    expect(await doable()).toEqual(['2']);
    record.turnTo(noon(MONDAY));
    const assigned = async () =>
      Object.fromEntries((await tasksOf(reference)).map((task) => [task.step.slice(-1), task.assigneeId]));
    expect(await assigned()).toEqual({ 1: owner.staffId, 2: deputy.staffId });
    await run.write(acted('restrict-access', { staff: [], excluded: [owner.staffId, deputy.staffId] }));
    await run.write(entered(`search#1[${id}]/search-system#3`));
    expect(await assigned()).toEqual({ 1: null, 2: null, 3: null });
    const rows = await record.register.documents.searchesOf(reference);
    expect(rows.map(({ system: one, state }) => [one, state])).toEqual([
      [id, 'asked'],
      [id, 'asked'],
      [id, 'asked'],
    ]);
    await record.register.staff.setMembership(owner.staffId, owner.organisationId, {
      roles: ['data-holder'],
    });
  });

  it('to preserve what a system overwrites are due on the last working day before it does', async () => {
    const profile = record.register.organisations.get('new-park-village');
    const overwriting = profile.systems.find(({ overwriteAfterDays }) => overwriteAfterDays !== undefined);
    const { reference } = await record.open();
    const run = await Run.claim(record, reference);
    await run.write(entered(`preserve#1[${overwriting?.id}]/preserve-evidence#1`));
    const [task] = await tasksOf(reference);
    const page = await record.register.cases.page(await record.member(['dpo']), reference);
    const lost = page?.risks.find(({ system }) => system === overwriting?.id)?.on ?? '';
    expect(lost).not.toBe('');
    expect((task?.dueOn ?? '') < lost).toBe(true);
    // Overwritten already is not preserved: it stays on top of the case, as lost.
    await run.write(
      left(`preserve#1[${overwriting?.id}]/preserve-evidence#1`, { data: { outcome: 'already-gone' } }),
    );
    const after = await record.register.cases.page(await record.member(['dpo']), reference);
    expect(after?.risks).toContainEqual({ system: overwriting?.id, on: lost, lost: true });
  });

  it('of a letter are opened once for each need, and withdrawn with the step', async () => {
    const { reference } = await record.open();
    const run = await Run.claim(record, reference);
    const at = noon(MONDAY);
    await run.write(
      entered('respond#1'),
      stepEvent('needs-person', 'respond#1', at, { key: 'n1', data: { need: 'check' } }),
    );
    await run.write(
      stepEvent('person-done', 'respond#1', at, { key: 'd1' }),
      stepEvent('needs-person', 'respond#1', at, { key: 'n2', data: { need: 'posting' } }),
    );
    await run.write(cancelled('respond#1'));
    const tasks = await tasksOf(reference);
    expect(tasks.map(({ need, state, title }) => [need, state, title]).sort()).toEqual([
      ['check', 'done', 'Check and send the letter'],
      ['posting', 'cancelled', 'Print and post the letter'],
    ]);
  });

  it('are all withdrawn when the case closes', async () => {
    const { reference } = await record.open();
    const run = await Run.claim(record, reference);
    await run.write(entered('triage#1'));
    await run.write(closed('withdrawn'));
    expect((await tasksOf(reference)).map(({ state }) => state)).toEqual(['cancelled']);
  });
});

describe('The stage of a case', () => {
  it('follows what is open, goes back with the work, and is not moved back by what merely ends', async () => {
    const { reference } = await record.open();
    const run = await Run.claim(record, reference);
    const stageAfter = async (...events: ProcessEvent[]) => {
      await run.write(...events);
      return (await record.register.cases.start(reference))?.stage;
    };
    expect(await stageAfter(entered('preserve#1'), entered('triage#1'))).toBe('received');
    expect(await stageAfter(left('triage#1'), entered('search#1'))).toBe('searching');
    expect(await stageAfter(left('search#1'))).toBe('searching');
    expect(await stageAfter(left('preserve#1'), entered('review#1'))).toBe('review');
    expect(await stageAfter(left('review#1'), entered('decide#1'))).toBe('decision');
    expect(await stageAfter(left('decide#1'), entered('review#2'))).toBe('review');
    expect(await stageAfter(closed('answered'))).toBe('closed');
  });
});

describe('Case-wide actions', () => {
  it('assign, hold, link and correct the date of receipt, which stays in the log as it was', async () => {
    const dpo = await record.member(['dpo']);
    const [one, other] = [await record.open(), await record.open()];
    const run = await Run.claim(record, one.reference);
    await run.write(
      acted('assign', { assignee: dpo.staffId }),
      acted('hold', {}),
      acted('link', { reference: other.reference, relation: 'related' }, { actor: dpo.staffId }),
      acted('correct-received-date', { receivedOn: '2026-10-29' }),
    );
    const page = await record.register.cases.page(dpo, one.reference);
    expect(page).toMatchObject({
      assigneeId: dpo.staffId,
      legalHold: true,
      receivedOn: '2026-10-29',
      dueOn: '2026-11-30',
    });
    expect(page?.links).toMatchObject([{ reference: other.reference, relation: 'related', outward: true }]);
    const events = await record.register.cases.events(dpo, one.reference);
    expect(events?.at(-1)?.data).toEqual({ receivedOn: '2026-10-29', previously: '2026-11-02' });
  });
});

describe('A due date that moves', () => {
  it('sooner takes the open tasks with it: none is due after the case', async () => {
    const dpo = await record.member(['dpo']);
    const { reference } = await record.open();
    const run = await Run.claim(record, reference);
    await run.write(entered('decide#1'));
    const dueOn = async () => (await record.register.cases.page(dpo, reference))?.tasks[0]?.dueOn;
    expect(await dueOn()).toBe('2026-12-02');
    await run.write(acted('correct-received-date', { receivedOn: '2026-10-29' }));
    expect(await dueOn()).toBe('2026-11-30');
  });
});

describe('Closing a case', () => {
  it('keeps it as long as the profile says, and lets routine deletion of the person go on', async () => {
    const dpo = await record.member(['dpo']);
    const first = await record.open();
    const second = await record.open({ subject: { existing: first.subjectId } });
    const held = async () => (await record.register.people.find(dpo, first.subjectId))?.held;
    expect(await held()).toBe(true);
    await (await Run.claim(record, first.reference)).write(closed('answered'));
    expect(await held()).toBe(true);
    await (await Run.claim(record, second.reference)).write(closed('answered'));
    expect(await held()).toBe(false);
    const page = await record.register.cases.page(dpo, first.reference);
    expect(page?.retainUntil?.slice(4)).toBe('-11-02');
    expect(Number(page?.retainUntil?.slice(0, 4))).toBeGreaterThan(2026);
  });
});

describe('Recovery', () => {
  it('lists open cases with the most urgent first, and none that are closed', async () => {
    const fresh = await testRecord();
    const late = await fresh.open({ receivedOn: '2026-10-30' });
    const early = await fresh.open({ receivedOn: '2026-10-01' });
    const over = await fresh.open();
    await (await Run.claim(fresh, over.reference)).write(closed('withdrawn'));
    const plan = await fresh.register.recorder.planRecovery();
    expect(plan.map(({ reference }) => reference)).toEqual([early.reference, late.reference]);
    await fresh.close();
  });
});

describe('A search that was reopened', () => {
  it('stands for the system its start was given, wherever its scope lies', async () => {
    const { reference } = await record.open();
    const run = await Run.claim(record, reference);
    await run.write(
      fired('search-reopened', 1, { system: 'cctv' }),
      fired('search-reopened', 2, { system: 'mailboxes' }),
    );
    await run.write(
      entered('search-reopened#2/search-again#1'),
      entered('reopened#1/search-reopened#1/search-again#1'),
    );
    const rows = await record.register.documents.searchesOf(reference);
    expect(rows.map(({ step, system }) => [step, system]).sort()).toEqual([
      ['reopened#1/search-reopened#1/search-again#1', 'cctv'],
      ['search-reopened#2/search-again#1', 'mailboxes'],
    ]);
  });
});
