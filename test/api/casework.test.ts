import { randomUUID } from 'node:crypto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { until } from '../../dev/wait';
import type { TaskRow } from '../../register/cases';
import { localServer } from '../support/temporal';
import type { World } from '../support/world';
import { world } from '../support/world';
import type { Served } from './support/server';
import { serve } from './support/server';
import type { TestMember } from './support/staff';
import { member, ORGANISATION, signedIn } from './support/staff';
import type { Fields, Page, Visitor } from './support/visitor';

let env: TestWorkflowEnvironment;
let real: World;
let server: Served;
let handler: TestMember;
let visitor: Visitor;
let holder: Visitor;
let token: string;
let reference: string;

beforeAll(async () => {
  env = await localServer();
  real = await world(env);
  server = await serve({ register: real.register, gateway: real.gateway, databaseUrl: real.database.url });
  handler = await member(real.register, ['handler']);
  visitor = await signedIn(server.url, handler);
  holder = await signedIn(server.url, await member(real.register, ['data-holder'], { systems: ['cctv'] }));
  ({ token } = await real.register.tokens.issue(handler.id, ORGANISATION, 'tests'));
});
afterAll(async () => {
  await server?.stop();
  await real?.stop();
  await env?.teardown();
});

const viewer = () => ({ staffId: handler.id, organisationId: ORGANISATION, roles: ['handler'] as const });
const today = new Date().toISOString().slice(0, 10);
const date = (name: string): Fields => {
  const [year = '', month = '', day = ''] = today.split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
};

const openTask = (element: string, item?: string): Promise<TaskRow> =>
  until(`${element} to be open`, async () => {
    const page = await real.register.cases.page(viewer(), reference);
    const open = page?.tasks.filter(({ state }) => state === 'open') ?? [];
    return open.find((task) => task.element === element && (item === undefined || task.item === item));
  });

async function send(by: Visitor, path: string, fields: Fields): Promise<Page> {
  const form = await by.get(path);
  return by.post(path, { token: form.hidden('token'), ...fields });
}

/** A program with the handler's token. */
async function call(
  path: string,
  body?: unknown,
): Promise<{ status: number; json: Record<string, unknown> }> {
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: response.status, json: (await response.json()) as Record<string, unknown> };
}

test('a request logged on the page starts its process, and its first tasks are on top of the case', async () => {
  const sent = await send(visitor, '/requests/new/subject-access', {
    subjectName: 'Perrin Oakshott',
    personType: 'tenant',
    request: 'All about my repairs.',
    channel: 'phone',
    ...date('receivedOn'),
    requester: 'self',
    controller: ORGANISATION,
    contactPost: '1 Test Close\nWolverhampton\nWV1 1AA',
  });
  expect(sent.status).toBe(303);
  reference = sent.location?.split('/').at(-1) ?? '';
  await openTask('triage');
  const page = await visitor.get(`/cases/${reference}`);
  expect(page.html).toContain(`Logged as ${reference}.`);
  expect(page.html).toContain('What to do next');
  expect(page.html).toContain('Check the request');
  expect(page.html).toContain('At risk of loss, until evidence is in: CCTV on');
});

test('one task is given to somebody, and the rest of the case stays with whoever handles it', async () => {
  const colleague = await member(real.register, ['governance-officer']);
  await send(visitor, `/cases/${reference}/actions/assign`, { assignee: viewer().staffId });
  const { id, step } = await openTask('triage');
  await send(visitor, `/cases/${reference}/actions/assign`, { assignee: colleague.id, task: step });
  const page = await real.register.cases.page(viewer(), reference);
  expect(page?.assigneeId).toBe(viewer().staffId);
  expect(page?.tasks.filter(({ assigneeId }) => assigneeId === colleague.id).map((task) => task.id)).toEqual([
    id,
  ]);
});

