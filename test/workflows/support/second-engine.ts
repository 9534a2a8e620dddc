import { randomUUID } from 'node:crypto';
import { Worker } from '@temporalio/worker';
import type { Gateway } from '../../../gateway';
import { createGateway } from '../../../gateway';
import { Driver } from '../../../dev/drive';
import { createActivities } from '../../../worker/activities';
import { timeSkipping } from '../../support/temporal';
import type { World } from '../../support/world';
import { ORGANISATION, workflowBundle } from '../../support/world';

/** Another, empty Temporal with a worker of its own, over the record and the mail of a world. */
export interface SecondEngine {
  readonly gateway: Gateway;
  /** Moves a case through this engine. */
  drive(reference: string): Driver;
  stop(): Promise<void>;
}

/** Starts an engine that knows no case, as after the first one's store was lost. */
export async function secondEngine({ register, mail, staff }: World): Promise<SecondEngine> {
  const env = await timeSkipping();
  const now = (): Date => new Date();
  const activities = createActivities({
    register,
    smtpUrl: mail.url,
    baseUrl: 'http://custodian.test',
    now,
  });
  const taskQueue = `test-${randomUUID()}`;
  const worker = await Worker.create({
    connection: env.nativeConnection,
    taskQueue,
    workflowBundle: await workflowBundle(),
    activities: activities.all,
  });
  const running = worker.run();
  const gateway = createGateway({ connection: env.connection as never, namespace: 'default', taskQueue });
  return {
    gateway,
    drive: (reference) => new Driver({ register, gateway, staff }, reference, ORGANISATION),
    stop: async () => {
      worker.shutdown();
      await running;
      await activities.close();
      await env.teardown();
    },
  };
}
