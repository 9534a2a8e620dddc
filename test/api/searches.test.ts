import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { until } from '../../dev/wait';
import type { TaskRow } from '../../register/cases';
import { localServer } from '../support/temporal';
import type { Driver, World } from '../support/world';
import { world } from '../support/world';
import type { Served } from './support/server';
import { serve } from './support/server';
import { member, ORGANISATION, signedIn } from './support/staff';
import type { Page, Visitor } from './support/visitor';
import { visitor } from './support/visitor';

const SYSTEM = 'housing-management';

let env: TestWorkflowEnvironment;
let w: World;
let server: Served;
let handler: Visitor;
let holder: Visitor;

beforeAll(async () => {
  env = await localServer();
  w = await world(env);
  server = await serve({ register: w.register, gateway: w.gateway, databaseUrl: w.database.url });
  await w.staff('handler');
  handler = await signedIn(server.url, { id: '', email: 'handler@new-park-village.example' });
  holder = await signedIn(server.url, await member(w.register, ['data-holder'], { systems: [SYSTEM] }));
});
afterAll(async () => {
  await server?.stop();
  await w?.stop();
  await env?.teardown();
});

/** A case whose one search is waiting for its owner. */
async function searching(system = SYSTEM): Promise<{ c: Driver; task: TaskRow }> {
  const c = await w.open();
  await c.complete(
    'triage',
    { route: 'answer', identity: 'no-doubt', fee: 'none', systems: [system] },
    {
      personal: { scope: 'Letters about the boiler.' },
    },
  );
  return { c, task: await c.task('search-system', system) };
}

function fileNamed(name: string): FormData {
  const form = new FormData();
  form.append('files', new Blob(['what was found']), name);
  return form;
}

const answers = { result: 'found', hits: '1', terms: 'Ashdown, T-4711', minutes: '75' };
const added = async (c: Driver) =>
  (await w.register.documents.ofCase(c.reference)).map(({ name, system, purpose }) => ({
    name,
    system,
    purpose,
  }));

describe('a data holder', () => {
  it('adds what they found to their own task, and answers it, without ever seeing the case', async () => {
    const { c, task } = await searching();
    const page = `/cases/${c.reference}/tasks/${task.id}`;
    // The mail that asks them names the case, because it goes out before there is a task.
    expect((await holder.get(`/cases/${c.reference}`)).location).toBe(page);
    expect((await holder.get(page)).html).toContain('Letters about the boiler.');
    expect((await holder.get(`${page}/documents`)).html).toContain('Add what you found');
    expect((await holder.upload(`${page}/documents`, fileNamed('boiler.txt'))).location).toBe(
      `${page}/documents`,
    );
    expect((await holder.get(`${page}/documents`)).html).toContain('boiler.txt');
    expect(await added(c)).toEqual([{ name: 'boiler.txt', system: SYSTEM, purpose: 'found' }]);

    const token = (await holder.get(page)).hidden('token');
    const answer = await holder.post(page, { token, ...answers });
    expect([answer.status, answer.location]).toEqual([303, '/']);
    for (const path of ['', '/documents', '/letters']) {
      const refused = await holder.get(`/cases/${c.reference}${path}`);
      expect([403, 404]).toContain(refused.status);
    }
  });

  it('cannot add to the search of somebody else’s system', async () => {
    const { c, task } = await searching();
    const stranger = await signedIn(
      server.url,
      await member(w.register, ['data-holder'], { systems: ['website'], name: 'stranger' }),
    );
    const page = `/cases/${c.reference}/tasks/${task.id}/documents`;
    expect((await stranger.get(page)).status).toBe(404);
    expect((await stranger.upload(page, fileNamed('x.txt'))).status).toBe(404);
    expect(await added(c)).toEqual([]);
  });

  it('cannot add to a search that is finished', async () => {
    const { c, task } = await searching();
    await c.complete(
      'search-system',
      { result: 'nothing-found', minutes: 5 },
      { item: SYSTEM, role: 'handler' },
    );
    const late = await holder.upload(
      `/cases/${c.reference}/tasks/${task.id}/documents`,
      fileNamed('late.txt'),
    );
    expect(late.status).toBeGreaterThanOrEqual(400);
    expect(await added(c)).toEqual([]);
  });
});

