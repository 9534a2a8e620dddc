// npm run build: compiles the product into dist/, with everything it reads beside its code.
import { cpSync, existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { install, root, run } from './install.mjs';

const ROOMS = [
  'activities',
  'api',
  'commands',
  'documents',
  'domain',
  'forms',
  'gateway',
  'organisations',
  'prisma',
  'processes',
  'register',
  'templates',
  'worker',
  'workflows',
];

await install();
const dist = join(root, 'dist');
rmSync(dist, { recursive: true, force: true });
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const code = await run(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { what: 'compiling' });
if (code !== 0) process.exit(code);

/** Folders and all files that are not source: views, templates, diagrams, profiles, migrations. */
const belongs = (path) => statSync(path).isDirectory() || !path.endsWith('.ts');
for (const room of ROOMS) {
  const from = join(root, room);
  if (existsSync(from)) cpSync(from, join(dist, room), { recursive: true, filter: belongs });
}
console.log('Built into dist/.');
