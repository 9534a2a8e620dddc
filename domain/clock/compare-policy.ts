import { periodText } from './period';
import { span, type Span } from './span';
import { timerNamed } from './timers';
import type { Period, PolicyPeriod, TimerName } from './types';

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
  const ours = spanBeside(policy, law);
  const theirs = spanBeside(law, policy);
  if (ours.least === theirs.most && ours.most === theirs.least) return 'equal';
  if (ours.most <= theirs.least) return 'stricter';
  return ours.least >= theirs.most ? 'laxer' : 'capped-case-by-case';
}

/** A period in days ends with a day: beside hours, which end at any time of it, up to a day later. */
function spanBeside(period: Period, other: Period): Span {
  const { least, most } = span(period);
  return other.unit === 'hours' ? { least, most: most + 1 } : { least, most };
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
