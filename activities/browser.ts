import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { LaunchOptions } from 'playwright-core';

/** Nothing that loosens the browser's protections, and nothing that calls home. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--no-pings',
];

/** The Chromium that npm carries where there is one (Linux x64), else the Chrome of this machine. */
export async function browserOptions(): Promise<LaunchOptions> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return { channel: 'chrome', headless: true, args: flags };
  const folder = await unpacked();
  const env = existsSync('/etc/fonts')
    ? inherited()
    : { ...inherited(), FONTCONFIG_PATH: join(folder, 'fonts') };
  return { executablePath: join(folder, 'chromium'), headless: true, args: flags, env };
}

/** Unpacked once for each user and machine; put in place by one rename, so that two processes may do it at once. */
async function unpacked(): Promise<string> {
  const folder = join(tmpdir(), `custodian-chromium-${process.getuid?.() ?? 0}`);
  if (existsSync(join(folder, 'chromium'))) return folder;
  const draft = await mkdtemp(`${folder}-`);
  await promisify(execFile)(
    process.execPath,
    ['-e', "const c = require('@sparticuz/chromium'); (c.default ?? c).executablePath()"],
    {
      cwd: __dirname,
      env: { ...process.env, TMPDIR: draft },
    },
  );
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }));
  return folder;
}

const inherited = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
