import type { Viewer } from '../../register/viewer';
import { openedCase } from './support/opened-case';
import type { TestServer } from './support/server';
import { testServer } from './support/server';
import { member, ORGANISATION, signedIn } from './support/staff';
import type { Visitor } from './support/visitor';

let server: TestServer;
let handler: Visitor;
let viewer: Viewer;
let personId: string;
let reference: string;

beforeAll(async () => {
  server = await testServer();
  const known = await member(server.register, ['handler']);
  viewer = { staffId: known.id, organisationId: ORGANISATION, roles: ['handler'] };
  handler = await signedIn(server.url, known);
  const opened = await openedCase(server.register, known.id);
  personId = opened.subjectId;
  reference = opened.reference;
});
afterAll(() => server.stop());

const find = (text: string) => handler.post('/people/search', { text });

describe('finding somebody on the phone', () => {
  beforeAll(() => handler.get('/people'));

  test.each([
    ['part of the name', 'Ashd'],
    ['a misspelling', 'Ren Ashdowne'],
    ['the e-mail address', 'wren.ashdown@mail.test'],
    ['the tenancy number', 'T-4711'],
  ])('finds them by %s, and says by what', async (_by, text) => {
    const page = await find(text);
    expect(page.html).toContain(`href="/people/${personId}"`);
    expect(page.html).toContain('1 person found');
    expect(page.html).toContain(reference);
  });

  it('says what to try when nobody is found', async () => {
    expect((await find('Zzyzx')).html).toContain('Try fewer letters, another spelling');
  });

  it('asks for something to find them by', async () => {
    const page = await find('  ');
    expect([page.status, page.html.includes('Enter at least one letter or number')]).toEqual([422, true]);
  });

  it('leaves no name in an address or a log', async () => {
    await find('Ashdown');
    expect(server.logged.join('\n')).not.toContain('Ashdown');
    const byAddress = await handler.get('/people?text=Ashdown');
    expect(byAddress.html).not.toContain(personId);
  });

  it('finds nobody of another organisation', async () => {
    const other = await member(server.register, ['handler'], {
      organisation: 'nottingham-city-homes',
      name: 'other',
    });
    const elsewhere = await signedIn(server.url, other);
    await elsewhere.get('/people');
    expect((await elsewhere.post('/people/search', { text: 'Ashdown' })).html).not.toContain(personId);
    expect((await elsewhere.get(`/people/${personId}`)).status).toBe(404);
  });
});

describe('somebody’s page', () => {
  it('shows who they are, how they may be reached, and their cases', async () => {
    const { html } = await handler.get(`/people/${personId}`);
    for (const shown of [
      'Wren Ashdown',
      'wren.ashdown@mail.test',
      'Safe to use',
      reference,
      'Held while a case of theirs is open',
    ])
      expect(html).toContain(shown);
  });

  it('does not exist for an id that is none', async () => {
    expect((await handler.get('/people/not-an-id')).status).toBe(404);
  });

  it('keeps a flag, and says what it stops', async () => {
    const path = `/people/${personId}/edit`;
    expect((await handler.get(path)).html).toContain('value="Wren Ashdown"');
    const answer = await handler.post(path, {
      name: 'Wren Ashdown',
      formerNames: 'Wren Marsh\nWren Hollis',
      personType: 'tenant',
      references: 'T-4711',
      flags: 'domestic-abuse',
    });
    expect(answer.status).toBe(303);
    const person = await server.register.people.find(viewer, personId);
    expect(person).toMatchObject({
      flags: ['domestic-abuse'],
      contents: {
        formerNames: ['Wren Marsh', 'Wren Hollis'],
        references: ['T-4711'],
        agreesToPlainEmail: false,
      },
    });
    expect(person?.contents.contacts).toHaveLength(1);
    const { html } = await handler.get(`/people/${personId}`);
    expect(html).toContain('letters and codes wait until a person confirms where they may safely go');
  });

  it('keeps what was typed when something is wrong', async () => {
    const path = `/people/${personId}/edit`;
    await handler.get(path);
    const answer = await handler.post(path, { name: '', personType: 'tenant', note: 'Rings on Fridays' });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('Rings on Fridays');
    expect((await server.register.people.find(viewer, personId))?.contents.name).toBe('Wren Ashdown');
  });
});

describe('ways to reach somebody', () => {
  it('adds an address that must never be used', async () => {
    const path = `/people/${personId}/contacts/new`;
    await handler.get(path);
    const answer = await handler.post(path, {
      contactKind: 'post',
      value: '2 Old Lane\r\nWolverhampton',
      safety: 'never',
    });
    expect(answer.location).toBe(`/people/${personId}`);
    const { contents } = (await server.register.people.find(viewer, personId)) ?? { contents: null };
    expect(contents?.contacts.at(-1)).toMatchObject({
      kind: 'post',
      value: '2 Old Lane\nWolverhampton',
      safety: 'never',
      onFile: false,
    });
  });

  it('changes one without touching the others', async () => {
    const path = `/people/${personId}/contacts/email-1`;
    expect((await handler.get(path)).html).toContain('wren.ashdown@mail.test');
    await handler.post(path, {
      contactKind: 'email',
      value: 'wren.ashdown@mail.test',
      safety: 'shared',
      onFile: 'yes',
    });
    const contacts = (await server.register.people.find(viewer, personId))?.contents.contacts ?? [];
    expect(contacts.map(({ safety }) => safety)).toEqual(['shared', 'never']);
  });

  it.each([
    ['email', 'no address', 'like name@mail.example'],
    ['phone', '12', 'like 0115 496 0123'],
  ])('does not take what cannot be an %s contact', async (contactKind, value, hint) => {
    const path = `/people/${personId}/contacts/new`;
    await handler.get(path);
    const answer = await handler.post(path, { contactKind, value, safety: 'safe' });
    expect([answer.status, answer.html.includes(hint)]).toEqual([422, true]);
  });
});

describe('the people index', () => {
  let officer: Visitor;
  const replace = (csv: string) => {
    const form = new FormData();
    form.append('file', new Blob([csv]), 'people.csv');
    return officer.upload('/people/import', form);
  };

  beforeAll(async () => {
    officer = await signedIn(server.url, await member(server.register, ['governance-officer']));
  });

  it('names each wrong line and imports nothing of the file', async () => {
    const answer = await replace('name,date_of_birth\nAda Fenn,1980-02-01\nIvo Thorn,31.12.70\n');
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('Nothing was imported');
    expect(answer.html).toContain('Line 3, date_of_birth: Not a date.');
    expect(await server.register.people.indexState(ORGANISATION)).toBeNull();
  });

  it('is replaced whole, and says when', async () => {
    expect((await replace('name,date_of_birth\nAda Fenn,1980-02-01\nIvo Thorn,1970-12-31\n')).status).toBe(
      303,
    );
    expect((await officer.get('/people/import')).html).toContain('2 entries, imported on');
  });
});
