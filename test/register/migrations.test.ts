import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '../../register/migrate';
import type { TestDatabase } from '../support/database';
import { emptyDatabase, freshDatabase } from '../support/database';

const folder = join(__dirname, '../../prisma/migrations');
const names = readdirSync(folder).filter((name) => /^\d/.test(name));
const databases: TestDatabase[] = [];
const empty = async (): Promise<TestDatabase> => {
  const database = await emptyDatabase();
  databases.push(database);
  return database;
};
afterAll(() => Promise.all(databases.map((one) => one.drop())));

async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('Migrations', () => {
  it('are applied once, in order, with the rows that Prisma’s own tool would write', async () => {
    const { url } = await empty();
    expect(await migrate(url)).toEqual(names);
    expect(await migrate(url)).toEqual([]);
    const rows = await query<{
      migration_name: string;
      checksum: string;
      finished_at: Date;
      applied_steps_count: number;
    }>(url, 'SELECT * FROM _prisma_migrations ORDER BY migration_name');
    expect(rows.map((row) => [row.migration_name, row.checksum, row.applied_steps_count])).toEqual(
      names.map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name, 'migration.sql')))
          .digest('hex'),
        1,
      ]),
    );
    expect(rows.every(({ finished_at }) => finished_at instanceof Date)).toBe(true);
  });

  it('are applied once when two processes begin at the same moment', async () => {
    const { url } = await empty();
    const applied = await Promise.all([migrate(url), migrate(url), migrate(url)]);
    expect(applied.flat()).toEqual(names);
  });

  it('stop before anything is changed when an applied one is not the file any more', async () => {
    const { url } = await empty();
    await migrate(url);
    await query(url, `UPDATE _prisma_migrations SET checksum = 'other'`);
    await expect(migrate(url)).rejects.toThrow(/not the file that was applied/);
  });

  it('make exactly the tables, keys and indexes that schema.prisma describes', async () => {
    const [migrated, described] = [await empty(), await empty()];
    await migrate(migrated.url);
    const tool = join(__dirname, 'support/schema-sql.mjs');
    await query(described.url, execFileSync(process.execPath, [tool, described.url], { encoding: 'utf8' }));
    for (const catalogue of catalogues) {
      const expected = await query(described.url, catalogue);
      expect(expected.length).toBeGreaterThan(20);
      expect(await query(migrated.url, catalogue)).toEqual(expected);
    }
  });
});

/** All that a schema can describe, in the database's own words. */
const catalogues = [
  `SELECT table_schema, table_name, column_name, data_type, udt_name, datetime_precision, is_nullable, column_default
   FROM information_schema.columns
   WHERE table_schema IN ('public', 'keys') AND table_name <> '_prisma_migrations' ORDER BY 1, 2, 3`,
  `SELECT schemaname, tablename, indexname, indexdef FROM pg_indexes
   WHERE schemaname IN ('public', 'keys') AND tablename <> '_prisma_migrations' ORDER BY 1, 2, 3`,
  `SELECT conrelid::regclass::text AS "table", conname, pg_get_constraintdef(oid) AS definition FROM pg_constraint
   WHERE connamespace::regnamespace::text IN ('public', 'keys')
     AND conrelid <> coalesce(to_regclass('_prisma_migrations'), 0) ORDER BY 1, 2`,
];

describe('The event log', () => {
  it.each([
    ['UPDATE', `UPDATE event SET type = 'other'`],
    ['DELETE', 'DELETE FROM event'],
    ['TRUNCATE', 'TRUNCATE event'],
  ])(
    'refuses %s, even to the owner of the table and to a session that poses as a replica',
    async (operation, sql) => {
      const { url, drop } = await freshDatabase();
      await expect(query(url, sql)).rejects.toThrow(`append-only: ${operation} was refused`);
      await expect(query(url, `SET session_replication_role = replica; ${sql}`)).rejects.toThrow(
        /append-only/,
      );
      await drop();
    },
  );
});
