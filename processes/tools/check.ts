/**
 * Proves that the diagrams can be built on: each can be read, keeps the house rules, passes bpmnlint without
 * a warning, and everything generated from it is current. Exits with 1 and says what is wrong where not.
 *
 *   node --import tsx processes/tools/check.ts [FOLDER]
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { diagramsIn, outdated } from './outputs';

const root = join(__dirname, '..', '..');

async function main(folder: string): Promise<number> {
  const stale = await outdated(folder);
  for (const { path } of stale)
    process.stderr.write(`${path} is not what its diagram says: generate again.\n`);
  const clean = lint(await diagramsIn(folder));
  if (stale.length > 0 || !clean) return 1;
  process.stdout.write('The diagrams are sound, and what is generated from them is current.\n');
  return 0;
}

/** Runs bpmnlint with the rules in .bpmnlintrc; it says itself what it finds. */
function lint(diagrams: readonly string[]): boolean {
  const home = dirname(require.resolve('bpmnlint/package.json'));
  const command = [join(home, 'bin', 'bpmnlint.js'), '--max-warnings', '0', ...diagrams];
  return spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' }).status === 0;
}

main(process.argv[2] ?? join(root, 'processes')).then(
  (code) => (process.exitCode = code),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  },
);
