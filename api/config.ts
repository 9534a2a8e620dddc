/** What the API is told by its environment. */
export interface Config {
  readonly port: number;
  /** Address that people use, without a slash at the end; links in pages and the origin check come from it. */
  readonly baseUrl: string;
  readonly databaseUrl: string;
  /** Signs the session cookie. */
  readonly sessionSecret: string;
  /** Folder with the organisations' profiles. */
  readonly organisations: string;
  readonly temporalNamespace: string;
  readonly taskQueue: string;
  /** The Temporal Web UI, or null where staff have none. */
  readonly temporalUiUrl: string | null;
  readonly logLevel: string;
  /** Reverse proxies in front of the API, by which the caller's address is known. */
  readonly trustedProxies: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment. Throws `Missing environment variable X` for what it cannot do without. */
export function readConfig(env: Environment): Config {
  const port = Number(env.PORT ?? 3000);
  return {
    port,
    baseUrl: (env.CUSTODIAN_BASE_URL ?? `http://localhost:${port}`).replace(/\/$/, ''),
    databaseUrl: required(env, 'DATABASE_URL'),
    sessionSecret: required(env, 'CUSTODIAN_SESSION_SECRET'),
    organisations: env.CUSTODIAN_ORGANISATIONS ?? 'organisations',
    temporalNamespace: env.TEMPORAL_NAMESPACE ?? 'default',
    taskQueue: env.TEMPORAL_TASK_QUEUE ?? 'custodian',
    temporalUiUrl: env.TEMPORAL_UI_URL?.replace(/\/$/, '') ?? null,
    logLevel: env.LOG_LEVEL ?? 'info',
    trustedProxies: Number(env.CUSTODIAN_TRUSTED_PROXIES ?? 0),
  };
}

function required(env: Environment, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`Missing environment variable ${name}.`);
  return value;
}
