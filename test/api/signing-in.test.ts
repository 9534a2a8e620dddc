import type { TestServer } from './support/server';
import { testServer } from './support/server';
import type { TestMember } from './support/staff';
import { member, PASSWORD, signedIn } from './support/staff';
import { visitor } from './support/visitor';

let server: TestServer;
let handler: TestMember;
let now = new Date('2026-11-23T10:00:00Z');

beforeAll(async () => {
  server = await testServer({ now: () => now });
  handler = await member(server.register, ['handler']);
});
afterAll(() => server.stop());

test('a page asked for without a session leads to signing in and, after that, to the page', async () => {
  const browser = visitor(server.url);
  const sent = await browser.get('/account');
  expect([sent.status, sent.location]).toEqual([303, '/sign-in']);
  const back = await browser.signIn(handler.email, PASSWORD);
  expect([back.status, back.location]).toEqual([303, '/account']);
});

test('a wrong password and an unknown account look the same, and what was typed is kept', async () => {
  const wrong = await visitor(server.url).signIn(handler.email, 'not the password');
  const unknown = await visitor(server.url).signIn('nobody@staff.example', 'not the password');
  expect([wrong.status, unknown.status]).toEqual([401, 401]);
  for (const page of [wrong, unknown])
    expect(page.html).toContain('The e-mail address or the password is not right.');
  expect(wrong.html).toContain(`value="${handler.email}"`);
});

test('after five wrong passwords the account is locked for a while, the right password included', async () => {
  const unlucky = await member(server.register, ['handler'], { name: 'unlucky' });
  const browser = visitor(server.url);
  for (let attempt = 0; attempt < 5; attempt++) await browser.signIn(unlucky.email, 'guess');
  expect((await browser.signIn(unlucky.email, PASSWORD)).status).toBe(429);
});

test('signing in gives a new session, so that a session planted before is worth nothing', async () => {
  const browser = visitor(server.url);
  const before = (await browser.get('/sign-in')).headers.getSetCookie();
  const after = (await browser.signIn(handler.email, PASSWORD)).headers.getSetCookie();
  expect(before[0]?.split(';')[0]).not.toBe(after[0]?.split(';')[0]);
  expect(after[0]).toMatch(/HttpOnly/);
  expect(after[0]).toMatch(/SameSite=Lax/);
});

test('signing out ends the session', async () => {
  const browser = await signedIn(server.url, handler);
  expect((await browser.get('/account')).status).toBe(200);
  expect((await browser.post('/sign-out', {})).location).toBe('/signed-out');
  expect((await browser.get('/account')).location).toBe('/sign-in');
});

test('a session ends after twelve hours, however busy it was', async () => {
  const browser = await signedIn(server.url, handler);
  const started = now;
  now = new Date(started.getTime() + 11.9 * 3_600_000);
  expect((await browser.get('/account')).status).toBe(200);
  now = new Date(started.getTime() + 12.1 * 3_600_000);
  expect((await browser.get('/account')).location).toBe('/sign-in');
  now = started;
});

test('an account that was disabled is out at once', async () => {
  const leaver = await member(server.register, ['handler'], { name: 'leaver' });
  const browser = await signedIn(server.url, leaver);
  await server.register.staff.setDisabled(leaver.id, true);
  expect((await browser.get('/account')).location).toBe('/sign-in');
});

test('somebody with a first password must choose their own before anything else', async () => {
  const newcomer = await member(server.register, ['handler'], { name: 'newcomer', mustChange: true });
  const browser = await signedIn(server.url, newcomer);
  expect((await browser.get('/account')).location).toBe('/account/password');
  await browser.get('/account/password');
  const short = await browser.post('/account/password', {
    current: PASSWORD,
    password: 'too short',
    again: 'too short',
  });
  expect(short.status).toBe(422);
  expect(short.html).toContain('at least 12 characters');
  const own = 'another long password';
  expect(
    (await browser.post('/account/password', { current: PASSWORD, password: own, again: own })).location,
  ).toBe('/');
  expect((await browser.get('/account')).status).toBe(200);
});

test('a form without the session’s token is refused', async () => {
  const browser = await signedIn(server.url, handler);
  await browser.get('/account');
  expect((await browser.post('/account/tokens', { label: 'x', _csrf: 'forged' })).status).toBe(403);
});

test('a form that another site made the browser send is refused', async () => {
  const browser = await signedIn(server.url, handler);
  await browser.get('/account');
  const sent = await browser.post('/account/tokens', { label: 'x' }, { Origin: 'https://elsewhere.example' });
  expect(sent.status).toBe(403);
});

test('a form sent after the session ended says so, and that nothing was recorded', async () => {
  const sent = await visitor(server.url).post('/account/tokens', { label: 'x' });
  expect(sent.status).toBe(401);
  expect(sent.html).toContain('You were signed out');
  expect(sent.html).toContain('Nothing was recorded');
});

test('staff of several organisations choose for which one they work', async () => {
  const outsider = await member(server.register, ['dpo'], { name: 'outsider' });
  await server.register.staff.setMembership(outsider.id, 'nottingham-city-homes', { roles: ['dpo'] });
  const browser = visitor(server.url);
  expect((await browser.signIn(outsider.email, PASSWORD)).location).toBe('/choose-organisation');
  await browser.get('/choose-organisation');
  const chosen = await browser.post('/choose-organisation', { organisation: 'nottingham-city-homes' });
  expect(chosen.status).toBe(303);
  expect((await browser.get('/account')).html).toContain('Nottingham City Homes');
  const other = await browser.post('/choose-organisation', { organisation: 'somebody-else' });
  expect(other.status).toBe(400);
});

test('every page forbids inline scripts, framing by others and caching', async () => {
  const page = await visitor(server.url).get('/sign-in');
  const policy = page.headers.get('Content-Security-Policy') ?? '';
  expect(policy).toMatch(/script-src 'self' 'nonce-/);
  expect(policy).not.toContain('unsafe');
  expect(policy).toContain("frame-ancestors 'self'");
  expect(page.headers.get('Cache-Control')).toBe('no-store');
});

test('the log holds routes and statuses, and neither addresses typed nor query strings', async () => {
  const browser = await signedIn(server.url, handler);
  await browser.get('/account?name=Canary-Surname');
  const text = server.logged.join('');
  expect(text).toContain('"route":"/account"');
  expect(text).not.toContain('Canary-Surname');
  expect(text).not.toContain(handler.email);
});
