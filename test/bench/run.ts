/** `npm run bench`: what a staff action over HTTP costs, as a multiple of a bare Temporal update. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { begun, startProduct, type Product } from '../faults/support/product';
import { closeRun, openRun } from '../support/run';
import type { Measured } from './measure';
import { measure } from './measure';

const logger = new DefaultLogger('ERROR');
Runtime.install({ logger });

const ALONE = { count: 100, concurrent: 1 };
const TOGETHER = { count: 240, concurrent: 8 };
/** Cases that the actions are spread over: eight people seldom act on one case at once. */
const CASES = 8;

async function bench(): Promise<void> {
  await openRun();
  const product = await startProduct();
  const floor = await bareUpdates(product);
  const actions = await notes(product);
  try {
    for (const [title, load] of [
      ['one at a time', ALONE],
      [`${TOGETHER.concurrent} at a time`, TOGETHER],
    ] as const) {
      const bare = await measure(floor.once, load);
      const action = await measure(actions, load);
      print(title, bare, action);
    }
  } finally {
    await floor.stop();
    await product.stop();
    await closeRun();
  }
}

/** A workflow that does nothing, on the same server, with a worker of its own in this process. */
async function bareUpdates({ client, stack }: Product) {
  const connection = await NativeConnection.connect({ address: stack.environment.TEMPORAL_ADDRESS });
  const taskQueue = 'bench';
  const worker = await Worker.create({
    connection,
    taskQueue,
    workflowBundle: await bundleWorkflowCode({
      workflowsPath: join(__dirname, 'workflows', 'bare.ts'),
      logger,
    }),
  });
  const running = worker.run();
  const handles = await Promise.all(
    Array.from({ length: CASES }, () =>
      client.workflow.start('bare', { taskQueue, workflowId: `bench-${randomUUID()}` }),
    ),
  );
  let turn = 0;
  return {
    once: () => handles[turn++ % CASES]?.executeUpdate('touch') ?? Promise.reject(new Error('Nothing runs.')),
    stop: async () => {
      for (const handle of handles) await handle.signal('end');
      worker.shutdown();
      await running;
      await connection.close();
    },
  };
}

/** A note on a case, over HTTP, answered when it is recorded. */
async function notes(product: Product): Promise<() => Promise<void>> {
  const references: string[] = [];
  for (let i = 0; i < CASES; i++) {
    const c = await product.open();
    await begun(c);
    references.push(c.reference);
  }
  let turn = 0;
  return async () => {
    const reference = references[turn++ % CASES] ?? '';
    const { status } = await product.post(`/cases/${reference}/actions/note`, {
      answers: { note: 'They rang.' },
    });
    if (status !== 200) throw new Error(`A note was answered ${status}, not 200.`);
  };
}

function print(title: string, bare: Measured, action: Measured): void {
  const ms = (value: number): string => `${value.toFixed(1).padStart(7)} ms`;
  console.log(`${title.padEnd(15)} bare update  p50 ${ms(bare.p50)}   p95 ${ms(bare.p95)}`);
  console.log(`${''.padEnd(15)} staff action p50 ${ms(action.p50)}   p95 ${ms(action.p95)}`);
  const ratio = (part: keyof Measured): string => (action[part] / bare[part]).toFixed(1);
  console.log(
    `${''.padEnd(15)} ratio        p50 ${ratio('p50').padStart(7)}      p95 ${ratio('p95').padStart(7)}`,
  );
}

bench().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
