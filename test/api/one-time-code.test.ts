import { join } from 'node:path';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Driver } from '../../dev/drive';
import { until } from '../../dev/wait';
import type { ContactPoint } from '../../domain/cases/contents';
import { createRegister } from '../../register';
import { loadOrganisations } from '../../register/organisations';
import { localServer } from '../support/temporal';
import type { World } from '../support/world';
import { person, world } from '../support/world';
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
let token: string;

beforeAll(async () => {
  env = await localServer();
  real = await world(env);
  server = await serve({ register: real.register, gateway: real.gateway, databaseUrl: real.database.url });
  handler = await member(real.register, ['handler']);
  visitor = await signedIn(server.url, handler);
  ({ token } = await real.register.tokens.issue(handler.id, ORGANISATION, 'tests'));
});
afterAll(async () => {
  await server?.stop();
  await real?.stop();
  await env?.teardown();
});

const asks: ContactPoint = {
  ...{ id: 'asks-1', kind: 'email', value: 'asks@mail.test', safety: 'unconfirmed', onFile: false },
};

/** A case whose request for identity has gone: its handler now checks who is asking. */
async function checking({ onFile = true, flags = [] as string[] } = {}): Promise<Driver> {
  const subject = person();
  const contacts = [...(onFile ? subject.contents.contacts : []), asks];
  const c = await real.open({
    subject: { fresh: { ...subject, flags, contents: { ...subject.contents, contacts } } },
    contents: { request: 'Everything.', contactId: 'asks-1' },
  });
  await identityAsked(c);
  if (flags.length > 0) {
    await c.complete('request-identity', { contact: 'post-1' }, { personal: { reason: 'As agreed.' } });
    await c.posted('request-identity');
  }
  await c.task('check-identity');
  return c;
}

async function identityAsked(c: Driver): Promise<void> {
  await c.complete('triage', {
    route: 'answer',
    identity: 'identity',
    fee: 'none',
    systems: ['rent-accounts'],
  });
  await c.checked('request-identity');
}

const actionOf = (c: Driver) => `/cases/${c.reference}/actions/send-code`;
const taskOf = async (c: Driver, element: string) =>
  `/cases/${c.reference}/tasks/${(await c.task(element)).id}`;

async function send(path: string, fields: Fields, by = visitor): Promise<Page> {
  const form = await by.get(path);
  return by.post(path, { token: form.hidden('token'), ...fields });
}

/** Sends a code by e-mail as the page does, and reads it where the person reads it. */
async function codeSent(c: Driver): Promise<string> {
  const before = (await aboutCode(c)).length;
  const sent = await send(actionOf(c), { contact: 'email-1', reasons: 'Another address writes.' });
  expect([sent.status, sent.location]).toEqual([303, `/cases/${c.reference}`]);
  const mails = await until('the code to arrive', async () =>
    ((all) => all.length > before && all)(await aboutCode(c)),
  );
  return /^\s*(\d{6})\s*$/m.exec(mails.at(-1)?.text ?? '')?.[1] ?? 'no code';
}

const aboutCode = async (c: Driver) =>
  (await real.mail.messages()).filter(({ subject }) => subject.startsWith(`${c.reference}: a code`));

const wrongFor = (code: string): string => (code === '000000' ? '000001' : '000000');

/** A program with the handler's token. */
async function call(path: string, body: unknown) {
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, json: (await response.json()) as Record<string, unknown> };
}

test('a code goes to a safe contact on file and nowhere else, and the contact is shown masked', async () => {
  const c = await checking();
  const { html } = await visitor.get(actionOf(c));
  expect(html).toContain('E-mail: w…n@mail.test');
  expect(html).toContain('Post: an address in WV1');
  expect(html).not.toMatch(/asks@mail|a…s@mail/);
  const answers = { contact: 'asks-1', reasons: 'They ask from there.' };
  expect(await call(actionOf(c), { answers })).toMatchObject({
    status: 422,
    json: { error: { fields: [{ field: 'contact' }] } },
  });
  expect(await aboutCode(c)).toEqual([]);
});

test('the right code is evidence of identity, which the handler still decides on', async () => {
  const c = await checking();
  const code = await codeSent(c);
  const check = await taskOf(c, 'check-code');
  const wrong = await send(check, { outcome: 'shown', code: wrongFor(code) });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('This is not the code that we sent. You can try 4 more times.');
  expect(wrong.html).not.toContain(wrongFor(code));
  expect((await send(check, { outcome: 'shown', code: '12 34' })).html).toContain('Enter six digits.');
  const right = await send(check, { outcome: 'shown', code: `${code.slice(0, 3)} ${code.slice(3)}` });
  expect([right.status, right.location]).toEqual([303, `/cases/${c.reference}`]);

  expect((await c.page()).clock.state).toBe('not-started');
  const identity = await visitor.get(await taskOf(c, 'check-identity'));
  expect(identity.html).toContain('sent by e-mail to a safe contact on file, was read back on');
  expect(identity.html).toContain('Whether that is enough, you decide.');
  expect(identity.html).toMatch(/value="confirmed"\s+checked/);

  const history = await visitor.get(`/cases/${c.reference}/history`);
  expect(history.html).toContain('The right one-time code was read back');
  const stored = JSON.stringify([await c.events(), await real.register.submissions.ofCase(c.reference)]);
  for (const text of [history.html, stored, server.logged.join('\n')])
    expect(text).not.toMatch(new RegExp(`(?<![\\w.-])${code}(?![\\w-])`));
});

