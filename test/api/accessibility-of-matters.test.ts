import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import type { CaseKind } from '../../domain/cases/kinds';
import type { Role } from '../../domain/roles';
import { processes } from '../../processes/registry.generated';
import { browser } from '../support/browser';
import type { TestServer } from './support/server';
import { testServer } from './support/server';
import { member, ORGANISATION, PASSWORD } from './support/staff';

jest.setTimeout(60_000);

const roles: readonly Role[] = ['governance-officer', 'dpo'];

let server: TestServer;
let context: BrowserContext;
let page: Page;
const places: Record<string, string> = {};

beforeAll(async () => {
  server = await testServer();
  const officer = await member(server.register, [...roles]);
  const opened = async (kind: CaseKind, title: string): Promise<string> => {
    const { reference } = await server.register.intake.open({
      ...{ submissionId: randomUUID(), kind, processVersion: processes[kind]?.version ?? '' },
      viewer: { staffId: officer.id, organisationId: ORGANISATION, roles },
      contents: { title, request: 'It happened this morning.' },
      receivedOn: new Date().toISOString().slice(0, 10),
      ...{ codes: {}, typed: { title, request: 'It happened this morning.' } },
    });
    return reference;
  };
  places.BREACH = await opened('breach', 'Arrears list sent to a stranger');
  places.PROJECT = await opened('impact-assessment', 'Cameras in the lifts');

  context = await (await browser()).newContext();
  page = await context.newPage();
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

const pages: readonly string[] = [
  '/requests/new/breach',
  '/requests/new/impact-assessment',
  '/registers/breaches',
  '/registers/breaches/trends',
  '/registers/impact-assessments',
  '/registers/impact-assessments?state=in-force',
  '/cases/BREACH',
  '/cases/BREACH/notification',
  '/cases/BREACH/documents',
  '/cases/BREACH/open/complaint',
  '/cases/PROJECT',
  '/cases/PROJECT/assessment',
  '/cases/PROJECT/assessment/summary',
  '/cases/PROJECT/assessment/risks',
  '/cases/PROJECT/documents',
  '/cases/PROJECT/actions/hand-over',
];

describe.each([
  ['a desk', 1280],
  ['a telephone, or 400 % zoom', 320],
])('on the width of %s', (_what, width) => {
  beforeAll(() => page.setViewportSize({ width, height: 900 }));

  test.each(pages)('%s has no barrier and does not scroll sideways', async (path) => {
    const shown = await page.goto(
      `${server.url}${path.replace(/[A-Z]{3,}/g, (name) => places[name] ?? name)}`,
    );
    expect(shown?.status()).toBe(200);
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
      [],
    );
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
