import { addDays, daysBetween, isWorkingDay, knownHolidays } from '../calendar';
import { endOfPeriod, periodText } from './period';
import { timerNamed } from './timers';
import type { Period, PolicyPeriod, Region, TimerName } from './types';

/**
 * - `stricter`: never later than the law, whatever the day it starts; it is taken
 * - `equal`
 * - `laxer`: never earlier than the law and sometimes later; it is refused
 * - `capped-case-by-case`: depends on the day; each case takes the earlier of the two
 * - `policy-alone`: the law gives no number
 */
export type Verdict = 'stricter' | 'equal' | 'laxer' | 'capped-case-by-case' | 'policy-alone';

export interface Comparison {
  verdict: Verdict;
  /** The provision that gives the law's period. */
  article: string;
  /** One sentence for the person who keeps the profile. */
  text: string;
}

/** From worst to best: a policy is judged by the worst of its parts. */
const gravity: readonly Verdict[] = ['laxer', 'capped-case-by-case', 'policy-alone', 'equal', 'stricter'];

/**
 * A policy's period against the law's, by the law in force now. Lengths are compared before any roll, over
 * every day on which they could start. For a minimum period (a document to be kept) longer is stricter.
 */
export function comparePolicy(policy: PolicyPeriod, name: TimerName): Comparison {
  const timer = timerNamed(name);
  const [law] = timer.law;
  const base = timer.minimum ? flipped(comparison(policy, law.length)) : comparison(policy, law.length);
  const parts = [{ verdict: base, text: sentence(policy, law.length, base), article: law.article }];
  if (policy.extended) {
    const to = law.extension?.to;
    const verdict = to ? comparison(policy.extended, to) : 'laxer';
    const text = to
      ? `Once extended: ${sentence(policy.extended, to, verdict)}`
      : 'The policy extends a period that the law does not let anyone extend.';
    parts.push({ verdict, text, article: law.extension?.article ?? law.article });
  }
  return parts.sort(
    (one, other) => gravity.indexOf(one.verdict) - gravity.indexOf(other.verdict),
  )[0] as Comparison;
}

/** One length against another, whatever the day on which both start. */
export function comparePeriods(policy: Period, law: Period): Exclude<Verdict, 'policy-alone'> {
  if (policy.unit === law.unit) {
    return policy.count === law.count ? 'equal' : policy.count < law.count ? 'stricter' : 'laxer';
  }
  const ours = span(policy);
  const theirs = span(law);
  if (ours.least === theirs.most && ours.most === theirs.least) return 'equal';
  if (ours.most <= theirs.least) return 'stricter';
  return ours.least >= theirs.most ? 'laxer' : 'capped-case-by-case';
}

function comparison(policy: Period, law: Period | null): Verdict {
  return law ? comparePeriods(policy, law) : 'policy-alone';
}

function flipped(verdict: Verdict): Verdict {
  return verdict === 'laxer' ? 'stricter' : verdict === 'stricter' ? 'laxer' : verdict;
}

function sentence(policy: Period, law: Period | null, verdict: Verdict): string {
  const ours = periodText(policy);
  if (!law || verdict === 'policy-alone') return `The law gives no number; the policy’s ${ours} applies.`;
  const theirs = periodText(law);
  return {
    stricter: `The policy’s ${ours} is stricter than the law’s ${theirs} and is applied.`,
    equal: `The policy’s ${ours} is the law’s own period.`,
    laxer: `The policy’s ${ours} is laxer than the law’s ${theirs} and cannot be applied.`,
    'capped-case-by-case': `The policy’s ${ours} can end before or after the law’s ${theirs}, depending on the day: each case takes the earlier date.`,
  }[verdict];
}

/** The fewest and the most days that a period can take, over all days on which it can start. */
interface Span {
  least: number;
  most: number;
}

function span({ count, unit }: Period): Span {
  switch (unit) {
    case 'hours':
      return { least: count / 24, most: count / 24 };
    case 'days':
      return { least: count, most: count };
    case 'weeks':
      return { least: 7 * count, most: 7 * count };
    case 'months':
      return monthSpan(count);
    case 'years':
      return monthSpan(12 * count);
    case 'working-days':
      return workingDaySpan(count);
  }
}

const monthSpans = new Map<number, Span>();
const workingDaySpans = new Map<number, Span>();

/** Over four years, of which one is a leap year. */
function monthSpan(count: number): Span {
  const known =
    monthSpans.get(count) ??
    widest(
      days('2021-01-01', '2024-12-31').map((day) =>
        daysBetween(day, endOfPeriod(day, { count, unit: 'months' }, 'all-uk')),
      ),
    );
  monthSpans.set(count, known);
  return known;
}

/** Over all years whose holidays are known, in every nation. */
function workingDaySpan(count: number): Span {
  const regions: Region[] = ['england-and-wales', 'scotland', 'northern-ireland', 'all-uk'];
  const known =
    workingDaySpans.get(count) ?? widest(regions.flatMap((region) => workingDayLengths(count, region)));
  workingDaySpans.set(count, known);
  return known;
}

function workingDayLengths(count: number, region: Region): number[] {
  const all = days(knownHolidays.knownFrom, knownHolidays.knownUntil);
  const working = all.filter((day) => isWorkingDay(day, region));
  let next = 0;
  return all.flatMap((day) => {
    while (working[next] !== undefined && (working[next] as string) <= day) next += 1;
    const end = working[next + count - 1];
    return end === undefined ? [] : [daysBetween(day, end)];
  });
}

function days(from: string, to: string): string[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
}

function widest(lengths: readonly number[]): Span {
  return lengths.reduce(
    ({ least, most }, length) => ({ least: Math.min(least, length), most: Math.max(most, length) }),
    { least: Infinity, most: 0 },
  );
}
