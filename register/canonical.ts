/**
 * JSON with its names in order and without what is undefined: equal values give equal text, whatever order
 * they were built or stored in. Hashes and comparisons are made over it.
 */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, one: unknown) => (isRecord(one) ? sorted(one) : one));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record)
      .filter(([, value]) => value !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
