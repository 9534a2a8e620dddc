import { Client } from 'pg';
import type { Role } from '../../domain/roles';
import { testServer } from './support/server';
import type { TestMember } from './support/staff';
import { member, ORGANISATION, signedIn } from './support/staff';
import type { Fields, Page, Visitor } from './support/visitor';
import { visitor } from './support/visitor';

const FORM = `/complain/${ORGANISATION}`;
/** A Friday. */
const SENT = new Date('2026-11-20T15:00:00Z');

let now = SENT;
let server: Awaited<ReturnType<typeof testServer>>;
let staff: Record<'handler' | 'employee' | 'auditor', Visitor>;
let elsewhere: Visitor;
let handler: TestMember;

beforeAll(async () => {
  server = await testServer({ now: () => now });
  const one = async (role: Role, organisation = ORGANISATION): Promise<Visitor> =>
    signedIn(server.url, await member(server.register, [role], { organisation }));
  handler = await member(server.register, ['handler']);
  staff = {
    handler: await signedIn(server.url, handler),
    employee: await one('employee'),
    auditor: await one('auditor'),
  };
  elsewhere = await one('handler', 'nottingham-city-homes');
});
afterAll(() => server?.stop());
beforeEach(() => {
  now = SENT;
});

/** The same handler at another time. */
async function handlerAt(moment: string): Promise<Visitor> {
  now = new Date(moment);
  return signedIn(server.url, handler);
}

const typed = (change: Fields = {}): Fields => ({
  name: 'Tamsin Quillfeather',
  contactPhone: '01632 960771',
  forWhom: 'self',
  what: 'My rent statement went to my neighbour.\n\nNobody called me back.',
  wants: 'An apology',
  reference: 'T-8812',
  adjustments: 'Please call after six.',
  ...change,
});

async function send(by: Visitor, change: Fields = {}): Promise<{ form: Page; answer: Page; fields: Fields }> {
  const form = await by.get(FORM);
  const fields = { token: form.hidden('token'), ...typed(change) };
  return { form, fields, answer: await by.post(FORM, fields) };
}

/** The number that the sender is given. */
const numberOn = ({ html }: Page): string => /RCV-\d{4}-\d{5}/.exec(html)?.[0] ?? 'no number';

/** Where a handler logs the complaint of that number. */
async function placeOf(number: string): Promise<string> {
  const { html } = await staff.handler.get('/complaints/received');
  const link = new RegExp(`href="(/complaints/received/[0-9a-f-]{36})">[^<]*${number}`).exec(html);
  return link?.[1] ?? `${number} is not there`;
}

const logging = (change: Fields = {}): Fields => ({
  ...{
    subjectName: 'Tamsin Quillfeather',
    personType: 'tenant',
    requester: 'self',
    controller: ORGANISATION,
  },
  ...{ request: 'My rent statement went to my neighbour.', contactPhone: '01632 960771' },
  ...{ issues: ['0'], 'issues-0-what': 'A statement to a neighbour', 'issues-0-wants': 'An apology' },
  ...{ about: 'handling', housing: 'no', acknowledgement: 'now' },
  ...change,
});

