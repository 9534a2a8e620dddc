import { loadClientConnectConfig } from '@temporalio/envconfig';
import { Connection } from '@temporalio/client';
import { createGateway } from '../../gateway';
import { createRegister } from '../../register';
import { masterKey } from '../../register/master-key';
import { loadOrganisations } from '../../register/organisations';
import { castOf } from './staff';
import { tellAll } from './stories';

export interface SeedOptions {
  /** As the API process gets it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly home: string;
  /** Whether cases are told as well; without them there are staff only. True unless said otherwise. */
  readonly stories?: boolean;
  readonly log: (line: string) => void;
}

/** Fills a demonstration with invented staff and cases, through the real workflow. Safe to run again. */
export async function seed({ environment, home, stories = true, log }: SeedOptions): Promise<void> {
  const register = createRegister({
    databaseUrl: environment.DATABASE_URL ?? '',
    masterKey: masterKey(environment),
    organisations: loadOrganisations(environment.CUSTODIAN_ORGANISATIONS ?? 'organisations'),
    now: () => new Date(),
  });
  const { connectionOptions, namespace } = loadClientConnectConfig({ overrideEnvVars: { ...environment } });
  const gateway = createGateway({
    connection: await Connection.connect(connectionOptions),
    namespace: namespace ?? 'default',
    taskQueue: environment.TEMPORAL_TASK_QUEUE ?? 'custodian',
  });
  try {
    const staff = await castOf(register, home);
    if (stories) await tellAll({ register, gateway, staff }, log);
  } finally {
    await gateway.close();
    await register.close();
  }
}
