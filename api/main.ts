import { createServer } from 'node:http';
import { Connection } from '@temporalio/client';
import { pino } from 'pino';
import { createRegister } from '../register';
import { masterKey } from '../register/master-key';
import { loadOrganisations } from '../register/organisations';
import { createApp } from './app';
import { readConfig } from './config';
import { createGateway } from '../gateway';
import { engineConnection } from '../gateway/connect';

/** How long open requests may take to finish when the process is told to stop. */
const GRACE_MS = 10_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel, base: { part: 'api' } });
  const now = (): Date => new Date();
  const organisations = await loadOrganisations(config.organisations);
  const register = createRegister({
    databaseUrl: config.databaseUrl,
    masterKey: masterKey(process.env),
    now,
    organisations,
  });
  await register.storeOrganisations();
  const gateway = createGateway({
    // Lazy, so that the pages are there while the engine is not.
    connection: Connection.lazy(engineConnection()),
    namespace: config.temporalNamespace,
    taskQueue: config.taskQueue,
  });

  const app = createApp({ config, register, gateway, log, now });
  const server = createServer(app.express).listen(config.port, () =>
    log.info({ port: config.port }, 'listening'),
  );

  const stop = (): void => {
    log.info('stopping');
    server.close(() => {
      app.close();
      void Promise.allSettled([register.close(), gateway.close()]).then(() => process.exit(0));
    });
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : 'The API could not start.');
  process.exit(1);
});
