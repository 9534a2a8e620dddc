import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import type { Layout } from './layout';
import { migrate } from './migrate';
import type { Part } from './part';
import { prepareNamespace } from './parts/temporal-namespace';
import type { Report } from './progress';
import { step } from './progress';
import type { Supervisor } from './supervisor';
import { temporalCli } from './tools/temporal-cli';

/** Starts the parts of a stack in order, preparing what each next one relies on. */
export async function bringUp(layout: Layout, supervisor: Supervisor, report: Report): Promise<void> {
  const { services, product, environment } = layout;
  const ownTemporal = services.some(({ name }) => name === 'temporal');
  // A download or a build may take minutes: before anything runs that a failure would have to stop.
  if (ownTemporal) await temporalCli(report);
  await together(services, supervisor, report);
  if (!ownTemporal) await step(report, 'Your Temporal server', () => prepareGivenTemporal(environment));
  await step(report, 'Database migrations', () => migrate(environment.DATABASE_URL ?? ''));
  await together(product, supervisor, report);
}

/** Starts parts at once, and waits for all, so that none is still starting when an error is dealt with. */
async function together(parts: readonly Part[], supervisor: Supervisor, report: Report): Promise<void> {
  const starts = parts.map(({ title, name }) => step(report, title, () => supervisor.start(name)));
  const failure = (await Promise.allSettled(starts)).find((one) => one.status === 'rejected');
  if (failure) throw failure.reason;
}

async function prepareGivenTemporal(environment: Record<string, string>): Promise<void> {
  const { connectionOptions, namespace } = loadClientConnectConfig({ overrideEnvVars: environment });
  await prepareNamespace({ ...connectionOptions, namespace: namespace ?? 'default' });
}

/** Fills a demonstration with its invented staff and cases; what is there already is left as it is. */
export async function seedDemonstration(
  environment: Record<string, string>,
  home: string,
  report: Report,
): Promise<void> {
  if (!existsSync(join(__dirname, 'seed', 'index.ts'))) {
    throw new Error('dev/seed/index.ts is missing, so the demonstration cannot be filled.');
  }
  const { seed } = await import('./seed');
  await seed({
    environment,
    home,
    log: (line) => report(`    ${line}`),
  });
}
