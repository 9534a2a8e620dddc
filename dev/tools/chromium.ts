import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { LaunchOptions } from 'playwright-core';
import { cacheRoot } from '../cache';
import { withLock } from '../lock';

/**
 * Nothing that loosens the browser's protections (the package's own flags switch web security off):
 * content security policies are under test too. Nor does it call home.
 */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--no-pings',
];

/**
 * How to launch a headless Chromium without installing anything: the one that npm carries where
 * there is one (Linux x64), else the Chrome of this machine.
 */
export async function chromiumLaunchOptions(): Promise<LaunchOptions> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { channel: 'chrome', headless: true, args: FLAGS };
  }
  const folder = await unpacked();
  const executablePath = join(folder, 'chromium');
  const env = { ...inherited(), ...whatTheMachineLacks(folder, executablePath) };
  return { executablePath, headless: true, args: FLAGS, env };
}

/** A bare machine may have no fonts at all, nor the security libraries of browsers; the package brings some. */
function whatTheMachineLacks(folder: string, executable: string): Record<string, string> {
  const fonts: Record<string, string> = existsSync('/etc/fonts')
    ? {}
    : { FONTCONFIG_PATH: join(folder, 'fonts') };
  const runs = spawnSync(executable, ['--version'], { stdio: 'ignore' }).status === 0;
  return runs ? fonts : { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
}

/** The unpacked browser in the cache, unpacked on first use. */
async function unpacked(): Promise<string> {
  const folder = join(cacheRoot(), `chromium-${packageVersion()}`);
  await withLock(`${folder}.lock`, async () => {
    if (!existsSync(folder)) await unpack(folder);
  });
  return folder;
}

function packageVersion(): string {
  const root = join(dirname(require.resolve('@sparticuz/chromium')), '..', '..');
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
}

/** The package unpacks into the temporary folder, and only there; so a child is given another one. */
async function unpack(folder: string): Promise<void> {
  const draft = `${folder}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  await promisify(execFile)(process.execPath, ['-e', "require('@sparticuz/chromium').executablePath()"], {
    cwd: __dirname,
    // The runtime's name makes the package unpack its system libraries too.
    env: { ...process.env, TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
  });
  await rename(draft, folder);
}

const inherited = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
