import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { masterKey } from '../../register/master-key';
import { openDatabase } from '../../register/database';
import { open, seal } from '../../register/sealing/envelope';
import { caseKey, Keyring, personKey } from '../../register/sealing/keyring';
import type { TestRecord } from './support/record';
import { tenant, testRecord } from './support/record';

describe('The envelope', () => {
  const key = randomBytes(32);
  const place = 'person/1/sealed';
  const sealed = seal(key, Buffer.from('4 Invented Row'), place);

  it('opens what it sealed for the same place', () => {
    expect(open(key, sealed, place).toString()).toBe('4 Invented Row');
  });

  it('seals the same words differently each time', () => {
    expect(seal(key, Buffer.from('4 Invented Row'), place).equals(sealed)).toBe(false);
  });

  it('does not open under another key, nor at another place', () => {
    expect(() => open(randomBytes(32), sealed, place)).toThrow(/changed since/);
    expect(() => open(key, sealed, 'person/2/sealed')).toThrow(/changed since/);
  });

  it.each(Array.from({ length: 12 }, (_, index) => Math.floor((index * sealed.length) / 12)))(
    'does not open when byte %i was changed',
    (index) => {
      const changed = Buffer.from(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => open(key, changed, place)).toThrow(/changed since/);
    },
  );

  it('does not open a part of itself', () => {
    for (const length of [0, 1, 13, 28, sealed.length - 1]) {
      expect(() => open(key, sealed.subarray(0, length), place)).toThrow(/changed since/);
    }
  });
});

describe('The master key', () => {
  const folder = mkdtempSync(join(tmpdir(), 'custodian-key-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const key = randomBytes(32);

  it('comes from the environment or from a file', () => {
    const file = join(folder, 'key');
    writeFileSync(file, `${key.toString('base64')}\n`);
    expect(masterKey({ CUSTODIAN_MASTER_KEY: key.toString('base64') })).toEqual(key);
    expect(masterKey({ CUSTODIAN_MASTER_KEY_FILE: file })).toEqual(key);
  });

  it('is refused by the name of its variable, never by its value', () => {
    const short = randomBytes(16).toString('base64');
    expect(() => masterKey({})).toThrow(/CUSTODIAN_MASTER_KEY/);
    expect(() => masterKey({ CUSTODIAN_MASTER_KEY_FILE: join(folder, 'none') })).toThrow(
      /CUSTODIAN_MASTER_KEY_FILE/,
    );
    expect(() => masterKey({ CUSTODIAN_MASTER_KEY: short })).toThrow(/32 bytes/);
    expect(() => masterKey({ CUSTODIAN_MASTER_KEY: short })).not.toThrow(short);
  });
});

describe('What lies in the database', () => {
  let record: TestRecord;
  beforeAll(async () => void (record = await testRecord()));
  afterAll(() => record.close());

  const canary = 'Zephyrine Quillfeather';

  it('holds no name, address, request or file name in the clear, in any column of any table', async () => {
    const handler = await record.member(['handler']);
    const contacts = [
      { id: 'a', kind: 'post', value: '7 Canary Mews', safety: 'safe', onFile: true },
    ] as const;
    const { reference } = await record.open({
      viewer: handler,
      subject: { fresh: tenant({ name: canary, contacts: [...contacts] }) },
      contents: { request: `Everything about ${canary}` },
      typed: { subjectName: canary },
    });
    const id = '00000000-0000-4000-8000-00000000000a';
    const file = { id, reference, purpose: 'found', mediaType: 'text/plain', name: `${canary}.txt` } as const;
    await record.register.documents.add(handler, file, Buffer.from(`About ${canary}`));
    await record.register.people.importIndex('new-park-village', `name,address\n${canary},7 Canary Mews\n`);
    const tables = await record.sql<{ name: string }>(
      `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name
       FROM information_schema.tables WHERE table_schema IN ('public', 'keys')`,
    );
    for (const { name } of tables) {
      const rows = await record.sql(`SELECT to_jsonb(t) AS row FROM ${name} t`);
      const text = JSON.stringify(rows);
      for (const word of ['zephyrine', 'quillfeather', 'canary mews']) {
        const inHexadecimal = Buffer.from(word).toString('hex');
        expect([name, text.toLowerCase().includes(word), text.includes(inHexadecimal)]).toEqual([
          name,
          false,
          false,
        ]);
      }
    }
  });

  it('cannot be read by moving one person’s sealed contents to another', async () => {
    const dpo = await record.member(['dpo']);
    const [one, other] = [
      await record.register.people.create(dpo, tenant()),
      await record.register.people.create(dpo, tenant()),
    ];
    await record.sql('UPDATE person SET sealed = (SELECT sealed FROM person WHERE id = $1) WHERE id = $2', [
      one.id,
      other.id,
    ]);
    await expect(record.register.people.find(dpo, other.id)).rejects.toMatchObject({ code: 'tampered' });
  });

  it('is gone for good once its key is destroyed, for one person or one case alone', async () => {
    const dpo = await record.member(['dpo']);
    const { reference, caseId, subjectId } = await record.open();
    const kept = await record.open();
    const db = openDatabase(record.url);
    const keyring = new Keyring(record.masterKey, () => new Date());
    await db.$transaction((tx) => keyring.destroy(tx, caseKey(caseId)));
    const page = await record.register.cases.page(dpo, reference);
    expect(page?.contents).toBeNull();
    expect(page?.subject?.contents.name).toMatch(/^Invented/);
    await db.$transaction((tx) => keyring.destroy(tx, personKey(subjectId)));
    expect((await record.register.people.find(dpo, subjectId))?.contents).toMatchObject({
      name: '(erased)',
      contacts: [],
    });
    await expect(record.register.cases.dossier(reference)).rejects.toMatchObject({ code: 'key-destroyed' });
    expect((await record.register.cases.dossier(kept.reference)).contents.request).toBe(
      'All my repair records.',
    );
    const [row] = await record.sql<{ wrapped: null }>('SELECT wrapped FROM keys.data_key WHERE id = $1', [
      caseKey(caseId),
    ]);
    expect(row?.wrapped).toBeNull();
    await db.$disconnect();
  });

  it('does not open under another master key', async () => {
    const { caseId } = await record.open();
    const db = openDatabase(record.url);
    const stranger = new Keyring(randomBytes(32), () => new Date());
    await expect(stranger.load(db, caseKey(caseId))).rejects.toMatchObject({ code: 'tampered' });
    await db.$disconnect();
  });
});
