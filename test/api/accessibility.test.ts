import type { BrowserContext, Page } from 'playwright-core';
import { barriersOn, overflowOf } from '../support/barriers';
import { openedCase } from './support/opened-case';
import type { TestServer } from './support/server';
import { testServer } from './support/server';
import { signedInPage } from './support/signed-in-page';
import { member } from './support/staff';

let server: TestServer;
let context: BrowserContext;
let page: Page;
let reference: string;
let problems: readonly string[];

beforeAll(async () => {
  server = await testServer();
  const officer = await member(server.register, ['governance-officer']);
  ({ reference } = await openedCase(server.register, officer.id));
  ({ context, page, problems } = await signedInPage(server, officer.email));
});
afterAll(async () => {
  await context?.close();
  await server?.stop();
});

async function expectNoBarrier(): Promise<void> {
  // The picture of the process comes from its library, which is slow to check; its list in words is checked.
  const { barriers, undecided } = await barriersOn(page, '.djs-container');
  // Text of the colour of its ground is not reported as a failure but as something to look at.
  const invisible = undecided
    .flatMap(({ nodes }) => nodes)
    .filter(({ any }) =>
      any.some(({ data }) => (data as { messageKey?: string } | null)?.messageKey === 'equalRatio'),
    );
  expect(invisible.map(({ html }) => html)).toEqual([]);
  expect(barriers).toEqual([]);
}

const pages: readonly string[] = [
  '/',
  '/requests',
  '/requests/new/subject-access',
  '/cases/REF',
  '/cases/REF/clock',
  '/cases/REF/history',
  '/cases/REF/diagram',
  '/cases/REF/actions/extend',
  '/cases/REF/actions/release-hold',
  '/cases/REF/actions/restrict-access',
  '/complaints/received',
  '/account',
  '/account/password',
  '/nowhere',
];

describe.each([
  ['a desk', 1280],
  ['a telephone, or 400 % zoom', 320],
])('on the width of %s', (_what, width) => {
  beforeAll(() => page.setViewportSize({ width, height: 900 }));

  test.each(pages)('%s has no barrier and does not scroll sideways', async (path) => {
    await page.goto(`${server.url}${path.replace('REF', reference)}`);
    await expectNoBarrier();
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  });
});

test('a form with mistakes has no barrier, and its summary has the focus', async () => {
  await page.goto(`${server.url}/requests/new/subject-access`);
  await page.click('main form[data-keep] button[type=submit]');
  await page.waitForSelector('.govuk-error-summary');
  await expectNoBarrier();
  expect(await page.evaluate<string>('document.activeElement.className')).toContain('govuk-error-summary');
});

test('a question is shown only while the answer it hangs on is given', async () => {
  await page.goto(`${server.url}/requests/new/subject-access`);
  expect(await page.isVisible('#requesterName')).toBe(false);
  await page.check('input[name=requester][value=agent]');
  expect(await page.isVisible('#requesterName')).toBe(true);
  await page.check('input[name=requester][value=self]');
  expect(await page.isVisible('#requesterName')).toBe(false);
});

test('what was typed is there again after the session ended', async () => {
  const note = `${server.url}/cases/${reference}/actions/note`;
  await page.goto(note);
  await page.fill('#note', 'A long note, half written.');
  await page.reload();
  expect(await page.inputValue('#note')).toBe('A long note, half written.');
});

test('the diagram shows where the case is', async () => {
  await page.goto(`${server.url}/cases/${reference}/diagram`);
  await page.waitForSelector('[data-diagram][data-ready=yes]');
  expect(await page.locator('.djs-element').count()).toBeGreaterThan(50);
});

test('no page broke the content security policy or threw in a script', () => {
  const real = problems.filter((text) => !/status of 4\d\d/.test(text));
  expect(real).toEqual([]);
});
