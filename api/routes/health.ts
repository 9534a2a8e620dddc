import { Router } from 'express';
import type { Services } from '../services';

/** For the bootstrap and load balancers: 200 while database and engine answer, 503 with the part that does not. */
export function healthRouter({ register, gateway }: Services): Router {
  return Router().get('/health', async (_req, res) => {
    const [database, engine] = await Promise.all([
      register.ping().then(
        () => true,
        () => false,
      ),
      gateway.healthy(),
    ]);
    res.status(database && engine ? 200 : 503).json({ database, engine });
  });
}
