import type { ProcessNode } from '../model';
import type { Marking, Scope } from './marking';
import { targetOf, type Net } from './net';

/** Opens a scope with a token behind its start. */
export function begin(net: Net, marking: Marking, scope: string, start: ProcessNode): void {
  marking.scopes.set(scope, { tokens: [], active: new Set() });
  passOver(net, marking, scope, start);
}

/** Puts a token on every flow out of a node, and lets each run to where something must happen or be chosen. */
export function passOver(net: Net, marking: Marking, scopeKey: string, node: ProcessNode): void {
  marking.reached.add(node.id);
  for (const { id } of net.out.get(node.id) ?? []) moveOnto(net, marking, scopeKey, id);
}

/** Puts a token on one flow, and lets it run. */
export function moveOnto(net: Net, marking: Marking, scopeKey: string, flow: string): void {
  const scope = marking.scopes.get(scopeKey);
  const node = targetOf(net, flow);
  if (!scope || !node) return;
  scope.tokens.push(flow);
  marking.reached.add(flow);
  const needed = passedBySelf(net, scope, node, flow);
  if (!needed) return;
  for (const one of needed) take(scope, one);
  passOver(net, marking, scopeKey, node);
}

/** Removes one token from a flow. */
export function take(scope: Scope, flow: string): void {
  const index = scope.tokens.indexOf(flow);
  if (index >= 0) scope.tokens.splice(index, 1);
}

/** The tokens a node swallows when it needs neither an event nor a choice; null where it must wait. */
function passedBySelf(net: Net, scope: Scope, node: ProcessNode, flow: string): readonly string[] | null {
  if (node.type === 'parallel-gateway') {
    const needed = (net.into.get(node.id) ?? []).map(({ id }) => id);
    return needed.every((id) => scope.tokens.includes(id)) ? needed : null;
  }
  const joins = node.type === 'exclusive-gateway' && net.out.get(node.id)?.length === 1;
  const endsBranch = node.type === 'end' && !net.closing.has(node.id);
  return joins || endsBranch ? [flow] : null;
}