test('a task finished on its page is recorded before the next page is shown', async () => {
  const { id } = await openTask('triage');
  const path = `/cases/${reference}/tasks/${id}`;
  const fields = {
    route: 'answer',
    identity: 'no-doubt',
    fee: 'none',
    systems: ['cctv', 'rent-accounts'],
    scope: 'Repairs.',
  };
  const form = await visitor.get(path);
  // The systems that the profile names for a tenant are ticked, and no others.
  expect(form.html).toMatch(/value="rent-accounts"\s+checked/);
  expect(form.html).not.toMatch(/value="cctv"\s+checked/);
  const first = await visitor.post(path, { token: form.hidden('token'), ...fields });
  expect([first.status, first.location]).toEqual([303, `/cases/${reference}`]);
  const page = await visitor.get(`/cases/${reference}`);
  expect(page.html).toContain('Done: check the request.');

  const twice = await visitor.post(path, { token: form.hidden('token'), ...fields });
  expect(twice.location).toBe(first.location);
  const events = (await real.register.cases.events(viewer(), reference)) ?? [];
  expect(events.filter(({ type, element }) => type === 'step-left' && element === 'triage')).toHaveLength(1);
  expect((await visitor.get(path)).html).toContain('This was done on');
});

test('how they want the answer and what they need can be corrected, and the page begins with what was said before', async () => {
  const path = `/cases/${reference}/actions/amend-request`;
  const wishes = { delivery: 'collection', adjustmentKinds: 'large-print', adjustments: 'Black on yellow.' };
  const sent = await send(visitor, path, { ...wishes, reasons: 'She called back.' });
  expect([sent.status, sent.location]).toEqual([303, `/cases/${reference}`]);
  const page = await visitor.get(`/cases/${reference}`);
  expect(page.html).toContain('Collection in person');
  expect(page.html).toContain('Large print: Black on yellow.');
  const again = await visitor.get(path);
  expect(again.html).toContain('Black on yellow.');
  expect(again.html).toMatch(/value="large-print"\s+checked/);
});

test('a data holder sees the task of their own system and nothing else of the case', async () => {
  const search = await openTask('search-system', 'cctv');
  const other = await openTask('search-system', 'rent-accounts');
  const start = await holder.get('/');
  expect(start.html).toContain(`/cases/${reference}/tasks/${search.id}`);
  expect(start.html).not.toContain(other.id);
  // The address in the mails leads to their list, for there are two tasks of theirs: to search, and to preserve.
  expect((await holder.get(`/cases/${reference}`)).location).toBe('/');
  expect((await holder.get(`/cases/${reference}/clock`)).status).toBe(403);
  expect((await holder.get(`/cases/${reference}/tasks/${other.id}`)).status).toBe(404);

  const task = await holder.get(`/cases/${reference}/tasks/${search.id}`);
  expect(task.html).toContain('Perrin Oakshott');
  expect(task.html).toContain('Repairs.');
  const sent = await send(holder, `/cases/${reference}/tasks/${search.id}`, {
    result: 'nothing-found',
    terms: 'Flat number and dates',
    minutes: '20',
  });
  expect([sent.status, sent.location]).toEqual([303, '/']);
});

test('an action that the rule forbids by the time it arrives is refused with everything typed kept', async () => {
  const path = `/cases/${reference}/actions/clarify`;
  const [one, other] = [await visitor.get(path), await visitor.get(path)];
  const fields = { why: 'unclear', question: 'Which repairs do you mean?' };
  expect((await visitor.post(path, { token: one.hidden('token'), ...fields })).status).toBe(303);
  const late = await visitor.post(path, { token: other.hidden('token'), ...fields });
  expect(late.status).toBe(409);
  expect(late.html).toContain('is open already');
  expect(late.html).toContain('Which repairs do you mean?');
});

test('the history shows who did what, and what they wrote to those who may read it', async () => {
  const { html } = await visitor.get(`/cases/${reference}/history`);
  expect(html).toContain('Finished: Check the request');
  expect(html).toContain('Flat number and dates');
  expect(html).toContain('Ask for clarification');
});

test('the diagram’s list says which steps are done and which are under way', async () => {
  const { html } = await visitor.get(`/cases/${reference}/diagram`);
  expect(html).toMatch(/data-done="[^"]*triage/);
  expect(html).toMatch(/data-current="[^"]*search-system/);
});

