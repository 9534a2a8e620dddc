import type { Logger } from 'pino';
import type { Gateway } from '../gateway';
import type { Register } from '../register';

const EVERY_MS = 30_000;
/** Younger submissions are still being sent by the page that stored them. */
const AGE_MS = 30_000;

/**
 * Sends again what was stored and never settled: the page that stored it was closed, or the engine was away.
 * The same id goes again, so what was done after all is not done twice.
 */
export function sweeper(register: Register, gateway: Gateway, log: Logger): { stop(): void } {
  let running = false;
  const timer = setInterval(() => {
    if (running) return;
    running = true;
    sweep(register, gateway)
      .then((sent) => sent > 0 && log.info({ sent }, 'sent waiting submissions again'))
      .catch((error: unknown) =>
        log.warn({ code: (error as Error).name }, 'could not look for waiting submissions'),
      )
      .finally(() => (running = false));
  }, EVERY_MS);
  return { stop: () => clearInterval(timer) };
}

/** One sweep; answers how many were sent. */
export async function sweep(register: Register, gateway: Gateway, age = AGE_MS): Promise<number> {
  const waiting = await register.submissions.pending(new Date(Date.now() - age).toISOString());
  for (const { reference, request } of waiting) {
    const start = await register.cases.start(reference);
    if (!start) continue;
    const acted = await gateway.act(start, request);
    if (acted.status === 'refused') await register.submissions.settleRefused(request.id, acted.refusal);
  }
  return waiting.length;
}
