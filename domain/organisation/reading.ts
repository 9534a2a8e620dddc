/** Questions to a profile that other parts of the product ask. */
import type { CaseKind } from '../cases/kinds';
import type { Period, PolicyPeriod, TimerName } from '../clock/types';
import type { AspectName } from './aspects';
import { aspects } from './aspects';
import type { Controller, Profile, Rule, RuleValue, TimedValue } from './profile';

/** The value of a rule whose aspect takes a period; undefined for any other. */
export function timed(value: RuleValue | undefined): TimedValue | undefined {
  return typeof value === 'object' && 'timer' in value ? value : undefined;
}

/**
 * The organisation's own period for a timer, to hand to `deadline` as its `policy`; a rule for this kind of
 * case comes before one for all. Undefined where the policy sets none. Never laxer than the law.
 */
export function policyPeriod(profile: Profile, timer: TimerName, kind?: CaseKind): PolicyPeriod | undefined {
  const candidates = profile.rules
    .map(({ applied }) => timed(applied))
    .filter((value): value is TimedValue => value?.timer === timer);
  const found =
    candidates.find(({ kinds }) => kind !== undefined && kinds?.includes(kind)) ??
    candidates.find(({ kinds }) => kinds === undefined);
  return found && { ...found.period, ...(found.extended && { extended: found.extended }) };
}

/**
 * What is applied on a point of law: the profile's rule or, where it has none, the law's own floor. A list
 * for aspects that take a list, else the one word. Periods are read with `policyPeriod`.
 */
export function applied(profile: Profile, aspect: Exclude<AspectName, 'period'>): readonly string[] {
  const value = profile.rules.find((rule: Rule) => rule.aspect === aspect)?.applied;
  if (typeof value === 'string') return [value];
  if (value && !timed(value)) return value as readonly string[];
  const floor = aspects[aspect];
  if (floor.takes === 'choice')
    return Object.keys(floor.choices)
      .filter((choice) => floor.choices[choice] === 'equal')
      .slice(0, 1);
  return floor.takes === 'period' ? [] : floor.members;
}

/** How long a closed case of this kind is kept, from its closing. */
export function caseRetention(profile: Profile, kind: CaseKind): Period {
  const entries = profile.caseRetention;
  const entry = entries.find((one) => one.kind === kind) ?? entries.find((one) => one.kind === undefined);
  if (!entry) throw new Error(`The profile ${profile.id} has no period for keeping closed cases.`);
  return entry.period;
}

/** Controllers of the data of people of this type, in the profile's order. */
export function controllersOf(profile: Profile, personType: string): readonly Controller[] {
  return profile.controllers.filter(({ dataOf }) => dataOf.includes(personType));
}
