import type { Reader } from '../database';

/** Names of staff by id, for rows that show who did something. */
export async function namesOf(reader: Reader, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const some = [...new Set(ids.filter((id) => id !== null))];
  const rows = await reader.staff.findMany({ where: { id: { in: some } }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export const nameOf = (names: Map<string, string>, id: string | null): string | null =>
  id === null ? null : (names.get(id) ?? null);
