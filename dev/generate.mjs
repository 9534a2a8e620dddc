import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const schema = join(root, 'prisma', 'schema.prisma');
const stamp = join(root, 'node_modules', '.custodian-client');

/**
 * Generates the database client from prisma/schema.prisma when the schema, the generator or Prisma
 * itself has changed since the last time.
 */
export async function generateClient() {
  if (!existsSync(schema)) return;
  const now = fingerprint();
  const client = join(root, 'register', 'generated');
  if (existsSync(client) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  const result = spawnSync(process.execPath, [prismaCli(), 'generate'], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      // Generating needs no native engine, but Prisma would download one from outside the package
      // registry. Any existing file will do. Never for migrations: they would do nothing, and say "done".
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
      DATABASE_URL: process.env.DATABASE_URL || 'postgresql://generate@localhost/none',
    },
  });
  if (result.status !== 0) {
    console.error(`The database client could not be generated.\n${result.stdout}${result.stderr}`);
    process.exit(1);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}

function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(schema));
  const config = join(root, 'prisma.config.ts');
  if (existsSync(config)) hash.update(readFileSync(config));
  return hash.update(readFileSync(join(dirname(prismaCli()), '..', 'package.json'))).digest('hex');
}

function prismaCli() {
  const manifest = createRequire(import.meta.url).resolve('prisma/package.json');
  return join(dirname(manifest), 'build', 'index.js');
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await generateClient();
