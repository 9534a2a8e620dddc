import type { ProcessFlow, ProcessNode } from '../model';
import { isActivity } from '../model';

/**
 * What makes a diagram unusable as the contract of a process, one sentence each. Everything a step key, a
 * generated type or the replay of a record relies on is proven here, once.
 */
export function faultsOf(nodes: readonly ProcessNode[], flows: readonly ProcessFlow[]): readonly string[] {
  return [
    ...nodes.flatMap(idFaults),
    ...nodes.flatMap((node) => branchFaults(node, flows)),
    ...nodes.flatMap((node) => endFaults(node, nodes)),
    ...nodes.flatMap(afterClosingFaults),
    ...processFaults(nodes),
    ...scopesOf(nodes).flatMap((scope) => startFaults(scope, nodes)),
    ...flows.flatMap((flow) => crossingFaults(flow, nodes)),
  ];
}

const idFaults = ({ id }: ProcessNode): readonly string[] =>
  /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)
    ? []
    : [`${id}: an id is in kebab-case, because step keys and types are built from it.`];

function branchFaults(node: ProcessNode, flows: readonly ProcessFlow[]): readonly string[] {
  const into = flows.filter((flow) => flow.to === node.id).length;
  const out = flows.filter((flow) => flow.from === node.id).length;
  const gateway = node.type.endsWith('-gateway');
  return [
    ...(gateway && into > 1 && out > 1 ? [`${node.id}: a gateway either splits or joins, not both.`] : []),
    ...(!gateway && out > 1 ? [`${node.id}: only a gateway may have more than one way out.`] : []),
    ...(isActivity(node) && into > 1 ? [`${node.id}: join its ways in with a gateway.`] : []),
  ];
}

function endFaults(node: ProcessNode, nodes: readonly ProcessNode[]): readonly string[] {
  if (node.type === 'error-end') {
    const caught = nodes.some(({ type, error }) => type === 'error-start' && error === node.error);
    return caught ? [] : [`${node.id}: no event sub-process catches its error.`];
  }
  if (node.type === 'terminate-end' && node.scope !== null)
    return [`${node.id}: only the end of the process itself ends everything.`];
  if (node.type === 'error-start' && !node.interrupting)
    return [`${node.id}: an error always stops the work.`];
  return [];
}

/** Nothing is left to be stopped once a case is closed, and it begins nothing by itself. */
const afterClosingFaults = ({ id, type, interrupting, afterClosing }: ProcessNode): readonly string[] =>
  afterClosing && (type !== 'message-start' || interrupting !== false)
    ? [`${id}: after closing, only an event sub-process begins that a person starts and that stops nothing.`]
    : [];

/** A case begins in one way; where it can be reopened, that is the only other start. */
function processFaults(nodes: readonly ProcessNode[]): readonly string[] {
  const starts = nodes.filter(({ scope, type }) => scope === null && type.endsWith('start'));
  const [first, second, ...more] = starts
    .map(({ type }) => type)
    .toSorted()
    .toReversed();
  const sound =
    first === 'start' && (second === undefined || second === 'message-start') && more.length === 0;
  return sound ? [] : ['A process has one plain start, and at most one message start to reopen it.'];
}

const scopesOf = (nodes: readonly ProcessNode[]): readonly string[] =>
  nodes.filter(({ type }) => type.endsWith('sub-process')).map(({ id }) => id);

function startFaults(scope: string, nodes: readonly ProcessNode[]): readonly string[] {
  const owner = nodes.find(({ id }) => id === scope);
  const starts = nodes.filter((node) => node.scope === scope && node.type.endsWith('start'));
  if (starts.length !== 1) return [`${scope}: a sub-process has exactly one start.`];
  if (owner?.type === 'event-sub-process' && owner.scope !== null)
    return [`${scope}: event sub-processes stand on the process itself.`];
  return [];
}

function crossingFaults(flow: ProcessFlow, nodes: readonly ProcessNode[]): readonly string[] {
  const [from, to] = [flow.from, flow.to].map((end) => nodes.find(({ id }) => id === end));
  return from && to && from.scope === to.scope ? [] : [`${flow.id}: a flow joins two elements of one scope.`];
}
