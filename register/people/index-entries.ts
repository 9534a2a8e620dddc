import type { PersonContents } from '../../domain/cases/contents';
import type { Context } from '../context';
import type { Reader } from '../database';
import type { IndexRow } from '../people';
import { importKey } from '../sealing/keyring';

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
