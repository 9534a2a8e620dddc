import { processes } from '../../processes/registry.generated';
import type { CaseKind } from '../../domain/cases/kinds';
import type { CaseOpening } from '../../register/intake';
import type { Viewer } from '../../register/viewer';
import { acted, closed, entered, MONDAY, noon, Run } from '../register/support/record';
import { openedCase } from './support/opened-case';
import type { TestServer } from './support/server';
import { testServer } from './support/server';
import { member, ORGANISATION, signedIn } from './support/staff';
import type { Visitor } from './support/visitor';

let server: TestServer;
let handler: Viewer;
let visitor: Visitor;
let token: string;
let personId: string;
/** References of the person's cases. */
const of: Partial<Record<CaseKind, string>> = {};

beforeAll(async () => {
  server = await testServer({ now: () => new Date(noon(MONDAY)) });
  const { id, email } = await member(server.register, ['handler']);
  handler = { staffId: id, organisationId: ORGANISATION, roles: ['handler'] };
  visitor = await signedIn(server.url, { id, email });
  ({ token } = await server.register.tokens.issue(id, ORGANISATION, 'tests'));
  await open('subject-access');
  await open('erasure');
  await open('restriction');
  await open('objection', { codes: { against: 'direct-marketing' } });
});
afterAll(() => server.stop());

/** One more case of the same person. */
async function open(kind: CaseKind, change: Partial<CaseOpening> = {}): Promise<string> {
  const opened = await openedCase(server.register, handler.staffId, {
    ...{ kind, processVersion: processes[kind]?.version ?? '', receivedOn: MONDAY },
    ...(personId && { subject: { existing: personId } }),
    ...change,
  });
  personId = opened.subjectId;
  of[kind] ??= opened.reference;
  return opened.reference;
}

const page = (kind: CaseKind): Promise<string> => visitor.get(`/cases/${of[kind]}`).then(({ html }) => html);
const person = (): Promise<string> => visitor.get(`/people/${personId}`).then(({ html }) => html);

async function json(path: string): Promise<Record<string, unknown>> {
  const answer = await fetch(`${server.url}/api/v1${path}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  return (await answer.json()) as Record<string, unknown>;
}

const RESTRICTED = 'Restriction in force';
const OBJECTED = 'Objection to how data is used';

test('the person’s page lists their cases of every kind, each with its own date', async () => {
  expect(await page('erasure')).toContain(`href="/people/${personId}"`);
  const html = await person();
  for (const reference of Object.values(of)) expect(html).toContain(`href="/cases/${reference}"`);
  for (const title of ['Subject access request', 'Erasure request', 'Restriction request', 'Objection'])
    expect(html).toContain(title);
  expect(html).toContain('Due on 2 December 2026');
});

test('a request for restriction is no restriction: nothing is marked before it is in force (Art 18)', async () => {
  for (const html of [await person(), await page('erasure')]) expect(html).not.toContain(RESTRICTED);
});

test('a restriction in force is shown on every other case of theirs, and to programs (Art 18(2))', async () => {
  const run = await Run.claim(server, of.restriction ?? '');
  await run.write(entered('await-review#1'));
  const warning = `${RESTRICTED}: see ${of.restriction} before anything is done with their information.`;
  for (const kind of ['subject-access', 'erasure', 'objection'] as const)
    expect(await page(kind)).toContain(warning);
  expect(await page('restriction')).not.toContain(warning);
  expect(await person()).toContain(warning);
  expect((await json(`/cases/${of.erasure}`)).marks).toContainEqual({
    ...{ reference: of.restriction, kind: 'restriction', text: RESTRICTED },
  });
  const { cases } = await json(`/people/${personId}/cases`);
  expect(cases).toContainEqual(expect.objectContaining({ reference: of.restriction, mark: RESTRICTED }));
  await run.write(closed('lifted'));
  for (const html of [await person(), await page('erasure')]) expect(html).not.toContain(RESTRICTED);
});

test('an objection stands from the day it is made, and after it closed unless it was overruled (Art 21)', async () => {
  expect(await page('erasure')).toContain(`${OBJECTED}: see ${of.objection}`);
  expect(await person()).toContain(OBJECTED);
  const run = await Run.claim(server, of.objection ?? '');
  await run.write(closed('marketing-stopped'));
  expect(await person()).toContain(OBJECTED);
  const overruled = await open('objection', { codes: { against: 'public-task' } });
  await (await Run.claim(server, overruled)).write(closed('overruled'));
  expect(await person()).not.toContain(`${OBJECTED}: see ${overruled}`);
  expect(await person()).toContain(`${OBJECTED}: see ${of.objection}`);
});

test('a legal hold is shown on its case and on the person’s page', async () => {
  expect(await person()).not.toContain('Legal hold');
  const run = await Run.claim(server, of.erasure ?? '');
  await run.write(acted('hold', {}));
  for (const html of [await person(), await page('erasure')]) expect(html).toContain('Legal hold');
  expect(await person()).toContain('Held while a case of theirs is open');
});

test('a case that is kept from somebody is neither listed for them nor marked', async () => {
  const dpo = await member(server.register, ['dpo']);
  const viewer: Viewer = { staffId: dpo.id, organisationId: ORGANISATION, roles: ['dpo'] };
  const kept = await open('objection', {
    ...{ viewer, restrictedTo: [dpo.id], codes: { against: 'research' } },
  });
  for (const html of [await person(), await page('erasure')]) expect(html).not.toContain(kept);
  const theirs = await signedIn(server.url, dpo);
  expect((await theirs.get(`/people/${personId}`)).html).toContain(kept);
});
