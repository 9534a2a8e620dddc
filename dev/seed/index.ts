import { Connection } from '@temporalio/client';
import { createGateway } from '../../gateway';
import { engineConnection } from '../../gateway/connect';
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
  /** Holds once the product works; no case is moved before. At once unless said otherwise. */
  readonly working?: Promise<void>;
}

/** Fills a demonstration with invented staff and cases, through the real workflow. Safe to run again. */
export async function seed({ environment, home, stories = true, log, working }: SeedOptions): Promise<void> {
  const register = createRegister({
    databaseUrl: environment.DATABASE_URL ?? '',
    masterKey: masterKey(environment),
    organisations: loadOrganisations(environment.CUSTODIAN_ORGANISATIONS ?? 'organisations'),
    now: () => new Date(),
  });
  const gateway = createGateway({
    connection: await Connection.connect(engineConnection(environment)),
    namespace: environment.TEMPORAL_NAMESPACE ?? 'default',
    taskQueue: environment.TEMPORAL_TASK_QUEUE ?? 'custodian',
  });
  try {
    await register.storeOrganisations();
    const staff = await castOf(register, home);
    if (stories) await tellAll({ register, gateway, staff }, log, working);
  } finally {
    await gateway.close();
    await register.close();
  }
}
