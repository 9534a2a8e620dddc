import { randomUUID } from 'node:crypto';
import { versionOf } from '../../api/casework/opening';
import { oneLetterStart, wantsOneLetter } from '../../api/casework/together';
import { letterForms, withAnotherAnswer } from '../../forms/letters';
import type { CasePage } from '../../register/cases';
import type { Viewer } from '../../register/viewer';
import type { TestServer } from './support/server';
import { testServer } from './support/server';
import { member, ORGANISATION, signedIn } from './support/staff';
import type { Visitor } from './support/visitor';

const now = new Date('2026-11-23T10:00:00Z');

let server: TestServer;
let viewer: Viewer;
let visitor: Visitor;
let token: string;

beforeAll(async () => {
  server = await testServer({ now: () => now });
  const handler = await member(server.register, ['handler']);
  viewer = { staffId: handler.id, organisationId: ORGANISATION, roles: ['handler'] };
  visitor = await signedIn(server.url, handler);
  ({ token } = await server.register.tokens.issue(handler.id, ORGANISATION, 'tests'));
});
afterAll(() => server.stop());

const PATH = '/requests/new/subject-access';

const request = {
  ...{ subjectName: 'Idris Fallowfield', personType: 'tenant', requester: 'self', channel: 'phone' },
  request: 'Send me my file, erase the photographs, and no more flyers.',
  ...{ controller: ORGANISATION, contactEmail: 'idris.fallowfield@mail.test' },
};

const several = {
  alsoAsks: ['erasure', 'objection'],
  against: 'direct-marketing',
  oneAnswer: 'separately',
} as const;

const received = { 'receivedOn-day': '20', 'receivedOn-month': '11', 'receivedOn-year': '2026' };

async function pageOf(reference: string): Promise<CasePage> {
  const page = await server.register.cases.page(viewer, reference);
  if (!page) throw new Error(`${reference} is not there`);
  return page;
}

