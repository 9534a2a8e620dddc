import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright-core';
import type { CaseKind } from '../../domain/cases/kinds';
import type { Role } from '../../domain/roles';
import { processes } from '../../processes/registry.generated';
import { barriersOn, overflowOf } from '../support/barriers';
import type { TestServer } from './support/server';
import { testServer } from './support/server';
import { signedInPage } from './support/signed-in-page';
import { member, ORGANISATION } from './support/staff';

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

  ({ context, page } = await signedInPage(server, officer.email));
});
afterAll(async () => {
  await context?.close();
  await server?.stop();
});

const pages: readonly string[] = [
  '/requests/new/breach',
  '/requests/new/impact-assessment',
  '/projects/changed',
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
    expect((await barriersOn(page)).barriers).toEqual([]);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  });
});
