import { policyAgainstLaw } from '../../domain/organisation';
import type { TestServer } from './support/server';
import { testServer } from './support/server';
import { member, ORGANISATION, signedIn } from './support/staff';
import type { Visitor } from './support/visitor';

let server: TestServer;
let auditor: Visitor;

beforeAll(async () => {
  server = await testServer();
  auditor = await signedIn(server.url, await member(server.register, ['auditor']));
});
afterAll(() => server.stop());

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

test('the overview names the DPO, every controller and every system with its overwrite period', async () => {
  const { html } = await auditor.get('/organisation');
  const profile = server.register.organisations.get(ORGANISATION);
  const shown = [
    profile.dpo.email,
    profile.stopping.why,
    ...profile.controllers.map(({ name }) => name),
    ...profile.systems.map(({ label }) => label),
    ...profile.systems.flatMap(({ overwriteAfterDays: days }) => (days ? [`after ${days} days`] : [])),
  ];
  for (const text of shown) expect(html).toContain(escaped(text));
});

test('the policy page shows every rule of the profile beside the law, with article and reason', async () => {
  const { html } = await auditor.get('/organisation/policy');
  const rows = policyAgainstLaw(server.register.organisations.get(ORGANISATION));
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows)
    for (const text of [row.policySays, row.article, row.applied, row.why])
      expect(html).toContain(escaped(text));
});

test('the same rows come as a table for a spreadsheet', async () => {
  const table = await (await auditor.fetch('/organisation/policy.csv')).text();
  expect(table).toContain('The policy says,The law says,Article');
  expect(table).toContain('UK GDPR');
});

test('the processing records show labels, not codes, and an article with each lawful basis', async () => {
  const { html } = await auditor.get('/organisation/processing-records');
  const { processingRecords, categories } = server.register.organisations.get(ORGANISATION);
  for (const { purpose } of processingRecords) expect(html).toContain(escaped(purpose));
  expect(html).toContain('Art 6(1)');
  expect(html).not.toContain(`<dd class="govuk-summary-list__value">${categories[0]?.id ?? ''}`);
});

test('the register of automated decisions shows of each how it works, what it rests on and how it is checked (Arts 15(1)(h), 22A–22D)', async () => {
  const { html } = await auditor.get('/organisation/automated-decisions');
  const { automatedDecisions } = server.register.organisations.get(ORGANISATION);
  expect(automatedDecisions.length).toBeGreaterThan(0);
  for (const { title, logic, significance, safeguards, checks } of automatedDecisions)
    for (const text of [title, logic, significance, safeguards, checks.by, checks.looksAt])
      expect(html).toContain(escaped(text));
  expect(html).toContain('Owed (Art 22C)');
});

test('of a decision whose checks are not open yet the register says that they open by themselves, and lets them be begun at once', async () => {
  const { automatedDecisions } = server.register.organisations.get(ORGANISATION);
  const officer = await signedIn(server.url, await member(server.register, ['governance-officer']));
  const register = '/organisation/automated-decisions';
  const waiting = async (): Promise<number> =>
    (await officer.get(register)).html.split('The first check is opened by itself').length - 1;
  expect(await waiting()).toBe(automatedDecisions.length);
  expect((await auditor.get(register)).html).not.toContain('Begin regular checks');
  await officer.post(`${register}/assessments/checks`, {});
  expect(await waiting()).toBe(automatedDecisions.length - 1);
});

test('each organisation sees its own profile', async () => {
  const other = await member(server.register, ['auditor'], { organisation: 'nottingham-city-homes' });
  const visitor = await signedIn(server.url, other);
  const { html } = await visitor.get('/organisation');
  expect(html).toContain('Nottingham City Council');
  expect(html).toContain('We act for it (processor)');
});
