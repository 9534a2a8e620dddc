import { Client } from 'pg';
import { until } from '../../../dev/wait';

/** Holds a row as another transaction would, so that whoever records waits just before it writes. */
export interface Hold {
  /** Resolves when somebody waits to write. */
  someoneWaits(): Promise<void>;
  /** Lets them write. Safe when the database itself was killed. */
  release(): Promise<void>;
}

const rows = {
  case: 'SELECT 1 FROM "case" WHERE reference = $1 FOR UPDATE',
  letter: 'SELECT 1 FROM letter WHERE "messageId" = $1 FOR UPDATE',
} as const;

/** `name`: the reference of the case, or the Message-ID of the letter. */
export async function hold(
  databaseUrl: string,
  name: string,
  table: keyof typeof rows = 'case',
): Promise<Hold> {
  const [holder, watcher] = [await connected(databaseUrl), await connected(databaseUrl)];
  await holder.query('BEGIN');
  await holder.query(rows[table], [name]);
  const backend = await holder.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const waiters = async (): Promise<number> => {
    // Not over the holder's own connection: inside a transaction this view never changes.
    const found = await watcher.query(
      'SELECT 1 FROM pg_stat_activity WHERE $1 = ANY (pg_blocking_pids(pid))',
      [backend.rows[0]?.pid],
    );
    return found.rowCount ?? 0;
  };
  return {
    someoneWaits: async () => {
      await until('somebody to wait for the case', async () => (await waiters()) > 0, {
        within: 15_000,
        every: 20,
      });
    },
    release: async () => {
      await Promise.allSettled([holder.end(), watcher.end()]);
    },
  };
}

async function connected(databaseUrl: string): Promise<Client> {
  const client = new Client({ connectionString: databaseUrl });
  // Killing PostgreSQL ends this connection, which is what that test wants.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
