import type { Role } from '../../domain/roles';
import { roles } from '../../domain/roles';
import { openedCase } from './support/opened-case';
import type { TestServer } from './support/server';
import { testServer } from './support/server';
import type { TestMember } from './support/staff';
import { member, ORGANISATION, signedIn } from './support/staff';
import type { Page, Visitor } from './support/visitor';

let server: TestServer;
const visitors = new Map<Role, Visitor>();
const places: Record<string, string> = {};

beforeAll(async () => {
  server = await testServer();
  const staff = new Map<Role, TestMember>();
  for (const role of roles) staff.set(role, await member(server.register, [role]));
  for (const [role, one] of staff) visitors.set(role, await signedIn(server.url, one));
  const handler = staff.get('handler')?.id ?? '';
  const { reference, subjectId } = await openedCase(server.register, handler);
  const viewer = { staffId: handler, organisationId: ORGANISATION, roles: ['handler'] } as const;
  const item = await server.register.documents.add(
    viewer,
    {
      id: crypto.randomUUID(),
      reference,
      purpose: 'found',
      system: 'cctv',
      mediaType: 'text/plain',
      name: 'note.txt',
    },
    Buffer.from('words'),
  );
  Object.assign(places, { REF: reference, ITEM: item.id, PERSON: subjectId, STAFF: handler });
});
afterAll(() => server.stop());

const filled = (path: string): string =>
  path.replace(/REF|ITEM|PERSON|STAFF/g, (name) => places[name] ?? name);

const workers = ['handler', 'governance-officer', 'dpo'] as const;
const viewers = [...workers, 'accountable-manager'] as const;
const readers = [...viewers, 'auditor'] as const;
const organisers = [...readers, 'administrator', 'project-lead'] as const;

/** Every page of contents, people and settings, and who may open it. */
const pages: readonly [string, readonly Role[]][] = [
  ['/cases/REF/documents', viewers],
  ['/cases/REF/documents.csv', viewers],
  ['/cases/REF/documents/ITEM', viewers],
  ['/cases/REF/documents/ITEM/content', viewers],
  ['/cases/REF/documents/ITEM/preview', viewers],
  ['/cases/REF/letters', readers],
  ['/cases/REF/links', workers],
  ['/people', workers],
  ['/people/PERSON', workers],
  ['/people/PERSON/edit', workers],
  ['/people/PERSON/contacts/new', workers],
  ['/people/import', ['governance-officer', 'administrator']],
  ['/organisation', organisers],
  ['/organisation/policy', organisers],
  ['/organisation/policy.csv', organisers],
  ['/organisation/processing-records', organisers],
  ['/organisation/automated-decisions', organisers],
  ['/admin/staff', ['administrator']],
  ['/admin/staff/new', ['administrator']],
  ['/admin/staff/STAFF', ['administrator']],
];

describe.each(pages)('GET %s', (path, allowed) => {
  test.each(roles)('as %s', async (role) => {
    const page = await visitors.get(role)?.get(filled(path));
    expect([role, page?.status]).toEqual([role, allowed.includes(role) ? 200 : 403]);
  });
});

/** Every form, sent empty: those who may send it are told what is missing, all others that they may not. */
const forms: readonly [string, readonly Role[]][] = [
  ['/cases/REF/documents/decisions', workers],
  ['/cases/REF/documents/ITEM/decision', workers],
  ['/cases/REF/documents/ITEM/hidden', workers],
  ['/people/search', workers],
  ['/people/PERSON/edit', workers],
  ['/people/PERSON/contacts/new', workers],
  ['/admin/staff/new', ['administrator']],
  ['/admin/staff/STAFF', ['administrator']],
];

describe.each(forms)('POST %s', (path, allowed) => {
  test.each(roles)('as %s', async (role) => {
    const page = await send(role, path);
    expect([role, page?.status]).toEqual([role, allowed.includes(role) ? 422 : 403]);
  });
});

async function send(role: Role, path: string): Promise<Page | undefined> {
  const visitor = visitors.get(role);
  await visitor?.get('/account');
  return visitor?.post(filled(path), {});
}

test('nothing of a case or a person of another organisation exists', async () => {
  const other = await member(server.register, ['dpo'], { organisation: 'nottingham-city-homes' });
  const visitor = await signedIn(server.url, other);
  const paths = pages.map(([path]) => path).filter((path) => /REF|PERSON/.test(path));
  for (const path of paths) expect([path, (await visitor.get(filled(path))).status]).toEqual([path, 404]);
});

test('nothing of a restricted case exists for those who are not named', async () => {
  const officer = await member(server.register, ['governance-officer'], { name: 'named' });
  const secret = await openedCase(server.register, officer.id, { restrictedTo: [officer.id] });
  const handler = visitors.get('handler');
  for (const rest of ['/documents', '/documents.csv', '/letters', '/links'])
    expect((await handler?.get(`/cases/${secret.reference}${rest}`))?.status).toBe(404);
  const named = await signedIn(server.url, officer);
  expect((await named.get(`/cases/${secret.reference}/documents`)).status).toBe(200);
});

test('without signing in there is nothing but the way in', async () => {
  for (const [path] of pages) {
    const answer = await fetch(`${server.url}${filled(path)}`, { redirect: 'manual' });
    expect([path, answer.status, answer.headers.get('Location')]).toEqual([path, 303, '/sign-in']);
  }
});
