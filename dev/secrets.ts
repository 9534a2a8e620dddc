import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The secrets of a demonstration, each made once and kept in its data folder. */
export interface Secrets {
  /** A file, not the key itself: so that it is in no process's environment. */
  masterKeyFile: string;
  sessionSecret: string;
  postgresPassword: string;
}

/** Reads the secrets in `home/secrets`, making those that are missing. Readable by their owner only. */
export function secretsIn(home: string): Secrets {
  const folder = join(home, 'secrets');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const masterKeyFile = join(folder, 'master.key');
  kept(masterKeyFile, () => randomBytes(32).toString('base64'));
  return {
    masterKeyFile,
    sessionSecret: kept(join(folder, 'session-secret'), () => randomBytes(32).toString('base64url')),
    postgresPassword: kept(join(folder, 'postgres-password'), () => randomBytes(18).toString('hex')),
  };
}

function kept(file: string, make: () => string): string {
  if (!existsSync(file)) writeFileSync(file, `${make()}\n`, { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}
