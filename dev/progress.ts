/** Takes one line for a person to read. */
export type Report = (line: string) => void;

/**
 * Does one piece of work and says when it is done and how long it took; every quarter of a minute
 * it says that it is still at it.
 */
export async function step<T>(report: Report, what: string, work: () => Promise<T>): Promise<T> {
  const started = Date.now();
  const ticking = setInterval(
    () => report(`  ${what} … ${Math.round((Date.now() - started) / 1_000)} s so far`),
    15_000,
  );
  try {
    const result = await work();
    report(`  ${what}: ready (${((Date.now() - started) / 1_000).toFixed(1)} s)`);
    return result;
  } finally {
    clearInterval(ticking);
  }
}
