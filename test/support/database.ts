import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { withLock } from '../../dev/lock';
import { migrate } from '../../dev/migrate';
import type { PostgresOptions } from '../../dev/parts/postgres';
import { databaseUrl, postgres } from '../../dev/parts/postgres';
import { freePort } from '../../dev/ports';
import { runFolder } from './run';

/** A database of one test's own, on the real PostgreSQL that a test run shares. */
export interface TestDatabase {
  url: string;
  /** Removes it, ending connections still open. */
  drop(): Promise<void>;
}

const TEMPLATE = 'custodian_template';
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];

/** A new database with every migration applied: a copy, in a moment, of one migrated once per run. */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = await sharedServer();
  await withLock(join(runFolder(), 'template.lock'), () => ensureTemplate(server));
  return create(server, TEMPLATE);
}

/** A new database with nothing in it, for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return create(await sharedServer(), 'template0');
}

/** The run's PostgreSQL, started by whichever test first needs it. */
async function sharedServer(): Promise<PostgresOptions> {
  const mark = join(runFolder(), 'postgres.json');
  return withLock(join(runFolder(), 'postgres.lock'), async () => {
    if (existsSync(mark)) return JSON.parse(readFileSync(mark, 'utf8')) as PostgresOptions;
    const options: PostgresOptions = {
      home: join(runFolder(), 'postgres'),
      port: await freePort(),
      password: randomBytes(12).toString('hex'),
      settings: FAST,
    };
    const server = await postgres(options).start();
    server.release();
    writeFileSync(mark, JSON.stringify(options), { mode: 0o600 });
    return options;
  });
}

async function ensureTemplate(server: PostgresOptions): Promise<void> {
  const mark = join(runFolder(), 'template.ready');
  if (existsSync(mark)) return;
  await statement(server, `DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`);
  await statement(server, `CREATE DATABASE ${TEMPLATE}`);
  await migrate(databaseUrl(server, TEMPLATE));
  writeFileSync(mark, '');
}

async function create(server: PostgresOptions, template: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await statement(server, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    url: databaseUrl(server, name),
    drop: () => statement(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function statement(server: PostgresOptions, sql: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl(server, 'postgres') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
