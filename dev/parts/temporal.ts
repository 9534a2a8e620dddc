import { join } from 'node:path';
import { searchAttributes } from '../../domain/cases/search-attributes';
import type { Part } from '../part';
import { launchUntilReady } from '../ready';
import { temporalCli } from '../tools/temporal-cli';
import { prepareNamespace } from './temporal-namespace';

/** Where the Temporal server listens and keeps its cases. */
export interface TemporalOptions {
  home: string;
  port: number;
  uiPort: number;
  namespace: string;
  /** Is told about a download or a build. */
  report(line: string): void;
}

/**
 * A real Temporal server with its web page, on the loopback address only, its data in
 * `home/temporal.db`. Ready when the namespace serves and the search attributes of cases are known.
 */
export function temporal(options: TemporalOptions): Part {
  const { home, port, namespace } = options;
  const address = `127.0.0.1:${port}`;
  return {
    name: 'temporal',
    title: 'Temporal server',
    start: async () =>
      launchUntilReady(
        {
          name: 'temporal',
          title: 'The Temporal server',
          command: await temporalCli(options.report),
          args: startArguments(options),
          env: { PATH: process.env.PATH, HOME: process.env.HOME },
          cwd: home,
          stopSignal: 'SIGTERM',
        },
        home,
        () => prepareNamespace({ address, namespace }),
      ),
  };
}

function startArguments({ home, port, uiPort, namespace }: TemporalOptions): string[] {
  const attributes = Object.entries(searchAttributes).flatMap(([name, type]) => [
    '--search-attribute',
    `${name}=${type}`,
  ]);
  const where = ['--ip', '127.0.0.1', '--port', String(port), '--ui-port', String(uiPort)];
  const kept = ['--db-filename', join(home, 'temporal.db'), '--namespace', namespace];
  return ['server', 'start-dev', ...where, ...kept, '--log-level', 'warn', ...attributes];
}
