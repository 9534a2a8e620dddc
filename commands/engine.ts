import { Connection } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import type { Gateway } from '../gateway';
import { createGateway } from '../gateway';
import type { ProductEnvironment } from './environment';

/** The way to the running cases, as the product's environment says. Close it afterwards. */
export function gatewayOf(product: ProductEnvironment): Gateway {
  const { connectionOptions } = loadClientConnectConfig({ overrideEnvVars: { ...product } });
  const address = product.TEMPORAL_ADDRESS;
  return createGateway({
    connection: Connection.lazy({ ...connectionOptions, ...(address ? { address } : {}) }),
    namespace: product.TEMPORAL_NAMESPACE ?? 'default',
    taskQueue: product.TEMPORAL_TASK_QUEUE ?? 'custodian',
  });
}
