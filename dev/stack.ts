import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Ports, VariableName } from './environment';
import { portVariables } from './environment';
import type { Layout } from './layout';
import type { Beside } from './bring-up';
import { bringUp, seedDemonstration } from './bring-up';
import { layOut } from './layout';
import { stopLeftovers } from './leftovers';
import { releaseLock, takeLock } from './lock';
import { freePort, requireFreePorts } from './ports';
import type { Report } from './progress';
import { step } from './progress';
import { Supervisor } from './supervisor';

/** The parts of a stack, in the order in which they depend on one another. */
export type PartName = 'postgres' | 'temporal' | 'mail' | 'worker' | 'api';

const ORDER: readonly PartName[] = ['postgres', 'temporal', 'mail', 'worker', 'api'];

/** How to run a whole product on this machine. */
export interface StackOptions {
  /** Folder of its data, logs and secrets; made if missing. */
  home: string;
  /** Ports to use; those left out are chosen at random from the free ones. */
  ports?: Partial<Ports>;
  /** Demonstration mode; true unless said otherwise. */
  demo?: boolean;
  /** Fill it with the invented staff and cases of the demonstration; follows `demo`. */
  seed?: boolean;
  /** Variables for the product, or another DATABASE_URL, TEMPORAL_ADDRESS or SMTP_URL to use. */
  env?: NodeJS.ProcessEnv;
  /** Starts nothing more once aborted. */
  signal?: AbortSignal;
  /** Is told, line by line, what is being done. */
  report?: Report;
}

/** Where the parts of a running stack are found. */
export interface Addresses {
  product: string;
  temporalUi: string;
  mail: string;
  database: string;
  temporal: string;
  smtp: string;
}

/** A running product. */
export interface Stack {
  readonly addresses: Addresses;
  /** What the API and the worker were told. */
  readonly environment: Readonly<Record<string, string>>;
  /** Resolves with the reason, if a part ends although nobody stopped it. */
  readonly failed: Promise<string>;
  /** Ends one part as a power cut would. */
  kill(name: PartName): Promise<void>;
  /** Starts a part that was killed, and resolves when it does its work again. */
  start(name: PartName): Promise<void>;
  pid(name: PartName): number | undefined;
  /** Stops everything in order and gives up the data folder. Safe to call twice. */
  stop(): Promise<void>;
  /** Lets this process end while the product runs on; {@link stopEverything} stops it. */
  release(): void;
}

/** Thrown when another stack runs from the same data folder. */
export class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning';
}

const lockOf = (home: string): string => join(home, 'lock');

/** Where commands find the environment of the product that runs from a data folder. */
const productFile = (home: string): string => join(home, 'product.json');

/**
 * Starts a whole product: PostgreSQL, Temporal, mail, migrations, worker, API, and, in a
 * demonstration, its invented cases. Stops first what a killed run left in the same data folder.
 * On failure everything that was started is stopped again.
 *
 * @throws AlreadyRunning, PortTaken, or an error that says which part failed, with the end of its log
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const home = resolve(options.home);
  const report = options.report ?? (() => undefined);
  mkdirSync(home, { recursive: true });
  await occupy(home);
  try {
    const left = await stopLeftovers(home, ORDER);
    if (left.length > 0) report(`  Stopped what an earlier run had left: ${left.join(', ')}.`);
    const { demo = true, env = {} } = options;
    const layout = layOut({ home, ports: await portsOf(options.ports), demo, env, report });
    await requireFreePorts(layout.ports);
    return await run(layout, { ...options, home, report });
  } catch (error) {
    await releaseLock(lockOf(home));
    throw error;
  }
}

/** Stops whatever runs from a data folder and gives the folder up: for a start that is interrupted. */
export async function stopEverything(home: string): Promise<void> {
  await stopLeftovers(home, ORDER);
  rmSync(productFile(home), { force: true });
  await releaseLock(lockOf(home));
}

/**
 * Claims a data folder for this process; {@link stopEverything} gives it up.
 *
 * @throws AlreadyRunning
 */
export async function occupy(home: string): Promise<void> {
  const holder = await takeLock(lockOf(home));
  if (holder === undefined) return;
  throw new AlreadyRunning(
    `Custodian already runs from ${home} (process ${holder}). Nothing was started. ` +
      'Stop it there with Ctrl-C, or run a second one: set CUSTODIAN_HOME to another folder, and other ports.',
  );
}

async function portsOf(given: Partial<Ports> = {}): Promise<Ports> {
  const ports: Partial<Ports> = { ...given };
  for (const name of Object.keys(portVariables) as (keyof Ports)[]) ports[name] ??= await freePort();
  return ports as Ports;
}

async function run(layout: Layout, options: StackOptions & { report: Report }): Promise<Stack> {
  let fail: (reason: string) => void = () => undefined;
  const failed = new Promise<string>((done) => (fail = done));
  const supervisor = new Supervisor([...layout.services, ...layout.product], fail, options.signal);
  const stop = async (): Promise<void> => {
    await supervisor.stopAll();
    await stopEverything(options.home);
  };
  const { demo = true, seed = demo, home, report } = options;
  try {
    const fill: Beside = (working) =>
      step(report, 'Demonstration cases', () => seedDemonstration(layout.environment, home, report, working));
    await bringUp(layout, supervisor, report, seed ? fill : undefined);
    writeFileSync(productFile(home), JSON.stringify(layout.environment, null, 2), { mode: 0o600 });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    addresses: addressesOf(layout.environment),
    environment: layout.environment,
    failed,
    kill: (name) => supervisor.end(name, 'kill'),
    start: (name) => supervisor.start(name),
    pid: (name) => supervisor.pid(name),
    stop,
    release: () => supervisor.release(),
  };
}

function addressesOf(environment: Record<string, string>): Addresses {
  const at = (name: VariableName): string => environment[name] ?? '';
  return {
    product: at('CUSTODIAN_BASE_URL'),
    temporalUi: at('TEMPORAL_UI_URL'),
    mail: at('MAIL_WEB_URL'),
    database: at('DATABASE_URL'),
    temporal: at('TEMPORAL_ADDRESS'),
    smtp: at('SMTP_URL'),
  };
}
