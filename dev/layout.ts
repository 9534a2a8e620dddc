import { resolve } from 'node:path';
import type { Ports, VariableName } from './environment';
import { portVariables, readBy, variables } from './environment';
import type { Part } from './part';
import { mail } from './parts/mail';
import { databaseUrl, postgres } from './parts/postgres';
import { api, worker } from './parts/product';
import { temporal } from './parts/temporal';
import type { PortNeed } from './ports';
import type { Report } from './progress';
import { secretsIn } from './secrets';

/** What decides how a stack is laid out. */
export interface LayoutOptions {
  home: string;
  ports: Ports;
  demo: boolean;
  /** Variables that take the place of what the stack would choose: another database, a log level. */
  env: NodeJS.ProcessEnv;
  report: Report;
}

/** A stack before it is started: its parts in order, the ports they need, and what the product is told. */
export interface Layout {
  /** PostgreSQL, Temporal and mail, without those that the environment brings. */
  services: Part[];
  product: Part[];
  ports: PortNeed[];
  environment: Record<string, string>;
}

/** Lays out a stack; starts nothing. Makes the secrets of `home` if they are missing. */
export function layOut(options: LayoutOptions): Layout {
  const { home, ports, env, report } = options;
  const { postgresPassword } = secretsIn(home);
  const environment = environmentOf(options);
  const services: Part[] = [];
  if (!env.DATABASE_URL) services.push(postgres({ home, port: ports.postgres, password: postgresPassword }));
  if (!env.TEMPORAL_ADDRESS) {
    const namespace = environment.TEMPORAL_NAMESPACE ?? variables.TEMPORAL_NAMESPACE.standard;
    services.push(temporal({ home, port: ports.temporal, uiPort: ports.temporalUi, namespace, report }));
  }
  if (!env.SMTP_URL) services.push(mail({ home, smtpPort: ports.smtp, webPort: ports.mailWeb }));
  const health = (port: number): string => `http://127.0.0.1:${port}/health`;
  return {
    services,
    product: [
      worker({ home, env: only('worker', environment), healthUrl: health(ports.worker) }),
      api({ home, env: only('api', environment), healthUrl: health(ports.api) }),
    ],
    ports: portNeeds(ports, services),
    environment,
  };
}

/** The product's whole configuration: what the stack would choose, unless `env` says otherwise. */
function environmentOf({ home, ports, demo, env }: LayoutOptions): Record<string, string> {
  const secrets = secretsIn(home);
  const chosen: Partial<Record<VariableName, string>> = {
    CUSTODIAN_HOME: home,
    PORT: String(ports.api),
    WORKER_HEALTH_PORT: String(ports.worker),
    DATABASE_URL: databaseUrl({ home, port: ports.postgres, password: secrets.postgresPassword }),
    TEMPORAL_ADDRESS: `127.0.0.1:${ports.temporal}`,
    TEMPORAL_NAMESPACE: variables.TEMPORAL_NAMESPACE.standard,
    TEMPORAL_TASK_QUEUE: variables.TEMPORAL_TASK_QUEUE.standard,
    TEMPORAL_UI_URL: `http://localhost:${ports.temporalUi}`,
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    MAIL_WEB_URL: `http://localhost:${ports.mailWeb}`,
    CUSTODIAN_BASE_URL: `http://localhost:${ports.api}`,
    CUSTODIAN_MASTER_KEY_FILE: secrets.masterKeyFile,
    CUSTODIAN_SESSION_SECRET: secrets.sessionSecret,
    CUSTODIAN_ORGANISATIONS: resolve(__dirname, '..', 'organisations'),
    CUSTODIAN_DEMO: demo ? '1' : '0',
    CUSTODIAN_TRUSTED_PROXIES: variables.CUSTODIAN_TRUSTED_PROXIES.standard,
    LOG_LEVEL: variables.LOG_LEVEL.standard,
  };
  const given = Object.entries(env).filter(
    ([name, value]) => value && (name in chosen || name.startsWith('TEMPORAL_')),
  );
  return { ...chosen, ...Object.fromEntries(given) } as Record<string, string>;
}

/** What one process is told: its own variables, and Temporal's standard ones for TLS and keys. */
function only(reader: 'api' | 'worker', environment: Record<string, string>): Record<string, string> {
  const own = new Set<string>(readBy(reader));
  const kept = Object.entries(environment).filter(
    ([name]) => own.has(name) || (name.startsWith('TEMPORAL_') && !(name in variables)),
  );
  return Object.fromEntries(kept);
}

function portNeeds(ports: Ports, services: readonly Part[]): PortNeed[] {
  const runs = (name: string): boolean => services.some((part) => part.name === name);
  const users: Record<keyof Ports, { usedBy: string; needed: boolean }> = {
    postgres: { usedBy: 'PostgreSQL', needed: runs('postgres') },
    temporal: { usedBy: 'the Temporal server', needed: runs('temporal') },
    temporalUi: { usedBy: "the Temporal server's web page", needed: runs('temporal') },
    smtp: { usedBy: 'the mail catcher', needed: runs('mail') },
    mailWeb: { usedBy: "the mail catcher's web page", needed: runs('mail') },
    worker: { usedBy: "the worker's health check", needed: true },
    api: { usedBy: 'the product', needed: true },
  };
  return (Object.keys(users) as (keyof Ports)[])
    .filter((name) => users[name].needed)
    .map((name) => ({ port: ports[name], variable: portVariables[name], usedBy: users[name].usedBy }));
}
