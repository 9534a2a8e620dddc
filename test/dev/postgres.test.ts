import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { PostgresOptions } from '../../dev/parts/postgres';
import { databaseUrl, postgres } from '../../dev/parts/postgres';
import { freePort } from '../../dev/ports';
import { temporaryFolder } from '../support/folder';

async function options(home = temporaryFolder()): Promise<PostgresOptions> {
  return { home, port: await freePort(), password: 'only-a-test' };
}

async function query(server: PostgresOptions, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: databaseUrl(server) });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the built-in PostgreSQL', () => {
  it('keeps its data when it is stopped and started again', async () => {
    const server = await options();
    const first = await postgres(server).start();
    await query(server, 'CREATE TABLE kept AS SELECT 42 AS answer');
    expect(await first.stop()).toEqual({ code: 0, signal: null });

    const second = await postgres(server).start();

    expect(await query(server, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await second.stop();
  });

  it('keeps what was committed when it is killed, and starts again', async () => {
    const server = await options();
    const first = await postgres(server).start();
    await query(server, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.kill();

    const second = await postgres(server).start();

    expect(await query(server, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await second.stop();
  });

  it('starts although a dead server left its mark, with a number that another program has now', async () => {
    const server = await options();
    await (await postgres(server).start()).stop();
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    const mark = [other.pid, join(server.home, 'postgres'), 0, server.port, '', '127.0.0.1', '1 1', 'ready'];
    writeFileSync(join(server.home, 'postgres', 'postmaster.pid'), mark.join('\n'));

    const running = await postgres(server).start();

    expect(await query(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(other.exitCode).toBeNull();
    other.kill();
    await running.stop();
  });

  it('stops a server of the same data folder that nobody remembers, and takes its place', async () => {
    const server = await options();
    const forgotten = await postgres(server).start();
    await query(server, 'CREATE TABLE kept AS SELECT 42 AS answer');

    const running = await postgres(server).start();

    expect(await forgotten.exited).toEqual({ code: 0, signal: null });
    expect(await query(server, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await running.stop();
  });

  it('begins again when it was killed while it made its data folder', async () => {
    const server = await options();
    mkdirSync(join(server.home, 'postgres.new', 'base'), { recursive: true });

    const running = await postgres(server).start();

    expect(existsSync(join(server.home, 'postgres.new'))).toBe(false);
    await running.stop();
  });

  it('runs from a data folder that only its owner may enter', async () => {
    const home = temporaryFolder();
    chmodSync(home, 0o700);
    const server = await options(home);

    const running = await postgres(server).start();

    expect(await query(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await running.stop();
  });

  it('asks for its password, and listens on no other machine', async () => {
    const server = await options();
    const running = await postgres(server).start();

    await expect(query({ ...server, password: 'guessed' }, 'SELECT 1')).rejects.toThrow(/password/);
    expect(await query(server, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    await running.stop();
  });
});
