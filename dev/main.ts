import { banner } from './banner';
import { homeFolder, portsFrom } from './environment';
import { startStack, stopEverything } from './stack';
import { pause } from './wait';

const say = (line: string): void => console.log(line);

/** `npm start`: runs the whole product until it is told to stop, or until a part of it fails. */
async function main(): Promise<number> {
  const home = homeFolder(process.env);
  const told = new Promise<'stop'>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done('stop'));
  });
  say(`Starting Custodian; its data is in ${home}.`);
  const abort = new AbortController();
  const options = {
    home,
    demo: process.env.CUSTODIAN_DEMO !== '0',
    ports: portsFrom(process.env),
    env: process.env,
    report: say,
    signal: abort.signal,
  };
  const starting = startStack(options);
  const stack = await Promise.race([starting, told]);
  if (stack === 'stop') {
    say('Stopping before the start was complete …');
    abort.abort(new Error('The start was interrupted.'));
    await stopEverything(home);
    // A download or a build under way ends with this process; everything else has settled by now.
    await Promise.race([starting.catch(() => undefined), pause(5_000)]);
    return 130;
  }
  say(banner(stack.addresses, home));
  const reason = await Promise.race([stack.failed, told]);
  say(reason === 'stop' ? '\nStopping …' : `\n${reason}\n\nStopping the rest …`);
  await stack.stop();
  say('Stopped. Your data is kept.');
  return reason === 'stop' ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(`\nCustodian did not start.\n${error.message}`);
    process.exit(1);
  },
);
