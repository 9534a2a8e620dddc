import type { ProcessFlow, ProcessNode } from '../../model';

/** The nodes that stand side by side in one scope, and the flows between them. */
export interface Graph {
  readonly nodes: readonly ProcessNode[];
  readonly flows: readonly ProcessFlow[];
}

/** The flows that lead back to where the work has been: found from the starts, in the order of the file. */
export function loopsBack({ nodes, flows }: Graph): ReadonlySet<string> {
  const back = new Set<string>();
  const onPath = new Set<string>();
  const done = new Set<string>();
  const visit = (id: string): void => {
    onPath.add(id);
    for (const flow of flows.filter(({ from }) => from === id)) {
      if (onPath.has(flow.to)) back.add(flow.id);
      else if (!done.has(flow.to)) visit(flow.to);
    }
    onPath.delete(id);
    done.add(id);
  };
  const starts = nodes.filter(({ type }) => type.endsWith('start'));
  for (const { id } of [...starts, ...nodes]) if (!done.has(id)) visit(id);
  return back;
}

/** The flows of the main line: the longest way from the first start to an end, never back. */
export function mainLine(graph: Graph, back: ReadonlySet<string>): ReadonlySet<string> {
  const longest = new Map<string, readonly string[]>();
  const types = new Map(graph.nodes.map(({ id, type }) => [id, type]));
  const from = (id: string): readonly string[] => {
    const known = longest.get(id);
    if (known) return known;
    const ways = graph.flows
      .filter((flow) => flow.from === id && !back.has(flow.id) && types.get(flow.to) !== 'error-end')
      .map((flow) => [flow.id, ...from(flow.to)]);
    const best = ways.reduce<readonly string[]>((long, way) => (way.length > long.length ? way : long), []);
    longest.set(id, best);
    return best;
  };
  const start = graph.nodes.find(({ type }) => type.endsWith('start')) ?? graph.nodes[0];
  return new Set(start ? from(start.id) : []);
}