const send = (body: object): Promise<Response> =>
  fetch(`${server.url}/api/v1/cases/subject-access`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('A message that asks for several things, on the pages', () => {
  let first: CasePage;

  test('can be logged as each right of a person, and asks what a right cannot begin without', async () => {
    const { html } = await visitor.get(PATH);
    for (const kind of ['rectification', 'erasure', 'restriction', 'portability', 'objection', 'complaint'])
      expect(html).toMatch(new RegExp(`name="alsoAsks"[^>]*value="${kind}"`));
    for (const matter of ['breach', 'impact-assessment', 'subject-access'])
      expect(html).not.toMatch(new RegExp(`name="alsoAsks"[^>]*value="${matter}"`));
    expect(html).not.toContain('name="otherControllers"');
    const without = { ...several, against: '' };
    const form = { token: (await visitor.get(PATH)).hidden('token'), ...request, ...received };
    const sent = await visitor.post(PATH, { ...form, ...without });
    expect([sent.status, sent.html.includes('href="#against"')]).toEqual([422, true]);
  });

  test('opens one case for each, of the same person and linked, and pressing twice opens them once', async () => {
    const form = {
      ...{ token: (await visitor.get(PATH)).hidden('token'), person: 'new' },
      ...{ ...request, ...received, ...several },
    };
    const [sent, again] = [await visitor.post(PATH, form), await visitor.post(PATH, form)];
    expect([sent.status, again.location]).toEqual([303, sent.location]);
    first = await pageOf(sent.location?.split('/').at(-1) ?? '');
    expect(first.links.map(({ kind, relation }) => [kind, relation]).sort()).toEqual([
      ['erasure', 'same-request'],
      ['objection', 'same-request'],
    ]);
    const all = await server.register.cases.ofPerson(viewer, first.subject?.id ?? '');
    expect(all).toHaveLength(3);
    const { html } = await visitor.get(`/cases/${first.reference}`);
    for (const { reference } of all) expect(html).toContain(reference);
    expect(html).toContain('asked for in the same message');
  });

  test('gives each its own clock: a month for two of them, none for direct marketing (Arts 12A, 21(3))', async () => {
    const parts = await Promise.all(first.links.map(({ reference }) => pageOf(reference)));
    const due = Object.fromEntries([first, ...parts].map(({ kind, dueOn }) => [kind, dueOn]));
    expect(due).toMatchObject({ 'subject-access': '2026-12-21', erasure: '2026-12-21' });
    expect(due.objection).not.toBe('2026-12-21');
  });

  test('tells each case what was said, and only the first what else was asked', async () => {
    expect(first.facts.alsoAsks).toEqual(['erasure', 'objection']);
    for (const { reference } of first.links) {
      const { facts, contents, requester } = await pageOf(reference);
      expect(facts).not.toHaveProperty('alsoAsks');
      expect(contents?.request).toBe(request.request);
      expect(requester?.contents.contacts).toMatchObject([{ value: request.contactEmail }]);
    }
  });

  test('counts each of them for the ground "number" of an extension (Art 12A(3))', () => {
    expect(first.requests).toEqual({ open: 3, lastYear: 3 });
  });

  test('counts no complaint among them, and a case that the viewer may not see by its number alone', async () => {
    const opened = await server.register.intake.open({
      ...{ submissionId: randomUUID(), viewer, kind: 'complaint', processVersion: versionOf('complaint') },
      ...{ contents: { request: 'I am not content.' }, receivedOn: '2026-11-23', typed: {} },
      ...{ codes: { channel: 'phone', requester: 'self' }, controller: ORGANISATION },
      subject: { existing: first.subject?.id ?? '' },
    });
    expect(opened.reference).toMatch(/^CMP/);
    expect((await pageOf(first.reference)).requests).toEqual({ open: 3, lastYear: 3 });
  });
});

describe('A message that asks for several things, sent by a program', () => {
  const answers = { ...request, subjectName: 'Sorrel Winterbourne', receivedOn: '2026-11-23' };

  test('is told at its field what is missing, and opens nothing', async () => {
    const sent = await send({ person: 'new', answers: { ...answers, alsoAsks: ['consent-withdrawal'] } });
    expect(sent.status).toBe(422);
    expect(await sent.json()).toMatchObject({ error: { fields: [{ field: 'purposes' }] } });
    const wrong = await send({ person: 'new', answers: { ...answers, alsoAsks: ['breach'] } });
    expect(await wrong.json()).toMatchObject({ error: { fields: [{ field: 'alsoAsks' }] } });
    expect(await server.register.people.search(viewer, 'Winterbourne')).toEqual([]);
  });

  test('opens them all, and the same id sent twice opens them once', async () => {
    const body = {
      ...{ id: '7d0c0d5e-5f7e-4f0e-9d57-1f1f6f0a7c11', person: 'new' },
      answers: {
        ...{ ...answers, alsoAsks: ['rectification', 'portability', 'objection'], oneAnswer: 'together' },
        ...{
          forWhom: 'person',
          against: 'direct-marketing',
          alsoAgainst: ['direct-marketing', 'public-task'],
        },
      },
    };
    const [sent, again] = [await send(body), await send(body)];
    expect([sent.status, again.status]).toEqual([201, 200]);
    const { reference, references } = (await sent.json()) as { reference: string; references: string[] };
    const { links } = await pageOf(reference);
    expect(links.map(({ kind }) => kind).sort()).toEqual([
      ...['objection', 'objection', 'portability', 'rectification'],
    ]);
    expect(references).toEqual([reference, ...references.slice(1)]);
    expect(references.slice(1).sort()).toEqual(links.map((link) => link.reference).sort());
    expect(await again.json()).toMatchObject({ references });
    const parts = await Promise.all(links.map((link) => pageOf(link.reference)));
    const against = parts.flatMap(({ facts }) => (facts.kind === 'objection' ? [facts.against] : []));
    expect(against.sort()).toEqual(['direct-marketing', 'public-task']);
    expect(parts.find(({ kind }) => kind === 'portability')?.facts.forWhom).toBe('person');
  });

  test('begins the check of an answer inside the first one’s, where the person prefers one letter', async () => {
    const link = { reference: 'SAR-1', relation: 'same-request', answersTogether: true };
    const check = withAnotherAnswer(letterForms.check);
    const page = (facts: object) => ({ facts, links: [link] }) as unknown as CasePage;
    expect(oneLetterStart(check, page({ oneAnswer: 'together' }))).toEqual({
      way: 'together',
      with: 'SAR-1',
    });
    expect(oneLetterStart(check, page({ oneAnswer: 'together', alsoAsks: ['erasure'] }))).toEqual({});
    expect(oneLetterStart(check, page({ oneAnswer: 'separately' }))).toEqual({});
    expect(wantsOneLetter(check, page({ oneAnswer: 'together', alsoAsks: ['erasure'] }))).toBe(true);
  });
});
