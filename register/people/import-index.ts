import { randomUUID } from 'node:crypto';
import type { Context } from '../context';
import type { Tx } from '../database';
import type { ImportAnswer, IndexRow } from '../people';
import type { DataKey } from '../sealing/data-key';
import { importKey } from '../sealing/keyring';
import type { TokenOwner } from '../search/tokens';
import { tokenRows } from '../search/tokens';
import { readIndexFile } from './import-file';
import { asContents, indexPlace } from './index-entries';

const ROWS_AT_ONCE = 500;
const TIME_LIMIT = 15 * 60_000;

/** Replaces the people index with the file in one transaction, or reports each bad row and changes nothing. */
export async function importIndex(
  context: Context,
  organisationId: string,
  csv: string,
): Promise<ImportAnswer> {
  context.organisations.get(organisationId);
  const { rows, faults } = readIndexFile(csv);
  if (faults.length > 0) return { imported: 0, faults };
  await context.db.$transaction(
    async (tx) => {
      // Two imports of one organisation follow one another.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`people-index ${organisationId}`}))`;
      await removeIndex(context, tx, organisationId);
      await insertAll(context, tx, organisationId, rows);
    },
    { timeout: TIME_LIMIT },
  );
  return { imported: rows.length };
}

/** Removes the former index; its key goes too, so that no backup of the record opens it. */
async function removeIndex({ keyring }: Context, tx: Tx, organisationId: string): Promise<void> {
  const batches = await tx.indexEntry.groupBy({ by: ['batchId'], where: { organisationId } });
  await tx.searchToken.deleteMany({ where: { organisationId, ownerType: 'index' } });
  await tx.indexEntry.deleteMany({ where: { organisationId } });
  for (const { batchId } of batches) await keyring.destroy(tx, importKey(batchId));
}

async function insertAll(
  context: Context,
  tx: Tx,
  organisationId: string,
  rows: readonly IndexRow[],
): Promise<void> {
  const batchId = randomUUID();
  const key = await context.keyring.create(tx, importKey(batchId));
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const some = rows.slice(start, start + ROWS_AT_ONCE).map((row) => ({ row, id: randomUUID() }));
    await insertEntries(context, tx, organisationId, batchId, key, some);
    await insertTokens(context, tx, organisationId, some);
  }
}

/** A line of the file with the id of its entry. */
interface Entry {
  readonly id: string;
  readonly row: IndexRow;
}

// Both go in as one value each: a large index has a million tokens, too many for parameters of their own.

async function insertEntries(
  { now }: Context,
  tx: Tx,
  organisationId: string,
  batchId: string,
  key: DataKey,
  some: readonly Entry[],
): Promise<void> {
  const entries = some.map(({ id, row }) => ({ id, sealed: base64(key.sealJson(row, indexPlace(id))) }));
  await tx.$executeRaw`
    INSERT INTO index_entry (id, "organisationId", "batchId", sealed, "importedAt")
    SELECT id, ${organisationId}, ${batchId}::uuid, decode(sealed, 'base64'), ${now()}
    FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) AS entry(id uuid, sealed text)`;
}

async function insertTokens(
  { searchKeys }: Context,
  tx: Tx,
  organisationId: string,
  some: readonly Entry[],
): Promise<void> {
  const tokens = some.flatMap(({ id, row }) => {
    const owner: TokenOwner = { ownerType: 'index', ownerId: id, organisationId };
    return tokenRows(searchKeys, owner, asContents(row));
  });
  const rows = tokens.map(({ ownerId, field, hash }) => ({ ownerId, field, hash: base64(hash) }));
  await tx.$executeRaw`
    INSERT INTO search_token ("ownerType", "ownerId", "organisationId", field, hash)
    SELECT 'index', "ownerId", ${organisationId}, field, decode(hash, 'base64')
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS token("ownerId" uuid, field text, hash text)`;
}

const base64 = (data: Uint8Array): string => Buffer.from(data).toString('base64');
