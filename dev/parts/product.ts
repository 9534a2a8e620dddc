import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Part } from '../part';
import { launchUntilReady } from '../ready';

const ROOT = join(__dirname, '..', '..');
const TYPESCRIPT = join(ROOT, 'dev', 'typescript.cjs');

/** A process of the product itself: what it is told, and where it says that all is well. */
export interface ProductOptions {
  home: string;
  /** Its whole configuration. */
  env: Record<string, string>;
  healthUrl: string;
}

/** The worker, which runs the cases. Ready when its `GET /health` answers 200. */
export const worker = (options: ProductOptions): Part => part('worker', 'Worker', 'worker/main.ts', options);

/** The pages and the API. Ready when `GET /health` answers 200. */
export const api = (options: ProductOptions): Part => part('api', 'Pages and API', 'api/main.ts', options);

function part(name: string, title: string, file: string, { home, env, healthUrl }: ProductOptions): Part {
  const path = join(ROOT, file);
  return {
    name,
    title,
    start: async () => {
      if (!existsSync(path)) throw new Error(`${file} is missing, so ${title.toLowerCase()} cannot start.`);
      return launchUntilReady(
        {
          name,
          title,
          command: process.execPath,
          args: ['--require', TYPESCRIPT, path],
          env: { ...inherited(), ...env },
          cwd: ROOT,
          stopSignal: 'SIGTERM',
        },
        home,
        async () => (await fetch(healthUrl, { signal: AbortSignal.timeout(5_000) })).ok,
        120_000,
      );
    },
  };
}

/** What a process needs from its surroundings; the product's own variables come from the stack alone. */
function inherited(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, TZ, LANG, NODE_OPTIONS } = process.env;
  return { PATH, HOME, TMPDIR, TZ, LANG, NODE_OPTIONS };
}