test('a letter is previewed as it is typed, cannot lose what the law requires, and goes when it is let go', async () => {
  const { id, step } = await openTask('ask-clarification');
  const path = `/cases/${reference}/tasks/${id}`;
  const form = await visitor.get(path);
  expect(form.html).toContain('What we need to know');
  expect(form.html).toContain('Preview the letter');

  const written = 'The boiler, or <script>alert(1)</script> {{the roof}}?';
  const fields = { token: form.hidden('token'), 'part-question': written, way: 'post' };
  const preview = await visitor.post(`${path}/preview`, fields);
  expect(preview.status).toBe(200);
  expect(preview.html).toContain('The boiler, or');
  expect(preview.html).not.toContain('<script');
  expect(preview.headers.get('Content-Security-Policy')).toContain("default-src 'none'");

  expect((await visitor.post(path, fields)).status).toBe(303);
  const letters = (await real.register.letters.list(viewer(), reference)) ?? [];
  expect(letters.find((letter) => letter.step === step)?.state).not.toBe('given');
  const posting = await until('the letter to wait for the post', async () =>
    (await real.register.cases.myTasks(viewer())).find(
      (task) => task.step === step && task.need === 'posting',
    ),
  );
  const dayBefore = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const early = await call(`/tasks/${posting.id}`, {
    answers: { postedOn: dayBefore, checkedAddress: true },
  });
  expect(early).toMatchObject({ status: 422, json: { error: { fields: [{ field: 'postedOn' }] } } });
  const posted = { ...date('postedOn'), checkedAddress: 'yes' };
  expect((await send(visitor, `/cases/${reference}/tasks/${posting.id}`, posted)).status).toBe(303);
});

describe('a program', () => {
  test('takes an action once, however often it sends the same id', async () => {
    const id = randomUUID();
    const body = { id, answers: { note: 'From a program.' } };
    const taken = { status: 200, json: { status: 'recorded', id } };
    expect(await call(`/cases/${reference}/actions/note`, body)).toEqual(taken);
    expect(await call(`/cases/${reference}/actions/note`, body)).toEqual(taken);
    const events = (await real.register.cases.events(viewer(), reference)) ?? [];
    expect(events.filter(({ submissionId }) => submissionId === id)).toHaveLength(1);
    expect((await call(`/cases/${reference}/submissions/${id}`)).json).toMatchObject({ state: 'handled' });
  });

  test('is told which answers are wrong, which fields there are not, and what its role forbids', async () => {
    const invalid = await call(`/cases/${reference}/actions/note`, { answers: {} });
    expect(invalid).toMatchObject({ status: 422, json: { error: { fields: [{ field: 'note' }] } } });
    const unknown = await call(`/cases/${reference}/actions/note`, { answers: { nonsense: 1 } });
    expect(unknown).toMatchObject({ status: 400, json: { error: { code: 'unknown-field' } } });
    const forbidden = await call(`/cases/${reference}/actions/hold`, { answers: { reasons: 'x' } });
    expect(forbidden).toMatchObject({ status: 403 });
    const refused = await call(`/cases/${reference}/actions/withdraw-identity-request`, {
      answers: { reasons: 'x' },
    });
    expect(refused).toMatchObject({ status: 409, json: { error: { code: 'no-identity-request' } } });
  });

  test('finishes a task', async () => {
    const { id } = await openTask('search-system', 'rent-accounts');
    expect((await call(`/tasks/${id}`)).json).toMatchObject({ reference, item: 'rent-accounts' });
    const answers = { result: 'found', hits: 3, terms: 'T-4711', minutes: 5 };
    expect((await call(`/tasks/${id}`, { answers })).status).toBe(200);
  });

  test('logs a request, and is asked who it is when somebody like this is on record', async () => {
    const answers = {
      subjectName: 'Perrin Oakshott',
      personType: 'tenant',
      request: 'Again.',
      channel: 'email',
      receivedOn: today,
      requester: 'self',
      controller: ORGANISATION,
    };
    expect(await call('/cases/subject-access', { answers })).toMatchObject({
      status: 409,
      json: { error: { code: 'similar-people', cases: [{ reference }] } },
    });
    const opened = await call('/cases/subject-access', { answers, person: 'new' });
    expect(opened).toMatchObject({ status: 201, json: { started: true } });
  });

  test('without a token, or with a token that was ended, gets nothing', async () => {
    expect((await fetch(`${server.url}/api/v1/cases`)).status).toBe(401);
    const issued = await real.register.tokens.issue(handler.id, ORGANISATION, 'ended');
    await real.register.tokens.revoke(handler.id, issued.id);
    const answer = await fetch(`${server.url}/api/v1/cases`, {
      headers: { Authorization: `Bearer ${issued.token}` },
    });
    expect(answer.status).toBe(401);
  });
});
