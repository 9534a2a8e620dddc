import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { identityOf } from './identity';
import { pause } from './wait';

/**
 * Takes the lock file at `path` for this process, from a dead holder too, so that a killed run
 * blocks nobody.
 *
 * @returns the process number of the living holder, or undefined when the lock is now ours
 */
export async function takeLock(path: string): Promise<number | undefined> {
  await mkdir(dirname(path), { recursive: true });
  for (;;) {
    if (await create(path, `${process.pid} ${identityOf(process.pid) ?? ''}`)) return undefined;
    const [pid, ...identity] = (await readFile(path, 'utf8').catch(() => '')).split(' ');
    if (identityOf(Number(pid)) === identity.join(' ')) return Number(pid);
    await rm(path, { force: true });
  }
}

/** Makes a file that is never seen half written; false if it exists. */
async function create(path: string, content: string): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, content);
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    await rm(draft);
  }
}

/** Gives up a lock that this process holds. */
export const releaseLock = (path: string): Promise<void> => rm(path, { force: true });

/**
 * Runs `work` while no other process, and no other caller in this one, holds the lock file at `path`.
 *
 * @param waiting called once if another holds the lock
 */
export async function withLock<T>(path: string, work: () => Promise<T>, waiting?: () => void): Promise<T> {
  for (let first = true; (await takeLock(path)) !== undefined; first = false) {
    if (first) waiting?.();
    await pause(100);
  }
  try {
    return await work();
  } finally {
    await releaseLock(path);
  }
}
