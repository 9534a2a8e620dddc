/** What the worker is told by its environment. */
export interface Config {
  readonly databaseUrl: string;
  readonly smtpUrl: string;
  /** Address that people use, without a slash at the end; links in letters come from it. */
  readonly baseUrl: string;
  /** Folder with the organisations' profiles. */
  readonly organisations: string;
  readonly temporalNamespace: string;
  readonly taskQueue: string;
  readonly healthPort: number;
  /** Folder where the bundled workflows are kept between starts. */
  readonly home: string | null;
  readonly logLevel: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment. Throws `Missing environment variable X` for what it cannot do without. */
export function readConfig(env: Environment): Config {
  return {
    databaseUrl: required(env, 'DATABASE_URL'),
    smtpUrl: required(env, 'SMTP_URL'),
    baseUrl: required(env, 'CUSTODIAN_BASE_URL').replace(/\/$/, ''),
    organisations: env.CUSTODIAN_ORGANISATIONS ?? 'organisations',
    temporalNamespace: env.TEMPORAL_NAMESPACE ?? 'default',
    taskQueue: env.TEMPORAL_TASK_QUEUE ?? 'custodian',
    healthPort: Number(env.WORKER_HEALTH_PORT ?? 3001),
    home: env.CUSTODIAN_HOME ?? null,
    logLevel: env.LOG_LEVEL ?? 'info',
  };
}

function required(env: Environment, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`Missing environment variable ${name}.`);
  return value;
}
