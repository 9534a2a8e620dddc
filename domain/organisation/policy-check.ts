/**
 * The policy-override rule. A policy may shorten, add steps and add approvals. It may not delay a start, add
 * a stop, require a channel, drop a mandatory paragraph, widen an extension or give a later date.
 */
import { comparePolicy, timerNamed } from '../clock';
import { comparePeriods } from '../clock/compare-policy';
import { aspects } from './aspects';
import type { Standing } from './aspects/floor';
import { standing } from './aspects/floor';
import { isPublicAuthority } from './completeness';
import type { Finding } from './document';
import type { Profile, Rule, RuleValue, TimedValue } from './profile';
import { applied, timed } from './reading';
import { valueText } from './value-text';

/**
 * How a value stands to the law. `capped`: it depends on the day, so that each case takes the earlier date.
 * `policy-alone`: the law gives no number.
 */
export interface Judgement {
  readonly standing: Standing | 'capped' | 'policy-alone';
  readonly article: string;
  /** Why, where it is not plain from the value. */
  readonly because?: string;
}

/** A rule's value, as the policy says it or as it is applied, against the law in force. */
export function judge(rule: Pick<Rule, 'aspect'>, value: RuleValue): Judgement {
  const floor = aspects[rule.aspect];
  const period = timed(value);
  if (period) return judgePeriod(period);
  if (floor.takes === 'period') throw new Error(`${rule.aspect} takes a period.`);
  return { article: floor.article, ...standing(floor, value as string | readonly string[]) };
}

/** Stricter if either the period or its extended total is, and neither is laxer. */
function judgePeriod({ timer, period, extended }: TimedValue): Judgement {
  const { verdict, article, text } = comparePolicy({ ...period, ...(extended && { extended }) }, timer);
  if (verdict === 'capped-case-by-case') return { standing: 'capped', article, because: text };
  const [{ extension }] = timerNamed(timer).law;
  const shorter =
    comparePolicy(period, timer).verdict === 'stricter' ||
    (extended && extension && comparePeriods(extended, extension.to) === 'stricter');
  return { standing: verdict === 'equal' && shorter ? 'stricter' : verdict, article, because: text };
}

/** Rules of a profile that may not stand, each with its article. */
export function lawFindings(profile: Profile): Finding[] {
  return [
    ...profile.rules.flatMap((rule, index) => [
      ...laxFindings(rule, index),
      ...periodFindings(rule, index),
      ...repeatedFindings(profile, rule, index),
    ]),
    ...informationFindings(profile),
  ];
}

function laxFindings(rule: Rule, index: number): Finding[] {
  const judgement = judge(rule, rule.applied);
  if (judgement.standing !== 'laxer') return [];
  const because = judgement.because
    ? `, which is laxer than the law: ${judgement.because}`
    : ', which is laxer than the law';
  return [
    {
      path: ['rules', index, 'applied'],
      found: `${valueText(rule.applied)}${because}`,
      allowed: lawText(rule),
      article: judgement.article,
    },
  ];
}

/** A period that would never be used: for a kind that the timer does not know, or an extension that shortens. */
function periodFindings(rule: Rule, index: number): Finding[] {
  const value = timed(rule.applied);
  if (!value) return [];
  const path = ['rules', index, 'applied'];
  const { kinds } = timerNamed(value.timer);
  const findings: Finding[] = (value.kinds ?? []).flatMap((kind, at) =>
    kinds.includes(kind)
      ? []
      : [{ path: [...path, 'kinds', at], allowed: `one of ${kinds.join(', ')} for ${value.timer}` }],
  );
  if (value.extended && ['equal', 'stricter'].includes(comparePeriods(value.extended, value.period)))
    findings.push({
      path: [...path, 'extended'],
      allowed: 'the total once extended, longer than the period',
    });
  return findings;
}

/** Two rules on one point would leave open which of them is applied. */
function repeatedFindings(profile: Profile, rule: Rule, index: number): Finding[] {
  const earlier = profile.rules.slice(0, index).find((other) => samePoint(other, rule));
  return earlier
    ? [
        {
          path: ['rules', index, 'aspect'],
          allowed: `one rule on this point; ${earlier.id} speaks on it already`,
        },
      ]
    : [];
}

function samePoint(one: Rule, other: Rule): boolean {
  const [first, second] = [timed(one.applied), timed(other.applied)];
  if (one.aspect !== other.aspect || first?.timer !== second?.timer) return false;
  return (
    first?.kinds === second?.kinds ||
    (first?.kinds ?? []).some((kind) => second?.kinds?.includes(kind) ?? false)
  );
}

/** A body that FOIA and the EIR bind cannot refer people elsewhere for what it holds itself. */
function informationFindings(profile: Profile): Finding[] {
  if (!isPublicAuthority(profile) || profile.nation === 'scotland') return [];
  const { regimes } = profile.informationRequests;
  const at = profile.rules.findIndex(({ aspect }) => aspect === 'information.requests');
  const refers = applied(profile, 'information.requests').includes('referred-to-the-public-authority');
  const findings: Finding[] = [];
  if (!regimes.includes('foi') || !regimes.includes('eir'))
    findings.push({
      path: ['informationRequests', 'regimes'],
      allowed: `foi and eir among them, because they bind a body of type ${profile.bodyType}`,
      article: 'FOIA sections 1 and 6; EIR regulation 2(2)',
    });
  if (refers)
    findings.push({
      path: ['rules', at, 'applied'],
      allowed: `answered-in-time, because FOIA binds a body of type ${profile.bodyType}`,
      article: 'FOIA sections 1(1) and 10(1)',
    });
  return findings;
}

/** The least that the law allows, as a person reads it. */
function lawText({ aspect, applied: value }: Rule): string {
  const floor = aspects[aspect];
  const period = timed(value);
  switch (floor.takes) {
    case 'choice':
      return Object.keys(floor.choices)
        .filter((choice) => floor.choices[choice] !== 'laxer')
        .join(' or ');
    case 'at-least':
      return `at least ${floor.members.join(', ')}`;
    case 'at-most':
      return `at most ${floor.members.join(', ')}`;
    case 'period':
      return period ? timerNamed(period.timer).title : floor.law;
  }
}
