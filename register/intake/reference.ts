import type { Tx } from '../database';

/** The next reference of its kind and year, such as `SAR-2026-00042`. */
export async function nextReference(tx: Tx, prefix: string, year: string): Promise<string> {
  const [counter] = await tx.$queryRaw<{ last: number }[]>`
    INSERT INTO reference_counter (prefix, year, last) VALUES (${prefix}, ${Number(year)}, 1)
    ON CONFLICT (prefix, year) DO UPDATE SET last = reference_counter.last + 1
    RETURNING last`;
  return `${prefix}-${year}-${String(counter?.last).padStart(5, '0')}`;
}
