import { Client } from 'pg';

/** Makes the last letter of this sort as old as if it had been prepared so many days ago: nobody waits that long here. */
export async function preparedDaysAgo(
  databaseUrl: string,
  { reference, letter, days }: { readonly reference: string; readonly letter: string; readonly days: number },
): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `UPDATE letter SET "preparedAt" = "preparedAt" - make_interval(days => $3)
       WHERE letter = $2 AND "caseId" = (SELECT id FROM "case" WHERE reference = $1)`,
      [reference, letter, days],
    );
  } finally {
    await client.end();
  }
}
