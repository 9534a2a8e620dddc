import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { identityOf } from './identity';
import { pause } from './wait';

/**
 * Runs `work` while no other process holds the lock file at `path`. The lock of a process that has
 * died is taken over, so a killed run blocks nobody.
 *
 * @param waiting called once if another process holds the lock
 */
export async function withLock<T>(path: string, work: () => Promise<T>, waiting?: () => void): Promise<T> {
  await mkdir(dirname(path), { recursive: true });
  let told = false;
  while (!(await take(path))) {
    if (!told) waiting?.();
    told = true;
    await pause(100);
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function take(path: string): Promise<boolean> {
  const mine = `${process.pid} ${identityOf(process.pid) ?? ''}`;
  try {
    await writeFile(path, mine, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const holder = await readFile(path, 'utf8').catch(() => undefined);
  if (holder && !holdsStill(holder)) await rm(path, { force: true });
  return false;
}

function holdsStill(holder: string): boolean {
  const [pid, ...identity] = holder.split(' ');
  return identityOf(Number(pid)) === identity.join(' ');
}
