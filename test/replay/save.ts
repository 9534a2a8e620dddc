/** `node --import tsx test/replay/save.ts [NAME …]`: tells the stories anew and keeps their histories. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { closeRun, openRun } from '../support/run';
import { timeSkipping } from '../support/temporal';
import { world } from '../support/world';
import { stories } from './stories';

const FOLDER = join(__dirname, 'histories');

async function save(names: readonly string[]): Promise<void> {
  await openRun();
  const env = await timeSkipping();
  const w = await world(env);
  const client = new Client({ connection: env.connection });
  mkdirSync(FOLDER, { recursive: true });
  try {
    for (const name of names.length > 0 ? names : Object.keys(stories)) {
      const c = await stories[name]?.(w);
      if (!c) throw new Error(`There is no story “${name}”, only ${Object.keys(stories).join(', ')}.`);
      const history = await client.workflow.getHandle(c.reference).fetchHistory();
      const file = join(FOLDER, `${name}.json`);
      writeFileSync(file, `${historyToJSON(history)}\n`);
      console.log(`${file}: ${history.events?.length} events`);
    }
  } finally {
    await w.stop();
    await env.teardown();
    await closeRun();
  }
}

save(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
