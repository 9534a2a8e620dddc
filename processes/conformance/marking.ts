import type { StepKey } from '../../domain/cases/process';

/** One running instance of the process, a sub-process (for one item), or an event sub-process. */
export interface Scope {
  /** Tokens, each by the flow it stands on. */
  readonly tokens: string[];
  /** Steps entered and not left. */
  readonly active: Set<StepKey>;
}

/** One reading of where a case stands. */
export interface Marking {
  /** By scope key: `''` for the process itself, `search#1[cctv]`, `clarification-needed#1`. */
  readonly scopes: Map<string, Scope>;
  /** Steps that were open when the work was stopped or the end was reached. */
  readonly cutOff: Set<StepKey>;
  /** The end that was reached. The case may still have to wind up what was cut off. */
  ended: string | null;
  closed: boolean;
  /** Elements and flows passed so far. */
  readonly reached: Set<string>;
}

export const emptyMarking = (): Marking => ({
  scopes: new Map(),
  cutOff: new Set(),
  ended: null,
  closed: false,
  reached: new Set(),
});

/** A marking of its own, to be changed without touching the first. */
export const copyOf = (marking: Marking): Marking => ({
  scopes: new Map(
    [...marking.scopes].map(([key, { tokens, active }]) => [
      key,
      { tokens: [...tokens], active: new Set(active) },
    ]),
  ),
  cutOff: new Set(marking.cutOff),
  ended: marking.ended,
  closed: marking.closed,
  reached: new Set(marking.reached),
});

/** Equal for two markings from which the same things may happen. */
export function stateOf(marking: Marking): string {
  const scopes = [...marking.scopes].map(([key, { tokens, active }]) => [
    key,
    [...tokens].sort(),
    [...active].sort(),
  ]);
  return JSON.stringify([scopes.sort(), [...marking.cutOff].sort(), marking.ended, marking.closed]);
}

/** Every step now open, in whichever scope. */
export const openSteps = (marking: Marking): readonly StepKey[] =>
  [...marking.scopes.values()].flatMap(({ active }) => [...active]);

/** Drops every token: what was open is cut off. */
export function cutOffAll(marking: Marking): void {
  for (const step of openSteps(marking)) marking.cutOff.add(step);
  marking.scopes.clear();
}
