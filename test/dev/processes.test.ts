import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityOf } from '../../dev/identity';
import { alive } from '../../dev/leftovers';
import type { Program } from '../../dev/processes';
import { launch } from '../../dev/processes';
import { until } from '../../dev/wait';
import { temporaryFolder } from '../support/folder';

const program = (script: string): Program => ({
  name: 'example',
  command: process.execPath,
  args: ['-e', script],
  env: { PATH: process.env.PATH },
  stopSignal: 'SIGTERM',
});

const STUBBORN =
  "process.on('SIGTERM', () => console.log('no')); setInterval(() => {}, 1000); console.log('up')";
const POLITE = "process.on('SIGTERM', () => process.exit(7)); setInterval(() => {}, 1000); console.log('up')";

describe('a program of the stack', () => {
  it('keeps what it says in a log of its own, and the log of the run before', async () => {
    const home = temporaryFolder();
    await launch(program("console.log('first'); console.error('aloud')"), home).exited;
    const second = launch(program("console.log('second')"), home);
    await second.exited;

    expect(second.tail()).toBe('second');
    expect(readFileSync(join(home, 'logs', 'example.previous.log'), 'utf8')).toBe('first\naloud\n');
  });

  it('is asked to end, and may end in its own way', async () => {
    const running = launch(program(POLITE), temporaryFolder());
    await until('it to run', () => running.tail() === 'up');

    expect(await running.stop()).toEqual({ code: 7, signal: null });
  });

  it('is killed when it does not end within its time', async () => {
    const running = launch(program(STUBBORN), temporaryFolder());
    await until('it to run', () => running.tail() === 'up');

    expect(await running.stop(300)).toEqual({ code: null, signal: 'SIGKILL' });
    expect(running.tail()).toContain('no');
  });

  it('takes the programs that it started along when it ends', async () => {
    const home = temporaryFolder();
    const parent = `console.log(require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(STUBBORN)}]).pid);
      setInterval(() => {}, 1000);`;
    const running = launch(program(parent), home);
    const child = Number(await until('the child', () => running.tail()));

    await running.stop();

    await until('the child to be gone', () => identityOf(child) === undefined);
  });

  it('is remembered in the data folder while it lives, and no longer', async () => {
    const home = temporaryFolder();
    const running = launch(program(POLITE), home);
    expect(alive(home)).toMatchObject([{ name: 'example', pid: running.pid }]);

    await running.kill();

    expect(alive(home)).toEqual([]);
  });

  it('that cannot be started at all ends at once instead of hanging', async () => {
    const running = launch({ ...program(''), command: '/no/such/program' }, temporaryFolder());

    expect(await running.exited).toEqual({ code: 127, signal: null });
  });
});
