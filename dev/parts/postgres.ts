import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { commandOf } from '../identity';
import type { Part } from '../part';
import type { Running } from '../processes';
import { launch } from '../processes';
import { pause, until } from '../wait';
import { asPostgres, postgresBinaries, postgresUser } from './postgres-binaries';

/** Where a PostgreSQL keeps its data, how it is reached, and what it is tuned for. */
export interface PostgresOptions {
  home: string;
  port: number;
  password: string;
  /** Further `postgres` settings, such as `fsync=off` for tests. */
  settings?: readonly string[];
}

const ROLE = 'custodian';

/** The address of a database on it. */
export const databaseUrl = ({ port, password }: PostgresOptions, database = ROLE): string =>
  `postgresql://${ROLE}:${password}@127.0.0.1:${port}/${database}`;

/**
 * A real PostgreSQL with its data in `home/postgres`, made on first use, listening on the loopback
 * address only. Ready when it answers a query and the database `custodian` exists.
 */
export function postgres(options: PostgresOptions): Part {
  return {
    name: 'postgres',
    title: 'PostgreSQL',
    start: async () => {
      initialise(options);
      return startServer(options);
    },
  };
}

const dataFolder = (home: string): string => join(home, 'postgres');

/** Makes the cluster beside its final place and moves it there when whole: a killed initdb leaves no ruin. */
function initialise({ home, password }: PostgresOptions): void {
  if (existsSync(dataFolder(home))) return;
  const draft = join(home, 'postgres.new');
  const passwordFile = join(home, 'postgres.password');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const owner = postgresUser();
  if (owner) for (const path of [draft, passwordFile]) chownSync(path, owner.uid, owner.gid);
  try {
    runInitdb(draft, passwordFile);
    renameSync(draft, dataFolder(home));
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function runInitdb(dataDir: string, passwordFile: string): void {
  const program = join(postgresBinaries(), 'initdb');
  const { command, args, user } = asPostgres(program, dataDir);
  const flags = ['--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', `--username=${ROLE}`, '--no-sync'];
  const result = spawnSync(command, [...args, `--pgdata=${dataDir}`, `--pwfile=${passwordFile}`, ...flags], {
    encoding: 'utf8',
    env: programEnvironment(),
    ...user,
  });
  if (result.status !== 0) {
    throw new Error(
      `PostgreSQL could not make its data folder in ${dataDir}.\n${result.stderr || result.error}`,
    );
  }
}

const programEnvironment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' });

async function startServer(options: PostgresOptions): Promise<Running> {
  await settleEarlierServer(dataFolder(options.home));
  // After a kill -9 the old server's workers need a moment to notice; until then PostgreSQL refuses to start.
  for (let attempt = 1; ; attempt += 1) {
    const running = launchServer(options);
    const looking = new AbortController();
    const answering = until('PostgreSQL to answer', () => prepared(options), {
      within: 60_000,
      signal: looking.signal,
    });
    const reason = await Promise.race([
      running.exited.then(() => running.tail(5)),
      answering.then(() => undefined),
    ]);
    if (reason === undefined) return running;
    looking.abort();
    await answering.catch(() => undefined);
    const again = /still in use|lock file|starting up/.test(reason) && attempt < 20;
    if (!again) throw new Error(`PostgreSQL did not start. Its last words:\n${reason}`);
    await pause(500);
  }
}

function launchServer({ home, port, settings = [] }: PostgresOptions): Running {
  const dataDir = dataFolder(home);
  const { command, args, user } = asPostgres(join(postgresBinaries(), 'postgres'), dataDir);
  const all = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', ...settings];
  return launch(
    {
      name: 'postgres',
      command,
      args: [...args, '-D', dataDir, '-p', String(port), ...all.flatMap((setting) => ['-c', setting])],
      env: programEnvironment(),
      user,
      // "Fast shutdown": ends open sessions, writes everything, leaves a clean data folder.
      stopSignal: 'SIGINT',
    },
    home,
  );
}

/**
 * Deals with the mark of an earlier server: one that still runs on this data folder, unknown to us,
 * is stopped; the mark of a dead one is removed, though its number may be another program's by now.
 */
async function settleEarlierServer(dataDir: string): Promise<void> {
  const mark = join(dataDir, 'postmaster.pid');
  if (!existsSync(mark)) return;
  const pid = Number(readFileSync(mark, 'utf8').split('\n')[0]);
  const serves = (): boolean => commandOf(pid)?.includes(dataDir) ?? false;
  if (serves()) {
    process.kill(pid, 'SIGINT');
    await until('the earlier PostgreSQL to stop', () => !serves(), { within: 30_000 });
  }
  rmSync(mark, { force: true });
}

async function prepared(options: PostgresOptions): Promise<true> {
  const client = new Client({
    connectionString: databaseUrl(options, 'postgres'),
    connectionTimeoutMillis: 2_000,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [ROLE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${ROLE}`);
    return true;
  } finally {
    await client.end();
  }
}
