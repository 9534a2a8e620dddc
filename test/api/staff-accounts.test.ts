import type { TestServer } from './support/server';
import { testServer } from './support/server';
import type { TestMember } from './support/staff';
import { member, ORGANISATION, PASSWORD, signedIn } from './support/staff';
import type { Visitor } from './support/visitor';
import { visitor } from './support/visitor';

let server: TestServer;
let administrator: TestMember;
let admin: Visitor;

beforeAll(async () => {
  server = await testServer();
  administrator = await member(server.register, ['administrator']);
  admin = await signedIn(server.url, administrator);
  await admin.get('/admin/staff/new');
});
afterAll(() => server.stop());

const shownPassword = (html: string): string => /app-secret">([^<]+)</.exec(html)?.[1] ?? '';

describe('adding a member of staff', () => {
  it('makes an account with a first password, shown once, which must be changed', async () => {
    const page = await admin.post('/admin/staff/new', {
      name: 'Sorrel Vane',
      email: 'sorrel.vane@staff.example',
      roles: ['data-holder'],
      systems: ['cctv'],
    });
    const password = shownPassword(page.html);
    expect(password.replaceAll('-', '')).toHaveLength(20);
    const newcomer = visitor(server.url);
    expect((await newcomer.signIn('sorrel.vane@staff.example', password)).status).toBe(303);
    expect((await newcomer.get('/')).location).toBe('/account/password');
    expect((await admin.get('/admin/staff')).html).toContain('CCTV');
    expect(server.logged.join('')).not.toContain(password);
  });

  it('does not make a second account for somebody who works for another organisation already', async () => {
    const outsider = await member(server.register, ['dpo'], {
      organisation: 'nottingham-city-homes',
      name: 'outside-dpo',
    });
    const answer = await admin.post('/admin/staff/new', {
      name: 'Outside',
      email: outsider.email,
      roles: 'dpo',
    });
    expect([answer.status, answer.location]).toEqual([303, `/admin/staff/${outsider.id}`]);
    const held = await server.register.staff.memberships(outsider.id);
    expect(held.map(({ organisationId }) => organisationId).sort()).toEqual(
      [ORGANISATION, 'nottingham-city-homes'].sort(),
    );
  });

  it('keeps what was typed when something is missing', async () => {
    const answer = await admin.post('/admin/staff/new', { name: 'Half Typed', email: 'not an address' });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('value="Half Typed"');
    expect(answer.html).toContain('What may they do?');
  });
});

describe('changing what somebody may do', () => {
  it('changes roles, systems, absence and deputy', async () => {
    const [one, deputy] = [
      await member(server.register, ['handler'], { name: 'one' }),
      await member(server.register, ['handler'], { name: 'deputy' }),
    ];
    const answer = await admin.post(`/admin/staff/${one.id}`, {
      roles: ['handler', 'data-holder'],
      systems: 'cctv',
      'absentFrom-day': '1',
      'absentFrom-month': '12',
      'absentFrom-year': '2026',
      'absentUntil-day': '24',
      'absentUntil-month': '12',
      'absentUntil-year': '2026',
      deputy: deputy.id,
    });
    expect(answer.status).toBe(303);
    expect(await server.register.staff.membership(one.id, ORGANISATION)).toMatchObject({
      roles: ['handler', 'data-holder'],
      systems: ['cctv'],
      absence: { from: '2026-12-01', until: '2026-12-24' },
      deputyId: deputy.id,
    });
    expect((await admin.get('/admin/staff')).html).toContain(
      'Away from 1 December 2026 until 24 December 2026',
    );
  });

  it('takes effect with the next page: a role taken away is gone at once', async () => {
    const one = await member(server.register, ['handler'], { name: 'demoted' });
    const working = await signedIn(server.url, one);
    expect((await working.get('/people')).status).toBe(200);
    await admin.post(`/admin/staff/${one.id}`, { roles: 'employee' });
    expect((await working.get('/people')).status).toBe(403);
  });

  it('ends sign-in for somebody who left', async () => {
    const one = await member(server.register, ['handler'], { name: 'leaver' });
    const working = await signedIn(server.url, one);
    await admin.post(`/admin/staff/${one.id}`, { roles: 'handler', disabled: 'yes' });
    expect((await working.get('/people')).location).toBe('/sign-in');
    expect((await visitor(server.url).signIn(one.email, PASSWORD)).status).toBe(401);
  });

  it('does not let an administrator lock themselves out', async () => {
    const answer = await admin.post(`/admin/staff/${administrator.id}`, { roles: 'handler' });
    expect([
      answer.status,
      answer.html.includes('You cannot take the administrator’s role from yourself'),
    ]).toEqual([422, true]);
    const disabled = await admin.post(`/admin/staff/${administrator.id}`, {
      roles: 'administrator',
      disabled: 'yes',
    });
    expect(disabled.status).toBe(422);
  });
});

describe('an outsider who works for two organisations', () => {
  let outsider: TestMember;

  beforeAll(async () => {
    outsider = await member(server.register, ['dpo'], {
      organisation: 'nottingham-city-homes',
      name: 'shared',
    });
    await server.register.staff.setMembership(outsider.id, ORGANISATION, { roles: ['dpo'] });
  });

  it('keeps their password: only they can change it', async () => {
    const answer = await admin.post(`/admin/staff/${outsider.id}/password`, {});
    expect(answer.status).toBe(403);
    expect((await visitor(server.url).signIn(outsider.email, PASSWORD)).status).toBe(303);
  });

  it('leaves this organisation, and keeps their account for the other', async () => {
    await admin.post(`/admin/staff/${outsider.id}`, { roles: 'dpo', disabled: 'yes' });
    expect(await server.register.staff.membership(outsider.id, ORGANISATION)).toBeNull();
    expect(await server.register.staff.find(outsider.id)).toMatchObject({ disabled: false });
  });
});

describe('passwords and tokens', () => {
  it('makes a new first password, and the old one stops', async () => {
    const one = await member(server.register, ['handler'], { name: 'forgetful' });
    const page = await admin.post(`/admin/staff/${one.id}/password`, {});
    expect((await visitor(server.url).signIn(one.email, PASSWORD)).status).toBe(401);
    expect((await visitor(server.url).signIn(one.email, shownPassword(page.html))).status).toBe(303);
  });

  it('withdraws a token, which then opens nothing', async () => {
    const one = await member(server.register, ['handler'], { name: 'scripted' });
    const { id, token } = await server.register.tokens.issue(one.id, ORGANISATION, 'nightly export');
    const me = () => fetch(`${server.url}/api/v1/me`, { headers: { Authorization: `Bearer ${token}` } });
    expect((await me()).status).toBe(200);
    expect((await admin.get(`/admin/staff/${one.id}`)).html).toContain('nightly export');
    await admin.post(`/admin/staff/${one.id}/tokens/${id}/revoke`, {});
    expect((await me()).status).toBe(401);
    expect((await admin.get(`/admin/staff/${one.id}`)).html).toContain('Withdrawn');
  });

  it('finds nobody of another organisation', async () => {
    const other = await member(server.register, ['handler'], {
      organisation: 'nottingham-city-homes',
      name: 'foreign',
    });
    expect((await admin.get(`/admin/staff/${other.id}`)).status).toBe(404);
    expect((await admin.post(`/admin/staff/${other.id}/password`, {})).status).toBe(404);
  });
});
