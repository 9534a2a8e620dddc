import { createHash } from 'node:crypto';
import type { RateLimiterRes } from 'rate-limiter-flexible';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { TooManyRequests } from '../errors';

const QUARTER_HOUR = 15 * 60;

/** Counts wrong passwords: five for one account from one address, fifty from one address, in fifteen minutes. */
export interface Attempts {
  /** Throws TooManyRequests while locked out. */
  check(account: string, address: string): Promise<void>;
  failed(account: string, address: string): Promise<void>;
  succeeded(account: string, address: string): Promise<void>;
}

export function createAttempts(): Attempts {
  const perAccount = new RateLimiterMemory({ points: 5, duration: QUARTER_HOUR });
  const perAddress = new RateLimiterMemory({ points: 50, duration: QUARTER_HOUR });
  return {
    check: async (account, address) => {
      for (const locked of [await perAccount.get(keyOf(account, address)), await perAddress.get(address)])
        if (locked && isSpent(locked)) throw new TooManyRequests(locked.msBeforeNext / 1000);
    },
    failed: async (account, address) => {
      await Promise.allSettled([perAccount.consume(keyOf(account, address)), perAddress.consume(address)]);
    },
    succeeded: async (account, address) => {
      await perAccount.delete(keyOf(account, address));
    },
  };
}

const isSpent = ({ remainingPoints }: RateLimiterRes): boolean => remainingPoints <= 0;

/** Mail addresses are not kept, not even in memory. */
const keyOf = (account: string, address: string): string =>
  createHash('sha256').update(`${account.trim().toLowerCase()}\n${address}`).digest('base64url');
