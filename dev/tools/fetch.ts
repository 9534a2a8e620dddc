import { spawn } from 'node:child_process';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The two servers that the Temporal SDK can download for itself. */
export type SdkServer = 'createLocal' | 'createTimeSkipping';

/** Given up when nothing has arrived for this long; a slow line that moves is waited for. */
const SILENCE_MS = 20_000;

/**
 * Lets the Temporal SDK download a server's official release into `folder`, in a process of its own
 * that can be ended when the download does not move.
 *
 * @param version a release, or "default": the one that this SDK was made for
 * @returns the path of the executable, or undefined if it could not be had this way
 */
export async function downloadedBySdk(
  server: SdkServer,
  folder: string,
  version = 'default',
): Promise<string | undefined> {
  await mkdir(folder, { recursive: true });
  const child = spawn(process.execPath, ['-e', script(server, folder, version)], {
    cwd: __dirname,
    stdio: 'ignore',
  });
  const ended = new Promise<boolean>((done) => child.once('exit', (code) => done(code === 0)));
  const stopWatching = giveUpOnSilence(folder, () => child.kill('SIGKILL'));
  try {
    return (await ended) ? executableIn(folder) : undefined;
  } finally {
    stopWatching();
  }
}

const script = (server: SdkServer, downloadDir: string, version: string): string => `
  const { TestWorkflowEnvironment } = require('@temporalio/testing');
  const executable = { type: 'cached-download', ...${JSON.stringify({ downloadDir, version })} };
  TestWorkflowEnvironment.${server}({ server: { executable } })
    .then((environment) => environment.teardown())
    .then(() => process.exit(0), () => process.exit(1));`;

function giveUpOnSilence(folder: string, giveUp: () => void): () => void {
  let [size, since] = [-1, Date.now()];
  const timer = setInterval(async () => {
    const now = await sizeOf(folder);
    if (now !== size) [size, since] = [now, Date.now()];
    else if (Date.now() - since > SILENCE_MS) giveUp();
  }, 1_000);
  return () => clearInterval(timer);
}

async function sizeOf(folder: string): Promise<number> {
  const files = await readdir(folder);
  const sizes = await Promise.all(
    files.map((file) =>
      stat(join(folder, file)).then(
        (found) => found.size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function executableIn(folder: string): Promise<string | undefined> {
  const name = (await readdir(folder)).find(
    (file) => file.startsWith('temporal') && !file.includes('downloading'),
  );
  return name && join(folder, name);
}
