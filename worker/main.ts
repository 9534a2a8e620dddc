import { Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { createGateway } from '../gateway';
import { engineConnection } from '../gateway/connect';
import { createRegister } from '../register';
import { masterKey } from '../register/master-key';
import { loadOrganisations } from '../register/organisations';
import { createActivities } from './activities';
import { workflowBundle } from './bundle';
import { readConfig } from './config';
import { openFirstChecks } from './first-checks';
import { healthServer } from './health';
import { sweeper } from './sweeper';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel, base: { part: 'worker' } });
  const now = (): Date => new Date();
  const register = createRegister({
    databaseUrl: config.databaseUrl,
    masterKey: masterKey(process.env),
    organisations: loadOrganisations(config.organisations),
    now,
  });
  await register.storeOrganisations();
  const activities = createActivities({
    ...{ register, smtpUrl: config.smtpUrl, baseUrl: config.baseUrl, now },
    report: (activity, code) => log.warn({ activity, code }, 'an effect failed'),
  });
  const options = engineConnection();
  const worker = await Worker.create({
    connection: await NativeConnection.connect(options),
    namespace: config.temporalNamespace,
    taskQueue: config.taskQueue,
    workflowBundle: await workflowBundle(config.home),
    activities: activities.all,
    shutdownGraceTime: '20s',
    // A case that this worker knows is offered to it first; where it died, another takes it over this much later.
    stickyQueueScheduleToStartTimeout: '3s',
  });
  const gateway = createGateway({
    connection: Connection.lazy(options),
    namespace: config.temporalNamespace,
    taskQueue: config.taskQueue,
  });
  const sweeping = sweeper(register, gateway, log, [
    activities.tellOfReceived,
    () => openFirstChecks(register, gateway, now()),
  ]);
  const health = healthServer(config.healthPort, async () => {
    await register.ping();
    return worker.getState() === 'RUNNING';
  });

  log.info({ taskQueue: config.taskQueue }, 'working');
  // Ends on SIGINT and SIGTERM, when what is in hand is finished.
  await worker.run();
  sweeping.stop();
  health.close();
  await Promise.allSettled([activities.close(), gateway.close(), register.close()]);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : 'The worker could not start.');
    process.exit(1);
  },
);
