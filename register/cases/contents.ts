import type { CaseContents } from '../../domain/cases/contents';
import type { Case } from '../generated/client';
import type { Context } from '../context';
import type { Reader } from '../database';
import { caseKey } from '../sealing/keyring';

/** What the case is about, opened; null once its key is destroyed. */
export async function openContents(
  { keyring }: Context,
  reader: Reader,
  { id, sealed }: Case,
): Promise<CaseContents | null> {
  const key = (await keyring.loadMany(reader, [caseKey(id)])).get(caseKey(id));
  return key ? key.openJson<CaseContents>(sealed, `case/${id}/sealed`) : null;
}
