import type { StepKey } from '../../domain/cases/process';
import { isActivity, type ProcessNode } from '../model';
import { nameOf } from './events';
import { copyOf, cutOffAll, scopeOf, takeToken, type Marking } from './marking';
import { targetOf, type Net } from './net';
import { moveOnto, passOver } from './tokens';

/** What a move is judged by: the diagram, and the steps that were waived in this case. */
export interface Rules {
  readonly net: Net;
  readonly waived: ReadonlySet<StepKey>;
}

/** Something that may happen to a token without any event. */
type Choice = (marking: Marking) => void;

/**
 * The ways in which a scope can come, without any event, to where `ready` holds: by the branches its
 * exclusive gateways may take, by reaching an end that closes the case, and past steps that were waived.
 * Shortest first. Only what leads to the elements aimed at is chosen, so that nothing is taken for granted
 * too early, and the ways multiply only with open choices that lead to the very same join.
 */
export function waysTo(
  rules: Rules,
  marking: Marking,
  scope: string,
  aim: (node: ProcessNode) => boolean,
  ready: (marking: Marking) => boolean,
): readonly Marking[] {
  const found: Marking[] = [];
  const seen = new Set<string>();
  const queue = [marking];
  for (let way = queue.shift(); way; way = queue.shift()) {
    const state = `${way.ended} ${[...scopeOf(way, scope).tokens].sort().join(' ')}`;
    if (seen.has(state)) continue;
    seen.add(state);
    if (ready(way)) found.push(way);
    else queue.push(...waysOn(rules, way, scope, aim));
  }
  return found;
}

function waysOn(
  rules: Rules,
  way: Marking,
  scope: string,
  aim: (node: ProcessNode) => boolean,
): readonly Marking[] {
  const tokens = [...new Set(scopeOf(way, scope).tokens)];
  const leads = (flow: string) => leadsTo(rules, way, scope, flow, aim, new Set());
  return tokens.filter(leads).flatMap((token) =>
    choicesAt(rules, way, scope, targetOf(rules.net, token), leads).map((choice) => {
      const marking = copyOf(way);
      takeToken(marking, scope, token);
      choice(marking);
      return marking;
    }),
  );
}

/** Whether a token on this flow could come, without any event, to an element aimed at. */
function leadsTo(
  rules: Rules,
  way: Marking,
  scope: string,
  flow: string,
  aim: (node: ProcessNode) => boolean,
  seen: Set<string>,
): boolean {
  const node = targetOf(rules.net, flow);
  if (!node || seen.has(node.id)) return false;
  if (aim(node)) return true;
  seen.add(node.id);
  const silent = node.type.endsWith('-gateway') || isWaived(rules, way, scope, node);
  const out = rules.net.out.get(node.id) ?? [];
  return silent && out.some(({ id }) => leadsTo(rules, way, scope, id, aim, seen));
}

function choicesAt(
  rules: Rules,
  way: Marking,
  scope: string,
  node: ProcessNode | undefined,
  leads: (flow: string) => boolean,
): readonly Choice[] {
  const { net } = rules;
  if (!node) return [];
  if (node.type === 'exclusive-gateway')
    return (net.out.get(node.id) ?? [])
      .filter(({ id }) => leads(id))
      .map(({ id }) => (marking) => {
        marking.reached.add(node.id);
        moveOnto(net, marking, scope, id);
      });
  if (net.closing.has(node.id)) return [(marking) => end(marking, node.id)];
  return isWaived(rules, way, scope, node) ? [(marking) => passWaived(net, marking, scope, node)] : [];
}

/** An end that closes the case ends what still runs beside it, too. */
function end(marking: Marking, id: string): void {
  marking.reached.add(id);
  marking.ended = id;
  cutOffAll(marking);
}

/** A waived visit is passed once: the next round asks for the step again. */
function passWaived(net: Net, marking: Marking, scope: string, node: ProcessNode): void {
  const name = nameOf(scope, node.id);
  marking.visits.set(name, (marking.visits.get(name) ?? 0) + 1);
  passOver(net, marking, scope, node);
}

function isWaived({ waived }: Rules, way: Marking, scope: string, node: ProcessNode): boolean {
  const name = nameOf(scope, node.id);
  return isActivity(node) && waived.has(`${name}#${(way.visits.get(name) ?? 0) + 1}`);
}
