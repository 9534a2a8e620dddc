import { randomUUID } from 'node:crypto';
import type { TestRecord } from './support/record';
import { MONDAY, noon, NOTTINGHAM, Run, closed, tenant, testRecord } from './support/record';

let record: TestRecord;
beforeAll(async () => void (record = await testRecord()));
afterAll(() => record.close());
beforeEach(() => record.turnTo(noon(MONDAY)));

const email = (value: string) =>
  ({ id: value, kind: 'email', value, safety: 'unconfirmed', onFile: false }) as const;

describe('Opening a case', () => {
  it('numbers cases in order within the year they are logged in, without a gap when one fails', async () => {
    record.turnTo(noon('2027-03-01'));
    const one = await record.open({ receivedOn: '2026-12-30' });
    await expect(record.open({ receivedOn: '2027-03-02' })).rejects.toMatchObject({ code: 'invalid' });
    const other = await record.open();
    expect([one.reference, other.reference]).toEqual(['SAR-2027-00001', 'SAR-2027-00002']);
  });

  it('happens once for one form, however often and however fast it is pressed', async () => {
    const viewer = await record.member(['handler']);
    const submissionId = randomUUID();
    const subject = { fresh: tenant() };
    const opened = await Promise.all(
      Array.from({ length: 5 }, () => record.open({ submissionId, viewer, subject })),
    );
    expect(new Set(opened.map(({ reference }) => reference)).size).toBe(1);
    expect(opened.filter(({ repeated }) => !repeated)).toHaveLength(1);
    const [people] = await record.sql<{ n: number }>('SELECT count(*)::int AS n FROM person WHERE id = $1', [
      opened[0]?.subjectId,
    ]);
    expect(people?.n).toBe(1);
  });

  it('does not answer somebody else’s case to a form of another organisation', async () => {
    const submissionId = randomUUID();
    await record.open({ submissionId });
    const viewer = await record.member(['handler'], [], NOTTINGHAM);
    await expect(record.open({ submissionId, viewer })).rejects.toMatchObject({ code: 'id-used-before' });
  });

  it('warns when more than one working day passed between receipt and logging, weekends not counted', async () => {
    const warnings = async (receivedOn: string) => (await record.open({ receivedOn })).warnings;
    expect(await warnings('2026-11-02')).toEqual([]);
    expect(await warnings('2026-10-30')).toEqual([]);
    expect(await warnings('2026-10-29')).toEqual(['logged-late']);
  });

  it('fixes as facts the controller, its route and approval, the systems at risk, and whether contact is a risk', async () => {
    const nottingham = await record.member(['handler'], [], NOTTINGHAM);
    const profile = record.register.organisations.get(NOTTINGHAM);
    const council = profile.controllers.find(({ ourRole }) => ourRole === 'processor');
    const personType = council?.dataOf[0] ?? '';
    const subject = { fresh: { ...tenant(), personType, flags: ['domestic-abuse'] } };
    const { reference } = await record.open({ viewer: nottingham, subject, controller: council?.id });
    const { facts } = await record.register.cases.dossier(reference);
    expect(facts).toMatchObject({
      ...{
        kind: 'subject-access',
        organisation: NOTTINGHAM,
        personType,
        channel: 'phone',
        requester: 'self',
      },
      ...{ controller: council?.id, controllerRole: 'processor', controllerRoute: council?.route },
      ...{ approvalRequired: council?.approvalRequired, flagged: true, receivedOn: MONDAY },
    });
    const atRisk = profile.systems.filter(
      (one) => one.overwriteAfterDays !== undefined && one.personTypes.includes(personType),
    );
    expect(facts.preserve).toEqual(atRisk.map(({ id }) => id));
  });

  it('is refused for people and controllers that the profile does not know, and leaves nothing behind', async () => {
    const before = await record.sql('SELECT id FROM person');
    const unknown = { fresh: { ...tenant(), personType: 'astronaut' } };
    await expect(record.open({ subject: unknown })).rejects.toMatchObject({ code: 'invalid' });
    await expect(record.open({ controller: 'nobody' })).rejects.toMatchObject({ code: 'invalid' });
    expect(await record.sql('SELECT id FROM person')).toHaveLength(before.length);
  });

  it('adds to somebody on record what the request tells of them, and takes nothing away', async () => {
    const dpo = await record.member(['dpo']);
    const known = tenant({ name: 'Rosalind Marchbank', contacts: [email('old@people.example')] });
    const first = await record.open({ subject: { fresh: known } });
    const adding = {
      ...tenant({ contacts: [email('new@people.example'), email('OLD@people.example')] }),
      flags: ['safeguarding'],
    };
    const second = await record.open({ subject: { existing: first.subjectId, adding } });
    expect(second.subjectId).toBe(first.subjectId);
    const person = await record.register.people.find(dpo, first.subjectId);
    expect(person?.contents.name).toBe('Rosalind Marchbank');
    expect(person?.contents.contacts.map(({ value }) => value)).toEqual([
      'old@people.example',
      'new@people.example',
    ]);
    expect(person?.flags).toEqual(['safeguarding']);
    expect((await record.register.people.search(dpo, 'new@people.example'))[0]?.id).toBe(first.subjectId);
  });

  it('does not take a person of another organisation', async () => {
    const { subjectId } = await record.open();
    const viewer = await record.member(['handler'], [], NOTTINGHAM);
    await expect(record.open({ viewer, subject: { existing: subjectId } })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('keeps the agent who asks apart from the person whose data it is', async () => {
    const requester = { fresh: { ...tenant({ name: 'Invented Solicitors' }), personType: 'agent' } };
    const { reference, subjectId, requesterId } = await record.open({
      requester,
      codes: { requester: 'agent' },
    });
    expect(requesterId).not.toBe(subjectId);
    const dossier = await record.register.cases.dossier(reference);
    expect(dossier.requester?.contents.name).toBe('Invented Solicitors');
    expect(dossier.facts.requester).toBe('agent');
  });
});

describe('Whoever opened a case', () => {
  it('stands in its facts and in its row, so that a process and a page know them', async () => {
    const viewer = await record.member(['handler']);
    const { reference } = await record.open({ viewer });
    const page = await record.register.cases.page(viewer, reference);
    expect([page?.openedById, page?.facts.openedBy]).toEqual([viewer.staffId, viewer.staffId]);
  });

  it('must say whose information a request is about', async () => {
    await expect(record.open({ subject: undefined })).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('A case opened from another one', () => {
  const follows = (reference: string) => ({ linkedTo: { reference, relation: 'follows' } }) as const;

  it('is linked to it, with its own clock, and both pages say which follows from which', async () => {
    const dpo = await record.member(['dpo']);
    const first = await record.open();
    record.turnTo(noon('2026-11-09'));
    const subject = { existing: first.subjectId };
    const second = await record.open({ ...follows(first.reference), subject });
    const [was, is] = [
      await record.register.cases.page(dpo, first.reference),
      await record.register.cases.page(dpo, second.reference),
    ];
    expect(is?.links).toEqual([
      {
        reference: first.reference,
        kind: 'subject-access',
        relation: 'follows',
        outward: true,
        answersTogether: true,
      },
    ]);
    expect(was?.links).toEqual([
      {
        reference: second.reference,
        kind: 'subject-access',
        relation: 'follows',
        outward: false,
        answersTogether: true,
      },
    ]);
    expect([was?.dueOn, is?.dueOn]).toEqual(['2026-12-02', '2026-12-09']);
  });

  it('is kept from all whom the first is kept from', async () => {
    const [named, other] = [await record.member(['dpo']), await record.member(['dpo'])];
    const first = await record.open({ viewer: named, restrictedTo: [named.staffId] });
    const subject = { existing: first.subjectId };
    const { reference } = await record.open({ viewer: named, ...follows(first.reference), subject });
    expect((await record.register.cases.page(named, reference))?.namedStaff).toEqual([named.staffId]);
    expect(await record.register.cases.page(other, reference)).toBeNull();
  });

  it('is refused where the first does not exist for the viewer, and nothing is left behind', async () => {
    const named = await record.member(['dpo']);
    const hidden = await record.open({ viewer: named, restrictedTo: [named.staffId] });
    const before = await record.sql('SELECT id FROM "case"');
    await expect(record.open(follows(hidden.reference))).rejects.toMatchObject({ code: 'not-found' });
    await expect(record.open(follows('SAR-1999-00001'))).rejects.toMatchObject({ code: 'not-found' });
    expect(await record.sql('SELECT id FROM "case"')).toHaveLength(before.length);
  });

  it('takes the people of the first by their ids, even from an employee who may not look them up', async () => {
    const employee = await record.member(['employee']);
    const first = await record.open({ viewer: employee });
    const linkedTo = { reference: first.reference, relation: 'same-request' } as const;
    const subject = { existing: first.subjectId };
    const part = await record.open({ viewer: employee, linkedTo, subject });
    expect(part.subjectId).toBe(first.subjectId);
    await expect(record.open({ viewer: employee, subject })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('The cases of a person', () => {
  it('are all there, open ones first, with those they asked for somebody else, as far as the viewer may see', async () => {
    const dpo = await record.member(['dpo']);
    const first = await record.open();
    const subject = { existing: first.subjectId };
    await (await Run.claim(record, first.reference)).write(closed('answered'));
    record.turnTo(noon('2026-11-03'));
    const second = await record.open({ subject });
    const asked = await record.open({ requester: subject, codes: { requester: 'agent' } });
    await record.open({ viewer: dpo, subject, restrictedTo: [dpo.staffId] });
    const viewer = await record.member(['handler']);
    const cases = await record.register.cases.ofPerson(viewer, first.subjectId);
    expect(cases.map(({ reference, asksForAnother }) => [reference, asksForAnother])).toEqual([
      [asked.reference, true],
      [second.reference, false],
      [first.reference, false],
    ]);
    expect(await record.register.cases.ofPerson(dpo, first.subjectId)).toHaveLength(4);
  });

  it('are counted for the ground "number" of an extension: open ones, and those of twelve months (Art 12A(3))', async () => {
    const viewer = await record.member(['handler']);
    record.turnTo(noon('2025-11-02'));
    const first = await record.open({ receivedOn: '2025-11-02' });
    const subject = { existing: first.subjectId };
    record.turnTo(noon('2025-11-03'));
    const second = await record.open({ subject, receivedOn: '2025-11-03' });
    await (await Run.claim(record, second.reference)).write(closed('answered'));
    record.turnTo(noon(MONDAY));
    const third = await record.open({ subject });
    const page = await record.register.cases.page(viewer, third.reference);
    expect(page?.requests).toEqual({ open: 2, lastYear: 2 });
  });
});

describe('Similar cases', () => {
  it('of the same person are found open and closed, by picking them or by what was typed', async () => {
    const viewer = await record.member(['handler']);
    const subject = { fresh: tenant({ name: 'Theodora Winterbourne', references: ['TEN/0815'] }) };
    const { reference, subjectId } = await record.open({ subject });
    await (await Run.claim(record, reference)).write(closed('answered'));
    const found = async (clues: object) =>
      (await record.register.intake.similar(viewer, clues)).map((one) => one.reference);
    expect(await found({ personId: subjectId })).toEqual([reference]);
    expect(await found({ name: 'Teodora Winterborne' })).toEqual([reference]);
    expect(await found({ reference: 'ten 0815' })).toEqual([reference]);
    expect(await found({ name: 'Somebody Else' })).toEqual([]);
  });

  it('that the viewer may not see are not among them', async () => {
    const named = await record.member(['dpo']);
    const subject = { fresh: tenant({ name: 'Peregrine Oakenshield' }) };
    await record.open({ viewer: named, subject, restrictedTo: [named.staffId] });
    const clues = { name: 'Peregrine Oakenshield' };
    expect(await record.register.intake.similar(named, clues)).toHaveLength(1);
    expect(await record.register.intake.similar(await record.member(['dpo']), clues)).toEqual([]);
  });
});
