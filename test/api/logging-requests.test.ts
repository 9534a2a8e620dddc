import type { TestServer } from './support/server';
import { testServer } from './support/server';
import type { TestMember } from './support/staff';
import { member, ORGANISATION, signedIn } from './support/staff';
import type { Fields, Page, Visitor } from './support/visitor';

const now = new Date('2026-11-23T10:00:00Z');
const PATH = '/requests/new/subject-access';

let server: TestServer;
let handler: TestMember;
let visitor: Visitor;

beforeAll(async () => {
  server = await testServer({ now: () => now });
  handler = await member(server.register, ['handler']);
  visitor = await signedIn(server.url, handler);
});
afterAll(() => server.stop());

const answers = (change: Fields = {}): Fields => ({
  subjectName: 'Rowan Hartley',
  personType: 'tenant',
  request: 'Everything about my repairs.',
  channel: 'phone',
  'receivedOn-day': '23',
  'receivedOn-month': '11',
  'receivedOn-year': '2026',
  requester: 'self',
  controller: 'new-park-village',
  contactEmail: 'rowan.hartley@mail.test',
  ...change,
});

async function log(by: Visitor, change: Fields = {}): Promise<Page> {
  const form = await by.get(PATH);
  return by.post(PATH, { token: form.hidden('token'), ...answers(change) });
}

const viewer = () => ({ staffId: handler.id, organisationId: ORGANISATION, roles: ['handler'] as const });

test('a request logged while the engine is away is on record, with its date and person', async () => {
  const sent = await log(visitor, { subjectName: 'Avery Lindqvist' });
  expect(sent.status).toBe(303);
  const reference = sent.location?.split('/').at(-1) ?? '';
  const page = await server.register.cases.page(viewer(), reference);
  expect(page).toMatchObject({
    receivedOn: '2026-11-23',
    subjectName: 'Avery Lindqvist',
    controller: 'new-park-village',
  });
  const shown = await visitor.get(sent.location ?? '');
  expect(shown.html).toContain('The next steps begin by themselves');
  expect(shown.html).toContain('Avery Lindqvist');
});

test('the same form sent twice opens one case', async () => {
  const form = await visitor.get(PATH);
  const fields = {
    token: form.hidden('token'),
    ...answers({ subjectName: 'Marlow Quayle', contactEmail: 'mq@mail.test' }),
  };
  const [first, second] = [
    await visitor.post(PATH, fields),
    await visitor.post(PATH, { ...fields, person: 'new' }),
  ];
  expect(first.status).toBe(303);
  expect(second.location).toBe(first.location);
});

test('a request that spans two controllers is split, each part with its own case and clock, once however often it is sent', async () => {
  const officer = await member(server.register, ['handler'], { organisation: 'nottingham-city-homes' });
  const theirs = await signedIn(server.url, officer);
  const form = await theirs.get(PATH);
  const fields = {
    token: form.hidden('token'),
    ...answers({ subjectName: 'Juniper Astley', personType: 'council-tenant', contactEmail: 'ja@mail.test' }),
    controller: 'nottingham-city-council',
    otherControllers: 'nottingham-city-homes',
  };
  await theirs.post(PATH, fields);
  await theirs.post(PATH, { ...fields, person: 'new' });
  const seen = { staffId: officer.id, organisationId: 'nottingham-city-homes', roles: ['handler'] as const };
  const { rows } = await server.register.cases.worklist(seen);
  const parts = rows.filter(({ subjectName }) => subjectName === 'Juniper Astley');
  expect(parts.map(({ controller }) => controller).sort()).toEqual([
    'nottingham-city-council',
    'nottingham-city-homes',
  ]);
  expect(parts.every(({ dueOn }) => dueOn === '2026-12-23')).toBe(true);
  const [first] = parts.filter(({ controller }) => controller === 'nottingham-city-council');
  const page = await server.register.cases.page(seen, first?.reference ?? '');
  expect(page?.links.map(({ relation }) => relation)).toEqual(['same-request']);
});

test('what is missing or wrong is said on top and at its field, and nothing typed is lost', async () => {
  const sent = await log(visitor, { personType: '', 'receivedOn-day': '24', subjectName: 'Tilda Brook <b>' });
  expect(sent.status).toBe(422);
  expect(sent.html).toContain('There is a problem');
  expect(sent.html).toContain('href="#personType"');
  expect(sent.html).toContain('href="#receivedOn-day"');
  expect(sent.html).toContain('The date must be today or in the past.');
  expect(sent.html).toContain('value="Tilda Brook &lt;b&gt;"');
  expect(sent.html).toContain('Everything about my repairs.');
  expect(sent.html).toContain('<title>Error:');
});

test('what can wait is folded away, until something in it is said or wrong', async () => {
  const [inSight = '', folded = ''] = (await visitor.get(PATH)).html.split('data-folded');
  for (const name of ['subjectName', 'request', 'channel', 'requester', 'flags'])
    expect(inSight).toContain(`name="${name}"`);
  expect(folded.slice(0, 20)).not.toContain('open');
  expect(folded).toContain('name="delivery"');
  const late = { 'receivedOn-day': '2' };
  expect((await log(visitor, late)).html).toContain('data-folded open');
  expect((await log(visitor, { subjectName: '', delivery: 'post' })).html).toContain('data-folded open');
  expect((await log(visitor, { subjectName: '' })).html).not.toContain('data-folded open');
});

test('a request that lay about for more than a working day needs the reason', async () => {
  const late = { subjectName: 'Ines Farrow', contactEmail: 'ines@mail.test', 'receivedOn-day': '18' };
  const sent = await log(visitor, late);
  expect(sent.status).toBe(422);
  expect(sent.html).toContain('say why it was not logged then');
  const explained = await log(visitor, { ...late, backdatedReason: 'It was in the wrong tray.' });
  expect(explained.status).toBe(303);
  expect((await visitor.get(explained.location ?? '')).html).toContain('but only logged on');
});

