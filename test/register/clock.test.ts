import type { Codes } from '../../domain/cases/process';
import type { ClockEvent } from '../../domain/clock/types';
import type { TestRecord } from './support/record';
import {
  acted,
  closed,
  entered,
  left,
  MONDAY,
  NEW_PARK,
  NOTTINGHAM,
  noon,
  Run,
  stepEvent,
  testRecord,
} from './support/record';

let record: TestRecord;
beforeAll(async () => void (record = await testRecord()));
afterAll(() => record.close());

async function started(receivedOn = MONDAY): Promise<{ reference: string; run: Run }> {
  const { reference } = await record.open({ receivedOn });
  return { reference, run: await Run.claim(record, reference) };
}

/** Records a step whose finishing means this to the clock, and answers the clock after it. */
async function after(run: Run, step: string, clock: readonly ClockEvent[], at = noon(MONDAY)) {
  await run.write(entered(step, at));
  const answer = await run.write(left(step, { clock }, at));
  if (answer.outcome !== 'recorded') throw new Error(answer.reason);
  return answer.clock;
}

describe('The clock of a case', () => {
  it('runs from receipt as soon as the case is opened, before any workflow has started (Art 12A(1))', async () => {
    const { reference } = await started();
    const page = await record.register.cases.page(await record.member(['dpo']), reference);
    expect(page?.clock).toMatchObject({ state: 'running', due: '2026-12-02', extended: false });
  });

  it('waits for identity, then runs from the day the information arrived (Art 12A(2)(b))', async () => {
    const { run } = await started();
    const waiting = await after(run, 'request-identity#1', [
      { type: 'identity-requested', at: '2026-11-03' },
    ]);
    expect(waiting).toMatchObject({ state: 'not-started', due: null });
    const running = await after(run, 'check-identity#1', [{ type: 'identity-received', at: '2026-11-09' }]);
    expect(running).toMatchObject({ state: 'running', due: '2026-12-09' });
  });

  it('pauses for clarification, has no due date meanwhile, and is later by the days that do not count (Art 12A(5))', async () => {
    const { run } = await started();
    const paused = await after(run, 'ask-clarification#1', [
      { type: 'clarification-requested', at: '2026-11-10' },
    ]);
    expect(paused).toMatchObject({ state: 'paused', due: null });
    const running = await after(run, 'await-clarification#1', [
      { type: 'clarification-received', at: '2026-11-17' },
    ]);
    expect(running.state).toBe('running');
    expect((running.due ?? '') > '2026-12-02').toBe(true);
  });

  it('is extended by the notice, and not extended any more once that is corrected (Art 12A(3))', async () => {
    const { run } = await started();
    const extended = await after(run, 'extension-notice#1', [{ type: 'extended', at: '2026-11-20' }]);
    expect(extended).toMatchObject({ extended: true, due: '2027-02-02' });
    const corrected = await after(run, 'undo#1', [{ type: 'extension-undone', at: '2026-11-20' }]);
    expect(corrected).toMatchObject({ extended: false, due: '2026-12-02' });
  });

  it('keeps the whole explanation of each date for the page', async () => {
    const { reference } = await started();
    const deadlines = await record.register.cases.deadlines(await record.member(['dpo']), reference);
    expect(deadlines?.map(({ timer }) => timer)).toEqual(['rights.response', 'rights.extensionNotice']);
    expect(deadlines?.[0]?.steps.length).toBeGreaterThan(1);
    expect(deadlines?.[0]?.steps.some(({ article }) => article !== undefined)).toBe(true);
  });

  it('sets aside what cannot have happened, says so, and never stops the case', async () => {
    const { reference, run } = await started();
    const clock = await after(run, 'await-clarification#1', [
      { type: 'clarification-received', at: '2026-11-05' },
    ]);
    expect(clock).toMatchObject({ state: 'running', due: '2026-12-02' });
    const deadlines = await record.register.cases.deadlines(await record.member(['dpo']), reference);
    expect(deadlines?.[0]?.warnings.map(({ code }) => code)).toContain('set-aside:answer-before-question');
  });

  it('says beforehand why an event would be impossible', async () => {
    const { reference } = await started();
    const { clockRefusal } = record.register.cases;
    const answer: ClockEvent = { type: 'identity-received', at: '2026-11-05' };
    expect(await clockRefusal(reference, [answer])).toMatchObject({ code: 'answer-before-question' });
    expect(
      await clockRefusal(reference, [{ type: 'identity-requested', at: '2026-11-04' }, answer]),
    ).toBeNull();
  });

  it('stands still once the case is closed, also when a note is added afterwards', async () => {
    const { reference, run } = await started();
    await run.write(closed('answered'));
    await run.write(acted('note', {}));
    const page = await record.register.cases.page(await record.member(['dpo']), reference);
    expect(page?.clock).toMatchObject({ state: 'stopped', next: null, due: '2026-12-02' });
  });
});

