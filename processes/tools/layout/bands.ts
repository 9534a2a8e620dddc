import type { Point, Bounds, Route } from './geometry';
import { around, shifted } from './geometry';
import { loopsBack, mainLine, type Graph } from './paths';
import { place, type Placed } from './place';
import type { Room } from './sizes';

/** The width up to which a process stays on one line, and the room between two lines. */
const WIDEST = 2100;
const BETWEEN = 90;
const TURN = 30;

/**
 * Places a scope on one line or, where it is too long to be read, on several below each other. A line is
 * broken only where a single flow goes on, so that no branch and no loop is torn.
 */
export async function placeInBands(graph: Graph, rooms: ReadonlyMap<string, Room>): Promise<Placed> {
  const whole = await place(graph, rooms);
  const cuts = cutsOf(graph, whole);
  if (cuts.length === 0) return whole;
  const parts = await Promise.all(split(graph, cuts).map((part) => place(part, rooms)));
  const bands = stacked(parts);
  const shapes = new Map(bands.flatMap((band) => [...band.shapes]));
  const joins = cuts.flatMap(({ id, from, to }, index) => {
    const [source, target, upper] = [shapes.get(from), shapes.get(to), bands[index]];
    const at = (end: string) => (rooms.get(end)?.flowAt ?? 0) - (rooms.get(end)?.shape.y ?? 0);
    if (!source || !target || !upper) return [];
    const start = { x: source.x + source.width, y: source.y + at(from) };
    const end = { x: target.x, y: target.y + at(to) };
    return [[id, nextLine(start, end, extentOf(upper))] as const];
  });
  return {
    rooms: new Map(bands.flatMap((band) => [...band.rooms])),
    shapes,
    routes: new Map([...bands.flatMap((band) => [...band.routes]), ...joins]),
  };
}

/**
 * The flows to break at, from left to right: those nearest to lines of equal length. No line needs to be
 * shorter than the longest part that cannot be broken.
 */
function cutsOf(graph: Graph, whole: Placed): Graph['flows'] {
  const { x: left, width } = extentOf(whole);
  const places = bridges(graph).map((flow) => {
    const source = whole.shapes.get(flow.from);
    return { flow, at: (source?.x ?? 0) + (source?.width ?? 0) - left };
  });
  const stops = [0, ...places.map(({ at }) => at), width];
  const unbroken = Math.max(...stops.slice(1).map((at, index) => at - (stops[index] ?? 0)));
  const lines = Math.ceil(width / Math.max(WIDEST, unbroken));
  const cuts = new Set<Graph['flows'][number]>();
  for (let line = 1; line < lines; line += 1) {
    const wanted = (width * line) / lines;
    const away = places.map(({ at }) => Math.abs(at - wanted));
    const nearest = places[away.indexOf(Math.min(...away))];
    if (nearest && Math.abs(nearest.at - wanted) < width / lines / 2) cuts.add(nearest.flow);
  }
  return places.map(({ flow }) => flow).filter((flow) => cuts.has(flow));
}

/** The flows of the main line, in its order, without which its beginning and its end would not hang together. */
function bridges(graph: Graph): Graph['flows'] {
  const main = mainLine(graph, loopsBack(graph));
  const ways = [...main].flatMap((id) => graph.flows.filter((flow) => flow.id === id));
  return ways.filter((flow) => !reach(graph, flow.from, [flow]).has(flow.to));
}

/** All that hangs together with a node when some flows are taken away. */
function reach({ flows }: Graph, from: string, without: Graph['flows']): ReadonlySet<string> {
  const reached = new Set([from]);
  for (const id of reached)
    for (const flow of flows.filter((one) => !without.includes(one))) {
      if (flow.from === id) reached.add(flow.to);
      if (flow.to === id) reached.add(flow.from);
    }
  return reached;
}

function split(graph: Graph, cuts: Graph['flows']): readonly Graph[] {
  const heads = [...cuts.map(({ from }) => from), cuts.at(-1)?.to ?? ''];
  return heads.map((head) => {
    const ids = reach(graph, head, cuts);
    return {
      nodes: graph.nodes.filter(({ id }) => ids.has(id)),
      flows: graph.flows.filter((flow) => ids.has(flow.from) && !cuts.includes(flow)),
    };
  });
}

function stacked(parts: readonly Placed[]): readonly Placed[] {
  let top = 0;
  return parts.map((part) => {
    const { x, y, height } = extentOf(part);
    const by: Point = { x: -x, y: top - y };
    top += height + BETWEEN;
    const move = (all: ReadonlyMap<string, Bounds>) =>
      new Map([...all].map(([id, bounds]) => [id, shifted(bounds, by)]));
    const routes = [...part.routes].map(
      ([id, route]) => [id, route.map((point) => shifted(point, by))] as const,
    );
    return { rooms: move(part.rooms), shapes: move(part.shapes), routes: new Map(routes) };
  });
}

/** All that was placed, with its flows. */
export const extentOf = ({ rooms, routes }: Placed): Bounds =>
  around([
    ...rooms.values(),
    ...[...routes.values()].flat().map((point) => ({ ...point, width: 0, height: 0 })),
  ]);

/** Round the end of one line, through the room below it, to the beginning of the next. */
function nextLine(start: Point, end: Point, upper: Bounds): Route {
  const right = upper.x + upper.width + TURN;
  const left = -TURN;
  const y = upper.y + upper.height + BETWEEN / 2;
  return [start, { x: right, y: start.y }, { x: right, y }, { x: left, y }, { x: left, y: end.y }, end];
}
