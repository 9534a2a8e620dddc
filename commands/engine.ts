import { Connection } from '@temporalio/client';
import type { Gateway } from '../gateway';
import { createGateway } from '../gateway';
import { engineConnection } from '../gateway/connect';
import type { ProductEnvironment } from './environment';

/** The way to the running cases, as the product's environment says. Close it afterwards. */
export function gatewayOf(product: ProductEnvironment): Gateway {
  return createGateway({
    connection: Connection.lazy(engineConnection(product)),
    namespace: product.TEMPORAL_NAMESPACE ?? 'default',
    taskQueue: product.TEMPORAL_TASK_QUEUE ?? 'custodian',
  });
}
