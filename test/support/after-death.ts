import type { Driver } from './world';

/** A death is recorded and the case closed on it: what was begun on the system is finished, and no such letter is begun. */
export async function afterDeath(c: Driver, item: string, letters: readonly string[]): Promise<void> {
  await c.act('record-death', {}, { role: 'handler' });
  await expect(c.act('record-death', {}, { role: 'handler' })).rejects.toThrow('in-hand');
  await c.complete(
    'decide-after-death',
    { decision: 'close', systems: [item] },
    { personal: { instructions: 'Finish what was begun.', reasons: 'The registrar told us.' } },
  );
  const finished = (outcome: string): Promise<void> =>
    c.complete('finish', { outcome }, { item, role: 'handler' });
  await finished('failed');
  await c.task('finish', item);
  await expect(c.act('record-death', {}, { role: 'handler' })).rejects.toThrow('case-closing');
  await finished('done');
  await c.outcome();
  const begun = (await c.events()).map(({ element }) => element);
  for (const letter of letters) expect(begun).not.toContain(letter);
}
