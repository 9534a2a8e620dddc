import { randomUUID } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContactPoint } from '../../domain/cases/contents';
import type { Viewer } from '../../register/viewer';
import type { TestRecord } from './support/record';
import { NEW_PARK, NOTTINGHAM, tenant, testRecord } from './support/record';

let record: TestRecord;
let handler: Viewer;
beforeAll(async () => {
  record = await testRecord();
  handler = await record.member(['handler']);
});
afterAll(() => record.close());

const contact = (kind: ContactPoint['kind'], value: string): ContactPoint => ({
  id: randomUUID(),
  kind,
  value,
  safety: 'safe',
  onFile: true,
});

describe('People are found', () => {
  let id: string;
  beforeAll(async () => {
    const person = tenant({
      name: 'Mrs Siobhán O’Rourke-Whitfield',
      formerNames: ['Siobhan Delacroix'],
      dateOfBirth: '1980-05-31',
      references: ['TEN/0042-A'],
      contacts: [
        contact('email', 'siobhan.w@people.example'),
        contact('post', 'Flat 3\n12 Lanternlight Row\nNG1 9ZZ'),
        contact('phone', '+44 7700 900123'),
      ],
    });
    ({ id } = await record.register.people.create(handler, person));
    for (let count = 0; count < 40; count += 1) await record.register.people.create(handler, tenant());
  });

  it.each([
    ['the whole name', 'Siobhan ORourke Whitfield', 'name'],
    ['the name in another order', 'whitfield siobhán', 'name'],
    ['the beginning of a name', 'whitf', 'beginning'],
    ['a misspelling that sounds alike', 'Shivon Whitfeeld', 'sounds-alike'],
    ['a misspelt surname', 'Witfield', 'sounds-alike'],
    ['a former name', 'Delacroix', 'former-name'],
    ['an e-mail address', 'Siobhan.W@people.example', 'email'],
    ['the part before the @', 'siobhan.w@', 'email'],
    ['a reference written otherwise', 'ten 0042a', 'reference'],
    ['a line of the address', '12 Lanternlight Row', 'address'],
    ['the postcode', 'ng19zz', 'address'],
    ['a telephone number', '07700 900 123', 'phone'],
    ['the date of birth as people write it', '31/05/1980', 'date-of-birth'],
    ['a name and a date together', 'whitfield 1980-05-31', 'date-of-birth'],
  ])('by %s', async (_what, text, matched) => {
    const [first] = await record.register.people.search(handler, text);
    expect(first?.id).toBe(id);
    expect(first?.matched).toContain(matched);
  });

  it.each(['', '  ', 'zzzzz', '00 00', '%', "'; DROP TABLE person; --"])('by nothing in %j', async (text) => {
    expect((await record.register.people.search(handler, text)).some((hit) => hit.id === id)).toBe(false);
  });

  it('by their new name once it was changed, and no longer by an address that was removed', async () => {
    await record.register.people.change(handler, id, {
      contents: { name: 'Siobhan Applegarth', contacts: [] },
    });
    expect((await record.register.people.search(handler, 'Applegarth'))[0]?.id).toBe(id);
    expect(await record.register.people.search(handler, 'Lanternlight')).toEqual([]);
  });

  it('by nobody who may not look for people, and in no other organisation', async () => {
    const viewers = [
      await record.member(['auditor']),
      await record.member(['employee']),
      await record.member(['dpo'], [], NOTTINGHAM),
    ];
    for (const viewer of viewers)
      expect(await record.register.people.search(viewer, 'Applegarth')).toEqual([]);
  });

  it('with hashes that differ between organisations for the same name', async () => {
    const stranger = await record.member(['handler'], [], NOTTINGHAM);
    await record.register.people.create(stranger, tenant({ name: 'Applegarth' }));
    const shared = await record.sql(
      `SELECT hash FROM search_token GROUP BY hash HAVING count(DISTINCT "organisationId") > 1`,
    );
    expect(shared).toEqual([]);
  });
});

