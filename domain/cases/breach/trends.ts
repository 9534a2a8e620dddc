/** What the register of breaches shows in sum: how often, why, where, and how soon people knew and told. Pure. */
import type { Instant } from '../../clock/types';

/** A breach as far as trends look at it. */
export interface Counted {
  readonly what: string | null;
  readonly cause: string | null;
  readonly systems: readonly string[];
  readonly happenedAt: Instant | null;
  readonly awareAt: Instant | null;
  readonly notifiedAt: Instant | null;
  readonly reportedAt: Instant;
}

export interface Count {
  readonly id: string;
  readonly count: number;
}

export interface Spread {
  /** How many have both moments. */
  readonly of: number;
  readonly medianHours: number | null;
  readonly longestHours: number | null;
}

export interface Trends {
  readonly breaches: number;
  readonly nearMisses: number;
  /** By what caused it, the most frequent first. `unknown` where it was not assessed yet. */
  readonly byCause: readonly Count[];
  readonly bySystem: readonly Count[];
  /** By month of the report, `2026-11`, oldest first. */
  readonly byMonth: readonly Count[];
  /** From when it happened until we were aware. */
  readonly toAware: Spread;
  /** From when we were aware until the regulator was notified. */
  readonly toNotify: Spread;
  /** Notified after 72 hours (Art 33(1)). */
  readonly notifiedLate: number;
}

const HOUR = 3_600_000;

/** Near misses are counted apart, and what was no breach at all is left out. */
export function trendsOf(all: readonly Counted[]): Trends {
  const breaches = all.filter(({ what }) => what === null || what === 'breach');
  const toNotify = hoursBetween(breaches, 'awareAt', 'notifiedAt');
  return {
    breaches: breaches.length,
    nearMisses: all.filter(({ what }) => what === 'near-miss').length,
    byCause: counted(breaches.map(({ cause }) => cause ?? 'unknown')),
    bySystem: counted(breaches.flatMap(({ systems }) => systems)),
    byMonth: counted(breaches.map(({ reportedAt }) => reportedAt.slice(0, 7))).toSorted((one, other) =>
      one.id < other.id ? -1 : 1,
    ),
    toAware: spread(hoursBetween(breaches, 'happenedAt', 'awareAt')),
    toNotify: spread(toNotify),
    notifiedLate: toNotify.filter((hours) => hours > 72).length,
  };
}

function counted(ids: readonly string[]): Count[] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .map(([id, count]) => ({ id, count }))
    .toSorted((one, other) => other.count - one.count || (one.id < other.id ? -1 : 1));
}

type Moment = 'happenedAt' | 'awareAt' | 'notifiedAt';

const hoursBetween = (all: readonly Counted[], from: Moment, until: Moment): number[] =>
  all.flatMap((one) => {
    const [start, end] = [one[from], one[until]];
    return start && end ? [(Date.parse(end) - Date.parse(start)) / HOUR] : [];
  });

function spread(hours: readonly number[]): Spread {
  const sorted = hours.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return {
    of: sorted.length,
    medianHours: low === undefined || high === undefined ? null : (low + high) / 2,
    longestHours: sorted.at(-1) ?? null,
  };
}
