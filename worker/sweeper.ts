import type { Logger } from 'pino';
import type { Gateway } from '../gateway';
import type { Register } from '../register';

const EVERY_MS = 30_000;
/** What is younger is still being sent, or started, by the page that stored it. */
const AGE_MS = 30_000;

/**
 * Begins what was recorded and never begun, and sends again what was stored and never settled: the page that
 * stored it was closed, or the engine was away. The same id goes again, so nothing is done twice.
 *
 * @param also what else is due: each is done whether or not the others fail
 */
export function sweeper(
  register: Register,
  gateway: Gateway,
  log: Logger,
  also: readonly (() => Promise<unknown>)[],
): { stop(): void } {
  let running = false;
  const timer = setInterval(() => {
    if (running) return;
    running = true;
    const failed = (error: unknown): void =>
      log.warn({ code: (error as Error).name }, 'could not take up what is waiting');
    const swept = sweep(register, gateway).then(
      (found) => void (found.begun + found.sent > 0 && log.info({ ...found }, 'took up what was waiting')),
      failed,
    );
    void Promise.all([swept, ...also.map((one) => one().catch(failed))]).finally(() => (running = false));
  }, EVERY_MS);
  return { stop: () => clearInterval(timer) };
}

/** How many cases were begun, and how many submissions sent again. */
export interface Swept {
  readonly begun: number;
  readonly sent: number;
}

/** One sweep of what is older than `age` milliseconds. Throws when record or engine is away. */
export async function sweep(register: Register, gateway: Gateway, age = AGE_MS): Promise<Swept> {
  const before = new Date(Date.now() - age).toISOString();
  const unclaimed = await register.recorder.unclaimed(before);
  for (const one of unclaimed) await gateway.startCase(one);
  const waiting = await register.submissions.pending(before);
  for (const { reference, request } of waiting) {
    const start = await register.cases.start(reference);
    if (!start) continue;
    const acted = await gateway.act(start, request);
    if (acted.status === 'refused') await register.submissions.settleRefused(request.id, acted.refusal);
  }
  return { begun: unclaimed.length, sent: waiting.length };
}
