import { Client } from 'pg';
import { until } from '../../../dev/wait';

/** Holds a case's row as another transaction would, so that whoever records waits just before it writes. */
export interface Hold {
  /** Resolves when somebody waits to write. */
  someoneWaits(): Promise<void>;
  /** Lets them write. Safe when the database itself was killed. */
  release(): Promise<void>;
}

export async function hold(databaseUrl: string, reference: string): Promise<Hold> {
  const client = new Client({ connectionString: databaseUrl });
  // Killing PostgreSQL ends this connection, which is what that test wants.
  client.on('error', () => undefined);
  await client.connect();
  await client.query('BEGIN');
  await client.query('SELECT 1 FROM "case" WHERE reference = $1 FOR UPDATE', [reference]);
  return {
    someoneWaits: () =>
      until(
        'somebody to wait for the case',
        async () => {
          const { rowCount } = await client.query(
            `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query ILIKE '%"case"%'`,
          );
          return (rowCount ?? 0) > 0 || undefined;
        },
        { within: 15_000, every: 20 },
      ).then(() => undefined),
    release: () => client.end().catch(() => undefined),
  };
}
