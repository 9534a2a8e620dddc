import type { CaseContents } from '../../domain/cases/contents';
import type { Case } from '../generated/client';
import type { Context } from '../context';
import type { Reader } from '../database';
import type { DataKey } from '../sealing/data-key';
import { caseKey } from '../sealing/keyring';

/** What the case is about, opened; null once its key is destroyed. */
export async function openContents(
  { keyring }: Context,
  reader: Reader,
  found: Case,
): Promise<CaseContents | null> {
  const keys = await keyring.loadMany(reader, [caseKey(found.id)]);
  return contentsWith(keys.get(caseKey(found.id)), found);
}

/** The same with the case's key at hand, if it still exists. */
export const contentsWith = (key: DataKey | undefined, { id, sealed }: Case): CaseContents | null =>
  key ? key.openJson<CaseContents>(sealed, `case/${id}/sealed`) : null;
