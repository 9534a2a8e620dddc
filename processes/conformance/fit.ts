import { isActivity } from '../model';
import { partsOf } from './events';
import { openSteps, type Marking } from './marking';
import { targetOf, type Net } from './net';

/** Elements and flows by their ids, in the order of the diagram. */
export interface Reached {
  readonly elements: readonly string[];
  readonly flows: readonly string[];
}

export interface Fit {
  readonly fits: true;
  /** The end by which the case is closed; null while it is open. */
  readonly closed: string | null;
  /** Elements where the case now stands: its open steps and the sub-processes around them, or its end. */
  readonly position: readonly string[];
  /** Steps that a token stands before: what would begin at once if the case ran on. */
  readonly next: readonly string[];
  /** What it has passed so far, by the shortest way that explains its record. */
  readonly reached: Reached;
}

/** What a marking says of a case that has come so far. */
export function fitOf(net: Net, marking: Marking): Fit {
  const { nodes, flows } = net.model;
  const position = positionsOf(net, marking);
  const next = waitingAt(net, marking);
  return {
    fits: true,
    closed: marking.closed ? marking.ended : null,
    position: nodes.map(({ id }) => id).filter((id) => position.has(id)),
    next: nodes.filter((node) => isActivity(node) && next.has(node.id)).map(({ id }) => id),
    reached: {
      elements: nodes.map(({ id }) => id).filter((id) => marking.reached.has(id)),
      flows: flows.map(({ id }) => id).filter((id) => marking.reached.has(id)),
    },
  };
}

function positionsOf(net: Net, marking: Marking): ReadonlySet<string> {
  const steps = openSteps(marking);
  if (marking.ended !== null && steps.length === 0) return new Set([marking.ended]);
  if (steps.length > 0) return new Set(steps.map((step) => partsOf(step)?.element ?? step));
  return waitingAt(net, marking);
}

function waitingAt(net: Net, marking: Marking): ReadonlySet<string> {
  const waiting = [...marking.scopes.values()].flatMap(({ tokens }) => tokens);
  return new Set(waiting.map((token) => targetOf(net, token)?.id ?? token));
}
