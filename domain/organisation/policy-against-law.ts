import { periodText, timerNamed } from '../clock';
import { aspects } from './aspects';
import type { Judgement } from './policy-check';
import { judge } from './policy-check';
import type { Profile, Rule } from './profile';
import { timed } from './reading';
import { valueText } from './value-text';

/**
 * How a policy's point stands to the law and what follows from it.
 * - `stricter`: the policy goes further than the law and is applied
 * - `equal`: policy and law say the same
 * - `law-applied`: the policy falls short, so the law is applied
 * - `law-suffices`: the policy goes further, but the law is applied, for the reason given
 * - `capped`: which is earlier depends on the day; each case takes the earlier date
 * - `policy-alone`: the law gives no number; the policy's is applied
 * - `silent`: the policy does not speak of it
 */
export type PolicyVerdict =
  'stricter' | 'equal' | 'law-applied' | 'law-suffices' | 'capped' | 'policy-alone' | 'silent';

export const verdictTexts: Readonly<Record<PolicyVerdict, string>> = {
  stricter: 'Stricter than the law: the policy is applied.',
  equal: 'As the law.',
  'law-applied': 'The policy falls short of the law: the law is applied.',
  'law-suffices': 'The policy goes further than the law: the law is applied.',
  capped: 'Cannot be compared in general: each case takes the earlier date.',
  'policy-alone': 'The law gives no number: the policy is applied.',
  silent: 'The policy is silent.',
};

/** One row of "your policy against the law". Plain text, fit for a page, a table and a print-out. */
export interface PolicyRow {
  readonly rule: string;
  /** Rows of the comparison of policies with statute that this answers; empty for a point outside it. */
  readonly numbers: readonly number[];
  readonly title: string;
  readonly section?: string;
  readonly policySays: string;
  readonly law: string;
  readonly article: string;
  readonly applied: string;
  readonly why: string;
  readonly verdict: PolicyVerdict;
}

/** Every rule of the profile beside the law, in the order of the comparison's rows; others come last. */
export function policyAgainstLaw(profile: Profile): PolicyRow[] {
  const first = ({ numbers }: PolicyRow) => numbers[0] ?? Infinity;
  return profile.rules.map(row).sort((one, other) => order(first(one), first(other)));
}

function order(one: number, other: number): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

function row(rule: Rule): PolicyRow {
  const floor = aspects[rule.aspect];
  const judgement = judge(rule, rule.applied);
  const { section, text } = rule.policySays;
  return {
    rule: rule.id,
    numbers: rule.about,
    title: titleOf(rule),
    ...(section && { section }),
    policySays: text,
    law: lawOf(rule) ?? floor.law,
    article: judgement.article,
    applied: valueText(rule.applied),
    why: rule.why,
    verdict: verdictOf(rule, judgement),
  };
}

function titleOf({ aspect, applied }: Rule): string {
  const period = timed(applied);
  return period ? timerNamed(period.timer).title : aspects[aspect].title;
}

/** The timer's own period, extension and wording, for a rule about time. */
function lawOf({ applied }: Rule): string | undefined {
  const period = timed(applied);
  if (!period) return undefined;
  const [{ length, extension, wording }] = timerNamed(period.timer).law;
  const parts = [
    length ? periodText(length) : undefined,
    extension && `${periodText(extension.to)} in all once extended`,
    wording,
  ].filter((part) => part !== undefined);
  const text = parts.join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function verdictOf(rule: Rule, { standing }: Judgement): PolicyVerdict {
  if (rule.policySays.value === undefined) return 'silent';
  const said = judge(rule, rule.policySays.value).standing;
  if (said === 'laxer') return 'law-applied';
  if (standing === 'capped' || standing === 'policy-alone') return standing;
  if (standing === 'stricter') return 'stricter';
  return said === 'stricter' ? 'law-suffices' : 'equal';
}
