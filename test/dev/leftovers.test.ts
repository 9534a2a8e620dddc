import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityOf } from '../../dev/identity';
import { alive, remember, stopLeftovers } from '../../dev/leftovers';
import { until } from '../../dev/wait';
import { temporaryFolder } from '../support/folder';

/** A process that outlives nothing but this test: it is killed at the end, whatever happens. */
function bystander(script = 'setInterval(() => {}, 1000)'): number {
  const child = spawn(process.execPath, ['-e', script], { detached: true, stdio: 'ignore' });
  bystanders.push(child.pid ?? 0);
  return child.pid ?? 0;
}
const bystanders: number[] = [];
afterAll(() => {
  for (const pid of bystanders) if (identityOf(pid)) process.kill(pid, 'SIGKILL');
});

describe('what a killed run left behind', () => {
  it('is stopped in the opposite order of its start', async () => {
    const home = temporaryFolder();
    const order = join(home, 'order');
    const note = (name: string): string =>
      `process.on('SIGTERM', () => { require('node:fs').appendFileSync(${JSON.stringify(order)}, '${name} '); process.exit() });
       require('node:fs').writeFileSync(${JSON.stringify(join(home, name))}, ''); setInterval(() => {}, 1000)`;
    for (const name of ['postgres', 'worker', 'api']) {
      remember(home, { name, pid: bystander(note(name)), stopSignal: 'SIGTERM' });
      await until(`${name} to run`, () => existsSync(join(home, name)));
    }

    expect(await stopLeftovers(home, ['postgres', 'worker', 'api'])).toEqual(['api', 'worker', 'postgres']);

    expect(readFileSync(order, 'utf8')).toBe('api worker postgres ');
    expect(alive(home)).toEqual([]);
  });

  it('is killed when it does not listen', async () => {
    const home = temporaryFolder();
    const ready = join(home, 'ready');
    const pid = bystander(
      `process.on('SIGTERM', () => {}); require('node:fs').writeFileSync(${JSON.stringify(ready)}, ''); setInterval(() => {}, 1000)`,
    );
    remember(home, { name: 'worker', pid, stopSignal: 'SIGTERM' });
    await until('it to run', () => existsSync(ready));

    await stopLeftovers(home, []);

    expect(identityOf(pid)).toBeUndefined();
  });

  it('is not mistaken for another program that has since been given the same process number', async () => {
    const home = temporaryFolder();
    const pid = bystander();
    mkdirSync(join(home, 'run'));
    const mark = { name: 'postgres', pid, stopSignal: 'SIGKILL', identity: 'started long before' };
    writeFileSync(join(home, 'run', 'postgres.json'), JSON.stringify(mark));

    expect(await stopLeftovers(home, [])).toEqual([]);

    expect(identityOf(pid)).toBeDefined();
    expect(existsSync(join(home, 'run', 'postgres.json'))).toBe(false);
  });

  it('is nothing in a new data folder, or where a mark was cut short by the kill', async () => {
    const home = temporaryFolder();
    expect(await stopLeftovers(join(home, 'new'), [])).toEqual([]);
    mkdirSync(join(home, 'run'));
    writeFileSync(join(home, 'run', 'api.json'), '{"name":"api","pid":');

    expect(await stopLeftovers(home, [])).toEqual([]);
  });
});
