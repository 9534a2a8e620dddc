import { spawn } from 'node:child_process';

/**
 * Runs a command to its end, saying every quarter of a minute that it is still at it.
 *
 * @throws with the end of its output when it fails
 */
export async function run(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; what: string; report: (line: string) => void },
): Promise<void> {
  const started = Date.now();
  const child = spawn(command, [...args], {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const endWithUs = (): void => void child.kill();
  process.once('exit', endWithUs);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-4_000)));
  }
  const ticking = setInterval(() => {
    options.report(`  … still ${options.what} (${Math.round((Date.now() - started) / 1_000)} s)`);
  }, 15_000);
  const code = await new Promise<number>((done) => {
    child.once('error', () => done(127));
    child.once('exit', (exitCode) => done(exitCode ?? 1));
  }).finally(() => {
    clearInterval(ticking);
    process.off('exit', endWithUs);
  });
  if (code !== 0)
    throw new Error(`Failed ${options.what} (${command} ended with ${code}).\n${output.trim()}`);
}
