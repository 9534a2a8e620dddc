import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const ROOT = join(__dirname, '..');
const SOURCES = ['workflows', 'domain', 'processes'];

/** The workflows in one file. Kept in `home` by a hash of their sources, so that a second start need not bundle. */
export async function workflowBundle(home: string | null): Promise<WorkflowBundleWithSourceMap> {
  if (home === null) return bundled();
  const folder = join(home, 'workflows');
  const file = join(folder, `${sourceHash()}.js`);
  if (existsSync(file)) return { code: readFileSync(file, 'utf8'), sourceMap: '' };
  const bundle = await bundled();
  mkdirSync(folder, { recursive: true });
  const part = `${file}.${process.pid}.part`;
  writeFileSync(part, bundle.code);
  renameSync(part, file);
  return bundle;
}

const bundled = (): Promise<WorkflowBundleWithSourceMap> =>
  bundleWorkflowCode({ workflowsPath: join(ROOT, 'workflows'), logger: new DefaultLogger('ERROR') });

function sourceHash(): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of SOURCES.flatMap((folder) => filesUnder(join(ROOT, folder))))
    hash.update(file).update(readFileSync(file));
  return hash
    .update(readFileSync(join(ROOT, 'package.json')))
    .digest('hex')
    .slice(0, 16);
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|js|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
