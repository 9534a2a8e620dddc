import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../dev/tools/run';
import { isExecutable, onPath } from '../../dev/tools/search-path';
import { temporalCli } from '../../dev/tools/temporal-cli';
import { temporaryFolder } from '../support/folder';

/** Runs `work` with other environment variables, and puts the old ones back. */
async function withEnvironment<T>(changes: NodeJS.ProcessEnv, work: () => Promise<T>): Promise<T> {
  const before = { ...process.env };
  Object.assign(process.env, changes);
  try {
    return await work();
  } finally {
    for (const name of Object.keys(changes)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

function programIn(folder: string, name: string): string {
  const path = join(folder, name);
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, 0o755);
  return path;
}

describe('the Temporal command line', () => {
  it('is the one that TEMPORAL_CLI names, before any other', async () => {
    const named = programIn(temporaryFolder(), 'my-temporal');

    expect(await withEnvironment({ TEMPORAL_CLI: named }, () => temporalCli())).toBe(named);
  });

  it('is refused with the variable to correct when TEMPORAL_CLI names no program', async () => {
    const work = withEnvironment({ TEMPORAL_CLI: '/no/such/program' }, () => temporalCli());

    await expect(work).rejects.toThrow('TEMPORAL_CLI is /no/such/program, which is not a program.');
  });

  it('is the one on PATH before the one in the cache', async () => {
    const folder = temporaryFolder();
    const path = programIn(folder, 'temporal');

    expect(await withEnvironment({ PATH: `${folder}:${process.env.PATH}` }, () => temporalCli())).toBe(path);
  });
});

describe('a program on PATH', () => {
  it('is found where it may be run, and not where it is only a file', async () => {
    const [plain, runnable] = [temporaryFolder(), temporaryFolder()];
    writeFileSync(join(plain, 'tool'), '');
    const path = programIn(runnable, 'tool');

    expect(await withEnvironment({ PATH: `${plain}:${runnable}` }, async () => onPath('tool'))).toBe(path);
    expect(isExecutable(join(plain, 'tool'))).toBe(false);
  });
});

describe('a command of the bootstrap', () => {
  it('that fails says what was being done and how the command explained itself', async () => {
    const failing = run(process.execPath, ['-e', "console.error('no space left'); process.exit(4)"], {
      what: 'building the server',
      report: () => undefined,
    });

    await expect(failing).rejects.toThrow(/Failed building the server \(.*ended with 4\)\.\nno space left/);
  });

  it('that does not exist fails too', async () => {
    const failing = run('/no/such/program', [], { what: 'building', report: () => undefined });

    await expect(failing).rejects.toThrow('ended with 127');
  });
});
