// npm run build: compiles the product into dist/, with everything it reads beside its code.
//   --into FOLDER   another folder, which is emptied first
//   --no-check      does not check the types, for whoever has done so already
import { cpSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { install, root, run } from './install.mjs';
import { shippedPackage } from './shipped-package.mjs';

/** Folders whose files that are not source ship as they are: views, templates, diagrams, profiles, migrations. */
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

const { into, 'no-check': unchecked } = parseArgs({
  options: { into: { type: 'string' }, 'no-check': { type: 'boolean' } },
}).values;

await install();
const dist = resolve(into ?? join(root, 'dist'));
rmSync(dist, { recursive: true, force: true });
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const how = ['-p', 'tsconfig.build.json', '--outDir', dist, ...(unchecked ? ['--noCheck'] : [])];
const code = await run(process.execPath, [compiler, ...how], { what: 'compiling' });
if (code !== 0) {
  rmSync(dist, { recursive: true, force: true });
  console.error('The product does not compile, as said above. Nothing was built.');
  process.exit(code);
}
for (const room of ROOMS) cpSync(join(root, room), join(dist, room), { recursive: true, filter: isNoSource });
cpSync(join(root, 'docs', 'law.md'), join(dist, 'docs', 'law.md'));
for (const file of ['package-lock.json', '.npmrc']) cpSync(join(root, file), join(dist, file));
const shipped = shippedPackage(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
writeFileSync(join(dist, 'package.json'), `${JSON.stringify(shipped, null, 2)}\n`);
console.log(`Built into ${dist}.`);

function isNoSource(path) {
  return statSync(path).isDirectory() || !path.endsWith('.ts');
}