test('the progress of every search is visible: who, since when, what was found, how it was searched', async () => {
  const { c } = await searching();
  const path = `/cases/${c.reference}/documents`;
  expect((await handler.get(path)).html).toContain('0 of 1 searches are answered.');
  await c.complete(
    'search-system',
    { result: 'found', hits: 3, minutes: 75, from: '2020-01-01', until: '2026-10-31' },
    {
      item: SYSTEM,
      role: 'handler',
      personal: { terms: 'Ashdown, T-4711', stopped: 'Older boxes are not indexed.' },
    },
  );
  const { html } = await handler.get(path);
  const shown = [
    '1 of 1 searches are answered.',
    'Ashdown, T-4711',
    '1 h 15 min',
    'from 1 January 2020 until 31 October 2026',
    'Older boxes are not indexed.',
  ];
  for (const text of shown) expect(html).toContain(text);
});

describe('a link that lets a system’s owner answer without signing in', () => {
  const issue = async (c: Driver, element = 'search-system'): Promise<{ path: string; code: string }> => {
    const page = `/cases/${c.reference}/links`;
    const offered = new RegExp(`value="([^"]*${element}[^"]*)"`);
    const target = offered.exec((await handler.get(page)).html)?.[1] ?? '';
    const { html } = await handler.post(page, { target, days: '7' });
    const [address = '', code = ''] = [...html.matchAll(/app-secret">([^<]+)</g)].map(
      ([, text]) => text ?? '',
    );
    return { path: new URL(address).pathname, code };
  };
  const enter = async (path: string, code: string): Promise<{ guest: Visitor; answer: Page }> => {
    const guest = visitor(server.url);
    await guest.get(path);
    return { guest, answer: await guest.post(path, { code }) };
  };

  it('shows nothing before the code, then takes files and the answer, once', async () => {
    const { c } = await searching();
    const { path, code } = await issue(c);
    const door = await visitor(server.url).get(path);
    expect(door.html).not.toContain(c.reference);
    expect((await visitor(server.url).get(`${path}/open`)).status).toBe(401);

    const { guest, answer } = await enter(path, code);
    expect([answer.status, answer.location]).toEqual([303, `${path}/open`]);
    const inside = await guest.get(`${path}/open`);
    for (const text of ['Wren Ashdown', 'Letters about the boiler.', 'DPA 2018 s.173'])
      expect(inside.html).toContain(text);
    await guest.upload(`${path}/documents`, fileNamed('boiler.txt'));
    expect((await guest.get(`${path}/open`)).html).toContain('boiler.txt');

    const token = inside.hidden('token');
    const sent = await guest.post(`${path}/open`, { token, ...answers });
    expect(sent.html).toContain('your answer is recorded');
    const again = await guest.post(`${path}/open`, { token, ...answers });
    expect(again.html).toContain('your answer is recorded');
    await until('the search to be recorded', async () => {
      const [search] = await w.register.documents.searchesOf(c.reference);
      return search?.state === 'found' && search;
    });
    expect((await w.register.documents.searchesOf(c.reference))[0]).toMatchObject({
      hits: 1,
      minutes: 75,
      documents: 1,
    });
    expect((await guest.get(`${path}/open`)).status).toBe(410);
  });

  it('opens for an owner without an account, who answers in the name of whoever made the link', async () => {
    const { c } = await searching('cctv');
    const { path, code } = await issue(c);
    const { guest } = await enter(path, code);
    const token = (await guest.get(`${path}/open`)).hidden('token');
    await guest.upload(`${path}/documents`, fileNamed('frame.txt'));
    const sent = await guest.post(`${path}/open`, { token, ...answers });
    expect(sent.html).toContain('your answer is recorded');
    const made = await w.staff('handler');
    const events = (await w.register.cases.events(made, c.reference)) ?? [];
    const issued = events.find(({ type }) => type === 'link-issued');
    const answered = events.find(({ element, type }) => element === 'search-system' && type === 'step-left');
    expect([issued?.actorId, answered?.actorId]).toEqual([made.staffId, made.staffId]);
  });

  it('opens for a search that was begun again', async () => {
    const { c } = await searching();
    await c.complete(
      'search-system',
      { result: 'nothing-found', minutes: 5 },
      { item: SYSTEM, role: 'handler' },
    );
    await c.act('reopen-search', { system: SYSTEM }, { role: 'handler' });
    await c.task('search-again');
    const { path, code } = await issue(c, 'search-again');
    const { guest } = await enter(path, code);
    expect((await guest.get(`${path}/open`)).html).toContain('Letters about the boiler.');
  });

  it('is answered by the deputy of an owner who is away, though the search was given to the owner', async () => {
    const { c } = await searching();
    const { path, code } = await issue(c);
    const [owner] = await w.register.staff.owners(ORGANISATION, SYSTEM);
    const { id: deputyId } = await member(w.register, ['employee'], { name: 'deputy' });
    const away = { from: new Date().toISOString().slice(0, 10), until: null, deputyId };
    await w.register.staff.setAbsence(owner?.staffId ?? '', ORGANISATION, away);
    const { guest } = await enter(path, code);
    const inside = await guest.get(`${path}/open`);
    const token = inside.hidden('token');
    expect((await guest.post(`${path}/open`, { token, ...answers })).html).toContain(
      'your answer is recorded',
    );
    await w.register.staff.setAbsence(owner?.staffId ?? '', ORGANISATION, null);
  });

  it('keeps what was typed when something is missing', async () => {
    const { c } = await searching();
    const { path, code } = await issue(c);
    const { guest } = await enter(path, code);
    const token = (await guest.get(`${path}/open`)).hidden('token');
    const answer = await guest.post(`${path}/open`, { token, result: 'found', terms: 'Ashdown' });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('>Ashdown</textarea>');
  });

  it('is locked for good after five wrong codes, and says how many are left', async () => {
    const { c } = await searching();
    const { path, code } = await issue(c);
    const wrong = code === '000000' ? '000001' : '000000';
    const guest = visitor(server.url);
    await guest.get(path);
    expect((await guest.post(path, { code: wrong })).html).toContain('You can try 4 more times.');
    for (let attempt = 2; attempt <= 5; attempt += 1) await guest.post(path, { code: wrong });
    expect((await guest.post(path, { code })).status).toBe(410);
    expect((await handler.get(`/cases/${c.reference}/links`)).html).toContain(
      'Locked after five wrong codes',
    );
  });

  it('opens nothing once it is withdrawn, not even for whoever opened it before', async () => {
    const { c } = await searching();
    const { path, code } = await issue(c);
    const { guest } = await enter(path, code);
    const page = await handler.get(`/cases/${c.reference}/links`);
    const revoke = /action="([^"]+\/revoke)"/.exec(page.html)?.[1] ?? '';
    await handler.post(revoke, {});
    expect((await guest.get(`${path}/open`)).status).toBe(410);
    expect((await visitor(server.url).get(path)).status).toBe(410);
  });

  it('leaves neither its token nor the code in the log', async () => {
    const { c } = await searching();
    const { path, code } = await issue(c);
    await enter(path, code);
    const log = server.logged.join('');
    expect(log).not.toContain(path.split('/').at(-1));
    expect(log).toContain('/links/:token');
  });
});

describe('letters', () => {
  it('are listed, and shown exactly as they went, in a frame where nothing runs', async () => {
    const c = await w.open();
    const list = `/cases/${c.reference}/letters`;
    const viewer = await w.staff('handler');
    const sent = await until('the acknowledgement to have gone', async () => {
      const all = (await w.register.letters.list(viewer, c.reference)) ?? [];
      return all.find(({ letter, state }) => letter === 'acknowledge' && state === 'given');
    });
    const letter = `${list}/${sent.id}`;
    expect((await handler.get(list)).html).toContain(`href="${letter}">Acknowledgement`);
    expect((await handler.get(letter)).html).toContain('exactly as it went');
    const content = await handler.fetch(`${letter}/content`);
    expect(content.headers.get('content-security-policy')).toMatch(/^sandbox;/);
    const mail = await w.mail.waitFor(
      ({ recipients, subject }) =>
        recipients.includes('wren.ashdown@mail.test') && subject.includes(c.reference),
    );
    expect((await content.text()).trim()).toBe(mail.html.trim());
    const events = await c.events();
    expect(events.some(({ type }) => type === 'letter-viewed')).toBe(true);
  });
});
