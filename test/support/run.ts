import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityOf } from '../../dev/identity';
import { stopLeftovers } from '../../dev/leftovers';
import { stopEverything } from '../../dev/stack';

const PREFIX = 'custodian-test-';
const PRODUCT = 'product';
const VARIABLE = 'CUSTODIAN_TEST_RUN';

/** The folder of this test run: what its shared servers keep, removed when the run ends. */
export function runFolder(): string {
  const folder = process.env[VARIABLE];
  if (!folder)
    throw new Error(`${VARIABLE} is not set: run the tests with jest, whose global setup makes it.`);
  return folder;
}

/** The data folder of the product that the run's journeys share. */
export const productHome = (): string => join(runFolder(), PRODUCT);

/** Makes the run's folder, after clearing away those of runs that were killed. */
export async function openRun(): Promise<void> {
  await clearDeadRuns();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  writeFileSync(join(folder, 'owner'), `${process.pid} ${identityOf(process.pid) ?? ''}`);
  mkdirSync(join(folder, 'postgres'));
  process.env[VARIABLE] = folder;
}

/** Stops the run's shared servers and removes its folder. */
export async function closeRun(): Promise<void> {
  await remove(runFolder());
}

async function remove(folder: string): Promise<void> {
  await stopLeftovers(join(folder, 'postgres'), []);
  await stopEverything(join(folder, PRODUCT));
  rmSync(folder, { recursive: true, force: true });
}

async function clearDeadRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    if (!ownerLives(folder)) await remove(folder);
  }
}

function ownerLives(folder: string): boolean {
  try {
    const [pid, identity] = readFileSync(join(folder, 'owner'), 'utf8').split(' ');
    return identityOf(Number(pid)) === identity;
  } catch {
    // Made this instant by another run, which has not yet written its name.
    return true;
  }
}
