import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diagram } from './diagram';

const root = join(__dirname, '..', '..', '..');

export interface Answer {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs one of the diagram tools as a person would. */
export function tool(name: 'generate' | 'check' | 'layout', ...args: readonly string[]): Answer {
  const command = ['--import', 'tsx', join(root, 'processes', 'tools', `${name}.ts`), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

/** A folder of its own for each test file, holding only what is put there. */
export function folderOfDiagrams() {
  const path = mkdtempSync(join(tmpdir(), 'diagrams-'));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    put: (name: string, parts: readonly string[], process = name) =>
      writeFileSync(join(path, `${name}.bpmn`), diagram(parts, process)),
  };
}
