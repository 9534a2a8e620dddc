import type { StepKey } from '../../domain/cases/process';
import { isEffect, type ProcessNode } from '../model';
import { waysTo } from './choices';
import { endOf, itemsOf, partsOf, type RecordedEvent } from './events';
import { copyOf, cutOffAll, type Marking } from './marking';
import { targetOf, type Net } from './net';
import { begin, passOver, take } from './tokens';

/** What a move is judged by: the diagram, and the steps that were waived in this case. */
export interface Rules {
  readonly net: Net;
  readonly waived: ReadonlySet<StepKey>;
}

/** The markings in which a case may be after an event, given one in which it may have been. None: illegal. */
export type Move = (rules: Rules, marking: Marking, event: RecordedEvent) => readonly Marking[];

/** A step is entered where a token stands before it; a sub-process opens a scope, or one for each item. */
export const enter: Move = ({ net, waived }, marking, event) => {
  const { step, scope, node } = placeOf(net, event);
  if (!node || !marking.scopes.has(scope)) return [];
  const ready = (now: Marking) => tokenBefore(net, now, scope, node.id) !== undefined;
  return waysTo(net, marking, scope, waived, ready).map((way) => {
    const after = copyOf(way);
    const here = after.scopes.get(scope);
    const token = tokenBefore(net, after, scope, node.id);
    if (!here || token === undefined) return after;
    take(here, token);
    here.active.add(step);
    after.reached.add(node.id);
    for (const inner of innerScopes(node, step, event)) beginInner(net, after, inner, node);
    return after;
  });
};

/** A step is left once all in it has come to an end; an effect also after the work was stopped. */
export const leave: Move = ({ net, waived }, marking, event) => {
  const { step, scope, node } = placeOf(net, event);
  if (!node) return [];
  if (marking.cutOff.has(step)) return isEffect(node) ? [without(marking, step)] : [];
  if (!marking.scopes.get(scope)?.active.has(step)) return [];
  const inner = [...marking.scopes.keys()].filter((key) => key === step || key.startsWith(`${step}[`));
  const finished = inner.reduce<readonly Marking[]>(
    (ways, key) => ways.flatMap((way) => waysTo(net, way, key, waived, (now) => isFinished(now, key))),
    [marking],
  );
  return finished.map((way) => {
    const after = copyOf(way);
    for (const key of inner) after.scopes.delete(key);
    after.scopes.get(scope)?.active.delete(step);
    passOver(net, after, scope, node);
    return after;
  });
};

/** A step is cancelled only where the work was stopped, or the case came to its end. */
export const cancel: Move = (rules, marking, event) => {
  const step = event.step ?? '';
  if (marking.cutOff.has(step)) return [without(marking, step)];
  return endings(rules, marking)
    .filter((ended) => ended.cutOff.has(step))
    .map((ended) => without(ended, step));
};

/** An event sub-process starts: beside the work, or stopping it. An error must have been thrown first. */
export const fire: Move = ({ net, waived }, marking, event) => {
  const start = net.node.get(event.element ?? '');
  if (!start || start.interrupting === undefined || marking.ended !== null) return [];
  const sources = start.type === 'error-start' ? thrown(net, waived, marking, start) : [marking];
  return sources.map((source) => {
    const after = copyOf(source);
    if (start.interrupting) cutOffAll(after);
    if (start.scope !== null) after.reached.add(start.scope);
    begin(net, after, `${start.id}#${event.number ?? 1}`, start);
    return after;
  });
};

/** A case is closed by the end it reached, once nothing that was cut off is left over. */
export const close: Move = (rules, marking, event) =>
  endings(rules, marking)
    .filter((ended) => ended.ended === endOf(event) && ended.cutOff.size === 0)
    .map((ended) => ({ ...copyOf(ended), closed: true }));

/** A closed case is reopened at the start drawn for it. */
export const reopen: Move = ({ net }, marking, event) => {
  if (!marking.closed || !net.reopening) return [];
  if (event.element && event.element !== net.reopening.id) return [];
  const after: Marking = { ...copyOf(marking), closed: false, ended: null };
  begin(net, after, '', net.reopening);
  return [after];
};

function placeOf(net: Net, event: RecordedEvent) {
  const step = event.step ?? '';
  const parts = partsOf(step);
  return { step, scope: parts?.scope ?? '', node: parts ? net.node.get(parts.element) : undefined };
}

function tokenBefore(net: Net, marking: Marking, scope: string, element: string): string | undefined {
  return marking.scopes.get(scope)?.tokens.find((token) => targetOf(net, token)?.id === element);
}

function innerScopes(node: ProcessNode, step: StepKey, event: RecordedEvent): readonly string[] {
  if (node.type === 'sub-process') return [step];
  if (node.type !== 'repeated-sub-process') return [];
  return (itemsOf(event) ?? []).map((item) => `${step}[${item}]`);
}

function beginInner(net: Net, marking: Marking, scope: string, owner: ProcessNode): void {
  const start = net.startOf.get(owner.id);
  if (start) begin(net, marking, scope, start);
}

function isFinished(marking: Marking, scope: string): boolean {
  const { tokens, active } = marking.scopes.get(scope) ?? { tokens: [], active: new Set() };
  return tokens.length === 0 && active.size === 0;
}

function without(marking: Marking, step: StepKey): Marking {
  const after = copyOf(marking);
  after.cutOff.delete(step);
  return after;
}

/** The markings in which an end that closes the case has been reached. */
function endings({ net, waived }: Rules, marking: Marking): readonly Marking[] {
  if (marking.ended !== null) return [marking];
  const scopes = [...marking.scopes.keys()].filter((key) => !key.includes('/') && !key.endsWith(']'));
  return scopes.flatMap((key) => waysTo(net, marking, key, waived, (now) => now.ended !== null));
}

/** The markings in which the error that this start catches stands thrown, in any scope. */
function thrown(net: Net, waived: ReadonlySet<StepKey>, marking: Marking, start: ProcessNode) {
  return [...marking.scopes.keys()].flatMap((scope) => {
    const end = (now: Marking) =>
      now.scopes
        .get(scope)
        ?.tokens.map((token) => targetOf(net, token))
        .find((node) => node?.type === 'error-end' && node.error === start.error);
    return waysTo(net, marking, scope, waived, (now) => end(now) !== undefined).map((way) => {
      const after = copyOf(way);
      after.reached.add(end(way)?.id ?? '');
      return after;
    });
  });
}
