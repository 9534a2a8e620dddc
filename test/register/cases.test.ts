import { randomUUID } from 'node:crypto';
import type { Role } from '../../domain/roles';
import type { Viewer } from '../../register/viewer';
import type { TestRecord } from './support/record';
import {
  acted,
  closed,
  entered,
  left,
  MONDAY,
  NEW_PARK,
  noon,
  NOTTINGHAM,
  Run,
  stepEvent,
  tenant,
  testRecord,
} from './support/record';

let record: TestRecord;
beforeAll(async () => void (record = await testRecord()));
afterAll(() => record.close());

/** Whether a case exists for the viewer, by every way a page could ask. */
async function exists(viewer: Viewer, reference: string): Promise<boolean[]> {
  const { cases, documents, letters, links } = record.register;
  const list = await cases.worklist(viewer, { state: 'all', pageSize: 1000 });
  const answers = await Promise.all([
    cases.page(viewer, reference),
    cases.events(viewer, reference),
    cases.deadlines(viewer, reference),
    cases.clockEvents(viewer, reference),
    documents.list(viewer, reference),
    documents.searches(viewer, reference),
    letters.list(viewer, reference),
    links.list(viewer, reference),
  ]);
  return [list.rows.some((row) => row.reference === reference), ...answers.map((answer) => answer !== null)];
}
const everywhere = Array<boolean>(9).fill(true);
const nowhere = Array<boolean>(9).fill(false);

describe('A case exists', () => {
  it.each<Role>(['handler', 'governance-officer', 'dpo', 'accountable-manager', 'auditor'])(
    'for a %s of its organisation',
    async (role) => {
      const { reference } = await record.open();
      const [listed, page, ...rest] = await exists(await record.member([role]), reference);
      expect([listed, page, rest.filter(Boolean).length > 4]).toEqual([true, true, true]);
    },
  );

  it.each<Role>(['employee', 'data-holder', 'project-lead', 'administrator'])(
    'not for a %s',
    async (role) => {
      const { reference } = await record.open();
      expect(await exists(await record.member([role]), reference)).toEqual(nowhere);
    },
  );

  it('not for anybody of another organisation, whatever their role', async () => {
    const { reference } = await record.open();
    const stranger = await record.member(['handler', 'dpo', 'auditor'], [], NOTTINGHAM);
    expect(await exists(stranger, reference)).toEqual(nowhere);
  });

  it('when restricted, for named staff alone, and for no auditor even if named', async () => {
    const [named, other, auditor] = [
      await record.member(['dpo']),
      await record.member(['dpo']),
      await record.member(['auditor']),
    ];
    const { reference, subjectId } = await record.open({
      viewer: named,
      restrictedTo: [named.staffId, auditor.staffId],
    });
    expect(await exists(named, reference)).toEqual(everywhere);
    expect(await exists(other, reference)).toEqual(nowhere);
    expect(await exists(auditor, reference)).toEqual(nowhere);
    expect(await record.register.people.find(named, subjectId)).not.toBeNull();
    expect(await record.register.people.find(other, subjectId)).toBeNull();
  });

  it('not for whoever is shut out of it, though others see it', async () => {
    const [dpo, complainedOf] = [await record.member(['dpo']), await record.member(['dpo'])];
    const { reference } = await record.open();
    const run = await Run.claim(record, reference);
    await run.write(acted('restrict-access', { staff: [], excluded: [complainedOf.staffId] }));
    expect(await exists(dpo, reference)).toEqual(everywhere);
    expect(await exists(complainedOf, reference)).toEqual(nowhere);
  });

  it('in a link from another case only for those who may see both', async () => {
    const [named, other] = [await record.member(['dpo']), await record.member(['dpo'])];
    const hidden = await record.open({ viewer: named, restrictedTo: [named.staffId] });
    const { reference } = await record.open();
    const run = await Run.claim(record, reference);
    await run.write(
      acted('link', { reference: hidden.reference, relation: 'related' }, { actor: named.staffId }),
    );
    expect((await record.register.cases.page(named, reference))?.links).toHaveLength(1);
    expect((await record.register.cases.page(other, reference))?.links).toHaveLength(0);
  });

  it('for whoever handed it in as reference, stage and outcome, and nothing more', async () => {
    const employee = await record.member(['employee']);
    const { reference } = await record.open({ viewer: employee });
    const [own] = await record.register.cases.handedIn(employee);
    expect(own).toEqual({
      reference,
      kind: 'subject-access',
      stage: 'received',
      outcome: null,
      receivedOn: MONDAY,
      readable: false,
    });
    expect(await record.register.cases.follows(employee, reference)).toBe(false);
    expect(await record.register.cases.page(employee, reference)).toBeNull();
    expect(await record.register.cases.handedIn(await record.member(['employee']))).toEqual([]);
  });
});