test('somebody like this is on record: the handler is asked before anything is stored', async () => {
  await log(visitor, { subjectName: 'Beatrix Olander', contactEmail: 'bea@mail.test', person: 'new' });
  const before = await server.register.cases.worklist(viewer(), { state: 'all' });
  const asked = await log(visitor, { subjectName: 'Beatrix Olander', contactEmail: 'bea@mail.test' });
  expect(asked.status).toBe(200);
  expect(asked.html).toContain('Is it one of these people?');
  const after = await server.register.cases.worklist(viewer(), { state: 'all' });
  expect(after.total).toBe(before.total);

  const subjectId = /name="person" type="radio" value="([0-9a-f-]{36})"/.exec(asked.html)?.[1] ?? '';
  const again = await visitor.post(PATH, {
    token: asked.hidden('token'),
    ...answers({ subjectName: 'Beatrix Olander', contactEmail: 'bea@mail.test' }),
    person: subjectId,
  });
  expect(again.status).toBe(303);
  const reference = again.location?.split('/').at(-1) ?? '';
  expect((await server.register.cases.page(viewer(), reference))?.subject?.id).toBe(subjectId);
});

test('an agent’s request has its own requester, and the person’s contacts are not theirs', async () => {
  const sent = await log(visitor, {
    subjectName: 'Jules Penhallow',
    requester: 'agent',
    requesterName: 'Harbour & Co Solicitors',
    authority: 'Signed form of 20 November',
    contactEmail: 'post@harbour.test',
  });
  const page = await server.register.cases.page(viewer(), sent.location?.split('/').at(-1) ?? '');
  expect(page?.requester?.contents.name).toBe('Harbour & Co Solicitors');
  expect(page?.subject?.contents.contacts).toEqual([]);
  expect(page?.requester?.contents.contacts).toMatchObject([
    { value: 'post@harbour.test', safety: 'unconfirmed' },
  ]);
});

test('an employee hands a request in, learns nothing of who is on record, and sees what became of it', async () => {
  const employee = await signedIn(server.url, await member(server.register, ['employee']));
  const sent = await log(employee, { subjectName: 'Beatrix Olander', contactEmail: 'bea@mail.test' });
  expect([sent.status, sent.location]).toEqual([303, '/requests']);
  const list = await employee.get('/requests');
  const reference = /SAR-\d{4}-\d{5}/.exec(list.html)?.[0];
  expect(reference).toBeDefined();
  expect(list.html).toContain('Received');
  expect((await employee.get(`/cases/${reference}`)).status).toBe(403);
  expect((await employee.post('/requests/matches', { text: 'Beatrix' })).status).toBe(403);
});

test('while a name is typed, those on record who may be meant are shown', async () => {
  await log(visitor, { subjectName: 'Cosima Wetherby', contactEmail: 'cw@mail.test', person: 'new' });
  await visitor.get(PATH);
  const matches = await visitor.post('/requests/matches', { text: 'Cosima Wetherbee' });
  expect(matches.status).toBe(200);
  expect(matches.html).toContain('Cosima Wetherby');
  expect(matches.html).toMatch(/SAR-\d{4}-\d{5}/);
});

test('no name travels in an address or a log', () => {
  const text = server.logged.join('');
  for (const name of ['Rowan', 'Beatrix', 'Cosima', 'mail.test']) expect(text).not.toContain(name);
});

test('a request may be kept from somebody, or to some, from its first moment, and who is kept from it finds nothing', async () => {
  const [colleague, officer] = [
    await member(server.register, ['handler'], { name: 'complained-of' }),
    await member(server.register, ['governance-officer'], { name: 'officer' }),
  ];
  const unsaid = await log(visitor, { subjectName: 'Perrin Oakes', access: 'fewer', person: 'new' });
  expect([unsaid.status, unsaid.html]).toEqual([422, expect.stringContaining('Say who must not work on it')]);
  const kept = { access: 'fewer', person: 'new' };
  const sent = await log(visitor, { ...kept, subjectName: 'Perrin Oakes', keptFrom: [colleague.id] });
  const reference = sent.location?.split('/').at(-1) ?? '';
  expect((await visitor.get(`/cases/${reference}`)).status).toBe(200);
  const theirs = await signedIn(server.url, colleague);
  expect((await theirs.get(`/cases/${reference}`)).status).toBe(404);
  expect((await theirs.get('/')).html).not.toContain(reference);
  const page = await server.register.cases.page(viewer(), reference);
  expect([page?.restricted, page?.excludedStaff]).toEqual([false, [colleague.id]]);
  expect(JSON.stringify(page?.facts)).not.toContain(colleague.id);
  expect((await server.register.cases.audience(reference, 'due')).shutOut).toEqual([colleague.id]);

  const named = await log(visitor, { ...kept, subjectName: 'Perrin Oakes', keptTo: [officer.id] });
  expect(named.location).toBe('/requests');
  const deciding = await signedIn(server.url, officer);
  const employee = await member(server.register, ['employee'], { name: 'no-case-worker' });
  const unworkable = await log(visitor, { ...kept, subjectName: 'Perrin Oakes', keptTo: [employee.id] });
  expect(unworkable.html).toContain('Name somebody who can work on it');

  // What was said before is ticked, so that saying more takes nothing back unseen.
  const action = await deciding.get(`/cases/${reference}/actions/restrict-access`);
  expect(action.html).toMatch(new RegExp(`name="excluded"[^>]*value="${colleague.id}"[^>]*checked`));
});
