import { chromiumLaunchOptions } from './chromium';
import { temporalCli } from './temporal-cli';
import { timeSkippingServer } from './time-skipping-server';

const say = (line: string): void => console.log(line);

/** Fetches what the tests run on and this machine lacks: a browser and two Temporal servers. */
async function main(): Promise<void> {
  await chromiumLaunchOptions();
  await timeSkippingServer(say);
  await temporalCli(say);
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    console.error(error.message);
    process.exit(1);
  },
);
