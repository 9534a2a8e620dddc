import { hash, verify } from '@node-rs/argon2';
import { RegisterError } from '../errors';

const LEAST_LENGTH = 12;
/** Longer ones would only serve to keep the server busy. */
const MOST_LENGTH = 1024;

/** OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Throws `invalid` for a password under 12 characters. */
export async function hashPassword(password: string): Promise<string> {
  if ([...password].length < LEAST_LENGTH) {
    throw new RegisterError(
      'invalid',
      `A password needs at least ${LEAST_LENGTH} characters. Nothing was changed.`,
    );
  }
  if (password.length > MOST_LENGTH) {
    throw new RegisterError(
      'invalid',
      `A password may have at most ${MOST_LENGTH} characters. Nothing was changed.`,
    );
  }
  return hash(password, cost);
}

let unknown: Promise<string> | undefined;

/** Checks a password; where there is no account, takes the same time over a hash that nothing fits. */
export async function passwordFits(stored: string | undefined, password: string): Promise<boolean> {
  unknown ??= hash('an account that does not exist', cost);
  const fits = await verify(stored ?? (await unknown), password.slice(0, MOST_LENGTH));
  return fits && stored !== undefined;
}
