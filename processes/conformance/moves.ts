import type { StepKey } from '../../domain/cases/process';
import { isEffect, type ProcessNode } from '../model';
import { waysTo, type Rules } from './choices';
import { concludeAsides, endings, isAside, isPlainEnd, throwings } from './endings';
import { endOf, itemsOf, nameOf, partsOf, type RecordedEvent } from './events';
import {
  closeStep,
  copyOf,
  cutOffAll,
  isFinished,
  openStep,
  scopeOf,
  takeToken,
  type Marking,
} from './marking';
import { targetOf, type Net } from './net';
import { begin, passOver } from './tokens';

/** The markings in which a case may be after an event, given one in which it may have been. None: illegal. */
export type Move = (rules: Rules, marking: Marking, event: RecordedEvent) => readonly Marking[];

/** A step is entered where a token stands before it; a sub-process opens a scope, or one for each item. */
export const enter: Move = (rules, marking, event) => {
  const { step, scope, node } = placeOf(rules.net, event);
  if (!node || !marking.scopes.has(scope)) return [];
  const before = (now: Marking) =>
    scopeOf(now, scope).tokens.find((token) => targetOf(rules.net, token)?.id === node.id);
  const isHere = ({ id }: ProcessNode) => id === node.id;
  return waysTo(rules, marking, scope, isHere, (now) => before(now) !== undefined).map((way) => {
    const after = copyOf(way);
    takeToken(after, scope, before(way) ?? '');
    openStep(after, scope, step);
    after.visits.set(nameOf(scope, node.id), partsOf(step)?.number ?? 1);
    after.reached.add(node.id);
    const start = rules.net.startOf.get(node.id);
    if (start) for (const inner of innerScopes(node, step, event)) begin(rules.net, after, inner, start);
    return after;
  });
};

/** A step is left once all in it has come to an end; an effect also after the work was stopped. */
export const leave: Move = (rules, marking, event) => {
  const { step, scope, node } = placeOf(rules.net, event);
  if (!node) return [];
  if (marking.cutOff.has(step)) return isEffect(node) ? [without(marking, step)] : [];
  if (!scopeOf(marking, scope).active.has(step)) return [];
  const inner = rules.net.startOf.has(node.id) ? openedBy(step, marking) : [];
  return finished(rules, marking, inner).map((way) => {
    const after = copyOf(way);
    for (const key of inner) after.scopes.delete(key);
    closeStep(after, scope, step);
    passOver(rules.net, after, scope, node);
    if (isAside(rules, scope) && isFinished(after, scope)) after.scopes.delete(scope);
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
export const fire: Move = (rules, marking, event) => {
  const start = rules.net.node.get(event.element ?? '');
  if (!start || start.interrupting === undefined || !mayFire(marking, start)) return [];
  const sources = start.type === 'error-start' ? throwings(rules, marking, start.error) : [marking];
  return sources.map((source) => {
    const after = copyOf(start.interrupting ? concludeAsides(rules, source) : source);
    if (start.interrupting) cutOffAll(after);
    if (start.scope !== null) after.reached.add(start.scope);
    begin(rules.net, after, `${start.id}#${event.number ?? 1}`, start);
    return after;
  });
};

/**
 * Once the end was reached, nothing starts before the case is closed; then what the diagram lets begin after closing,
 * and the reminders of what it asks people for.
 */
function mayFire(marking: Marking, { type, afterClosing }: ProcessNode): boolean {
  if (marking.ended === null) return true;
  return marking.closed && (afterClosing === true || (type === 'timer-start' && marking.scopes.size > 0));
}

/** A case is closed by the end it reached, once nothing that was cut off is left over. */
export const close: Move = (rules, marking, event) =>
  endings(rules, marking)
    .filter((ended) => ended.ended === endOf(event) && ended.cutOff.size === 0)
    .map((ended) => ({ ...copyOf(ended), closed: true }));

/** A closed case is reopened at the start drawn for it, which is its scope from then on. */
export const reopen: Move = ({ net }, marking, event) => {
  const start = net.reopening;
  if (!marking.closed || !start || event.element !== start.id) return [];
  const after: Marking = { ...copyOf(marking), closed: false, ended: null };
  begin(net, after, `${start.id}#${event.number ?? 1}`, start);
  return [after];
};

function placeOf(net: Net, event: RecordedEvent) {
  const step = event.step ?? '';
  const parts = partsOf(step);
  return { step, scope: parts?.scope ?? '', node: parts ? net.node.get(parts.element) : undefined };
}

function innerScopes(node: ProcessNode, step: StepKey, event: RecordedEvent): readonly string[] {
  return node.type === 'sub-process' ? [step] : (itemsOf(event) ?? []).map((item) => `${step}[${item}]`);
}

const openedBy = (step: StepKey, marking: Marking): readonly string[] =>
  [...marking.scopes.keys()].filter((key) => key === step || key.startsWith(`${step}[`));

/** The markings in which all of these scopes have come to their end. */
const finished = (rules: Rules, marking: Marking, scopes: readonly string[]): readonly Marking[] =>
  scopes.reduce<readonly Marking[]>(
    (ways, key) => ways.flatMap((way) => waysTo(rules, way, key, isPlainEnd, (now) => isFinished(now, key))),
    [marking],
  );

function without(marking: Marking, step: StepKey): Marking {
  const after = copyOf(marking);
  after.cutOff.delete(step);
  return after;
}
