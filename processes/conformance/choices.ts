import type { StepKey } from '../../domain/cases/process';
import { isActivity, type ProcessNode } from '../model';
import { copyOf, cutOffAll, scopeOf, takeToken, type Marking } from './marking';
import { targetOf, type Net } from './net';
import { moveOnto, passOver } from './tokens';

/** What a move is judged by: the diagram, and the steps that were waived in this case. */
export interface Rules {
  readonly net: Net;
  readonly waived: ReadonlySet<StepKey>;
}

interface Way {
  readonly marking: Marking;
  /** What was chosen silently to come here. */
  readonly chosen: ReadonlySet<string>;
}

/** Something that may happen to a token without any event, by the id of what is passed. */
interface Choice {
  readonly id: string;
  readonly apply: (marking: Marking) => void;
}

/**
 * The ways in which a scope can come, without any event, to where `ready` holds: by the branches its
 * exclusive gateways may take, by reaching an end that closes the case, and past steps that were waived.
 * Only ways that choose no more than they need are given, so nothing is taken for granted too early.
 */
export function waysTo(
  rules: Rules,
  marking: Marking,
  scope: string,
  ready: (marking: Marking) => boolean,
): readonly Marking[] {
  const found: Way[] = [];
  const seen = new Set<string>();
  const queue: Way[] = [{ marking, chosen: new Set() }];
  for (let way = queue.shift(); way; way = queue.shift()) {
    const state = `${way.marking.ended} ${[...scopeOf(way.marking, scope).tokens].sort().join(' ')}`;
    if (seen.has(state)) continue;
    seen.add(state);
    if (ready(way.marking)) found.push(way);
    else queue.push(...waysOn(rules, way, scope));
  }
  return found.filter((way) => !found.some((other) => choosesLess(other, way))).map((way) => way.marking);
}

const choosesLess = (one: Way, other: Way): boolean =>
  one.chosen.size < other.chosen.size && [...one.chosen].every((choice) => other.chosen.has(choice));

function waysOn(rules: Rules, way: Way, scope: string): readonly Way[] {
  const tokens = [...new Set(scopeOf(way.marking, scope).tokens)];
  return tokens.flatMap((token) =>
    choicesAt(rules, scope, targetOf(rules.net, token)).map(({ id, apply }) => {
      const marking = copyOf(way.marking);
      takeToken(marking, scope, token);
      apply(marking);
      return { marking, chosen: new Set([...way.chosen, id]) };
    }),
  );
}

function choicesAt({ net, waived }: Rules, scope: string, node: ProcessNode | undefined): readonly Choice[] {
  if (!node) return [];
  if (node.type === 'exclusive-gateway')
    return (net.out.get(node.id) ?? []).map(({ id }) => ({
      id,
      apply: (marking) => {
        marking.reached.add(node.id);
        moveOnto(net, marking, scope, id);
      },
    }));
  if (net.closing.has(node.id)) return [{ id: node.id, apply: (marking) => end(marking, node.id) }];
  if (isActivity(node) && isWaived(scope, node.id, waived))
    return [{ id: node.id, apply: (marking) => passOver(net, marking, scope, node) }];
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
