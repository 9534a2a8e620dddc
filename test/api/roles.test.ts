import type { Role } from '../../domain/roles';
import { roles } from '../../domain/roles';
import { versionOf } from '../../api/casework/opening';
import type { TestServer } from './support/server';
import { testServer } from './support/server';
import type { TestMember } from './support/staff';
import { member, signedIn } from './support/staff';
import { openedCase } from './support/opened-case';
import type { Visitor } from './support/visitor';

let server: TestServer;
/** A case of the kind that has the page, by the letters that stand for it in its address. */
const cases: Record<string, string> = {};
const visitors = new Map<Role, Visitor>();

beforeAll(async () => {
  server = await testServer();
  const staff = new Map<Role, TestMember>();
  for (const role of roles) staff.set(role, await member(server.register, [role]));
  for (const [role, one] of staff) visitors.set(role, await signedIn(server.url, one));
  const opened = async (change = {}): Promise<string> =>
    (await openedCase(server.register, staff.get('handler')?.id ?? '', change)).reference;
  cases.REF = await opened();
  for (const [letters, kind] of [
    ['REC', 'rectification'],
    ['RST', 'restriction'],
  ] as const)
    cases[letters] = await opened({ kind, processVersion: versionOf(kind) });
  const codes = { channel: 'phone', requester: 'self', about: 'handling', housing: 'yes' };
  cases.CMP = await opened({ kind: 'complaint', processVersion: versionOf('complaint'), codes });
});
afterAll(() => server.stop());

const workers = ['handler', 'governance-officer', 'dpo'] as const;
const readers = [...workers, 'accountable-manager', 'auditor'] as const;
const handers = roles.filter((role) => role !== 'auditor' && role !== 'administrator');

const place = (path: string): string =>
  path.replace(/REF|REC|RST|CMP/, (letters) => cases[letters] ?? letters);

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
  ['/cases/RST/actions/permit-use', workers],
  ['/cases/RST/actions/end-restriction', workers],
  ['/cases/REC/actions/tell-who', workers],
  ['/cases/REC/actions/record-death', workers],
  ['/cases/CMP/actions/tell-progress', workers],
  ['/cases/CMP/actions/regulator-wrote', workers],
  ['/cases/CMP/actions/extend-housing', workers],
  ['/cases/CMP/actions/escalate-housing', workers],
  ['/complaints/received', readers],
  ['/complain/new-park-village', roles],
  ['/account', roles],
];

/** What only a case in a certain state may be asked: its page says why not, to those whose role would allow it. */
const notNow = ['end-restriction'];

describe.each(pages)('%s', (path, allowed) => {
  test.each(roles)(`as %s`, async (role) => {
    const page = await visitors.get(role)?.get(place(path));
    expect([role, page?.status === 403]).toEqual([role, !allowed.includes(role)]);
    const refused = notNow.some((action) => path.endsWith(action));
    if (allowed.includes(role)) expect(page?.status).toBe(refused ? 409 : 200);
  });
});

test('a page that is refused says why, and that nothing was recorded', async () => {
  const page = await visitors.get('auditor')?.get(`/cases/${cases.REF}/actions/assign`);
  expect(page?.html).toContain('Your role does not allow this');
  expect(page?.html).toContain('Nothing was recorded');
});

test('an auditor reads the case and not what people wrote, nor who they are', async () => {
  const html = (await visitors.get('auditor')?.get(`/cases/${cases.REF}`))?.html ?? '';
  expect(html).toContain(cases.REF);
  expect(html).not.toContain('Wren Ashdown');
  expect(html).not.toContain('Everything you hold');
});

test('a case of another organisation does not exist', async () => {
  const other = await member(server.register, ['dpo'], { organisation: 'nottingham-city-homes' });
  const visitor = await signedIn(server.url, other);
  for (const path of ['', '/clock', '/history', '/diagram', '/actions/note'])
    expect((await visitor.get(`/cases/${cases.REF}${path}`)).status).toBe(404);
});

test('without signing in there is nothing but the way in', async () => {
  for (const path of ['/', `/cases/${cases.REF}`, '/requests', '/cases.csv', '/account']) {
    const page = await fetch(`${server.url}${path}`, { redirect: 'manual' });
    expect([path, page.status, page.headers.get('Location')]).toEqual([path, 303, '/sign-in']);
  }
});