describe('The case page', () => {
  it('opens contents and people for case workers and keeps them from an auditor', async () => {
    const { reference } = await record.open();
    const page = await record.register.cases.page(await record.member(['handler']), reference);
    expect(page?.contents?.request).toBe('All my repair records.');
    expect(page?.subject?.contents.name).toMatch(/^Invented/);
    const audited = await record.register.cases.page(await record.member(['auditor']), reference);
    expect([audited?.contents, audited?.subject, audited?.subjectName]).toEqual([null, null, null]);
  });

  it('says that contact needs care as the person’s page says it now, whatever was known at logging', async () => {
    const { reference, subjectId } = await record.open();
    const handler = await record.member(['handler']);
    const flagged = async () => (await record.register.cases.page(handler, reference))?.flagged;
    expect(await flagged()).toBe(false);
    await record.register.people.change(handler, subjectId, { flags: ['domestic-abuse'] });
    expect(await flagged()).toBe(true);
    await record.register.people.change(handler, subjectId, { flags: ['deceased'] });
    expect(await flagged()).toBe(false);
  });

  it('shows rules what waits and what runs beside, from the record alone', async () => {
    const { reference } = await record.open();
    const run = await Run.claim(record, reference);
    const at = noon(MONDAY);
    await run.write(
      entered('search#1'),
      entered('search#1[cctv]/search-system#1'),
      entered('establish-identity#1'),
      entered('establish-identity#1/check-identity#1'),
      entered('clarification-needed#1/ask-clarification#1'),
      stepEvent('needs-person', 'clarification-needed#1/ask-clarification#1', at, {
        data: { need: 'check' },
      }),
    );
    const view = (await record.register.cases.page(await record.member(['dpo']), reference))?.view;
    expect(view?.running).toEqual(['clarification-needed']);
    expect([...(view?.waiting ?? [])].sort()).toEqual([
      'clarification-needed#1/ask-clarification#1',
      'establish-identity#1/check-identity#1',
      'search#1[cctv]/search-system#1',
    ]);
  });

  it('tells who wrote what in the history, and marks what was back-dated', async () => {
    const handler = await record.member(['handler']);
    const { reference } = await record.open({ viewer: handler, receivedOn: '2026-10-26' });
    const run = await Run.claim(record, reference);
    const id = randomUUID();
    await record.register.submissions.store({
      ...{ id, viewer: handler, role: 'handler', reference, form: 'note', action: 'note', codes: {} },
      personal: { note: 'They called again.' },
    });
    await run.write(acted('note', {}, { submission: id, actor: handler.staffId }));
    const events = await record.register.cases.events(handler, reference);
    expect(events?.map(({ type, backdated }) => [type, backdated])).toEqual([
      ['case-opened', true],
      ['acted', false],
    ]);
    expect(events?.[1]).toMatchObject({ actorName: 'A handler', written: { note: 'They called again.' } });
    const audited = await record.register.cases.events(await record.member(['auditor']), reference);
    expect(audited?.[1]).toMatchObject({ actorName: 'A handler', written: null });
  });
});

describe('The worklist', () => {
  let own: TestRecord;
  beforeAll(async () => {
    own = await testRecord();
  });
  afterAll(() => own.close());

  it('filters, sorts and pages', async () => {
    const viewer = await own.member(['handler']);
    const overdue = await own.open({ viewer, receivedOn: '2026-09-01' });
    const soon = await own.open({ viewer, receivedOn: '2026-10-05' });
    const later = await own.open({ viewer });
    const over = await own.open({ viewer });
    await (await Run.claim(own, over.reference)).write(closed('withdrawn'));
    await (
      await Run.claim(own, later.reference)
    ).write(acted('assign', { assignee: viewer.staffId }), entered('search#1'));
    const list = async (query: Parameters<typeof own.register.cases.worklist>[1]) =>
      (await own.register.cases.worklist(viewer, query)).rows.map(({ reference }) => reference);
    expect(await list({})).toEqual([overdue, soon, later].map(({ reference }) => reference));
    expect(await list({ order: 'descending' })).toEqual(
      [later, soon, overdue].map(({ reference }) => reference),
    );
    expect(await list({ due: 'overdue' })).toEqual([overdue.reference]);
    expect(await list({ due: 'this-week' })).toEqual([soon.reference]);
    expect(await list({ due: { from: '2026-12-01', until: '2026-12-31' } })).toEqual([later.reference]);
    expect(await list({ assignee: 'me' })).toEqual([later.reference]);
    expect(await list({ assignee: 'nobody' })).toEqual([overdue.reference, soon.reference]);
    expect(await list({ stages: ['searching'] })).toEqual([later.reference]);
    expect(await list({ state: 'closed' })).toEqual([over.reference]);
    expect(await list({ text: later.reference.slice(-5) })).toEqual([later.reference]);
    expect(await list({ state: 'all', sort: 'reference', pageSize: 2, page: 2 })).toEqual([
      later.reference,
      over.reference,
    ]);
    expect((await own.register.cases.worklist(viewer, { pageSize: 1 })).total).toBe(3);
    expect(await own.register.cases.counts(viewer)).toMatchObject({ open: 3, overdue: 1, dueThisWeek: 1 });
    // While identity is awaited it stands where it would if we should not have asked (Art 12A(2)).
    const waiting = await own.open({ viewer, receivedOn: '2026-10-20' });
    const asked = [{ type: 'identity-requested', at: '2026-10-21' }] as const;
    await (
      await Run.claim(own, waiting.reference)
    ).write(entered('request-identity#1'), left('request-identity#1', { clock: asked }));
    expect(await list({})).toEqual([overdue, soon, waiting, later].map(({ reference }) => reference));
    expect((await own.register.cases.worklist(viewer, {})).rows[2]).toMatchObject({
      ...{ dueOn: null, dueIfNotUpheld: '2026-11-20', clockState: 'not-started' },
    });
  });
});

