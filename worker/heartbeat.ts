import { Context } from '@temporalio/activity';

/** Well within the timeout of `workflows/case/ports.ts`, so that a busy moment is not taken for a death. */
const EVERY_MS = 5000;

type Effect = (...input: never[]) => Promise<unknown>;

/**
 * The same effects, each telling Temporal while it runs that it is still at it: what a killed worker has left
 * undone is then begun again within half a minute, not when its time is up.
 */
export function withHeartbeat<T extends { readonly [Name in keyof T]: Effect }>(effects: T): T {
  const beating = Object.entries<Effect>(effects).map(([name, effect]) => [
    name,
    async (...input: never[]) => {
      const context = currentContext();
      const timer = setInterval(() => context?.heartbeat(), EVERY_MS);
      return effect(...input).finally(() => clearInterval(timer));
    },
  ]);
  return Object.fromEntries(beating) as T;
}

/** Null where an effect is called by itself, outside Temporal. */
function currentContext(): Context | null {
  try {
    return Context.current();
  } catch {
    return null;
  }
}
