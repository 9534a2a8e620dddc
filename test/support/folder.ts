import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { runFolder } from './run';

/** An empty folder of a test's own, removed with the test run. */
export const temporaryFolder = (): string => mkdtempSync(join(runFolder(), 'folder-'));
