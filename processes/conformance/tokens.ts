import type { ProcessNode } from '../model';
import { addToken, scopeOf, takeToken, type Marking } from './marking';
import { targetOf, type Net } from './net';

/** Opens a scope with a token behind its start. */
export function begin(net: Net, marking: Marking, scope: string, start: ProcessNode): void {
  marking.scopes.set(scope, { tokens: [], active: new Set() });
  passOver(net, marking, scope, start);
}

/** Puts a token on every flow out of a node, and lets each run to where something must happen or be chosen. */
export function passOver(net: Net, marking: Marking, scope: string, node: ProcessNode): void {
  marking.reached.add(node.id);
  for (const { id } of net.out.get(node.id) ?? []) moveOnto(net, marking, scope, id);
}

/** Puts a token on one flow, and lets it run. */
export function moveOnto(net: Net, marking: Marking, scope: string, flow: string): void {
  const node = targetOf(net, flow);
  if (!node) return;
  addToken(marking, scope, flow);
  marking.reached.add(flow);
  const swallowed = passedBySelf(net, scopeOf(marking, scope).tokens, node, flow);
  if (!swallowed) return;
  for (const one of swallowed) takeToken(marking, scope, one);
  passOver(net, marking, scope, node);
}

/** The tokens a node swallows when it needs neither an event nor a choice; null where it must wait. */
function passedBySelf(
  net: Net,
  tokens: readonly string[],
  node: ProcessNode,
  flow: string,
): readonly string[] | null {
  if (node.type === 'parallel-gateway') {
    const needed = (net.into.get(node.id) ?? []).map(({ id }) => id);
    return needed.every((id) => tokens.includes(id)) ? needed : null;
  }
  const joins = node.type === 'exclusive-gateway' && net.out.get(node.id)?.length === 1;
  const endsBranch = node.type === 'end' && !net.closing.has(node.id);
  return joins || endsBranch ? [flow] : null;
}
