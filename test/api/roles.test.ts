import type { Role } from '../../domain/roles';
import { roles } from '../../domain/roles';
import type { TestServer } from './support/server';
import { testServer } from './support/server';
import type { TestMember } from './support/staff';
import { member, signedIn } from './support/staff';
import { openedCase } from './support/opened-case';
import type { Visitor } from './support/visitor';

let server: TestServer;
let reference: string;
const visitors = new Map<Role, Visitor>();

beforeAll(async () => {
  server = await testServer();
  const staff = new Map<Role, TestMember>();
  for (const role of roles) staff.set(role, await member(server.register, [role]));
  for (const [role, one] of staff) visitors.set(role, await signedIn(server.url, one));
  ({ reference } = await openedCase(server.register, staff.get('handler')?.id ?? ''));
});
afterAll(() => server.stop());

const workers = ['handler', 'governance-officer', 'dpo'] as const;
const readers = [...workers, 'accountable-manager', 'auditor'] as const;
const handers = roles.filter((role) => role !== 'auditor' && role !== 'administrator');

/** Every page of cases, and who may open it. All others are told that their role does not allow it. */
const pages: readonly [string, readonly Role[]][] = [
  ['/requests', handers],
  ['/requests/new/subject-access', handers],
  ['/projects/changed', handers],
  ['/cases.csv', readers],
  ['/cases/REF', readers],
  ['/cases/REF/clock', readers],
  ['/cases/REF/history', readers],
  ['/cases/REF/diagram', readers],
  ['/cases/REF/diagram.bpmn', readers],
  ['/cases/REF/actions/assign', workers],
  ['/cases/REF/actions/note', [...workers, 'accountable-manager']],
  ['/cases/REF/actions/extend', workers],
  ['/cases/REF/actions/clarify', workers],
  ['/cases/REF/actions/propose-refusal', workers],
  ['/cases/REF/actions/withdraw', workers],
  ['/cases/REF/actions/link', workers],
  ['/cases/REF/actions/hold', ['governance-officer', 'dpo']],
  ['/cases/REF/actions/correct-received-date', ['governance-officer', 'dpo']],
  ['/cases/REF/actions/restrict-access', ['governance-officer', 'dpo']],
  ['/account', roles],
];

describe.each(pages)('%s', (path, allowed) => {
  test.each(roles)(`as %s`, async (role) => {
    const page = await visitors.get(role)?.get(path.replace('REF', reference));
    expect([role, page?.status === 403]).toEqual([role, !allowed.includes(role)]);
    if (allowed.includes(role)) expect(page?.status).toBe(200);
  });
});

test('a page that is refused says why, and that nothing was recorded', async () => {
  const page = await visitors.get('auditor')?.get(`/cases/${reference}/actions/assign`);
  expect(page?.html).toContain('Your role does not allow this');
  expect(page?.html).toContain('Nothing was recorded');
});

test('an auditor reads the case and not what people wrote, nor who they are', async () => {
  const html = (await visitors.get('auditor')?.get(`/cases/${reference}`))?.html ?? '';
  expect(html).toContain(reference);
  expect(html).not.toContain('Wren Ashdown');
  expect(html).not.toContain('Everything you hold');
});

test('a case of another organisation does not exist', async () => {
  const other = await member(server.register, ['dpo'], { organisation: 'nottingham-city-homes' });
  const visitor = await signedIn(server.url, other);
  for (const path of ['', '/clock', '/history', '/diagram', '/actions/note'])
    expect((await visitor.get(`/cases/${reference}${path}`)).status).toBe(404);
});

test('without signing in there is nothing but the way in', async () => {
  for (const path of ['/', `/cases/${reference}`, '/requests', '/cases.csv', '/account']) {
    const page = await fetch(`${server.url}${path}`, { redirect: 'manual' });
    expect([path, page.status, page.headers.get('Location')]).toEqual([path, 303, '/sign-in']);
  }
});
