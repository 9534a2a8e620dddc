import { closesCase, type ProcessFlow, type ProcessModel, type ProcessNode } from '../model';

/** A model, indexed for playing tokens through it. */
export interface Net {
  readonly model: ProcessModel;
  readonly node: ReadonlyMap<string, ProcessNode>;
  readonly flow: ReadonlyMap<string, ProcessFlow>;
  /** Flows into and out of a node, by its id. */
  readonly into: ReadonlyMap<string, readonly ProcessFlow[]>;
  readonly out: ReadonlyMap<string, readonly ProcessFlow[]>;
  /** The start of each sub-process and event sub-process, by its id. */
  readonly startOf: ReadonlyMap<string, ProcessNode>;
  readonly start: ProcessNode;
  readonly reopening: ProcessNode | undefined;
  /** Ends that close the case. */
  readonly closing: ReadonlySet<string>;
}

const nets = new WeakMap<ProcessModel, Net>();

/** The net of a model; made once for each model. */
export function netOf(model: ProcessModel): Net {
  const known = nets.get(model);
  if (known) return known;
  const net = index(model);
  nets.set(model, net);
  return net;
}

function index(model: ProcessModel): Net {
  const starts = model.nodes.filter(({ type }) => type.endsWith('start'));
  const start = starts.find(({ scope, type }) => scope === null && type === 'start');
  if (!start) throw new Error(`The diagram of ${model.kind} has no start.`);
  return {
    model,
    node: new Map(model.nodes.map((node) => [node.id, node])),
    flow: new Map(model.flows.map((flow) => [flow.id, flow])),
    into: new Map(model.nodes.map(({ id }) => [id, model.flows.filter(({ to }) => to === id)])),
    out: new Map(model.nodes.map(({ id }) => [id, model.flows.filter(({ from }) => from === id)])),
    startOf: new Map(starts.flatMap((node) => (node.scope === null ? [] : [[node.scope, node]]))),
    start,
    reopening: starts.find(({ scope, type }) => scope === null && type === 'message-start'),
    closing: new Set(model.nodes.filter((node) => closesCase(model, node)).map(({ id }) => id)),
  };
}

/** The node that a token on this flow stands before. */
export const targetOf = (net: Net, flow: string): ProcessNode | undefined =>
  net.node.get(net.flow.get(flow)?.to ?? '');
