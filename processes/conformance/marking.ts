import type { StepKey } from '../../domain/cases/process';

/** One running instance of the process, a sub-process (for one item), or an event sub-process. */
export interface Scope {
  /** Tokens, each by the flow it stands on. */
  readonly tokens: readonly string[];
  /** Steps entered and not left. */
  readonly active: ReadonlySet<StepKey>;
}

/** One reading of where a case stands. Its scopes are shared between copies, and replaced when they change. */
export interface Marking {
  /** By scope key: `''` for the process itself, `search#1[cctv]`, `clarification-needed#1`, `reopened#1`. */
  readonly scopes: Map<string, Scope>;
  /** Steps that were open when the work was stopped or the end was reached. */
  readonly cutOff: Set<StepKey>;
  /** The end that was reached. The case may still have to wind up what was cut off. */
  ended: string | null;
  closed: boolean;
  /** Elements and flows passed so far. */
  readonly reached: Set<string>;
  /** By step key without its number: the number of the last visit, waived ones counted. */
  readonly visits: Map<string, number>;
}

export const emptyMarking = (): Marking => ({
  scopes: new Map(),
  cutOff: new Set(),
  ended: null,
  closed: false,
  reached: new Set(),
  visits: new Map(),
});

/** A marking of its own, to be changed without touching the first. */
export const copyOf = (marking: Marking): Marking => ({
  scopes: new Map(marking.scopes),
  cutOff: new Set(marking.cutOff),
  ended: marking.ended,
  closed: marking.closed,
  reached: new Set(marking.reached),
  visits: new Map(marking.visits),
});

const nowhere: Scope = { tokens: [], active: new Set() };

/** A scope of a marking; empty where it is not running. */
export const scopeOf = (marking: Marking, key: string): Scope => marking.scopes.get(key) ?? nowhere;

/** Whether all in a scope has come to its end. */
export function isFinished(marking: Marking, key: string): boolean {
  const { tokens, active } = scopeOf(marking, key);
  return tokens.length === 0 && active.size === 0;
}

export function addToken(marking: Marking, key: string, flow: string): void {
  const { tokens, active } = scopeOf(marking, key);
  marking.scopes.set(key, { tokens: [...tokens, flow], active });
}

/** Removes one token from a flow. */
export function takeToken(marking: Marking, key: string, flow: string): void {
  const { tokens, active } = scopeOf(marking, key);
  const index = tokens.indexOf(flow);
  marking.scopes.set(key, { tokens: tokens.filter((_, at) => at !== index), active });
}

export function openStep(marking: Marking, key: string, step: StepKey): void {
  const { tokens, active } = scopeOf(marking, key);
  marking.scopes.set(key, { tokens, active: new Set([...active, step]) });
}

export function closeStep(marking: Marking, key: string, step: StepKey): void {
  const { tokens, active } = scopeOf(marking, key);
  marking.scopes.set(key, { tokens, active: new Set([...active].filter((one) => one !== step)) });
}

/** Drops every token: what was open is cut off. */
export function cutOffAll(marking: Marking): void {
  for (const step of openSteps(marking)) marking.cutOff.add(step);
  marking.scopes.clear();
}

/** Every step now open, in whichever scope. */
export const openSteps = (marking: Marking): readonly StepKey[] =>
  [...marking.scopes.values()].flatMap(({ active }) => [...active]);

/** Equal for two markings from which the same things may happen. */
export function stateOf(marking: Marking): string {
  const scopes = [...marking.scopes].map(([key, { tokens, active }]) =>
    JSON.stringify([key, [...tokens].sort(), [...active].sort()]),
  );
  const visits = [...marking.visits].sort(([one], [other]) => one.localeCompare(other));
  return JSON.stringify([scopes.sort(), [...marking.cutOff].sort(), marking.ended, marking.closed, visits]);
}