describe('A person', () => {
  it('keeps both of two contacts added at the same moment, and one that is replaced by its id', async () => {
    const { id } = await record.register.people.create(handler, tenant());
    const [one, other] = [contact('email', 'one@people.example'), contact('email', 'other@people.example')];
    await Promise.all([
      record.register.people.putContact(handler, id, one),
      record.register.people.putContact(handler, id, other),
    ]);
    await record.register.people.putContact(handler, id, { ...one, safety: 'never' });
    const contacts = (await record.register.people.find(handler, id))?.contents.contacts ?? [];
    expect(contacts.map(({ value, safety }) => `${value} ${safety}`).sort()).toEqual([
      'one@people.example never',
      'other@people.example safe',
    ]);
  });

  it('of another organisation can be neither seen nor changed', async () => {
    const { id } = await record.register.people.create(handler, tenant());
    const stranger = await record.member(['dpo'], [], NOTTINGHAM);
    expect(await record.register.people.find(stranger, id)).toBeNull();
    await expect(record.register.people.change(stranger, id, { flags: [] })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('The people index', () => {
  const importText = (csv: string) => record.register.people.importIndex(NEW_PARK, csv);

  it('is replaced whole by each import, and the key of the one before is destroyed', async () => {
    await importText('name,address\nFirst Entry,"1 Sample Street\nWV1 1AA"\nSecond Entry,\n');
    const [former] = await record.sql<{ id: string }>(
      `SELECT id FROM keys.data_key WHERE id LIKE 'people-index/%' AND wrapped IS NOT NULL`,
    );
    expect(
      await importText('\ufeffName,Date_of_birth,former_names\nThird Entry,31/05/1980,Old Name;Older Name\n'),
    ).toEqual({ imported: 1 });
    expect(await record.register.people.search(handler, 'First Entry')).not.toContainEqual(
      expect.objectContaining({ name: 'First Entry' }),
    );
    const [hit] = await record.register.people.search(handler, 'Older Name');
    expect(hit).toMatchObject({ source: 'index', name: 'Third Entry', dateOfBirth: '1980-05-31' });
    expect(await record.register.people.indexState(NEW_PARK)).toMatchObject({ entries: 1 });
    const [key] = await record.sql<{ wrapped: null }>('SELECT wrapped FROM keys.data_key WHERE id = $1', [
      former?.id,
    ]);
    expect(key?.wrapped).toBeNull();
  });

  it('names every bad row with its line, its column and the reason, and imports nothing', async () => {
    const csv = [
      'name,date_of_birth,email',
      'Good Row,1980-05-31,good@people.example',
      ',1980-05-31,',
      'Bad Date,31.02.1980,',
      '"Two',
      'Lines",1980-05-31,not-an-address',
      'Too Few',
      'Good Row,1980-05-31,good@people.example',
    ].join('\n');
    const before = await record.register.people.indexState(NEW_PARK);
    const { imported, faults } = await importText(csv);
    expect(imported).toBe(0);
    expect(faults?.map(({ line, column }) => [line, column])).toEqual([
      [3, 'name'],
      [4, 'date_of_birth'],
      [6, 'email'],
      [7, undefined],
      [8, undefined],
    ]);
    expect(JSON.stringify(faults)).not.toMatch(/Good|Bad Date|31\.02/);
    expect(await record.register.people.indexState(NEW_PARK)).toEqual(before);
  });

  it.each([
    ['without a name column', 'reference\n1\n', 'name'],
    ['with an unknown column', 'name,shoe_size\nA Person,9\n', 'shoe_size'],
    ['with a column named twice', 'name,name\nA Person,B Person\n', 'name'],
    ['without rows', 'name\n', undefined],
    ['with a broken quotation', 'name\n"A Person\n', undefined],
    ['that is empty', '', 'name'],
  ])('refuses a file %s', async (_what, csv, column) => {
    const { imported, faults } = await importText(csv);
    expect(imported).toBe(0);
    expect(faults?.[0]?.column).toBe(column);
  });

  it('is imported by the command, which says what it did and what was wrong', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'custodian-import-'));
    const run = (csv: string, ...more: string[]) => {
      writeFileSync(join(folder, 'people.csv'), csv);
      const tool = [
        '--import',
        'tsx',
        join(__dirname, '../../commands/people-import.ts'),
        join(folder, 'people.csv'),
        ...more,
      ];
      const env = {
        ...process.env,
        DATABASE_URL: record.url,
        CUSTODIAN_MASTER_KEY: record.masterKey.toString('base64'),
      };
      const { status, stdout, stderr } = spawnSync(process.execPath, tool, { env, encoding: 'utf8' });
      return { status, said: `${stdout}${stderr}`.trim() };
    };
    expect(run('name\nImported Person\n', '--organisation', NEW_PARK)).toEqual({
      ...{ status: 0, said: 'Imported 1 entries. They replace what was there before.' },
    });
    expect((await record.register.people.search(handler, 'Imported Person'))[0]?.name).toBe(
      'Imported Person',
    );
    expect(run('name\n\n,\n', '--organisation', NEW_PARK)).toMatchObject({
      status: 1,
      said: expect.stringContaining('Nothing was imported'),
    });
    expect(run('name\nA\n', '--organisation', 'elsewhere')).toMatchObject({
      status: 2,
      said: expect.stringContaining(NOTTINGHAM),
    });
    expect(run('name\nA\n')).toMatchObject({ status: 2 });
    rmSync(folder, { recursive: true });
  });
});

describe('Matching identity', () => {
  const best = async (given: Parameters<typeof tenant>[0]) => {
    const { reference } = await record.open({ viewer: handler, subject: { fresh: tenant(given) } });
    const { best: strength, matches } = await record.register.people.matchIdentity(reference);
    return { strength, reasons: matches[0]?.reasons ?? [] };
  };
  beforeAll(async () => {
    const csv = `name,former_names,date_of_birth,email,phone,address,reference
Clementine Ashdown,Clementine Barrow,1975-01-02,clem@people.example,01632 960111,"9 Test Close, WV2 2BB",PAY-9
Bartholomew Greene,,1960-02-03,,,,
`;
    expect(await record.register.people.importIndex(NEW_PARK, csv)).toEqual({ imported: 2 });
  });

  it('is strong when a name and one other particular agree', async () => {
    expect(await best({ name: 'Ashdown Clementine', dateOfBirth: '1975-01-02' })).toEqual({
      ...{ strength: 'strong', reasons: ['name-equal', 'date-of-birth-equal'] },
    });
    expect(
      await best({ name: 'Clementine Barrow', contacts: [contact('post', '9 Test Close\nWV2 2BB')] }),
    ).toEqual({
      ...{ strength: 'strong', reasons: ['former-name-equal', 'postcode-equal'] },
    });
    expect(await best({ name: 'Klementine Ashdoun', references: ['pay 9'] })).toEqual({
      ...{ strength: 'strong', reasons: ['name-sounds-alike', 'reference-equal'] },
    });
  });

  it('is weak when only the name agrees, or only something else', async () => {
    expect(await best({ name: 'Bartholomew Greene' })).toEqual({ strength: 'weak', reasons: ['name-equal'] });
    expect(await best({ name: 'Somebody Different', contacts: [contact('phone', '+441632960111')] })).toEqual(
      {
        ...{ strength: 'weak', reasons: ['phone-equal'] },
      },
    );
  });

  it('is none when nothing agrees but a sound, or what many people have: a postcode, a birthday', async () => {
    const none = { strength: 'none', reasons: [] };
    expect(await best({ name: 'Bartolomew Green' })).toEqual(none);
    const neighbour = { name: 'A Neighbour', contacts: [contact('post', '11 Test Close\nWV2 2BB')] };
    expect(await best(neighbour)).toEqual(none);
    expect(await best({ name: 'Born That Day', dateOfBirth: '1960-02-03' })).toEqual(none);
    expect(await best({ ...neighbour, name: 'A Twin', dateOfBirth: '1975-01-02' })).toMatchObject({
      strength: 'weak',
      reasons: ['date-of-birth-equal', 'postcode-equal'],
    });
  });

  it('answers codes and ids only', async () => {
    const { reference } = await record.open({
      viewer: handler,
      subject: { fresh: tenant({ name: 'Clementine Ashdown' }) },
    });
    expect(JSON.stringify(await record.register.people.matchIdentity(reference))).not.toMatch(
      /ashdown|clem/i,
    );
  });
});

describe('A shared home', () => {
  it('is told of people at risk alone, by the same address or number, with a name only to those who may see them', async () => {
    const { people } = record.register;
    const home = contact('post', '4 Test Close\nWolverhampton\nWV7 7QQ');
    const { reference, subjectId } = await record.open({
      viewer: handler,
      subject: { fresh: tenant({ contacts: [home], references: ['T-9001'] }) },
    });
    const flags = ['domestic-abuse'];
    const left = await people.create(handler, {
      ...tenant({ contacts: [contact('post', '4 Test Close, WV7 7QQ')] }),
      flags,
    });
    const byNumber = await people.create(handler, { ...tenant({ references: ['t 9001'] }), flags });
    await people.create(handler, {
      ...tenant({ contacts: [contact('post', '5 Test Close, WV7 7QQ')] }),
      flags,
    });
    await people.create(handler, tenant({ contacts: [home] }));
    const found = await people.sharedHome(handler, reference);
    expect(found.map(({ person, shares }) => [person?.id, shares]).sort()).toEqual(
      [
        [left.id, ['address']],
        [byNumber.id, ['reference']],
      ].sort(),
    );
    expect(found.some(({ person }) => person?.id === subjectId)).toBe(false);
    const nobody = { ...handler, roles: [] };
    expect((await people.sharedHome(nobody, reference)).map(({ person }) => person)).toEqual([null, null]);
  });
});