describe('The next point', () => {
  const escalated = (point: string, at: string) => ({
    ...({ key: `escalated ${point}`, type: 'escalated', data: { point }, effectiveAt: at, at } as const),
  });

  it('is the first rung of the ladder not yet reached, and each is reached once', async () => {
    const { run } = await started();
    const points: string[] = [];
    let clock = await after(run, 'triage#1', []);
    for (let count = 0; clock.next && count < 6; count += 1) {
      points.push(clock.next.point);
      const answer = await run.write(escalated(clock.next.point, clock.next.at));
      if (answer.outcome !== 'recorded') throw new Error(answer.reason);
      clock = answer.clock;
    }
    expect(new Set(points).size).toBe(points.length);
    expect(points[0]).toMatch(/^ten-days@2026-11-1\d$/);
    expect(points.at(-1)).toMatch(/^overdue@/);
    expect([...points].sort((one, other) => (one.slice(-10) < other.slice(-10) ? -1 : 1))).toEqual(points);
  });

  it('of a case already overdue is one telling, not the whole ladder', async () => {
    const { run } = await started('2026-09-01');
    const { next } = await after(run, 'triage#1', []);
    expect(next?.point).toMatch(/^overdue@/);
    const answer = await run.write(escalated(next?.point ?? '', next?.at ?? ''));
    expect(answer).toMatchObject({
      clock: { next: { point: expect.stringMatching(/^overdue@2026-11-0[3-6]$/) } },
    });
  });

  it('chases the owner of a system before and after the task is due, and no more once it is done', async () => {
    const [system] = record.register.organisations.get(NEW_PARK).systems;
    const { reference, run } = await started();
    const step = `search#1[${system?.id}]/search-system#1`;
    const asked = await run.write(entered(step));
    const next = asked.outcome === 'recorded' ? asked.clock.next : null;
    expect(next).toMatchObject({
      point: `chase.${step}@2026-11-05`,
      at: '2026-11-05T09:00:00.000Z',
    });
    const audience = await record.register.cases.audience(reference, next?.point ?? '');
    expect(audience).toMatchObject({
      tell: ['system-owner'],
      system: system?.id,
      dueOn: '2026-11-09',
      title: 'Search the system',
    });
    const chased = await run.write(escalated(next?.point ?? '', next?.at ?? ''));
    expect(chased).toMatchObject({
      clock: { next: { point: `chase.${step}@2026-11-09` } },
    });
    const answered = await run.write(left(step, { data: { result: 'found', hits: 3, minutes: 20 } }));
    expect(answered).toMatchObject({ clock: { next: { point: expect.stringMatching(/^ten-days@/) } } });
    const [search] = await record.register.documents.searchesOf(reference);
    expect(search).toMatchObject({ state: 'found', hits: 3, minutes: 20 });
  });

  it('is not told again where it was recorded under the name that chasers once had', async () => {
    const [system] = record.register.organisations.get(NEW_PARK).systems;
    const { run } = await started();
    const step = `search#1[${system?.id}]/search-system#1`;
    await run.write(entered(step));
    const known = `chase.search-system.${system?.id}@2026-11-05`;
    expect(await run.write(escalated(known, '2026-11-05T09:00:00.000Z'))).toMatchObject({
      clock: { next: { point: `chase.${step}@2026-11-09` } },
    });
  });

  it('chases what waits for an answer while the clock has not started, then whoever handles the case and governance', async () => {
    const { reference, run } = await started();
    await after(run, 'request-identity#1', [{ type: 'identity-requested', at: MONDAY }]);
    const waiting = await run.write(entered('check-identity#1', noon(MONDAY)));
    // The ladder runs towards the date that holds if we should not have asked (Art 12A(2)).
    const page = await record.register.cases.page(await record.member(['dpo']), reference);
    expect(page).toMatchObject({ dueOn: null, dueIfNotUpheld: '2026-12-02' });
    expect(await record.register.cases.audience(reference, 'ten-days@2026-11-18')).toMatchObject({
      ...{ dueOn: null, ifNotUpheldOn: '2026-12-02', tell: ['assignee'] },
    });
    const next = waiting.outcome === 'recorded' ? waiting.clock.next : null;
    expect(next?.point).toBe('chase.check-identity#1@2026-11-12');
    const told = async (day: string) =>
      (await record.register.cases.audience(reference, `chase.check-identity#1@${day}`)).tell;
    expect(await told('2026-11-12')).toEqual(['handler', 'governance-officer', 'dpo']);
    const { staffId } = await record.member(['handler']);
    await run.write(acted('assign', { assignee: staffId }));
    expect(await told('2026-11-12')).toEqual(['assignee']);
    expect(await told('2026-11-18')).toEqual(['assignee']);
    expect(await told('2026-11-20')).toEqual(['assignee', 'governance-officer']);
    // Whatever the clock does, and each visit by itself.
    const again = await run.write(left('check-identity#1'), entered('check-identity#2', noon('2026-11-16')));
    expect(again).toMatchObject({ clock: { next: { point: 'ten-days@2026-11-18' } } });
    expect(await told('2026-11-20')).toEqual([]);
    expect(
      await record.register.cases.audience(reference, 'chase.check-identity#2@2026-12-02'),
    ).toMatchObject({
      ...{ tell: ['assignee'], dueOn: '2026-11-30', awaited: true },
    });
  });

  it('chases a letter to check once the case is answered, and whoever it is given to', async () => {
    const { reference, run } = await started();
    const { staffId } = await record.member(['employee']);
    await run.write(entered('respond#1'), left('respond#1'));
    await run.write(stepEvent('needs-person', 'closing-letter#1', noon(MONDAY), { data: { need: 'check' } }));
    const page = await record.register.cases.page(await record.member(['dpo']), reference);
    expect(page?.clockState).toBe('stopped');
    const letter = page?.tasks.find(({ need }) => need === 'check');
    expect(letter?.dueOn).toBe('2026-11-05');
    expect(page?.clock.next?.point).toBe('chase.closing-letter#1@2026-11-03');
    expect(
      await record.register.cases.audience(reference, 'chase.closing-letter#1@2026-11-03'),
    ).toMatchObject({
      title: 'Check and send the letter: Closing without an answer',
      tell: ['handler', 'governance-officer', 'dpo'],
    });
    await record.sql('UPDATE task SET "assigneeId" = $1 WHERE step = $2', [staffId, 'closing-letter#1']);
    expect(
      await record.register.cases.audience(reference, 'chase.closing-letter#1@2026-11-03'),
    ).toMatchObject({
      tell: ['doer'],
      doerId: staffId,
    });
  });

  it('tells the roles of its rung, and on a restricted case names who alone may know', async () => {
    const dpo = await record.member(['dpo']);
    const { reference } = await record.open({ viewer: dpo, restrictedTo: [dpo.staffId] });
    const audience = await record.register.cases.audience(reference, 'five-days@2026-11-25');
    expect(audience.tell).toEqual(['assignee', 'governance-officer']);
    expect(audience.mayKnow).toEqual([dpo.staffId]);
  });
});

