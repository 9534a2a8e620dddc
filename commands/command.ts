import { parseArgs, type ParseArgsConfig } from 'node:util';

/** What was typed cannot be used. The message is one line for the person who typed it. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Values by flag; a text flag that was repeated has several. */
export interface Flags {
  has(flag: string): boolean;
  /** The value of a flag that may be given once. */
  one(flag: string): string | undefined;
  all(flag: string): string[];
  positionals: string[];
}

/**
 * Reads the flags of a command. `text` flags take a value, `switches` do not.
 * @throws BadInput for a flag the command does not know, or one without its value
 */
export function readFlags(
  args: readonly string[],
  text: readonly string[],
  switches: readonly string[],
): Flags {
  const options: Options = Object.fromEntries([
    ...text.map((flag) => [flag, { type: 'string', multiple: true }] as const),
    ...switches.map((flag) => [flag, { type: 'boolean' }] as const),
  ]);
  const { values, positionals } = parsed(args, options);
  const all = (flag: string): string[] => (values[flag] as string[] | undefined) ?? [];
  return {
    has: (flag) => values[flag] !== undefined,
    one: (flag) => {
      if (all(flag).length > 1) throw new BadInput(`--${flag} is given more than once.`);
      return all(flag)[0];
    },
    all,
    positionals,
  };
}

/**
 * Runs a command whose result is its standard output. Bad input ends with one line on standard error and
 * exit code 2.
 */
export async function run(command: (args: readonly string[]) => string | Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${await command(process.argv.slice(2))}\n`);
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}

function parsed(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const [sentence] = (error as Error).message.split(/\.?\s*\n|\. /);
    throw new BadInput(`${sentence}. Try --help.`);
  }
}
