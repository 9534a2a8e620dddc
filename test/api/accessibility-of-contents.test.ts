import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import type { Viewer } from '../../register/viewer';
import { barriersOn, overflowOf } from '../support/barriers';
import { runFolder } from '../support/run';
import { openedCase } from './support/opened-case';
import type { TestServer } from './support/server';
import { testServer } from './support/server';
import { signedInPage } from './support/signed-in-page';
import { member, ORGANISATION } from './support/staff';

let server: TestServer;
let context: BrowserContext;
let page: Page;
let viewer: Viewer;
const places: Record<string, string> = {};
let problems: readonly string[];

beforeAll(async () => {
  server = await testServer();
  const officer = await member(server.register, ['governance-officer', 'administrator']);
  viewer = {
    staffId: officer.id,
    organisationId: ORGANISATION,
    roles: ['governance-officer', 'administrator'],
  };
  const { reference, subjectId } = await openedCase(server.register, officer.id);
  const add = (name: string, mediaType: string, content: string, hidden: string[] = []) =>
    server.register.documents.add(
      viewer,
      { id: randomUUID(), reference, purpose: 'found', system: 'cctv', mediaType, name },
      Buffer.from(content),
      hidden,
    );
  const items = [
    await add('note.txt', 'text/plain', 'words'),
    await add('page.html', 'text/html', '<p>words'),
    await add('plan.docx', 'application/msword', 'x', ['comments']),
  ];
  await server.register.documents.decide(viewer, reference, {
    documentIds: [items[0]?.id ?? ''],
    decision: 'release-redacted',
    exemption: 'sch2-19',
    reason: 'Advice of our solicitors.',
  });
  Object.assign(places, {
    REF: reference,
    TEXT: items[0]?.id,
    PAGE: items[1]?.id,
    HIDDEN: items[2]?.id,
    PERSON: subjectId,
    STAFF: officer.id,
  });

  ({ context, page, problems } = await signedInPage(server, officer.email));
});
afterAll(async () => {
  await context?.close();
  await server?.stop();
});

const filled = (path: string): string => path.replace(/[A-Z]{3,}/g, (name) => places[name] ?? name);
const go = (path: string) => page.goto(`${server.url}${filled(path)}`);

/** What stands in a frame is somebody else’s: an item as it was found. */
async function expectNoBarrier(): Promise<void> {
  expect((await barriersOn(page, 'iframe')).barriers).toEqual([]);
}

const pages: readonly string[] = [
  '/cases/REF/documents',
  '/cases/REF/documents?show=hidden',
  '/cases/REF/documents/TEXT',
  '/cases/REF/documents/PAGE',
  '/cases/REF/documents/HIDDEN',
  '/cases/REF/letters',
  '/cases/REF/links',
  '/people',
  '/people/PERSON',
  '/people/PERSON/edit',
  '/people/PERSON/contacts/new',
  '/people/import',
  '/organisation',
  '/organisation/policy',
  '/organisation/processing-records',
  '/organisation/automated-decisions',
  '/admin/staff',
  '/admin/staff/new',
  '/admin/staff/STAFF',
];

describe.each([
  ['a desk', 1280],
  ['a telephone, or 400 % zoom', 320],
])('on the width of %s', (_what, width) => {
  beforeAll(() => page.setViewportSize({ width, height: 900 }));

  test.each(pages)('%s has no barrier and does not scroll sideways', async (path) => {
    await go(path);
    await expectNoBarrier();
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  });
});

test('a decision with mistakes has no barrier, and its summary has the focus', async () => {
  await go('/cases/REF/documents/PAGE');
  await page.click('form[action$="/decision"] button[type=submit]');
  await page.waitForSelector('.govuk-error-summary');
  await expectNoBarrier();
  expect(await page.evaluate('document.activeElement.className')).toContain('govuk-error-summary');
});

test('one box chooses all items, and the page says how many are chosen', async () => {
  await go('/cases/REF/documents');
  await page.check('[data-choose=all]');
  expect(await page.locator('[data-choose=one]:checked').count()).toBe(3);
  expect(await page.textContent('#chosen')).toBe('3 of 3 chosen');
});

test('the script uploads files piece by piece and shows them on the list', async () => {
  const large = join(runFolder(), 'recording.wav');
  await writeFile(large, Buffer.alloc(2_500_000, 'sound '));
  await go('/cases/REF/documents');
  const pieces: string[] = [];
  page.on('request', (request) => void (request.url().includes('/chunks/') && pieces.push(request.method())));
  await page.check('input[name=purpose][value=found]');
  await page.selectOption('#system', 'call-recordings');
  await page.setInputFiles('#files', large);
  await Promise.all([page.waitForEvent('load'), page.click('form[data-upload] button')]);
  await page.waitForSelector('text=recording.wav');
  expect(pieces).toEqual(['PUT', 'PUT', 'PUT']);
  const rows = (await server.register.documents.list(viewer, places.REF ?? '')) ?? [];
  expect(rows.find(({ name }) => name === 'recording.wav')).toMatchObject({
    state: 'ready',
    bytes: 2_500_000,
    system: 'call-recordings',
  });
});

test('an upload that broke off goes on when the same file is chosen again', async () => {
  const large = join(runFolder(), 'camera.mp4');
  await writeFile(large, Buffer.alloc(2_500_000, 'picture '));
  const choose = async (): Promise<void> => {
    await go('/cases/REF/documents');
    await page.check('input[name=purpose][value=found]');
    await page.selectOption('#system', 'cctv');
    await page.setInputFiles('#files', large);
  };
  const cut = { status: 400, json: { error: { message: 'The line was cut.' } } };
  await page.route('**/chunks/1', (route) => route.fulfill(cut));
  await choose();
  await page.click('form[data-upload] button');
  await page.waitForSelector('text=Not added: The line was cut.');
  await page.unroute('**/chunks/1');
  const sent: string[] = [];
  page.on(
    'request',
    (request) => void (/chunks\/\d$/.test(request.url()) && sent.push(request.url().slice(-1))),
  );
  await choose();
  await Promise.all([page.waitForEvent('load'), page.click('form[data-upload] button')]);
  expect(sent).toEqual(['1', '2']);
  const rows = (await server.register.documents.list(viewer, places.REF ?? '')) ?? [];
  expect(rows.filter(({ name }) => name === 'camera.mp4')).toMatchObject([
    { state: 'ready', bytes: 2_500_000 },
  ]);
});

test('no page broke the content security policy or threw in a script', () => {
  expect(problems.filter((text) => !/status of 4\d\d|frame is sandboxed/.test(text))).toEqual([]);
});
