import type { ProcessNode } from '../model';
import { waysTo, type Rules } from './choices';
import { copyOf, isFinished, scopeOf, type Marking } from './marking';
import { targetOf } from './net';

/** The markings in which an end that closes the case has been reached. */
export function endings(rules: Rules, marking: Marking): readonly Marking[] {
  if (marking.ended !== null) return [marking];
  const concluded = concludeBranches(rules, concludeAsides(rules, marking));
  const isClosing = (node: ProcessNode) => rules.net.closing.has(node.id);
  return [...concluded.scopes.keys()]
    .filter((key) => !isInside(key))
    .flatMap((key) => waysTo(rules, concluded, key, isClosing, (now) => now.ended !== null));
}

/** Before the end that ends everything, each branch of the process that can come to an end of its own has done so. */
function concludeBranches(rules: Rules, marking: Marking): Marking {
  const endsBranch = (node: ProcessNode) => isPlainEnd(node) && !rules.net.closing.has(node.id);
  return [...marking.scopes.keys()]
    .filter((key) => !isInside(key) && !isAside(rules, key))
    .reduce((now, key) => {
      for (let way: Marking | undefined = now; way;) {
        now = way;
        const { length } = scopeOf(now, key).tokens;
        [way] = waysTo(rules, now, key, endsBranch, (next) => scopeOf(next, key).tokens.length < length);
      }
      return now;
    }, marking);
}

/** The markings in which an error stands thrown, in any scope. */
export function throwings(rules: Rules, marking: Marking, error: string | undefined): readonly Marking[] {
  const throws = (node: ProcessNode | undefined) => node?.type === 'error-end' && node.error === error;
  return [...marking.scopes.keys()].flatMap((scope) => {
    const thrown = (now: Marking) =>
      scopeOf(now, scope)
        .tokens.map((token) => targetOf(rules.net, token))
        .find(throws);
    return waysTo(rules, marking, scope, throws, (now) => thrown(now) !== undefined).map((way) => {
      const after = copyOf(way);
      after.reached.add(thrown(way)?.id ?? '');
      return after;
    });
  });
}

/**
 * Before everything is cut off, an event sub-process without an open step that can come to its end by itself
 * has done so: had it thrown its error instead, that would have been recorded.
 */
export function concludeAsides(rules: Rules, marking: Marking): Marking {
  return [...marking.scopes.keys()]
    .filter((key) => isAside(rules, key) && scopeOf(marking, key).active.size === 0)
    .reduce(
      (now, key) => waysTo(rules, now, key, isPlainEnd, (way) => isFinished(way, key))[0] ?? now,
      marking,
    );
}

/** An end that only ends its branch. */
export const isPlainEnd = (node: ProcessNode): boolean => node.type === 'end';

/** Whether a scope key is that of an event sub-process that runs beside the work. */
export const isAside = ({ net }: Rules, key: string): boolean =>
  net.node.get(key.slice(0, key.indexOf('#')))?.interrupting === false && !isInside(key);

const isInside = (key: string): boolean => key.includes('/') || key.endsWith(']');
