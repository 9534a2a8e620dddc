import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BadInput } from './command';

/** Variables by name, as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment of a product of which at least the database is known. */
export type ProductEnvironment = Readonly<Record<string, string>> & { readonly DATABASE_URL: string };

/**
 * The environment in which a command finds the product: the given one where it names a DATABASE_URL, otherwise
 * that of the local demonstration, which keeps it in `product.json` of CUSTODIAN_HOME (./.custodian) while it
 * runs. What the given environment says goes before what is kept.
 *
 * @throws BadInput when there is neither
 */
export function productEnvironment(env: Environment = process.env): ProductEnvironment {
  const { DATABASE_URL } = env;
  if (DATABASE_URL) return { ...filled(env), DATABASE_URL };
  const home = resolve(env.CUSTODIAN_HOME || '.custodian');
  const file = join(home, 'product.json');
  if (!existsSync(file))
    throw new BadInput(
      `No product is known: DATABASE_URL is not set, and no demonstration runs from ${home}. Nothing was done. ` +
        'Set the variables of the product, or run npm start first.',
    );
  const kept = JSON.parse(readFileSync(file, 'utf8')) as ProductEnvironment;
  return { ...kept, ...filled(env) };
}

const filled = (env: Environment): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => Boolean(entry[1])));
