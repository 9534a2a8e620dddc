import type { StepKey } from '../../domain/cases/process';
import { RESERVED_IN_KEYS } from '../../domain/cases/process';
import { isActivity, type ProcessNode } from '../model';
import { endOf, itemsOf, partsOf, type RecordedEvent } from './events';
import { openSteps, type Marking } from './marking';
import { targetOf, type Net } from './net';

/**
 * What is wrong with an event by itself, whatever went before: an element that is not drawn, a key that does
 * not name it, items that cannot be told apart. Null where nothing is.
 */
export function faultOf(net: Net, event: RecordedEvent): string | null {
  if (!event.type.startsWith('step-')) return null;
  const parts = partsOf(event.step ?? '');
  if (!parts) return `“${event.step ?? ''}” is not the key of a step.`;
  const node = net.node.get(parts.element);
  if (!node) return `“${parts.element}” is not on the diagram.`;
  if (!isActivity(node)) return `“${node.id}” is not a step, but a ${node.type}.`;
  if (event.element && event.element !== node.id)
    return `The step “${event.step ?? ''}” is recorded for “${event.element}”.`;
  const repeated = event.type === 'step-entered' && node.type === 'repeated-sub-process';
  return repeated ? itemFault(node, itemsOf(event)) : null;
}

function itemFault(node: ProcessNode, items: readonly string[] | null): string | null {
  if (!items) return `“${node.id}” is repeated, but was entered without its items.`;
  if (new Set(items).size < items.length) return `“${node.id}” was entered with the same item twice.`;
  const odd = items.find((item) => item === '' || RESERVED_IN_KEYS.test(item));
  return odd === undefined ? null : `“${odd}” cannot be the key of an item of “${node.id}”.`;
}

/** Why an event may not happen in a marking: one sentence for whoever repairs the process or its diagram. */
export function refusalOf(net: Net, marking: Marking, event: RecordedEvent): string {
  if (event.type === 'reopened') return whyNotReopened(net, marking);
  if (marking.closed && !isBesides(marking, event))
    return 'The case is closed: nothing may happen until it is reopened, but what the diagram lets begin then.';
  const step = event.step ?? '';
  switch (event.type) {
    case 'step-entered':
      return whyNotEntered(net, marking, step);
    case 'step-left':
      return whyNotLeft(marking, step);
    case 'step-cancelled':
      return openSteps(marking).includes(step)
        ? `“${step}” is cancelled, but nothing has stopped the work.`
        : `“${step}” is cancelled, but is not open.`;
    case 'fired':
      return whyNotFired(net, marking, event.element ?? '');
    default:
      return whyNotClosed(net, marking, endOf(event));
  }
}

/** Whether it concerns what runs beside a closed case. */
const isBesides = (marking: Marking, { step }: RecordedEvent): boolean =>
  marking.scopes.has(partsOf(step ?? '')?.scope ?? '');

function whyNotEntered(net: Net, marking: Marking, step: StepKey): string {
  const parts = partsOf(step);
  if (!parts || !marking.scopes.has(parts.scope))
    return `“${step}” is entered, but “${parts?.scope || 'the process'}” is not running.`;
  return `“${step}” is entered, but the diagram does not lead there now. ${standing(net, marking, parts.scope)}`;
}

function whyNotLeft(marking: Marking, step: StepKey): string {
  if (marking.cutOff.has(step))
    return `The work was stopped while “${step}” was open: it can only be cancelled.`;
  if (!openSteps(marking).includes(step)) return `“${step}” is left, but is not open.`;
  const inside = openSteps(marking).filter(
    (open) => open.startsWith(`${step}/`) || open.startsWith(`${step}[`),
  );
  return `“${step}” is left, but what is in it has not come to its end. ${list('Open in it', inside)}`.trim();
}

function whyNotFired(net: Net, marking: Marking, element: string): string {
  const start = net.node.get(element);
  if (start?.interrupting === undefined) return `“${element}” does not start an event sub-process.`;
  if (marking.ended !== null) return `“${element}” is fired, but the case has reached “${marking.ended}”.`;
  return `“${element}” is fired, but no error end that it catches has been reached.`;
}

function whyNotClosed(net: Net, marking: Marking, end: string): string {
  if (!net.closing.has(end)) return `“${end}” is not an end that closes the case.`;
  const open = [...openSteps(marking), ...marking.cutOff];
  return `The case is closed by “${end}”, but ${
    open.length > 0 ? `these steps are still open: ${open.join(', ')}.` : 'has not come to that end.'
  }`;
}

const whyNotReopened = (net: Net, marking: Marking): string =>
  net.reopening === undefined
    ? 'The diagram has no start for a reopened case.'
    : marking.closed
      ? `A case is reopened at “${net.reopening.id}”.`
      : 'The case is reopened, but is not closed.';

/** Where a scope stands, in the words of the diagram's ids. */
function standing(net: Net, marking: Marking, key: string): string {
  const scope = marking.scopes.get(key);
  const waiting = (scope?.tokens ?? []).map((token) => targetOf(net, token)?.id ?? token);
  return [list('Open', [...(scope?.active ?? [])]), list('Next', waiting)].filter(Boolean).join(' ');
}

const list = (title: string, ids: readonly string[]): string =>
  ids.length > 0 ? `${title}: ${[...new Set(ids)].join(', ')}.` : '';
