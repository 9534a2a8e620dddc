import { Client } from 'pg';
import { emptyDatabase, freshDatabase } from '../support/database';

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the test database', () => {
  it('is a real PostgreSQL that gives each test a database of its own', async () => {
    const [one, other] = [await emptyDatabase(), await emptyDatabase()];
    await query(one.url, 'CREATE TABLE only_here (id int)');

    expect(await query(one.url, 'SELECT * FROM only_here')).toEqual([]);
    await expect(query(other.url, 'SELECT * FROM only_here')).rejects.toThrow(/does not exist/);
    await Promise.all([one.drop(), other.drop()]);
  });

  it('has every migration applied when it is asked for fresh, and shares nothing with the next one', async () => {
    const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
    const applied = 'SELECT count(*)::int AS n FROM _prisma_migrations WHERE finished_at IS NOT NULL';
    expect(await query(one.url, applied)).not.toEqual([{ n: 0 }]);

    await query(one.url, 'DELETE FROM _prisma_migrations');

    expect(await query(other.url, applied)).not.toEqual([{ n: 0 }]);
    await Promise.all([one.drop(), other.drop()]);
  });

  it('is gone once dropped, even with a connection open', async () => {
    const database = await emptyDatabase();
    const open = new Client({ connectionString: database.url });
    open.on('error', () => undefined);
    await open.connect();

    await database.drop();

    await expect(query(database.url, 'SELECT 1')).rejects.toThrow(/does not exist/);
    await open.end().catch(() => undefined);
  });
});
