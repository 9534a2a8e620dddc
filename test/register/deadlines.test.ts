import { amended, knownHolidays } from '../../domain/calendar/holidays';
import type { Holidays, IsoDate } from '../../domain/clock/types';
import type { Register } from '../../register';
import { createRegister } from '../../register';
import type { TestRecord } from './support/record';
import { acted, closed, entered, left, MONDAY, noon, Run, testRecord } from './support/record';

let record: TestRecord;
const opened: Register[] = [];
beforeAll(async () => void (record = await testRecord()));
afterAll(async () => {
  await Promise.all(opened.map((one) => one.close()));
  await record.close();
});

/** A day proclaimed a holiday in every nation after cases had been opened. */
const proclaimed = (date: IsoDate): Holidays =>
  amended(
    knownHolidays,
    (['england-and-wales', 'scotland', 'northern-ireland'] as const).map((nation) => ({
      ...{ nation, date, title: 'A proclaimed day', source: 'a test', reason: 'a test' },
    })),
  );

/** The same record, after the product was given these bank holidays. */
function after(calendar: Holidays): TestRecord {
  const register = createRegister({
    ...{ databaseUrl: record.url, masterKey: record.masterKey, calendar },
    ...{ organisations: record.register.organisations, now: () => new Date(noon(MONDAY)) },
  });
  opened.push(register);
  return { ...record, register };
}

async function dueOf({ register }: TestRecord, reference: string) {
  const viewer = await record.member(['dpo']);
  const page = await register.cases.page(viewer, reference);
  const [answer] = (await register.cases.deadlines(viewer, reference)) ?? [];
  const events = (await register.cases.events(viewer, reference)) ?? [];
  return { clock: page?.clock, answer, events };
}

/** What the list says of one case. */
const movedOf = async ({ register }: TestRecord, reference: string) =>
  (await register.deadlines.moved()).find(({ start }) => start.reference === reference)?.deadlines ?? [];

const later = proclaimed('2026-12-02');

describe('A bank holiday proclaimed after a case was opened', () => {
  it('does not make its date later by itself: the date stands, and says which one waits (Art 12A, DPA s.205)', async () => {
    const { reference } = await record.open();
    const newer = after(later);
    const run = await Run.claim(newer, reference);
    const answer = await run.write(entered('triage#1'));
    expect(answer).toMatchObject({ clock: { due: '2026-12-02', later: '2026-12-03' } });
    const { clock, answer: stands } = await dueOf(newer, reference);
    expect(clock).toMatchObject({ due: '2026-12-02', later: '2026-12-03' });
    expect(stands).toMatchObject({
      due: '2026-12-02',
      calendar: knownHolidays.version,
      awaiting: { to: '2026-12-03', days: 1 },
    });
    expect(stands?.awaiting?.because.join(' ')).toContain('A proclaimed day');
  });

  it('makes it later once a person has confirmed it, with both dates on record', async () => {
    const { reference } = await record.open();
    const { staffId } = await record.member(['governance-officer']);
    const newer = after(later);
    const run = await Run.claim(newer, reference);
    await run.write(acted('recompute-deadline', {}));
    expect((await dueOf(newer, reference)).clock).toMatchObject({ due: '2026-12-02', later: '2026-12-03' });
    await run.write(acted('recompute-deadline', { accept: true }, { actor: staffId }));
    const { clock, answer, events } = await dueOf(newer, reference);
    expect(clock).toMatchObject({ due: '2026-12-03', later: null });
    expect(answer?.awaiting).toBeUndefined();
    expect(events.slice(-2).map(({ data, actorId }) => [data.from, data.to, data.waits, actorId])).toEqual([
      ['2026-12-02', '2026-12-02', '2026-12-03', null],
      ['2026-12-02', '2026-12-03', undefined, staffId],
    ]);
    await run.write(entered('triage#1'));
    expect((await dueOf(newer, reference)).clock).toMatchObject({ due: '2026-12-03', later: null });
  });

  it('makes it later by nobody’s word but a person’s', async () => {
    const { reference } = await record.open();
    const newer = after(later);
    const run = await Run.claim(newer, reference);
    await run.write(acted('recompute-deadline', { accept: true }));
    expect((await dueOf(newer, reference)).clock).toMatchObject({ due: '2026-12-02', later: '2026-12-03' });
  });

  it('counts wherever the case’s own events move the date anyway', async () => {
    const { reference } = await record.open();
    const newer = after(later);
    const run = await Run.claim(newer, reference);
    await run.write(acted('correct-received-date', { receivedOn: '2026-11-01' }));
    expect((await dueOf(newer, reference)).clock).toMatchObject({ due: '2026-12-01', later: null });
    await run.write(acted('correct-received-date', { receivedOn: '2026-11-02' }));
    expect((await dueOf(newer, reference)).clock).toMatchObject({ due: '2026-12-03', later: null });
  });
});

