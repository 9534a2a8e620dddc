import { processes } from '../../processes/registry.generated';
import type { CaseKind } from '../../domain/cases/kinds';
import type { Role } from '../../domain/roles';
import type { OpenedCase } from '../../register/intake';
import type { TestServer } from './support/server';
import { testServer } from './support/server';
import type { TestMember } from './support/staff';
import { member, ORGANISATION, signedIn } from './support/staff';
import type { Visitor } from './support/visitor';

const TITLE = 'Arrears list sent to a stranger';
const PROJECT = 'Cameras in the lifts';

let server: TestServer;
let breach: string;
let assessment: string;
const staff = new Map<string, { visitor: Visitor; token: string }>();

beforeAll(async () => {
  server = await testServer();
  const [employee, lead] = [await add('employee'), await add('project-lead')];
  for (const role of ['handler', 'governance-officer', 'dpo', 'accountable-manager', 'auditor'] as const)
    await add(role);
  breach = (await opened('breach', TITLE, employee)).reference;
  assessment = (await opened('impact-assessment', PROJECT, lead)).reference;
});
afterAll(() => server.stop());

async function add(role: Role): Promise<TestMember> {
  const one = await member(server.register, [role]);
  const { token } = await server.register.tokens.issue(one.id, ORGANISATION, 'tests');
  staff.set(role, { token, visitor: await signedIn(server.url, one) });
  return one;
}

const opened = (kind: CaseKind, title: string, { id }: TestMember): Promise<OpenedCase> =>
  server.register.intake.open({
    submissionId: crypto.randomUUID(),
    viewer: { staffId: id, organisationId: ORGANISATION, roles: ['employee'] },
    ...{ kind, processVersion: processes[kind]?.version ?? '' },
    contents: { title, request: 'It happened this morning.' },
    receivedOn: new Date().toISOString().slice(0, 10),
    codes: {},
    typed: {},
  });

const as = (role: Role) => {
  const found = staff.get(role);
  if (!found) throw new Error(`nobody here is ${role}`);
  return found;
};

async function json(role: Role, path: string, body?: unknown) {
  const answer = await fetch(`${server.url}/api/v1${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { Authorization: `Bearer ${as(role).token}`, 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
}

describe('A case about a matter', () => {
  test('has a title and no person, on its page and for programs', async () => {
    const { html } = await as('dpo').visitor.get(`/cases/${breach}`);
    expect(html).toContain(TITLE);
    expect(html).toContain('What it is');
    expect(html).not.toContain('Who asks, and how to reach them');
    expect((await json('dpo', `/cases/${breach}`)).json).toMatchObject({
      ...{ title: TITLE, subject: null, requester: null, marks: [], requests: null },
    });
  });

  test('stands on the work list under its title', async () => {
    const { html } = await as('governance-officer').visitor.get('/');
    expect(html).toContain(TITLE);
    expect(html).toContain(breach);
  });

  test('is found by words of its title, by those who may see it', async () => {
    const found = async (role: Role) => (await json(role, '/people/search', { text: 'arrears list' })).json;
    expect(await found('dpo')).toMatchObject({ matters: [{ reference: breach, title: TITLE }] });
    expect(await found('handler')).toMatchObject({ matters: [] });
  });

  test('gives rise to another matter, but to no request of a person whom it does not have', async () => {
    const { html } = await as('dpo').visitor.get(`/cases/${assessment}`);
    expect(html).toContain(`/cases/${assessment}/open/breach`);
    expect(html).not.toContain(`/cases/${assessment}/open/erasure`);
    expect((await as('dpo').visitor.get(`/cases/${assessment}/open/erasure`)).status).toBe(403);
    expect((await json('dpo', `/cases/${assessment}/open/erasure`, { answers: {} })).status).toBe(403);
  });
});

describe('Who may read a matter', () => {
  const readers: readonly Role[] = ['governance-officer', 'dpo', 'accountable-manager', 'auditor'];

  test.each(readers)('a %s reads every breach', async (role) => {
    expect((await as(role).visitor.get(`/cases/${breach}`)).status).toBe(200);
    expect((await json(role, `/cases/${breach}`)).status).toBe(200);
  });

  test('a handler without a part in it meets a breach nowhere', async () => {
    const { visitor } = as('handler');
    expect((await visitor.get(`/cases/${breach}`)).status).toBe(404);
    expect((await json('handler', `/cases/${breach}`)).status).toBe(404);
    expect((await visitor.get('/')).html).not.toContain(breach);
    expect(await (await visitor.fetch('/cases.csv')).text()).not.toContain(breach);
    expect(JSON.stringify((await json('handler', '/cases')).json)).not.toContain(breach);
  });

  test('whoever reported a breach learns how it stands, and reads no more of it', async () => {
    expect((await as('employee').visitor.get('/requests')).html).toContain(breach);
    expect([403, 404]).toContain((await as('employee').visitor.get(`/cases/${breach}`)).status);
  });

  test('whoever leads an assessment follows it whole, and meets no other’s', async () => {
    expect((await as('project-lead').visitor.get(`/cases/${assessment}`)).html).toContain(PROJECT);
    expect((await json('project-lead', `/cases/${assessment}`)).status).toBe(200);
    for (const path of [`/cases/${assessment}`, `/cases/${assessment}/history`])
      expect([403, 404]).toContain((await as('employee').visitor.get(path)).status);
    expect([403, 404]).toContain((await as('project-lead').visitor.get(`/cases/${breach}`)).status);
  });

  test('an auditor reads a matter without what people wrote in it', async () => {
    expect((await json('auditor', `/cases/${breach}`)).json).toMatchObject({ title: null, contents: null });
  });
});