test('five wrong codes end a code; then it can be said that nothing was shown, and another can be sent', async () => {
  const c = await checking();
  const code = await codeSent(c);
  const check = await taskOf(c, 'check-code');
  for (let left = 4; left >= 0; left--) {
    const { html } = await send(check, { outcome: 'shown', code: wrongFor(code) });
    expect(html).toContain(['no longer works', 'try once more'][left] ?? `try ${left} more times`);
  }
  const late = await send(check, { outcome: 'shown', code });
  expect(late.status).toBe(422);
  expect(late.html).toContain('Five wrong codes were entered, so the code no longer works.');
  expect((await send(check, { outcome: 'not-shown' })).status).toBe(303);
  const identity = await visitor.get(await taskOf(c, 'check-identity'));
  expect(identity.html).not.toContain('was read back on');
  await until('the code to be over', async () => !(await c.page()).view.running.includes('code-wanted'), {
    within: 20_000,
  });
  expect(await codeSent(c)).toMatch(/^\d{6}$/);
});

test('a code that has expired is refused, with what to do instead', async () => {
  const c = await checking();
  const code = await codeSent(c);
  const inAnHour = () => new Date(Date.now() + 3_600_000);
  const register = createRegister({
    ...{ databaseUrl: real.database.url, masterKey: real.masterKey, now: inAnHour },
    organisations: loadOrganisations(join(__dirname, '../../organisations')),
  });
  const later = await serve({
    register,
    gateway: real.gateway,
    databaseUrl: real.database.url,
    now: inAnHour,
  });
  const page = await send(
    await taskOf(c, 'check-code'),
    { outcome: 'shown', code },
    await signedIn(later.url, handler),
  );
  await later.stop();
  await register.close();
  expect(page.status).toBe(422);
  expect(page.html).toContain('The code has expired. Choose “No, or it no longer works”');
});

test('nothing goes to a flagged person until somebody has confirmed where it is safe', async () => {
  const c = await checking({ flags: ['domestic-abuse'] });
  expect((await send(actionOf(c), { contact: 'email-1', reasons: 'Doubt.' })).status).toBe(303);
  const confirm = await taskOf(c, 'send-code');
  const { html } = await visitor.get(confirm);
  expect(html).toContain('Contacting this person may put somebody at risk');
  expect(html).toContain('None of these is safe: send no code');
  expect(html).not.toContain('asks@mail.test');
  expect(await aboutCode(c)).toEqual([]);
  expect((await send(confirm, { contact: 'email-1', reason: 'She told us in person.' })).status).toBe(303);
  await until('the code to arrive', async () => (await aboutCode(c)).length === 1);
});

test('where no safe contact is on file, the page says so and what can be done instead', async () => {
  const c = await checking({ onFile: false });
  const page = await visitor.get(actionOf(c));
  expect(page.status).toBe(409);
  expect(page.html).toContain('There is no safe contact on file from before this request');
  expect(await call(actionOf(c), { answers: { reasons: 'x', contact: 'asks-1' } })).toMatchObject({
    status: 409,
    json: { error: { code: 'no-safe-contact-on-file' } },
  });
});

test('the mailbox that an e-mailed request came from is not offered, though it is on file', async () => {
  const { subject } = await (await real.open()).page();
  const { json } = await call('/cases/subject-access', {
    person: subject?.id,
    answers: {
      ...{ subjectName: 'Wren Ashdown', personType: 'tenant', request: 'All.', channel: 'email' },
      ...{ receivedOn: new Date().toISOString().slice(0, 10), requester: 'self', controller: ORGANISATION },
      contactEmail: 'Wren.Ashdown@mail.test',
    },
  });
  const c = new Driver(real, String(json.reference), ORGANISATION);
  await identityAsked(c);
  await c.task('check-identity');
  const { html } = await visitor.get(actionOf(c));
  expect(html).toContain('Post: an address in WV1');
  expect(html).not.toContain('w…n@mail.test');
});

test('only those who work on the case may send a code, and only while identity is checked', async () => {
  const c = await real.open();
  expect((await visitor.get(actionOf(c))).html).toContain('only while our request for identity is open');
  const auditor = await signedIn(server.url, await member(real.register, ['auditor']));
  expect((await auditor.get(actionOf(c))).status).toBe(403);
});

test('whoever checks who is asking sees whom the people index knows, and takes a contact over so that a code can go there', async () => {
  const csv = `name,former_names,date_of_birth,email,phone,address,reference
Wren Ashdown,,,on.file@mail.test,,"7 Elsewhere Road, WV9 9ZZ",T-OTHER
`;
  await real.register.people.importIndex(ORGANISATION, csv);
  const c = await checking({ onFile: false });
  const task = await c.task('check-identity');
  const path = `/cases/${c.reference}/tasks/${task.id}`;
  const shown = await visitor.get(path);
  expect(shown.html).toContain('E-mail: o…e@mail.test');
  expect(shown.html).not.toContain('on.file@mail.test');
  const take = /href="(\/people\/[^"]+kind=email)"/.exec(shown.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const form = await visitor.get(take);
  expect(form.html).toContain('on.file@mail.test');
  const [address = ''] = take.split('?');
  const sent = { contactKind: 'email', value: 'on.file@mail.test', safety: 'safe', onFile: 'yes' };
  expect((await visitor.post(address, sent)).status).toBe(303);
  expect((await visitor.get(`/cases/${c.reference}/actions/send-code`)).html).toContain(
    'E-mail: o…e@mail.test',
  );
  await real.register.people.importIndex(ORGANISATION, 'name\nNobody Atall\n');
  expect((await visitor.get(path)).html).not.toContain('E-mail: o…e@mail.test</li>');
});
