import { randomUUID } from 'node:crypto';
import { openedCase } from './support/opened-case';
import type { TestServer } from './support/server';
import { testServer } from './support/server';
import type { TestMember } from './support/staff';
import { member, ORGANISATION, signedIn } from './support/staff';
import type { Visitor } from './support/visitor';

let server: TestServer;
let handler: TestMember;
let visitor: Visitor;
let path: string;
let reference: string;

beforeAll(async () => {
  server = await testServer();
  handler = await member(server.register, ['handler']);
  visitor = await signedIn(server.url, handler);
  ({ reference } = await openedCase(server.register, handler.id));
  path = `/cases/${reference}/actions/note`;
});
afterAll(() => server.stop());

test('what is sent while the engine is away is stored, and the person is told within seconds', async () => {
  const form = await visitor.get(path);
  const token = form.hidden('token');
  const started = Date.now();
  const sent = await visitor.post(path, { token, note: 'They rang again.' });
  expect(Date.now() - started).toBeLessThan(10_000);
  expect([sent.status, sent.location]).toEqual([303, `/cases/${reference}/submissions/${token}`]);

  const waiting = await visitor.get(sent.location ?? '');
  expect(waiting.html).toContain('is stored, and waits');
  expect(waiting.headers.get('Refresh')).toBe('5');
  const stored = await server.register.submissions.state(ORGANISATION, token);
  expect(stored).toMatchObject({ state: 'stored', action: 'note', reference, actorId: handler.id });
  expect(JSON.stringify(stored?.codes)).not.toContain('rang');
});

test('the same form sent again ends on the same page and is stored once', async () => {
  const token = (await visitor.get(path)).hidden('token');
  const [first, second] = [
    await visitor.post(path, { token, note: 'Once.' }),
    await visitor.post(path, { token, note: 'Once.' }),
  ];
  expect(second.location).toBe(first.location);
  const pending = await server.register.submissions.pending(new Date(Date.now() + 60_000).toISOString());
  expect(pending.filter(({ request }) => request.id === token)).toHaveLength(1);
});

test('the same token with other contents is refused and changes nothing', async () => {
  const token = (await visitor.get(path)).hidden('token');
  await visitor.post(path, { token, note: 'One thing.' });
  expect((await visitor.post(path, { token, note: 'Another.' })).status).toBe(409);
});

test('nobody sees what became of somebody else’s form', async () => {
  const token = (await visitor.get(path)).hidden('token');
  const sent = await visitor.post(path, { token, note: 'Mine.' });
  const other = await signedIn(server.url, await member(server.register, ['dpo']));
  expect((await other.get(sent.location ?? '')).status).toBe(404);
});

test('an action that the rule forbids is refused with why, and nothing is stored', async () => {
  const officer = await signedIn(server.url, await member(server.register, ['governance-officer']));
  const release = `/cases/${reference}/actions/release-hold`;
  const shown = await officer.get(release);
  expect(shown.status).toBe(409);
  expect(shown.html).toContain('There is no legal hold to release.');
  await officer.get(path);
  const token = randomUUID();
  const sent = await officer.post(release, { token, reasons: 'A long story, kept.' });
  expect(sent.status).toBe(409);
  expect(sent.html).toContain('There is no legal hold to release.');
  expect(sent.html).toContain('A long story, kept.');
  expect(await server.register.submissions.state(ORGANISATION, token)).toBeNull();
});

test('what is missing in an action is said at its field, with the token kept', async () => {
  const token = (await visitor.get(path)).hidden('token');
  const sent = await visitor.post(path, { token, note: ' ' });
  expect(sent.status).toBe(422);
  expect(sent.html).toContain('href="#note"');
  expect(sent.hidden('token')).toBe(token);
});

test('a form without its number is refused', async () => {
  await visitor.get(path);
  expect((await visitor.post(path, { note: 'x' })).status).toBe(400);
});

test('health says which part is away', async () => {
  const health = await fetch(`${server.url}/health`);
  expect(health.status).toBe(503);
  expect(await health.json()).toEqual({ database: true, engine: false });
});
