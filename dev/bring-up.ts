import { engineConnection } from '../gateway/connect';
import type { Layout } from './layout';
import { migrate } from './migrate';
import type { Part } from './part';
import { prepareNamespace } from './parts/temporal-namespace';
import type { Report } from './progress';
import { step } from './progress';
import type { Supervisor } from './supervisor';
import { temporalCli } from './tools/temporal-cli';

/** Work that needs the record and the Temporal server; it is given what holds once the product works. */
export type Beside = (working: Promise<void>) => Promise<void>;

/**
 * Starts the parts of a stack, each as soon as what it relies on is there: the pages need a migrated
 * record, the worker the Temporal server too, and mail nobody waits for. `beside` runs beside the start
 * of the product.
 */
export async function bringUp(
  layout: Layout,
  supervisor: Supervisor,
  report: Report,
  beside?: Beside,
): Promise<void> {
  const { services, product, environment } = layout;
  // A download or a build may take minutes: before anything runs that a failure would have to stop.
  if (services.some(({ name }) => name === 'temporal')) await temporalCli(report);
  const begin = ({ title, name }: Part) => step(report, title, () => supervisor.start(name));
  const begun = new Map(services.map((part) => [part.name, begin(part)]));
  const temporal =
    begun.get('temporal') ?? step(report, 'Your Temporal server', () => prepareGivenTemporal(environment));
  const record = after([begun.get('postgres')], () =>
    step(report, 'Database migrations', () => migrate(environment.DATABASE_URL ?? '')),
  );
  const started = product.map((part) =>
    after(part.name === 'worker' ? [record, temporal] : [record], () => begin(part)),
  );
  const working = Promise.all(started).then(() => undefined);
  // Whoever waits for it is told; nobody need wait for it.
  working.catch(() => undefined);
  const besides = beside ? [after([record, temporal], () => beside(working))] : [];
  await settled([...begun.values(), temporal, record, ...started, ...besides]);
}

async function after(
  needed: readonly (Promise<unknown> | undefined)[],
  then: () => Promise<unknown>,
): Promise<void> {
  await Promise.all(needed);
  await then();
}

/** Waits for all, so that none is still starting when an error is dealt with. */
async function settled(starts: readonly Promise<unknown>[]): Promise<void> {
  const failure = (await Promise.allSettled(starts)).find((one) => one.status === 'rejected');
  if (failure) throw failure.reason;
}

async function prepareGivenTemporal(environment: Record<string, string>): Promise<void> {
  const namespace = environment.TEMPORAL_NAMESPACE ?? 'default';
  await prepareNamespace({ ...engineConnection(environment), namespace });
}

/**
 * Fills a demonstration with its invented staff and cases; what is there already is left as it is.
 *
 * @param working what holds once the product works: until then no case is moved
 */
export async function seedDemonstration(
  environment: Record<string, string>,
  home: string,
  report: Report,
  working: Promise<void>,
): Promise<void> {
  const { seed } = await import('./seed');
  await seed({ environment, home, working, log: (line) => report(`    ${line}`) });
}
