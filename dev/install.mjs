// Plain Node without a dependency: this runs before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';
import { generateClient } from './generate.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM'];

/** The folder of the clone. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Makes a fresh clone ready to run: the right Node, the packages, the generated database client. */
export async function install() {
  requireNode();
  if (!packagesAreCurrent()) await installPackages();
  await generateClient();
}

/** Ends with a plain message if this Node is older than package.json allows. */
function requireNode() {
  const needed = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node.replace('>=', '');
  const [major, minor = 0] = needed.split('.').map(Number);
  const [ourMajor, ourMinor] = process.versions.node.split('.').map(Number);
  if (ourMajor > major || (ourMajor === major && ourMinor >= minor)) return;
  console.error(
    `Custodian needs Node ${needed} or later; this is Node ${process.versions.node}. Nothing was started.`,
  );
  process.exit(1);
}

/** npm writes this file last, so it is missing after an interrupted installation. */
function packagesAreCurrent() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  return (
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
  );
}

async function installPackages() {
  console.log('Installing packages (once; a minute or two) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const code = await run(npm, ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    what: 'installing packages',
  });
  if (code === 0) return;
  console.error(
    '\nThe packages could not be installed; npm says why above. Nothing was started. Run the command again.',
  );
  process.exit(1);
}

/**
 * Runs a command in the clone and gives back its exit code; says every quarter of a minute that it
 * still runs. It ends when this process is told to.
 */
export function run(command, args, { what, stdout = 'inherit' } = {}) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1_000);
  const ticking = what && setInterval(() => console.log(`  … still ${what} (${seconds()} s)`), 15_000);
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', stdout, 'inherit'] });
  const pass = (signal) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, pass);
  return new Promise((done) => {
    child.once('error', () => done(127));
    child.once('exit', (code) => done(code ?? 1));
  }).finally(() => {
    clearInterval(ticking);
    for (const signal of SIGNALS) process.off(signal, pass);
  });
}
