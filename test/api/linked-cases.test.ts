import type { CasePage } from '../../register/cases';
import type { Viewer } from '../../register/viewer';
import { openedCase } from './support/opened-case';
import type { TestServer } from './support/server';
import { testServer } from './support/server';
import { member, ORGANISATION, signedIn } from './support/staff';
import type { Visitor } from './support/visitor';

const now = new Date('2026-11-23T10:00:00Z');

let server: TestServer;
let viewer: Viewer;
let visitor: Visitor;
let token: string;
let reference: string;
let personId: string;

beforeAll(async () => {
  server = await testServer({ now: () => now });
  const handler = await member(server.register, ['handler']);
  viewer = { staffId: handler.id, organisationId: ORGANISATION, roles: ['handler'] };
  visitor = await signedIn(server.url, handler);
  ({ token } = await server.register.tokens.issue(handler.id, ORGANISATION, 'tests'));
  const receivedOn = '2026-11-20';
  const opened = await openedCase(server.register, handler.id, { receivedOn });
  ({ reference, subjectId: personId } = opened);
});
afterAll(() => server.stop());

const pageOf = async (of: string): Promise<CasePage> =>
  (await server.register.cases.page(viewer, of)) as CasePage;

const at = (kind = 'subject-access') => `/cases/${reference}/open/${kind}`;

test('a case offers to open a linked one, on a page that knows the person and how to reach them', async () => {
  expect((await visitor.get(`/cases/${reference}`)).html).toContain(`href="${at()}"`);
  const { status, html } = await visitor.get(at());
  expect(status).toBe(200);
  expect(html).toContain('value="Wren Ashdown"');
  expect(html).toContain('value="wren.ashdown@mail.test"');
  expect(html).toMatch(/name="receivedOn-day"[^>]*value="23"/);
  expect(html).toMatch(/name="channel"[^>]*value="email" checked/);
});

test('the linked case is of the same person, with its own clock; pressing twice opens it once', async () => {
  const form = await visitor.get(at());
  const fields = {
    token: form.hidden('token'),
    ...{ subjectName: 'Wren Ashdown', personType: 'tenant', request: 'And my repair calls.' },
    ...{ channel: 'phone', requester: 'self', controller: 'new-park-village' },
    ...{ 'receivedOn-day': '23', 'receivedOn-month': '11', 'receivedOn-year': '2026' },
    contactEmail: 'wren.ashdown@mail.test',
  };
  const [first, second] = [await visitor.post(at(), fields), await visitor.post(at(), fields)];
  expect(first.status).toBe(303);
  expect(second.location).toBe(first.location);
  const linked = await pageOf(first.location?.split('/').at(-1) ?? '');
  expect([linked.subject?.id, linked.dueOn]).toEqual([personId, '2026-12-23']);
  expect(linked.subject?.contents.contacts).toHaveLength(1);
  expect(linked.contents?.contactId).toBe('email-1');
  expect((await pageOf(reference)).links).toHaveLength(1);
  const shown = await visitor.get(`/cases/${reference}`);
  expect(shown.html).toContain(linked.reference);
  expect(shown.html).toContain('it follows from this case');
  expect((await visitor.get(`/cases/${linked.reference}`)).html).toContain('this case follows from it');
});

test('what is missing is said at its field, and nothing is opened', async () => {
  const before = await server.register.cases.ofPerson(viewer, personId);
  const form = await visitor.get(at());
  const sent = await visitor.post(at(), { token: form.hidden('token'), subjectName: 'Wren Ashdown' });
  expect(sent.status).toBe(422);
  expect(sent.html).toContain('href="#request"');
  expect(await server.register.cases.ofPerson(viewer, personId)).toHaveLength(before.length);
});

test('a program sends only what is new', async () => {
  const answer = await fetch(`${server.url}/api/v1${at()}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ answers: { request: 'My call recordings.' } }),
  });
  expect(answer.status).toBe(201);
  const opened = await pageOf(((await answer.json()) as { reference: string }).reference);
  expect(opened).toMatchObject({ receivedOn: '2026-11-23', facts: { channel: 'email', requester: 'self' } });
  expect(opened.links).toMatchObject([{ reference, relation: 'follows', outward: true }]);
});

test('a kind that does not exist is not found, and who logs no cases opens none', async () => {
  expect((await visitor.get(at('wishes'))).status).toBe(404);
  const manager = await signedIn(server.url, await member(server.register, ['accountable-manager']));
  expect((await manager.get(at())).status).toBe(403);
  expect((await manager.get(`/cases/${reference}`)).html).not.toContain(at());
});

test('the person’s page lists all their cases with when each is due, and so does the API', async () => {
  const { html } = await visitor.get(`/people/${personId}`);
  const cases = await server.register.cases.ofPerson(viewer, personId);
  expect(cases.length).toBeGreaterThan(1);
  for (const one of cases) expect(html).toContain(one.reference);
  expect(html).toContain('23 December 2026');
  const answer = await fetch(`${server.url}/api/v1/people/${personId}/cases`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  const { cases: listed } = (await answer.json()) as { cases: { reference: string }[] };
  expect(listed.map((one) => one.reference)).toEqual(cases.map((one) => one.reference));
});

test('the extension page says how many requests the person made: the ground "number" (Art 12A(3))', async () => {
  const count = (await server.register.cases.ofPerson(viewer, personId)).length;
  const { html } = await visitor.get(`/cases/${reference}/actions/extend`);
  expect(html).toContain(`${count} open now, ${count} received in the last twelve months`);
});

test('an employee hands in a request that spans two controllers, and both parts are opened once', async () => {
  const organisation = 'nottingham-city-homes';
  const [employee, officer] = [
    await member(server.register, ['employee'], { organisation }),
    await member(server.register, ['handler'], { organisation }),
  ];
  const theirs = await signedIn(server.url, employee);
  const path = '/requests/new/subject-access';
  const page = await theirs.get(path);
  expect(page.html).toContain('name="otherControllers"');
  const fields = {
    token: page.hidden('token'),
    ...{ subjectName: 'Marisol Fenwick', personType: 'council-tenant', request: 'My tenancy file.' },
    ...{ channel: 'letter', requester: 'self', controller: 'nottingham-city-council' },
    ...{ 'receivedOn-day': '23', 'receivedOn-month': '11', 'receivedOn-year': '2026' },
    otherControllers: ['nottingham-city-homes'],
  };
  expect((await theirs.post(path, fields)).location).toBe('/requests');
  await theirs.post(path, fields);
  const sees: Viewer = { staffId: officer.id, organisationId: organisation, roles: ['handler'] };
  const { rows } = await server.register.cases.worklist(sees);
  expect(rows.map(({ controller }) => controller).sort()).toEqual([
    'nottingham-city-council',
    'nottingham-city-homes',
  ]);
});

test('the work list is filtered by kind', async () => {
  const { html } = await visitor.get('/?kind=subject-access');
  expect(html).toContain(reference);
});