describe('Several clocks of one case', () => {
  it('the earliest undone gives the due date, and each escalates by itself (Arts 33(1)–(2))', async () => {
    const viewer = await record.member(['dpo'], [], NOTTINGHAM);
    const { reference } = await record.open({
      ...{ viewer, kind: 'breach', subject: undefined },
      contents: { title: 'A list sent to a stranger', request: 'The wrong file.' },
      codes: {
        discovered: 'at',
        discoveredAt: noon(MONDAY),
        happened: 'unknown',
        ongoing: 'no',
        place: 'us',
      },
    });
    const run = await Run.claim(record, reference);
    const settled = async (step: string, data: Codes, clock: readonly ClockEvent[] = []) => {
      await run.write(entered(step));
      const answer = await run.write(left(step, { data, clock }));
      if (answer.outcome !== 'recorded') throw new Error(answer.reason);
      return answer.clock;
    };
    const aware = { type: 'aware', at: noon(MONDAY), replaces: true } as const;
    const both = await settled('triage#1', { outcome: 'breach', role: 'both' }, [aware]);
    expect(both.dueAt).toBe('2026-11-03T12:00:00.000Z');
    const point = both.next?.point ?? '';
    expect(point).toMatch(/^breach\.processorToController\/hours-/);
    expect(await record.register.cases.audience(reference, point)).toMatchObject({
      ...{ timer: 'breach.processorToController', dueAt: '2026-11-03T12:00:00.000Z' },
      tell: expect.arrayContaining(['dpo']),
    });
    expect(await record.register.cases.audience(reference, 'hours-24@x')).toMatchObject({
      ...{ timer: 'breach.regulator', dueAt: '2026-11-05T12:00:00.000Z' },
    });
    const told = await settled('notify-controller#1', { givenAt: noon(MONDAY) });
    expect(told.dueAt).toBe('2026-11-05T12:00:00.000Z');
    expect(told.next?.point).toMatch(/^hours-24@/);
  });

  it('news of a complaint is told of beside its outcome, and again from the last that was (s.164A(5))', async () => {
    const { reference } = await record.open({ kind: 'complaint', receivedOn: MONDAY });
    const run = await Run.claim(record, reference);
    const acknowledged = await run.write(
      entered('acknowledge#1'),
      left('acknowledge#1', { data: given(MONDAY) }),
    );
    const next = acknowledged.outcome === 'recorded' ? acknowledged.clock.next : null;
    expect(next?.point).toMatch(/^complaint\.progress\/ten-days@/);
    expect(await record.register.cases.audience(reference, next?.point ?? '')).toMatchObject({
      ...{ timer: 'complaint.progress', dueOn: '2026-11-16', tell: ['assignee'] },
    });
    const news = [{ type: 'progress-told', at: '2026-11-13' }] as const;
    await run.write(
      entered('progress-due#1/progress-letter#1'),
      left(
        'progress-due#1/progress-letter#1',
        { data: given('2026-11-13'), clock: news },
        noon('2026-11-13'),
      ),
    );
    expect(await record.register.cases.audience(reference, 'complaint.progress/due@x')).toMatchObject({
      dueOn: '2026-11-27',
    });
  });
});