describe('The complaint form that anybody may fill in (DPA s.164A(2))', () => {
  test('needs no account, stands in the organisation’s name, and names the other ways and the regulator', async () => {
    const { status, html } = await visitor(server.url).get(FORM);
    expect(status).toBe(200);
    for (const words of ['New Park Village', 'You need not use this form', 'at any time', '01632'])
      expect(html).toContain(words);
    expect(html).not.toContain('/sign-in');
    expect((await visitor(server.url).get('/complain/nobody-we-know')).status).toBe(404);
  });

  test('gives a number and the day of the acknowledgement, and puts nothing that was typed into address or log (s.164A(3))', async () => {
    const by = visitor(server.url);
    const { answer, fields } = await send(by);
    expect(answer.location).toBe(`${FORM}/sent`);
    const receipt = await by.get(`${FORM}/sent`);
    for (const words of [
      'We have received your complaint',
      'by 21 December 2026 at the latest',
      'at any time',
    ])
      expect(receipt.html).toContain(words);
    expect(receipt.html).not.toContain('Quillfeather');
    const number = numberOn(receipt);
    await by.post(FORM, fields);
    expect(numberOn(await by.get(`${FORM}/sent`))).toBe(number);
    await by.post(FORM, { ...fields, what: 'And they laughed at me.' });
    expect(numberOn(await by.get(`${FORM}/sent`))).not.toBe(number);
    const stranger = await visitor(server.url).get(`${FORM}/sent`);
    expect([stranger.status, stranger.location]).toEqual([303, FORM]);
    expect(server.logged.join('\n')).not.toMatch(/Quillfeather|960771|neighbour|T-8812/);
  });

  test.each([
    ['no way to reach them', { contactPhone: '' }, 'Give an e-mail address, a postal address or a telephone'],
    ['an e-mail address that is none', { contactEmail: 'at home' }, 'Enter an e-mail address like'],
    ['nobody named for whom it is', { forWhom: 'other' }, 'Their full name'],
    ['too much text', { what: 'x'.repeat(10_001) }, 'must be 10000 characters or fewer'],
    [
      'the box for machines filled in',
      { website: 'https://spam.example' },
      'Leave the box for machines empty',
    ],
  ])('with %s it says so and keeps everything that was typed', async (_what, change, message) => {
    const { answer } = await send(visitor(server.url), change);
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('There is a problem');
    expect(answer.html).toContain(message);
    const kept = typed(change);
    for (const name of ['name', 'wants', 'reference', 'adjustments'] as const)
      expect(answer.html).toContain(String(kept[name]));
    expect(answer.html).toContain(String(kept.what).split('\n')[0]);
  });

  test('whose session ended while it was written is shown again whole, and goes with the next press', async () => {
    const by = visitor(server.url);
    const { answer } = await send(by, { _csrf: 'of a session that ended' });
    expect(answer.status).toBe(403);
    expect(answer.html).toContain('This page was open for a long time');
    expect(answer.html).toContain('Nobody called me back.');
    const again = await by.post(FORM, { token: answer.hidden('token'), ...typed() });
    expect(again.status).toBe(303);
  });

  test('takes no more than twenty from one connection within an hour, and loses nothing of the next', async () => {
    let answer = (await send(visitor(server.url))).answer;
    for (let sends = 0; sends < 20 && answer.status === 303; sends++)
      answer = (await send(visitor(server.url))).answer;
    expect(answer.status).toBe(429);
    expect(answer.html).toContain('Nobody called me back.');
    expect(answer.html).toContain('one of the ways below');
  });
});