describe('Work waits', () => {
  it('for the role it needs, for specialists whoever handles the case, and not for others', async () => {
    const [handler, colleague, dpo] = [
      await record.member(['handler']),
      await record.member(['handler']),
      await record.member(['dpo']),
    ];
    const { reference } = await record.open();
    const run = await Run.claim(record, reference);
    await run.write(
      acted('assign', { assignee: handler.staffId }),
      entered('triage#1'),
      entered('dpo-advice#1'),
    );
    const waiting = async (viewer: Viewer) =>
      (await record.register.cases.myTasks(viewer))
        .filter((task) => task.reference === reference)
        .map(({ element }) => element);
    expect(await waiting(handler)).toEqual(['triage']);
    expect(await waiting(colleague)).toEqual([]);
    expect(await waiting(dpo)).toEqual(['dpo-advice']);
  });

  it('for a system’s owner as one task, with what to look for and without the rest of the case', async () => {
    const system = record.register.organisations.get(NEW_PARK).systems[1]?.id ?? '';
    const owner = await record.member(['data-holder'], [system]);
    const { reference } = await record.open({
      subject: { fresh: tenant({ name: 'Invented Person', references: ['T-77'] }) },
    });
    const run = await Run.claim(record, reference);
    await run.write(entered(`search#1[${system}]/search-system#1`));
    const task = (await record.register.cases.myTasks(owner)).find((one) => one.reference === reference);
    expect(task).toMatchObject({ element: 'search-system', item: system, refusal: null });
    const page = await record.register.cases.task(owner, task?.id ?? '');
    expect(page?.subject).toEqual({ name: 'Invented Person', formerNames: [], references: ['T-77'] });
    expect(await record.register.cases.page(owner, reference)).toBeNull();
    expect(await record.register.cases.task(await record.member(['data-holder']), task?.id ?? '')).toBeNull();
    await record.register.staff.setMembership(owner.staffId, NEW_PARK, { roles: ['data-holder'] });
  });

  it('and nobody checks or decides on a review of their own, whatever their roles', async () => {
    const [both, other] = [
      await record.member(['handler', 'accountable-manager', 'dpo']),
      await record.member(['handler', 'accountable-manager']),
    ];
    const { reference } = await record.open();
    const run = await Run.claim(record, reference);
    await run.write(entered('review#1'));
    await run.write(
      left('review#1', { actor: both.staffId }),
      entered('second-check#1'),
      entered('decide#1'),
      entered('deliver#1'),
    );
    const refusals = async (viewer: Viewer) =>
      Object.fromEntries(
        (await record.register.cases.page(viewer, reference))?.tasks
          .filter(({ state }) => state === 'open')
          .map(({ element, refusal, override }) => [
            element,
            refusal?.code ?? (override ? 'with-reason' : 'may'),
          ]) ?? [],
      );
    const { reviewerMayCheck } = record.register.organisations.get(NEW_PARK).approvals;
    const own = reviewerMayCheck ? 'with-reason' : 'own-work';
    expect(await refusals(both)).toEqual({ 'second-check': own, decide: own, deliver: 'may' });
    expect(await refusals(other)).toEqual({ 'second-check': 'may', decide: 'may', deliver: 'may' });
    expect(await refusals(await record.member(['auditor']))).toEqual({
      ...{ 'second-check': 'not-your-role', decide: 'not-your-role', deliver: 'not-your-role' },
    });
  });
});
