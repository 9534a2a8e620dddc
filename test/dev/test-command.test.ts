import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/folder';

/** Runs `npm test` on a folder with this one test file in it. */
function npmTest(test: string): { status: number | null; last: string } {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'example.test.ts'), test);
  const { status, stdout } = spawnSync(process.execPath, ['dev/test.mjs', `--roots=${folder}`], {
    cwd: join(__dirname, '..', '..'),
    encoding: 'utf8',
  });
  return { status, last: stdout.trimEnd().split('\n').at(-1) ?? '' };
}

describe('npm test', () => {
  it('ends with what passed and what failed, alone on the last line', () => {
    expect(npmTest("it('a', () => {}); it('b', () => {}); it('c', () => {});")).toEqual({
      status: 0,
      last: '3 passed, 0 failed',
    });
  });

  it('fails when a test fails', () => {
    expect(npmTest("it('a', () => {}); it('b', () => expect(1).toBe(2));")).toEqual({
      status: 1,
      last: '1 passed, 1 failed',
    });
  });

  it('fails when a test file cannot be run at all', () => {
    expect(npmTest("import './no-such-module'; it('a', () => {});")).toEqual({
      status: 1,
      last: '0 passed, 1 failed',
    });
  });

  it('fails when there is no such test', () => {
    expect(npmTest('')).toEqual({ status: 1, last: '0 passed, 1 failed' });
  });
});
