import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheRoot } from '../cache';
import { withLock } from '../lock';
import { downloadedBySdk } from './fetch';
import { run } from './run';
import { isExecutable, onPath } from './search-path';

/** The last release whose module `go install` can build: later ones carry a local `replace`. */
const VERSION = '1.5.1';

type Report = (line: string) => void;

/**
 * The Temporal command line, which holds a whole Temporal server with its web page. Looked for in
 * this order: TEMPORAL_CLI, PATH, the cache, the official release, and last its source, built by Go.
 *
 * @param report is told about anything that takes long
 * @throws when there is no way to have it, saying what to install
 */
export async function temporalCli(report: Report = () => undefined): Promise<string> {
  const named = process.env.TEMPORAL_CLI;
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(
      `TEMPORAL_CLI is ${named}, which is not a program. Nothing was started. Correct or unset it.`,
    );
  }
  return onPath('temporal') ?? cached() ?? fetched(report);
}

const folder = (): string => join(cacheRoot(), `temporal-cli-${VERSION}`);

function cached(): string | undefined {
  const path = join(folder(), 'temporal');
  return isExecutable(path) ? path : undefined;
}

function fetched(report: Report): Promise<string> {
  const waiting = (): void => report('  Another run is fetching the Temporal server; waiting for it.');
  return withLock(
    `${folder()}.lock`,
    async () => {
      const path = cached() ?? (await downloaded(report)) ?? (await built(report));
      if (path) return path;
      throw new Error(
        'There is no Temporal server: it is not on this machine, its official release cannot be downloaded, and ' +
          'Go, which could build it, is not installed. Nothing was started. Install the Temporal CLI ' +
          '(https://docs.temporal.io/cli), or Go 1.24 or later, or set TEMPORAL_ADDRESS to a server of yours.',
      );
    },
    waiting,
  );
}

async function downloaded(report: Report): Promise<string | undefined> {
  report('  Downloading the Temporal server (once; about 60 MB) …');
  const draft = `${folder()}.download`;
  const executable = await downloadedBySdk('createLocal', draft, `v${VERSION}`);
  if (executable) {
    await rm(folder(), { recursive: true, force: true });
    await rename(executable, join(draft, 'temporal'));
    await rename(draft, folder());
    return cached();
  }
  await rm(draft, { recursive: true, force: true });
  report('  The official release cannot be downloaded from here.');
  return undefined;
}

async function built(report: Report): Promise<string | undefined> {
  const go = onPath('go');
  if (!go) return undefined;
  report('  Building the Temporal server from its source with Go (once; three to five minutes) …');
  const draft = `${folder()}.build`;
  await run(go, ['install', `github.com/temporalio/cli/cmd/temporal@v${VERSION}`], {
    env: { ...process.env, GOBIN: draft },
    what: 'building the Temporal server',
    report,
  });
  await rm(folder(), { recursive: true, force: true });
  await rename(draft, folder());
  return cached();
}