const given = (on: string) => ({ givenAt: noon(on) });

it('what the regulator owes us is expected, never overdue, and told to no manager every day', async () => {
  const viewer = await record.member(['dpo']);
  const { reference } = await record.open({
    ...{
      viewer,
      kind: 'impact-assessment',
      subject: undefined,
      contents: { title: 'Door cameras', request: '' },
    },
    codes: {},
  });
  const run = await Run.claim(record, reference);
  await run.write(entered('sign-off#1'), left('sign-off#1', { data: { decision: 'consult' } }));
  await run.write(entered('prior-consultation#1'), entered('submit-consultation#1'));
  const submitted = [{ type: 'submitted', at: MONDAY }] as const;
  const waiting = await run.write(
    left('submit-consultation#1', { data: { consultation: 1 }, clock: submitted }),
  );
  expect(waiting).toMatchObject({ clock: { due: '2026-12-28' } });
  expect(await record.register.cases.audience(reference, 'due@2026-12-28')).toMatchObject({ awaited: true });
  const late = await run.write(acted('note', {}, { at: noon('2027-01-04') }));
  expect(late).toMatchObject({ clock: { next: null } });
  record.turnTo(noon('2027-01-04'));
  expect((await record.register.cases.worklist(viewer, { due: 'overdue' })).rows).not.toContainEqual(
    expect.objectContaining({ reference }),
  );
  record.turnTo(noon(MONDAY));
});