describe('What came through the form', () => {
  let number: string;
  let place: string;

  beforeAll(async () => {
    now = SENT;
    const { id, reference } = await server.register.received.receive({
      id: 'b1f0c7de-5a34-4d0e-9d3c-4c1f6f5d2a10',
      organisationId: ORGANISATION,
      sent: typed() as Record<string, string>,
    });
    [number, place] = [reference, `/complaints/received/${id}`];
  });

  test('waits on the work list of those who log, with the day of the acknowledgement, and for nobody else', async () => {
    const list = await staff.handler.get('/');
    expect(list.html).toContain(`href="${place}">log ${number}</a>, to be acknowledged by 19 December 2026`);
    expect(await placeOf(number)).toBe(place);
    expect((await elsewhere.get('/')).html).not.toContain(number);
    expect((await elsewhere.get(place)).status).toBe(404);
    expect((await staff.employee.get(place)).status).toBe(403);
    expect((await staff.auditor.get(place)).status).toBe(403);
    expect((await staff.auditor.get('/complaints/received')).html).toContain(number);
  });

  test('is overdue once two working days have passed without its being logged', async () => {
    const inTime = await handlerAt('2026-11-24T10:00:00Z');
    expect((await inTime.get('/')).html).not.toContain('Overdue: it should have been logged');
    const later = await handlerAt('2026-11-25T10:00:00Z');
    expect((await later.get('/')).html).toContain('Overdue: it should have been logged by 24 November 2026');
  });

  test('fills the log page, and is logged with the day on which it came, whenever that is done', async () => {
    const late = await handlerAt('2026-11-27T10:00:00Z');
    const form = await late.get(place);
    for (const words of ['Tamsin Quillfeather', 'T-8812', 'Please call after six.', '01632 960771'])
      expect(form.html).toContain(words);
    expect(form.html).not.toMatch(/name="(channel|receivedOn-day)"/);
    const fields = { token: form.hidden('token'), ...logging(), 'receivedOn-day': '27', channel: 'letter' };
    const unexplained = await late.post(place, fields);
    expect([unexplained.status, unexplained.html]).toEqual([
      422,
      expect.stringContaining('why it was not logged then'),
    ]);
    const logged = await late.post(place, { ...fields, backdatedReason: 'The office was shut.' });
    expect([logged.status, logged.location]).toEqual([303, expect.stringMatching(/^\/cases\/CMP-/)]);

    const reference = String(logged.location).split('/').at(-1) ?? '';
    const viewer = {
      staffId: handler.id,
      organisationId: ORGANISATION,
      roles: ['governance-officer'] as const,
    };
    const page = await server.register.cases.page(viewer, reference);
    expect(page).toMatchObject({ receivedOn: '2026-11-20', dueOn: '2026-12-19', facts: { channel: 'web' } });
    expect(page?.requester?.contents.contacts).toMatchObject([{ kind: 'phone', value: '01632 960771' }]);
    const [opened] = (await server.register.cases.events(viewer, reference)) ?? [];
    expect(opened).toMatchObject({ type: 'case-opened', data: { received: number } });

    expect((await late.get('/')).html).not.toContain(number);
    expect((await late.get(place)).html).toContain(
      `It was logged as <a class="govuk-link" href="/cases/${reference}"`,
    );
    const twice = await late.post(place, { ...fields, backdatedReason: 'Shut.', person: 'new' });
    expect(twice.location).toBe(logged.location);
    const other = {
      ...fields,
      token: 'c0a1b2c3-0000-4000-8000-000000000001',
      backdatedReason: 'Shut.',
      person: 'new',
    };
    const anew = await late.post(place, other);
    expect([anew.status, anew.html]).toEqual([409, expect.stringContaining('was logged as a case before')]);
  });

  test('that is no complaint is set aside with the reason, stays on record, and can still be logged', async () => {
    const { id, reference } = await server.register.received.receive({
      id: 'b1f0c7de-5a34-4d0e-9d3c-4c1f6f5d2a11',
      organisationId: ORGANISATION,
      sent: typed({ what: 'Buy cheap windows.' }) as Record<string, string>,
    });
    const at = `/complaints/received/${id}/set-aside`;
    const form = await staff.handler.get(at);
    expect(form.html).toContain('Buy cheap windows.');
    expect((await staff.handler.post(at, { token: form.hidden('token'), reason: ' ' })).status).toBe(422);
    const done = await staff.handler.post(at, { token: form.hidden('token'), reason: 'Advertising.' });
    expect(done.location).toBe('/complaints/received');
    const list = await staff.auditor.get('/complaints/received');
    for (const words of [reference, 'Advertising.', 'handler']) expect(list.html).toContain(words);
    expect((await staff.handler.get('/')).html).not.toContain(`log ${reference}`);
    expect((await staff.handler.post(at, { token: form.hidden('token'), reason: 'Again.' })).status).toBe(
      409,
    );
    expect((await staff.handler.get(`/complaints/received/${id}`)).html).toContain('It can still be logged');
  });

  test('is neither taken away nor given another day, by whoever has the tables', async () => {
    const client = new Client({ connectionString: server.databaseUrl });
    await client.connect();
    try {
      for (const sql of [
        `DELETE FROM received_complaint WHERE reference = '${number}'`,
        `UPDATE received_complaint SET "receivedOn" = '2026-11-27'`,
        `UPDATE received_complaint SET "setAsideAt" = NULL WHERE "setAsideAt" IS NOT NULL`,
      ])
        await expect(client.query(sql)).rejects.toThrow('is kept as it is');
    } finally {
      await client.end();
    }
  });
});
