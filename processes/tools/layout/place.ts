import ELK, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { ProcessFlow } from '../../model';
import { centreOf, shifted, type Bounds, type Point, type Route } from './geometry';
import { loopsBack, mainLine, type Graph } from './paths';
import type { Room } from './sizes';

/** What stands side by side in one scope. */
export interface Placed {
  readonly rooms: ReadonlyMap<string, Bounds>;
  readonly shapes: ReadonlyMap<string, Bounds>;
  readonly routes: ReadonlyMap<string, Route>;
}

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.separateConnectedComponents': 'false',
  'elk.spacing.nodeNode': '40',
  'elk.spacing.edgeNode': '24',
  'elk.spacing.edgeEdge': '20',
  'elk.layered.spacing.nodeNodeBetweenLayers': '46',
  'elk.layered.spacing.edgeNodeBetweenLayers': '20',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '16',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.considerModelOrder.strategy': 'PREFER_EDGES',
  'elk.layered.thoroughness': '40',
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
  'elk.randomSeed': '1',
};

/** Places the nodes of one scope from left to right, the main line level, and routes its flows. */
export async function place(graph: Graph, rooms: ReadonlyMap<string, Room>): Promise<Placed> {
  const back = loopsBack(graph);
  const main = mainLine(graph, back);
  const answer = await new ELK().layout({
    id: 'scope',
    layoutOptions: options,
    children: graph.nodes.map(({ id }) => box(id, rooms.get(id))),
    edges: graph.flows.map((flow) => edge(flow, main.has(flow.id), back.has(flow.id))),
  });
  const boxes = new Map((answer.children ?? []).map((child) => [child.id, boundsOf(child)]));
  const shapes = new Map(
    [...boxes].flatMap(([id, at]) => {
      const room = rooms.get(id);
      return room ? [[id, shifted(room.shape, at)] as const] : [];
    }),
  );
  const routes = new Map((answer.edges ?? []).map((one) => [one.id, routeOf(one)]));
  const snapped = graph.flows.map(({ id, from, to }) => {
    const [source, target] = [shapes.get(from), shapes.get(to)];
    const route = routes.get(id) ?? [];
    return [id, source && target ? snap(route, source, target) : route] as const;
  });
  return { rooms: boxes, shapes, routes: new Map(snapped) };
}

const box = (id: string, room: Room | undefined): ElkNode => ({
  id,
  width: room?.width ?? 0,
  height: room?.height ?? 0,
  layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
  ports: [
    { id: `${id}<`, x: 0, y: room?.flowAt ?? 0, layoutOptions: { 'elk.port.side': 'WEST' } },
    { id: `${id}>`, x: room?.width ?? 0, y: room?.flowAt ?? 0, layoutOptions: { 'elk.port.side': 'EAST' } },
  ],
});

const edge = ({ id, from, to }: ProcessFlow, main: boolean, back: boolean): ElkExtendedEdge => ({
  id,
  sources: [`${from}>`],
  targets: [`${to}<`],
  layoutOptions: {
    'elk.layered.priority.straightness': main ? '100' : '1',
    'elk.layered.priority.direction': back ? '0' : '50',
    'elk.layered.priority.shortness': main ? '10' : '1',
  },
});

const boundsOf = ({ x = 0, y = 0, width = 0, height = 0 }: ElkNode): Bounds => ({
  x: Math.round(x),
  y: Math.round(y),
  width,
  height,
});

const routeOf = ({ sections = [] }: ElkExtendedEdge): Route =>
  sections
    .flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint])
    .map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));

/** Lets a route begin and end at the shapes, which are smaller than their rooms. */
function snap(route: Route, source: Bounds, target: Bounds): Route {
  const first: Point = { x: source.x + source.width, y: route[0]?.y ?? centreOf(source).y };
  const last: Point = { x: target.x, y: route.at(-1)?.y ?? centreOf(target).y };
  return [first, ...route.slice(1, -1), last];
}
