import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { browser } from '../support/browser';
import { openedCase } from './support/opened-case';
import type { TestServer } from './support/server';
import { testServer } from './support/server';
import { member, PASSWORD } from './support/staff';

let server: TestServer;
let context: BrowserContext;
let page: Page;
let reference: string;
const problems: string[] = [];

beforeAll(async () => {
  server = await testServer();
  const officer = await member(server.register, ['governance-officer']);
  ({ reference } = await openedCase(server.register, officer.id));
  context = await (await browser()).newContext();
  page = await context.newPage();
  page.on('console', (message) => void (message.type() === 'error' && problems.push(message.text())));
  page.on('pageerror', (error) => void problems.push(error.message));
  await page.goto(`${server.url}/sign-in`);
  await page.fill('#email', officer.email);
  await page.fill('#password', PASSWORD);
  await page.click('main button[type=submit]');
}, 120_000);
afterAll(async () => {
  await context?.close();
  await server?.stop();
});

/** WCAG 2.2 A and AA. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function expectNoBarrier(): Promise<void> {
  // The picture of the process comes from its library, which is slow to check; its list in words is checked.
  const found = await new AxeBuilder({ page }).withTags(rules).exclude('.djs-container').analyze();
  // Text of the colour of its ground is not reported as a failure but as something to look at.
  const invisible = found.incomplete
    .flatMap(({ nodes }) => nodes)
    .filter(({ any }) =>
      any.some(({ data }) => (data as { messageKey?: string } | null)?.messageKey === 'equalRatio'),
    );
  expect(invisible.map(({ html }) => html)).toEqual([]);
  expect(
    found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
  ).toEqual([]);
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
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    expect(overflow).toBeLessThanOrEqual(0); await page.screenshot({path: '/tmp/fnd/shots/' + width + path.replace(/[^a-z]/gi,'_') + '.png', fullPage: true});
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