describe('A bank holiday taken back', () => {
  it('makes the date earlier at once, with an entry of its own in the history', async () => {
    const { reference } = await record.open();
    const { staffId } = await record.member(['dpo']);
    const before = await Run.claim(after(later), reference);
    await before.write(acted('recompute-deadline', { accept: true }, { actor: staffId }));
    const [moved] = await movedOf(record, reference);
    expect(moved?.movement).toMatchObject({ from: '2026-12-03', to: '2026-12-02', days: -1, later: false });
    const run = await Run.claim(record, reference);
    await run.write(entered('triage#1'));
    const { clock, events } = await dueOf(record, reference);
    expect(clock).toMatchObject({ due: '2026-12-02', later: null });
    expect(events.at(-1)).toMatchObject({
      ...{ type: 'deadline-moved', actorId: null },
      data: { from: '2026-12-03', to: '2026-12-02', calendar: knownHolidays.version },
    });
    expect(await record.register.audit.verifyChain(reference)).toMatchObject({ ok: true });
    expect(await run.write(left('triage#1'))).toMatchObject({ outcome: 'recorded' });
  });

  it('moves nothing on a closed case, where the date is history', async () => {
    const { reference } = await record.open();
    const run = await Run.claim(record, reference);
    await run.write(entered('triage#1'), left('triage#1'));
    await run.write(closed('answered'));
    const newer = after(later);
    const woken = await Run.claim(newer, reference);
    await woken.write(acted('note', {}));
    expect((await dueOf(newer, reference)).answer).toMatchObject({ due: '2026-12-02' });
    expect((await dueOf(newer, reference)).answer?.awaiting).toBeUndefined();
  });
});

describe('The list of dates that move', () => {
  it('names each open case, its timer, both dates, the days and why, and changes nothing', async () => {
    const { reference } = await record.open();
    const newer = after(later);
    const [answer] = await movedOf(newer, reference);
    expect(answer).toMatchObject({
      ...{ reference, timer: 'rights.response', waits: false },
      movement: { from: '2026-12-02', to: '2026-12-03', days: 1, later: true },
    });
    expect(answer?.movement.because.join(' ')).toContain('A proclaimed day');
    expect((await dueOf(newer, reference)).clock).toMatchObject({ due: '2026-12-02', later: null });
  });

  it('is empty for a case whose dates the change does not touch', async () => {
    const { reference } = await record.open({ receivedOn: '2026-10-30' });
    expect(await movedOf(after(later), reference)).toEqual([]);
    expect(await movedOf(record, reference)).toEqual([]);
  });

  it('knows which later dates wait for a person already, and leaves out closed cases', async () => {
    const { reference } = await record.open();
    const newer = after(later);
    const run = await Run.claim(newer, reference);
    await run.write(entered('triage#1'));
    expect((await movedOf(newer, reference)).map(({ waits }) => waits)).toContain(true);
    await run.write(closed('answered'));
    expect(await movedOf(newer, reference)).toEqual([]);
  });
});
