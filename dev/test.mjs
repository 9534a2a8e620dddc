// npm test: every check and every test; npm test -- PATH…: the tests of those paths alone.
// The last line is always "N passed, N failed": each test and each check counts as one.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { install, root, run } from './install.mjs';

const bin = (...path) => [join(root, 'node_modules', ...path)];

/** Checks that run before the tests, as scripts for Node. */
const CHECKS = [
  { name: 'type check', script: [...bin('typescript', 'bin', 'tsc'), '--noEmit'] },
  { name: 'lint', script: [...bin('eslint', 'bin', 'eslint.js'), '.'] },
  { name: 'format', script: [...bin('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level=warn', '.'] },
  { name: 'diagrams', script: ['--import', 'tsx', join('processes', 'tools', 'check.ts')] },
];

/** Layers that need no server and no browser. */
const PURE = /^(test\/)?(domain|forms|organisations|processes|templates)\b/;

/** Tests of workflows, pages and journeys mostly wait for servers: more of them than cores run side by side. */
const WORKERS = `--maxWorkers=${Math.max(3, availableParallelism())}`;

/** What starts and stops whole products, kills processes or measures: one file at a time. */
const ALONE = '/test/(dev|faults)/|search-speed';

const paths = process.argv.slice(2);
const total = { passed: 0, failed: 0 };

await install();
if (paths.length === 0) for (const check of CHECKS) await runCheck(check);
if (paths.length === 0 || !paths.every((path) => PURE.test(path))) await prepareTools();
await runTests();

console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function runCheck({ name, script }) {
  if (name === 'diagrams' && !existsSync(join(root, script.at(-1)))) return;
  console.log(`\n— ${name}`);
  const code = await run(process.execPath, script, { what: `at the ${name}` });
  total[code === 0 ? 'passed' : 'failed'] += 1;
  if (code !== 0) console.log(`The ${name} failed.`);
}

/** Servers and browser are fetched before the first test, so that no test's time limit pays for it. */
async function prepareTools() {
  const code = await run(process.execPath, ['--import', 'tsx', join('dev', 'tools', 'prepare.ts')]);
  if (code !== 0) total.failed += 1;
}

async function runTests() {
  console.log('\n— tests');
  const folder = mkdtempSync(join(tmpdir(), 'custodian-results-'));
  try {
    if (paths.length > 0) await runJest(join(folder, 'asked.json'), ['--runInBand', ...paths]);
    else {
      await runJest(join(folder, 'shared.json'), [WORKERS, `--testPathIgnorePatterns=${ALONE}`]);
      await runJest(join(folder, 'alone.json'), ['--runInBand', `--testPathPatterns=${ALONE}`]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runJest(results, options) {
  const always = ['--testSequencer=./dev/test-order.mjs', '--json', `--outputFile=${results}`];
  const script = [...bin('jest', 'bin', 'jest.js'), ...always, ...options];
  count(results, await run(process.execPath, script, { stdout: 'ignore' }));
}

/** A test file that could not be run, and a jest that failed for no test's sake, are failures too. */
function count(results, code) {
  let failed = 0;
  if (existsSync(results)) {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(results, 'utf8'),
    );
    total.passed += numPassedTests;
    failed = numFailedTests + numRuntimeErrorTestSuites;
  }
  total.failed += failed === 0 && code !== 0 ? 1 : failed;
}
