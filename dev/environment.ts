import { resolve } from 'node:path';

/** Who reads a variable: the embedded stack (`npm start`), the API process, the worker process. */
export type Reader = 'stack' | 'api' | 'worker';

/** One environment variable of the product. */
export interface Variable {
  readers: readonly Reader[];
  /** What holds when it is not set: in the embedded stack only, for the product itself assumes nothing. */
  standard: string;
  meaning: string;
  /** Whether its value must never be printed, nor have a default in production. */
  secret?: boolean;
}

const stack = ['stack'] as const;
const product = ['api', 'worker'] as const;

/**
 * Every environment variable of the product, in one table. The stack sets those of the API and the
 * worker for its own parts; docker-compose.yml passes the same ones (a test holds the two together).
 */
export const variables = {
  CUSTODIAN_HOME: {
    readers: ['stack', ...product],
    standard: './.custodian',
    meaning: 'folder of data, logs and secrets',
  },
  CUSTODIAN_CACHE: {
    readers: stack,
    standard: '~/.cache/custodian',
    meaning: 'folder of fetched and built tools',
  },
  PORT: { readers: ['stack', 'api'], standard: '3000', meaning: 'port of the pages and the API' },
  WORKER_HEALTH_PORT: {
    readers: ['stack', 'worker'],
    standard: '3001',
    meaning: "port of the worker's GET /health",
  },
  POSTGRES_PORT: { readers: stack, standard: '55432', meaning: 'port of the built-in PostgreSQL' },
  TEMPORAL_PORT: { readers: stack, standard: '7233', meaning: 'port of the built-in Temporal server' },
  TEMPORAL_UI_PORT: {
    readers: stack,
    standard: '8233',
    meaning: "port of the built-in Temporal server's web page",
  },
  SMTP_PORT: { readers: stack, standard: '1025', meaning: 'port of the mail catcher' },
  MAIL_WEB_PORT: { readers: stack, standard: '1080', meaning: "port of the mail catcher's web page" },
  DATABASE_URL: {
    readers: ['stack', ...product],
    standard: 'the built-in PostgreSQL',
    meaning: 'the PostgreSQL to use',
    secret: true,
  },
  TEMPORAL_ADDRESS: {
    readers: ['stack', ...product],
    standard: 'the built-in server',
    meaning: 'host:port of the Temporal server to use',
  },
  TEMPORAL_NAMESPACE: {
    readers: ['stack', ...product],
    standard: 'default',
    meaning: 'namespace of the cases',
  },
  TEMPORAL_TASK_QUEUE: {
    readers: product,
    standard: 'custodian',
    meaning: 'task queue that the worker serves',
  },
  TEMPORAL_UI_URL: {
    readers: ['stack', 'api'],
    standard: 'the built-in web page',
    meaning: "address of Temporal's web page, for links",
  },
  SMTP_URL: {
    readers: ['stack', ...product],
    standard: 'the built-in mail catcher',
    meaning: 'SMTP server that letters leave by',
    secret: true,
  },
  MAIL_WEB_URL: {
    readers: ['stack', 'api'],
    standard: 'the built-in mail catcher',
    meaning: 'where demo mail can be read; empty in production',
  },
  CUSTODIAN_BASE_URL: {
    readers: ['stack', ...product],
    standard: 'http://localhost:PORT',
    meaning: 'address that people use, for links in mails',
  },
  CUSTODIAN_MASTER_KEY_FILE: {
    readers: ['stack', ...product],
    standard: 'made in CUSTODIAN_HOME/secrets',
    meaning: 'file with the master key: 32 bytes in base64',
    secret: true,
  },
  CUSTODIAN_SESSION_SECRET: {
    readers: ['stack', 'api'],
    standard: 'made in CUSTODIAN_HOME/secrets',
    meaning: 'key that signs session cookies',
    secret: true,
  },
  CUSTODIAN_ORGANISATIONS: {
    readers: ['stack', ...product],
    standard: './organisations',
    meaning: 'folder of the organisation profiles',
  },
  CUSTODIAN_DEMO: {
    readers: ['stack', ...product],
    standard: '1',
    meaning: '1 in the demonstration: invented staff and cases',
  },
  CUSTODIAN_TRUSTED_PROXIES: {
    readers: ['stack', 'api'],
    standard: '0',
    meaning: "how many reverse proxies stand before the API, to know a caller's address by",
  },
  LOG_LEVEL: {
    readers: ['stack', ...product],
    standard: 'info',
    meaning: 'least serious level that is logged',
  },
} as const satisfies Record<string, Variable>;

/** A variable's name. */
export type VariableName = keyof typeof variables;

/** The variables that a process of the product reads. */
export const readBy = (reader: Reader): VariableName[] =>
  (Object.keys(variables) as VariableName[]).filter((name) =>
    (variables[name].readers as readonly Reader[]).includes(reader),
  );

/** The ports of the embedded stack. */
export interface Ports {
  api: number;
  worker: number;
  postgres: number;
  temporal: number;
  temporalUi: number;
  smtp: number;
  mailWeb: number;
}

/** Which variable holds each port. */
export const portVariables = {
  api: 'PORT',
  worker: 'WORKER_HEALTH_PORT',
  postgres: 'POSTGRES_PORT',
  temporal: 'TEMPORAL_PORT',
  temporalUi: 'TEMPORAL_UI_PORT',
  smtp: 'SMTP_PORT',
  mailWeb: 'MAIL_WEB_PORT',
} as const satisfies Record<keyof Ports, VariableName>;

/** The data folder that the environment names, as an absolute path. */
export const homeFolder = (env: NodeJS.ProcessEnv): string =>
  resolve(env.CUSTODIAN_HOME || variables.CUSTODIAN_HOME.standard);

/**
 * The ports that the environment asks for, or the standard ones.
 *
 * @throws when a value is no port
 */
export function portsFrom(env: NodeJS.ProcessEnv): Ports {
  const entries = Object.entries(portVariables).map(([name, variable]) => {
    const value = env[variable] || variables[variable].standard;
    const port = Number(value);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      throw new Error(
        `${variable} is "${value}". It must be a port, a whole number from 1 to 65535. Nothing was started.`,
      );
    }
    return [name, port];
  });
  return Object.fromEntries(entries) as Ports;
}
