import type { Program, Running } from './processes';
import { describeExit, launch } from './processes';
import { until } from './wait';

/**
 * Launches a program and resolves when `isReady` holds. A program that ends first, or is not ready
 * in time, is a failure that shows the end of its log.
 */
export async function launchUntilReady(
  program: Program & { title: string },
  home: string,
  isReady: () => Promise<unknown>,
  within = 60_000,
): Promise<Running> {
  const running = launch(program, home);
  const died = running.exited.then((exit) => {
    throw new Error(`${program.title} ended (${describeExit(exit)}) before it was ready.\n${shown(running)}`);
  });
  const looking = new AbortController();
  const ready = until(`${program.title} to be ready`, async () => (await isReady()) !== false, {
    within,
    every: 100,
    signal: looking.signal,
  });
  try {
    await Promise.race([ready, died]);
  } catch (error) {
    looking.abort();
    await Promise.allSettled([ready, running.stop(5_000)]);
    const { message } = error as Error;
    throw new Error(message.includes(running.logFile) ? message : `${message}\n${shown(running)}`, {
      cause: error,
    });
  }
  return running;
}

/** The end of a program's log, headed by where the whole of it is. */
export const shown = (running: Running): string => `The end of ${running.logFile}:\n${running.tail()}`;
