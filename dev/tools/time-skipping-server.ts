import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheRoot } from '../cache';
import { withLock } from '../lock';
import { downloadedBySdk } from './fetch';
import { buildJavaTestServer, javaTestServer } from './java-test-server';
import { isExecutable } from './search-path';

type Report = (line: string) => void;

/**
 * Temporal's time-skipping test server, as an executable that the SDK can start. Looked for in this
 * order: the cache, the official release, and last its Java library through Maven.
 *
 * @param report is told about anything that takes long
 * @throws when there is no way to have it, saying what to install
 */
export async function timeSkippingServer(report: Report = () => undefined): Promise<string> {
  const ready = cached();
  if (ready) return ready;
  return withLock(join(cacheRoot(), 'temporal-test-server.lock'), async () => {
    const path = cached() ?? (await downloaded(report)) ?? (await buildJavaTestServer(report));
    if (path) return path;
    throw new Error(
      'There is no time-skipping Temporal server for the workflow tests: its official release cannot be downloaded, ' +
        'and Java with Maven, which could assemble it, is not installed. Install a JDK (17 or later) and Maven.',
    );
  });
}

const official = (): string => join(cacheRoot(), 'temporal-test-server', 'server');

const cached = (): string | undefined => (isExecutable(official()) ? official() : javaTestServer());

async function downloaded(report: Report): Promise<string | undefined> {
  report('Downloading the time-skipping Temporal server (once) …');
  const draft = join(cacheRoot(), 'temporal-test-server.download');
  try {
    const executable = await downloadedBySdk('createTimeSkipping', draft);
    if (!executable) return undefined;
    await mkdir(join(official(), '..'), { recursive: true });
    await rename(executable, official());
    return cached();
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
