import type { StepKey } from '../../domain/cases/process';
import { isActivity } from '../model';
import { copyOf, cutOffAll, type Marking } from './marking';
import { targetOf, type Net } from './net';
import { moveOnto, passOver, take } from './tokens';

interface Way {
  readonly marking: Marking;
  /** What was chosen silently to come here. */
  readonly chosen: ReadonlySet<string>;
}

/**
 * The ways in which a scope can come, without any event, to where `ready` holds: by the branches its
 * exclusive gateways may take, by reaching an end that closes the case, and past steps that were waived.
 * Only ways that choose no more than they need are given, so nothing is taken for granted too early.
 */
export function waysTo(
  net: Net,
  marking: Marking,
  scope: string,
  waived: ReadonlySet<StepKey>,
  ready: (marking: Marking) => boolean,
): readonly Marking[] {
  const found: Way[] = [];
  const seen = new Set<string>();
  const queue: Way[] = [{ marking, chosen: new Set() }];
  for (let way = queue.shift(); way; way = queue.shift()) {
    const state = tokensOf(way.marking, scope);
    if (seen.has(state)) continue;
    seen.add(state);
    if (ready(way.marking)) found.push(way);
    else queue.push(...choicesFrom(net, way, scope, waived));
  }
  return found.filter((way) => !found.some((other) => choosesLess(other, way))).map((way) => way.marking);
}

const tokensOf = (marking: Marking, scope: string): string =>
  `${marking.ended} ${[...(marking.scopes.get(scope)?.tokens ?? [])].sort().join(' ')}`;

const choosesLess = (one: Way, other: Way): boolean =>
  one.chosen.size < other.chosen.size && [...one.chosen].every((choice) => other.chosen.has(choice));

function choicesFrom(net: Net, way: Way, scope: string, waived: ReadonlySet<StepKey>): readonly Way[] {
  const tokens = new Set(way.marking.scopes.get(scope)?.tokens);
  return [...tokens].flatMap((token) => choicesOf(net, way, scope, token, waived));
}

function choicesOf(
  net: Net,
  way: Way,
  scope: string,
  token: string,
  waived: ReadonlySet<StepKey>,
): readonly Way[] {
  const node = targetOf(net, token);
  if (!node) return [];
  const choose = (choice: string, apply: (marking: Marking) => void): Way => {
    const marking = copyOf(way.marking);
    const from = marking.scopes.get(scope);
    if (from) take(from, token);
    apply(marking);
    return { marking, chosen: new Set([...way.chosen, choice]) };
  };
  if (node.type === 'exclusive-gateway')
    return (net.out.get(node.id) ?? []).map(({ id }) =>
      choose(id, (marking) => {
        marking.reached.add(node.id);
        moveOnto(net, marking, scope, id);
      }),
    );
  if (net.closing.has(node.id)) return [choose(node.id, (marking) => end(marking, node.id))];
  if (isActivity(node) && isWaived(scope, node.id, waived))
    return [choose(node.id, (marking) => passOver(net, marking, scope, node))];
  return [];
}

/** An end that closes the case ends what still runs beside it, too. */
function end(marking: Marking, id: string): void {
  marking.reached.add(id);
  marking.ended = id;
  cutOffAll(marking);
}

function isWaived(scope: string, element: string, waived: ReadonlySet<StepKey>): boolean {
  const prefix = `${scope ? `${scope}/` : ''}${element}#`;
  return [...waived].some((step) => step.startsWith(prefix));
}
