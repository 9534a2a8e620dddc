/**
 * How far a policy may go on one point of law. A floor compares a value with the law; what it says is laxer
 * is refused. The articles are those in force on 21 November 2026.
 */

/** How a value stands to the law. */
export type Standing = 'stricter' | 'equal' | 'laxer';

interface Base {
  /** The point, as the head of a row: `When the clock starts`. */
  readonly title: string;
  /** What the law says, in a sentence. */
  readonly law: string;
  /** The provision; where law is silent, whose guidance or choice it is. */
  readonly article: string;
}

/** One of several ways, each with its standing. */
export interface ChoiceFloor extends Base {
  readonly takes: 'choice';
  readonly choices: Readonly<Record<string, Standing>>;
}

/** A list that must hold all of `members` and may hold `more`; each of these makes it stricter. */
export interface AtLeastFloor extends Base {
  readonly takes: 'at-least';
  readonly members: readonly string[];
  readonly more?: readonly string[];
}

/**
 * A list that may hold nothing outside `members`; each that is missing makes it stricter. `others` are values
 * that policies are known to hold, so that they can be written down as what the policy says.
 */
export interface AtMostFloor extends Base {
  readonly takes: 'at-most';
  readonly members: readonly string[];
  readonly others?: readonly string[];
}

/** A period of a timer: judged against the timer's declaration in `domain/clock`. */
export interface PeriodFloor extends Base {
  readonly takes: 'period';
}

export type Floor = ChoiceFloor | AtLeastFloor | AtMostFloor | PeriodFloor;

/** Values that may stand in a profile for this floor; undefined where it takes a period. */
export function vocabulary(floor: Floor): readonly string[] | undefined {
  switch (floor.takes) {
    case 'choice':
      return Object.keys(floor.choices);
    case 'at-least':
      return [...floor.members, ...(floor.more ?? [])];
    case 'at-most':
      return [...floor.members, ...(floor.others ?? [])];
    case 'period':
      return undefined;
  }
}

/** How a choice or a list stands to the law, and what it lacks or exceeds. */
export function standing(
  floor: Exclude<Floor, PeriodFloor>,
  value: string | readonly string[],
): { standing: Standing; because?: string } {
  const given = typeof value === 'string' ? [value] : value;
  switch (floor.takes) {
    case 'choice':
      return { standing: floor.choices[given[0] ?? ''] ?? 'laxer' };
    case 'at-least': {
      const missing = floor.members.filter((member) => !given.includes(member));
      if (missing.length > 0) return { standing: 'laxer', because: `it lacks ${missing.join(', ')}` };
      return { standing: given.length > floor.members.length ? 'stricter' : 'equal' };
    }
    case 'at-most': {
      const beyond = given.filter((member) => !floor.members.includes(member));
      if (beyond.length > 0)
        return { standing: 'laxer', because: `the law does not know ${beyond.join(', ')}` };
      return { standing: given.length < floor.members.length ? 'stricter' : 'equal' };
    }
  }
}
