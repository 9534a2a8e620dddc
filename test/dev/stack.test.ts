import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Client } from 'pg';
import { alive } from '../../dev/leftovers';
import { portVariables } from '../../dev/environment';
import { freePort } from '../../dev/ports';
import { AlreadyRunning, startStack } from '../../dev/stack';
import { until } from '../../dev/wait';
import { temporaryFolder } from '../support/folder';

const answers = async (url: string): Promise<number> => (await fetch(url)).status;

async function query(databaseUrl: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the whole stack, in a process', () => {
  it('runs on real parts, survives the death of each, and leaves nothing running', async () => {
    const home = temporaryFolder();
    const stack = await startStack({ home, demo: false });
    const { addresses, environment } = stack;
    const health = [
      `${addresses.product}/health`,
      `http://127.0.0.1:${environment.WORKER_HEALTH_PORT}/health`,
    ];

    for (const url of [...health, addresses.temporalUi, addresses.mail])
      expect([url, await answers(url)]).toEqual([url, 200]);
    expect(await query(addresses.database, 'SELECT count(*)::int AS n FROM _prisma_migrations')).not.toEqual([
      { n: 0 },
    ]);

    await expect(startStack({ home, demo: false })).rejects.toThrow(AlreadyRunning);

    for (const part of ['api', 'worker', 'mail', 'temporal', 'postgres'] as const) {
      const before = stack.pid(part);
      await stack.kill(part);
      await stack.start(part);
      expect([part, stack.pid(part)]).not.toEqual([part, before]);
    }
    for (const url of health) await until(`${url} to be well`, async () => (await answers(url)) === 200);

    await stack.stop();
    expect(alive(home)).toEqual([]);
    await expect(answers(addresses.product)).rejects.toThrow();
  });

  it('says which part ended by itself', async () => {
    const stack = await startStack({ home: temporaryFolder(), demo: false });
    process.kill(stack.pid('worker') ?? 0, 'SIGKILL');

    expect(await stack.failed).toMatch(
      /^Worker ended by itself \(signal SIGKILL\)\.\nThe end of .*worker\.log:/,
    );
    await stack.stop();
  });
});

describe('npm start', () => {
  const started: ChildProcess[] = [];
  afterAll(() => started.forEach((child) => child.kill('SIGKILL')));

  /** Starts the product as `npm start` does, and resolves when it has printed its table of addresses. */
  async function npmStart(env: Record<string, string>): Promise<{ child: ChildProcess; said: () => string }> {
    const child = spawn(process.execPath, [join(__dirname, '..', '..', 'dev', 'start.mjs')], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    started.push(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await until(
      'npm start to be done',
      () => output.includes('Stop with Ctrl-C') || (child.exitCode !== null && `ended: ${output}`),
      { within: 120_000 },
    );
    return { child, said: () => output };
  }

  async function environmentFor(home: string): Promise<Record<string, string>> {
    const ports = await Promise.all(
      Object.values(portVariables).map(async (name) => [name, String(await freePort())]),
    );
    return { ...Object.fromEntries(ports), CUSTODIAN_HOME: home, CUSTODIAN_DEMO: '0' } as Record<
      string,
      string
    >;
  }

  it('starts again after a kill, on the same data, stopping what the killed run left', async () => {
    const env = await environmentFor(temporaryFolder());
    const first = await npmStart(env);
    expect(first.said()).toContain(`Custodian   http://localhost:${env.PORT}`);
    first.child.kill('SIGKILL');

    const before = Date.now();
    const second = await npmStart(env);

    expect(second.said()).toContain(
      'Stopped what an earlier run had left: api, worker, mail, temporal, postgres.',
    );
    expect(Date.now() - before).toBeLessThan(60_000);
    second.child.kill('SIGTERM');
    expect(await new Promise((done) => second.child.once('exit', done))).toBe(0);
    expect(second.said()).toContain('Stopped. Your data is kept.');
    expect(alive(env.CUSTODIAN_HOME ?? '')).toEqual([]);
  });

  it('stops at once, and cleanly, when it is interrupted while it starts', async () => {
    const home = temporaryFolder();
    const child = spawn(process.execPath, [join(__dirname, '..', '..', 'dev', 'start.mjs')], {
      env: { ...process.env, ...(await environmentFor(home)) },
      stdio: 'ignore',
    });
    started.push(child);
    await until('a part to run', () => alive(home).length > 0, { within: 60_000 });
    child.kill('SIGINT');

    expect(await new Promise((done) => child.once('exit', done))).toBe(130);
    expect(alive(home)).toEqual([]);
  });

  it('says in one sentence which port is taken, and by which variable to move it', async () => {
    const env = await environmentFor(temporaryFolder());
    const taken = await npmStart(env);
    const other = await npmStart({
      ...(await environmentFor(temporaryFolder())),
      SMTP_PORT: env.SMTP_PORT ?? '',
    });

    expect(other.said()).toMatch(
      new RegExp(`Port ${env.SMTP_PORT}, which the mail catcher would use, is taken.*SMTP_PORT=\\d+`),
    );
    expect(other.child.exitCode).toBe(1);
    taken.child.kill('SIGINT');
    expect(await new Promise((done) => taken.child.once('exit', done))).toBe(0);
  });
});
