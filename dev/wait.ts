/** How long and how often to look, both in milliseconds, and what ends the looking early. */
export interface Patience {
  /** A minute unless said otherwise: no machine that works is so busy. */
  within?: number;
  every?: number;
  signal?: AbortSignal;
}

/** Resolves after `ms` milliseconds. For polling only; tests wait for conditions. */
export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/**
 * Looks until `look` gives something other than undefined or false, and returns it. A look that
 * throws counts as "not yet"; its last error is the cause of the final failure.
 *
 * @param what what is awaited, for the error message: "the mail catcher to answer"
 */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined | false> | T | undefined | false,
  { within = 60_000, every = 50, signal }: Patience = {},
): Promise<T> {
  const end = Date.now() + within;
  let cause: unknown;
  do {
    try {
      const seen = await look();
      if (seen !== undefined && seen !== false) return seen;
    } catch (error) {
      cause = error;
    }
    signal?.throwIfAborted();
    await pause(every);
  } while (Date.now() < end);
  throw new Error(`Waited ${Math.round(within / 1000)} s for ${what}, in vain.`, { cause });
}
