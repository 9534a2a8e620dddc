import { loadClientConnectConfig } from '@temporalio/envconfig';

type Environment = Readonly<Record<string, string | undefined>>;

/** Address, TLS and API key, as `Connection` and `NativeConnection` take them. */
export type EngineConnection = ReturnType<typeof loadClientConnectConfig>['connectionOptions'];

/**
 * How Temporal is reached, by its own variables (`TEMPORAL_ADDRESS`, `TEMPORAL_TLS…`, `TEMPORAL_API_KEY`) and its
 * configuration file; what a variable says goes before the file. Throws where either cannot be understood.
 */
export function engineConnection(env: Environment = process.env): EngineConnection {
  const given = Object.entries(env).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return loadClientConnectConfig({ overrideEnvVars: Object.fromEntries(given) }).connectionOptions;
}
