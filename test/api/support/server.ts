import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { Connection } from '@temporalio/client';
import { pino } from 'pino';
import { createApp } from '../../../api/app';
import type { Config } from '../../../api/config';
import type { Gateway } from '../../../gateway';
import { createGateway } from '../../../gateway';
import { freePort } from '../../../dev/ports';
import type { Register } from '../../../register';
import { createRegister } from '../../../register';
import { loadOrganisations } from '../../../register/organisations';
import { freshDatabase } from '../../support/database';

/** The whole API on a port of its own. */
export interface Served {
  readonly url: string;
  /** Everything the API logged, one JSON text a line. */
  readonly logged: string[];
  stop(): Promise<void>;
}

export interface TestServer extends Served {
  readonly register: Register;
}

/**
 * The API over a record of its own. Nothing answers where its engine should be, as when that is away; each case
 * that is opened waits so many milliseconds for it.
 */
export async function testServer({ now = () => new Date(), patienceMs = 200 } = {}): Promise<
  TestServer & { readonly databaseUrl: string }
> {
  const database = await freshDatabase();
  const register = createRegister({
    databaseUrl: database.url,
    masterKey: randomBytes(32),
    now,
    organisations: loadOrganisations('organisations'),
  });
  await register.storeOrganisations();
  const connection = Connection.lazy({ address: '127.0.0.1:1', connectTimeout: 500 });
  const gateway = createGateway({ connection, namespace: 'default', taskQueue: 'nobody', patienceMs });
  const served = await serve({ register, gateway, databaseUrl: database.url, now });
  return {
    ...served,
    register,
    databaseUrl: database.url,
    stop: async () => {
      await served.stop();
      await gateway.close();
      await register.close();
      await database.drop();
    },
  };
}

export interface ServedParts {
  readonly register: Register;
  readonly gateway: Gateway;
  readonly databaseUrl: string;
  readonly now?: () => Date;
}

/** The API over parts that the test has made. */
export async function serve({ register, gateway, databaseUrl, now }: ServedParts): Promise<Served> {
  const config = configOf(databaseUrl, await freePort());
  const logged: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  const app = createApp({ config, register, gateway, log, now: now ?? (() => new Date()) });
  const server = createServer(app.express);
  await new Promise<void>((resolve) => server.listen(config.port, '127.0.0.1', resolve));
  return {
    url: config.baseUrl,
    logged,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      app.close();
    },
  };
}

/** The configuration of an API that runs for a test. */
export const configOf = (databaseUrl: string, port: number): Config => ({
  port,
  baseUrl: `http://127.0.0.1:${port}`,
  databaseUrl,
  sessionSecret: 'only-for-tests',
  organisations: 'organisations',
  temporalNamespace: 'default',
  taskQueue: 'custodian',
  temporalUiUrl: 'http://127.0.0.1:1',
  logLevel: 'info',
  trustedProxies: 0,
});
