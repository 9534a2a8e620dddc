/** What a policy says beside what is applied. */
import type { CaseKind } from '../../cases/kinds';
import type { Period, TimerName } from '../../clock/types';
import type { AspectName } from '../aspects';

/** A policy period: of a timer, for some kinds of case or for all. */
export interface TimedValue {
  readonly timer: TimerName;
  /** Absent: every kind that the timer is for. */
  readonly kinds?: readonly CaseKind[];
  readonly period: Period;
  /** The total from the relevant time, once extended. */
  readonly extended?: Period;
}

/** One of an aspect's choices, a list of its members, or a period. */
export type RuleValue = string | readonly string[] | TimedValue;

/**
 * One point on which a policy speaks (or is silent). `aspect` names the point of law: what it takes, and what
 * the law's floor is, stands in `aspects.ts`. An `applied` laxer than the law is refused at load.
 */
export interface Rule {
  readonly id: string;
  readonly aspect: AspectName;
  /** Rows of the comparison "policies against statute" that this answers. */
  readonly about: readonly number[];
  readonly policySays: {
    /** Section of the policy, or absent where it is silent. */
    readonly section?: string;
    /** A quotation or a faithful paraphrase. */
    readonly text: string;
    /** The same as a value; absent where the policy says nothing that can be measured. */
    readonly value?: RuleValue;
  };
  readonly applied: RuleValue;
  /** Why this is applied. */
  readonly why: string;
}
