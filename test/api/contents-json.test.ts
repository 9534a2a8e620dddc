import type { Viewer } from '../../register/viewer';
import { entered, Run } from '../register/support/record';
import { openedCase } from './support/opened-case';
import type { TestServer } from './support/server';
import { testServer } from './support/server';
import { member, ORGANISATION } from './support/staff';

let server: TestServer;
let viewer: Viewer;
let token: string;
let adminToken: string;
let reference: string;
let personId: string;

beforeAll(async () => {
  server = await testServer();
  const handler = await member(server.register, ['handler']);
  const admin = await member(server.register, ['administrator']);
  viewer = { staffId: handler.id, organisationId: ORGANISATION, roles: ['handler'] };
  ({ token } = await server.register.tokens.issue(handler.id, ORGANISATION, 'tests'));
  ({ token: adminToken } = await server.register.tokens.issue(admin.id, ORGANISATION, 'tests'));
  const opened = await openedCase(server.register, handler.id);
  reference = opened.reference;
  personId = opened.subjectId;
});
afterAll(() => server.stop());

interface Answer {
  readonly status: number;
  readonly json: Record<string, never>;
}

async function call(method: string, path: string, body?: unknown, as = token): Promise<Answer> {
  const isPiece = Buffer.isBuffer(body);
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${as}`,
      ...(body === undefined
        ? {}
        : { 'Content-Type': isPiece ? 'application/octet-stream' : 'application/json' }),
    },
    ...(body === undefined ? {} : { body: isPiece ? new Uint8Array(body) : JSON.stringify(body) }),
  });
  return { status: response.status, json: (await response.json()) as Record<string, never> };
}

async function added(name: string, content: string): Promise<string> {
  const at = `/cases/${reference}/documents/uploads`;
  const { json } = await call('POST', at, { name, bytes: content.length, purpose: 'found', system: 'cctv' });
  await call('PUT', `${at}/${json.id}/chunks/0`, Buffer.from(content));
  await call('POST', `${at}/${json.id}/finish`, {});
  return String(json.id);
}

describe('documents', () => {
  it('are added, listed and decided as on the pages', async () => {
    const id = await added('note.txt', 'words');
    const decided = await call('POST', `/cases/${reference}/documents/decisions`, {
      documents: [id],
      answers: {
        decision: 'withhold',
        exemption: 'sch2-19',
        reason: 'Advice of our solicitors.',
        thirdParty: 'no',
      },
    });
    expect(decided.status).toBe(200);
    const { json } = await call('GET', `/cases/${reference}/documents`);
    expect(json.documents).toMatchObject([
      { id, name: 'note.txt', decision: { decision: 'withhold', exemption: 'sch2-19' } },
    ]);
  });

  it('say which answers are not right, and record nothing', async () => {
    const id = await added('other.txt', 'words');
    const refused = await call('POST', `/cases/${reference}/documents/decisions`, {
      documents: [id],
      answers: { decision: 'withhold', thirdParty: 'no' },
    });
    expect(refused.status).toBe(422);
    expect(refused.json.error).toMatchObject({
      code: 'invalid',
      fields: [{ field: 'exemption' }, { field: 'reason' }],
    });
    expect((await server.register.documents.find(viewer, id))?.decision).toBeNull();
  });

  it('take a flattened replacement for an item', async () => {
    const id = await added('third.txt', 'words');
    const form = new FormData();
    form.append('file', new Blob(['%PDF-1.7']), 'third.pdf');
    const answer = await fetch(`${server.url}/api/v1/cases/${reference}/documents/${id}/replacement`, {
      method: 'POST',
      body: form,
      headers: { Authorization: `Bearer ${token}` },
    });
    expect([answer.status, await answer.json()]).toMatchObject([
      201,
      { document: { purpose: 'redacted', replacesId: id } },
    ]);
  });
});

describe('people', () => {
  it('are found by what travels in the body', async () => {
    const { json } = await call('POST', '/people/search', { text: 'Ashdown' });
    expect(json.people).toMatchObject([{ id: personId, name: 'Wren Ashdown' }]);
  });

  it('are changed as on the pages', async () => {
    const contact = { contactKind: 'phone', value: '07700 900123', safety: 'safe' };
    expect((await call('PUT', `/people/${personId}/contacts/new`, { answers: contact })).status).toBe(200);
    const { json } = await call('GET', `/people/${personId}`);
    expect(json.person).toMatchObject({
      contents: { contacts: [{ id: 'email-1' }, { kind: 'phone', value: '07700 900123' }] },
    });
  });
});

describe('staff', () => {
  it('are added with a first password, by administrators only', async () => {
    const answers = { name: 'Sorrel Vane', email: 'sorrel.vane@staff.example', roles: ['handler'] };
    expect((await call('POST', '/staff', { answers })).status).toBe(403);
    const made = await call('POST', '/staff', { answers }, adminToken);
    expect(made.status).toBe(201);
    expect(
      await server.register.staff.authenticate('sorrel.vane@staff.example', String(made.json.firstPassword)),
    ).not.toBeNull();
  });
});

test('every address of contents, people and staff is described, and answers to a token', async () => {
  const description = (await (await fetch(`${server.url}/api/v1/openapi.json`)).json()) as {
    paths: Record<string, Record<string, unknown>>;
    components: { schemas: Record<string, unknown> };
  };
  const reads = Object.entries(description.paths).filter(
    ([path, methods]) => methods.get && !path.includes('{'),
  );
  for (const [path] of reads)
    expect([path, [200, 403].includes((await call('GET', path)).status)]).toEqual([path, true]);
  for (const form of ['decide-item', 'edit-person', 'edit-contact', 'add-staff'])
    expect(Object.keys(description.components.schemas)).toContain(form);
});

test('without a token nothing answers', async () => {
  for (const path of [`/cases/${reference}/documents`, `/people/${personId}`, '/staff', '/organisation'])
    expect((await fetch(`${server.url}/api/v1${path}`)).status).toBe(401);
});

describe('what only pages had', () => {
  it('an upload that will not be finished is given up', async () => {
    const at = `/cases/${reference}/documents`;
    const begun = await call('POST', `${at}/uploads`, {
      ...{ name: 'half.txt', bytes: 10, purpose: 'found', system: 'cctv' },
    });
    const id = String(begun.json.id);
    expect((await call('POST', `${at}/${id}/discard`, {})).json).toEqual({ status: 'discarded', id });
    expect((await call('POST', `${at}/${id}/discard`, {})).status).toBe(404);
  });

  it('a protected link is made, listed and withdrawn, and its code is told once', async () => {
    const at = `/cases/${reference}/links`;
    const run = await Run.claim(server, reference);
    const step = 'search#1[cctv]/search-system#1';
    await run.write(entered(step));
    expect((await call('POST', at, { answers: { target: 'nothing', days: '7' } })).status).toBe(422);
    const made = await call('POST', at, { answers: { target: step, days: '7' } });
    expect(made).toMatchObject({
      status: 201,
      json: { link: { code: expect.stringMatching(/^\d{6}$/), address: expect.stringContaining('/links/') } },
    });
    const { id, code } = made.json.link as unknown as { id: string; code: string };
    const listed = await call('GET', at);
    expect(listed.json).toMatchObject({ links: [{ id, revokedAt: null }], offered: [{ value: step }] });
    expect(JSON.stringify(listed.json)).not.toContain(code);
    expect((await call('POST', `${at}/${id}/revoke`, {})).json).toEqual({ status: 'revoked', id });
    expect((await call('GET', at)).json).toMatchObject({ links: [{ revokedAt: expect.any(String) }] });
  });

  it('the people index is replaced by administrators, whole or not at all', async () => {
    const send = async (csv: string, as: string) => {
      const response = await fetch(`${server.url}/api/v1/people/import`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${as}`, 'Content-Type': 'text/csv' },
        body: csv,
      });
      return { status: response.status, json: (await response.json()) as object };
    };
    expect((await send('name\nA Person\n', token)).status).toBe(403);
    expect(await send('name\nA Person\n', adminToken)).toEqual({ status: 200, json: { imported: 1 } });
    expect(await send('shoes\n9\n', adminToken)).toMatchObject({
      status: 422,
      json: { error: { faults: expect.any(Array) } },
    });
    expect((await call('GET', '/people/import', undefined, adminToken)).json).toMatchObject({
      index: { entries: 1 },
    });
  });
});
