import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityOf } from './identity';
import { until } from './wait';

/** A process that runs from a data folder. */
export interface Remembered {
  name: string;
  pid: number;
  stopSignal: NodeJS.Signals;
}

type Entry = Remembered & { identity: string };

const folder = (home: string): string => join(home, 'run');
const file = (home: string, name: string): string => join(folder(home), `${name}.json`);

/** Writes down that this process runs from `home`. */
export function remember(home: string, process: Remembered): void {
  const identity = identityOf(process.pid);
  if (!identity) return;
  mkdirSync(folder(home), { recursive: true });
  writeFileSync(file(home, process.name), JSON.stringify({ ...process, identity }), { mode: 0o600 });
}

/** Strikes it out again. */
export function forget(home: string, name: string): void {
  rmSync(file(home, name), { force: true });
}

/** The processes that were started from `home` and are alive: the same ones, not others with their numbers. */
export function alive(home: string): Remembered[] {
  return entries(home).filter((entry) => identityOf(entry.pid) === entry.identity);
}

function entries(home: string): Entry[] {
  let names: string[];
  try {
    names = readdirSync(folder(home)).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
  return names.flatMap((name) => {
    try {
      return [JSON.parse(readFileSync(join(folder(home), name), 'utf8')) as Entry];
    } catch {
      return [];
    }
  });
}

/**
 * Stops what a killed run left behind, the last started first, and clears its marks.
 *
 * @param order names from first started to last; others are stopped before these
 * @returns the names of what had to be stopped
 */
export async function stopLeftovers(home: string, order: readonly string[]): Promise<string[]> {
  const rank = ({ name }: Remembered): number => (order.includes(name) ? order.indexOf(name) : order.length);
  const orphans = alive(home).sort((a, b) => rank(b) - rank(a));
  for (const orphan of orphans) await end(orphan);
  for (const { name } of entries(home)) forget(home, name);
  return orphans.map((orphan) => orphan.name);
}

async function end({ name, pid, stopSignal }: Remembered): Promise<void> {
  const identity = identityOf(pid);
  const gone = (): boolean => identityOf(pid) !== identity;
  signal(pid, stopSignal);
  try {
    await until(`${name} to end`, gone, { within: 5_000 });
  } catch {
    signal(pid, 'SIGKILL');
    await until(`${name} to be killed`, gone, { within: 5_000 });
  }
  signal(-pid, 'SIGKILL');
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended between the look and the signal.
  }
}
