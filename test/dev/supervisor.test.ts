import type { Part } from '../../dev/part';
import { launch } from '../../dev/processes';
import { launchUntilReady } from '../../dev/ready';
import { Supervisor } from '../../dev/supervisor';
import { temporaryFolder } from '../support/folder';

const node = (name: string, script: string): Parameters<typeof launchUntilReady>[0] => ({
  name,
  title: `The ${name}`,
  command: process.execPath,
  args: ['-e', script],
  env: { PATH: process.env.PATH },
  stopSignal: 'SIGTERM',
});

const lasting = (home: string, name: string): Part => ({
  name,
  title: `The ${name}`,
  start: async () => launch(node(name, 'setInterval(() => {}, 1000)'), home),
});

describe('the supervisor', () => {
  it('says which part ended by itself, how, and shows the end of its log', async () => {
    const home = temporaryFolder();
    const failing: Part = {
      name: 'worker',
      title: 'Worker',
      start: async () => launch(node('worker', "console.log('no database'); process.exit(3)"), home),
    };
    const reason = await new Promise<string>(
      (failed) => void new Supervisor([failing], failed).start('worker'),
    );

    expect(reason).toMatch(
      /^Worker ended by itself \(exit code 3\)\.\nThe end of .*worker\.log:\nno database$/,
    );
  });

  it('stops what runs when one part has died, and takes no stop of its own for a failure', async () => {
    const home = temporaryFolder();
    const failures: string[] = [];
    const supervisor = new Supervisor([lasting(home, 'mail'), lasting(home, 'api')], (reason) =>
      failures.push(reason),
    );
    await supervisor.start('mail');
    await supervisor.start('api');
    process.kill(supervisor.pid('mail') ?? 0, 'SIGKILL');

    await supervisor.stopAll();

    expect(supervisor.pid('api')).toBeUndefined();
    expect(failures.every((reason) => reason.startsWith('The mail ended by itself (signal SIGKILL)'))).toBe(
      true,
    );
  });

  it('can kill a part and start it again', async () => {
    const home = temporaryFolder();
    const supervisor = new Supervisor([lasting(home, 'api')], (reason) => fail(reason));
    await supervisor.start('api');
    const before = supervisor.pid('api');

    await supervisor.end('api', 'kill');
    await supervisor.start('api');

    expect(supervisor.pid('api')).not.toBe(before);
    await supervisor.stopAll();
  });

  it('starts nothing once the start was interrupted', async () => {
    const abort = new AbortController();
    const supervisor = new Supervisor([lasting(temporaryFolder(), 'api')], fail, abort.signal);
    abort.abort(new Error('interrupted'));

    await expect(supervisor.start('api')).rejects.toThrow('interrupted');
  });
});

describe('a part that does not become ready', () => {
  it('fails with its last words when it ends first', async () => {
    const start = launchUntilReady(
      node('api', "console.log('Missing env var DATABASE_URL'); process.exit(1)"),
      temporaryFolder(),
      async () => false,
    );

    await expect(start).rejects.toThrow(
      /The api ended \(exit code 1\) before it was ready.*Missing env var DATABASE_URL/s,
    );
  });

  it('fails, and is stopped, when its time is over', async () => {
    const home = temporaryFolder();
    const start = launchUntilReady(
      node('api', "console.log('thinking'); setInterval(() => {}, 1000)"),
      home,
      async () => false,
      1_000,
    );

    await expect(start).rejects.toThrow(/Waited 1 s for The api to be ready, in vain\..*thinking/s);
  });
});

function fail(reason: string): void {
  throw new Error(reason);
}
