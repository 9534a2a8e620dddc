import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { releaseLock, takeLock, withLock } from '../../dev/lock';
import { temporaryFolder } from '../support/folder';

describe('a lock file', () => {
  it('is held by one process at a time, which the next one is told', async () => {
    const path = join(temporaryFolder(), 'lock');

    expect(await takeLock(path)).toBeUndefined();
    expect(await takeLock(path)).toBe(process.pid);
    await releaseLock(path);
    expect(await takeLock(path)).toBeUndefined();
  });

  it('of a process that has died is taken over', async () => {
    const path = join(temporaryFolder(), 'lock');
    writeFileSync(path, `${process.pid} another process that had this number before`);

    expect(await takeLock(path)).toBeUndefined();
  });

  it('lets pieces of work through one after the other, and is given up when one fails', async () => {
    const path = join(temporaryFolder(), 'lock');
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, (inside += 1));
      await new Promise(setImmediate);
      inside -= 1;
      throw new Error('failed');
    };

    const outcomes = await Promise.allSettled([1, 2, 3].map(() => withLock(path, work)));

    expect(most).toBe(1);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await takeLock(path)).toBeUndefined();
  });
});
