import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Applies the migrations that the database lacks.
 *
 * @returns the names of those applied now
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const runner = join(__dirname, '..', 'register', 'migrate.ts');
  if (!existsSync(runner)) throw new Error(`${runner} is missing, so the database cannot be prepared.`);
  const register = await import('../register/migrate');
  return register.migrate(databaseUrl);
}
