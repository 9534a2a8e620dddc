import { ApplicationFailure } from '@temporalio/common';

/**
 * An effect that trying again will not mend: the step then asks a person to put the cause right.
 * Code and message reach Temporal, so neither may say who or what.
 */
export function hopeless(code: string, message: string): ApplicationFailure {
  return ApplicationFailure.nonRetryable(message, code);
}

/** An effect that may work later: it is tried again. */
export function later(code: string, message: string): ApplicationFailure {
  return ApplicationFailure.retryable(message, code);
}

/** What failed, as a code fit for a log and for Temporal: never a message, which might quote somebody's data. */
export function codeOf(error: unknown): string {
  if (error instanceof ApplicationFailure) return error.type ?? 'failed';
  if (!(error instanceof Error)) return 'failed';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^[\w-]{1,40}$/.test(code) ? code : error.name;
}

type Effect = (...input: never[]) => Promise<unknown>;

/**
 * The same effects, with every failure stripped to its code before Temporal keeps it: errors of databases and
 * mail servers quote what they were given. `report` gets the activity's name and the code.
 */
export function withoutDetails<T extends { readonly [Name in keyof T]: Effect }>(
  effects: T,
  report: (activity: string, code: string) => void,
): T {
  const guarded = Object.entries<Effect>(effects).map(([name, effect]) => [
    name,
    async (...input: never[]) => {
      try {
        return await effect(...input);
      } catch (error) {
        const code = codeOf(error);
        report(name, code);
        throw error instanceof ApplicationFailure ? error : later(code, 'It failed and will be tried again.');
      }
    },
  ]);
  return Object.fromEntries(guarded) as T;
}
