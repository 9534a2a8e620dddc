import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { Connection } from '@temporalio/client';
import { pino } from 'pino';
import { createApp } from '../../../api/app';
import type { Config } from '../../../api/config';
import type { Services } from '../../../api/services';
import type { Gateway } from '../../../gateway';
import { createGateway } from '../../../gateway';
import type { Register } from '../../../register';
import { createRegister } from '../../../register';
import { loadOrganisations } from '../../../register/organisations';
import { freePort } from '../../../dev/ports';
import type { TestDatabase } from '../../support/database';
import { freshDatabase } from '../../support/database';

/** The whole API on a port of its own, over a database of its own. */
export interface TestServer {
  readonly url: string;
  readonly register: Register;
  readonly database: TestDatabase;
  /** Everything the API logged, one JSON text a line. */
  readonly logged: string[];
  stop(): Promise<void>;
}

export interface TestServerOptions {
  /** Address of a Temporal server; without it nothing answers there, as when the engine is away. */
  readonly temporal?: string;
  readonly taskQueue?: string;
  readonly now?: () => Date;
}

export async function testServer(options: TestServerOptions = {}): Promise<TestServer> {
  const database = await freshDatabase();
  const now = options.now ?? (() => new Date());
  const organisations = loadOrganisations('organisations');
  const register = createRegister({
    databaseUrl: database.url,
    masterKey: randomBytes(32),
    now,
    organisations,
  });
  await register.storeOrganisations();
  const port = await freePort();
  const config = configOf(database.url, port, options);
  const gateway = await gatewayTo(config);
  const server = await serve({ register, gateway, config, now });
  return {
    ...server,
    register,
    database,
    stop: async () => {
      await server.stop();
      await gateway.close();
      await register.close();
      await database.drop();
    },
  };
}

/** The API over a record and an engine that somebody else started, and stops. */
export async function serverOver(
  { register, gateway, database }: { register: Register; gateway: Gateway; database: TestDatabase },
): Promise<Served> {
  const config = configOf(database.url, await freePort(), {});
  return serve({ register, gateway, config, now: () => new Date() });
}

export type Served = Pick<TestServer, 'url' | 'logged' | 'stop'>;

async function serve(parts: Pick<Services, 'register' | 'gateway' | 'config' | 'now'>): Promise<Served> {
  const logged: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  const app = createApp({ ...parts, log });
  const server = createServer(app.express);
  await new Promise<void>((resolve) => server.listen(parts.config.port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    logged,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      app.close();
    },
  };
}

const configOf = (databaseUrl: string, port: number, { temporal, taskQueue }: TestServerOptions): Config => ({
  port,
  baseUrl: `http://127.0.0.1:${port}`,
  databaseUrl,
  sessionSecret: 'only-for-tests',
  organisations: 'organisations',
  temporalAddress: temporal ?? '127.0.0.1:1',
  temporalNamespace: 'default',
  taskQueue: taskQueue ?? 'custodian',
  temporalUiUrl: 'http://127.0.0.1:1',
  logLevel: 'info',
  trustedProxies: 0,
});

async function gatewayTo({ temporalAddress, temporalNamespace, taskQueue }: Config): Promise<Gateway> {
  const connection = Connection.lazy({ address: temporalAddress ?? undefined, connectTimeout: 500 });
  return createGateway({ connection, namespace: temporalNamespace, taskQueue, patienceMs: 3000 });
}
