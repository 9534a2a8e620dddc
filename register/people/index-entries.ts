import type { PersonContents } from '../../domain/cases/contents';
import { may } from '../../domain/roles';
import type { Context } from '../context';
import type { Reader } from '../database';
import type { IndexRow } from '../people';
import { importKey } from '../sealing/keyring';
import type { Viewer } from '../viewer';

export const indexPlace = (entryId: string): string => `index_entry/${entryId}/sealed`;

/** Entries of the people index, opened, by id. */
export async function openEntries(
  { keyring }: Context,
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, IndexRow>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.indexEntry.findMany({ where: { id: { in: [...ids] } } });
  const keys = await keyring.loadMany(
    reader,
    rows.map(({ batchId }) => importKey(batchId)),
  );
  return new Map(
    rows.flatMap(({ id, batchId, sealed }) => {
      const key = keys.get(importKey(batchId));
      return key ? [[id, key.openJson<IndexRow>(sealed, indexPlace(id))] as const] : [];
    }),
  );
}

/** A line of the index in the shape of a person, to be found and compared alike. */
export function asContents({
  name,
  formerNames,
  dateOfBirth,
  email,
  phone,
  address,
  reference,
}: IndexRow): PersonContents {
  const contact = (
    kind: 'email' | 'phone' | 'post',
    value: string | undefined,
  ): PersonContents['contacts'] =>
    value ? [{ id: kind, kind, value, safety: 'unconfirmed', onFile: true }] : [];
  return {
    ...{ name, formerNames, ...(dateOfBirth && { dateOfBirth }) },
    contacts: [...contact('email', email), ...contact('phone', phone), ...contact('post', address)],
    references: reference ? [reference] : [],
  };
}

export async function indexEntry(
  context: Context,
  { organisationId, roles }: Viewer,
  entryId: string,
): Promise<PersonContents | null> {
  const { db } = context;
  const known =
    may(roles, 'person.view') && (await db.indexEntry.count({ where: { id: entryId, organisationId } })) > 0;
  const row = known ? (await openEntries(context, db, [entryId])).get(entryId) : undefined;
  return row ? asContents(row) : null;
}
