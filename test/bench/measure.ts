/** Milliseconds that half, and nineteen in twenty, of the calls took at most. */
export interface Measured {
  readonly p50: number;
  readonly p95: number;
}

/**
 * Calls `once` `count` times, `concurrent` at a time, after a few calls that are not counted.
 * Throws when a call does.
 */
export async function measure(
  once: () => Promise<unknown>,
  { count, concurrent }: { readonly count: number; readonly concurrent: number },
): Promise<Measured> {
  for (let i = 0; i < WARMING; i++) await once();
  const took: number[] = [];
  let left = count;
  const caller = async (): Promise<void> => {
    while (left-- > 0) {
      const before = performance.now();
      await once();
      took.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: concurrent }, caller));
  took.sort((a, b) => a - b);
  return { p50: quantile(took, 0.5), p95: quantile(took, 0.95) };
}

const WARMING = 10;

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
