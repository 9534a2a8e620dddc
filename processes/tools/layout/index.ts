import type { ProcessModel, ProcessNode } from '../../model';
import { extentOf, placeInBands } from './bands';
import { turnAtCorners } from './corners';
import { shifted, type Bounds, type Layout, type Point, type Route } from './geometry';
import { grid } from './grid';
import { labelsOf } from './labels';
import { FRAME, frameRoom, roomOf, type Room } from './sizes';

/** One scope with everything in it, somewhere. */
interface Drawn {
  readonly shapes: ReadonlyMap<string, Bounds>;
  readonly routes: ReadonlyMap<string, Route>;
  /** All of it, with the room its names take. */
  readonly extent: Bounds;
}

const CORNER: Point = { x: 160, y: 80 };
const BELOW = 80;

/**
 * Lays a process out: the main line from left to right, branches above and below it, sub-processes open with
 * their contents inside, event sub-processes in a grid below. The same process always gets the same layout.
 */
export async function layoutOf(model: ProcessModel): Promise<Layout> {
  const main = moved(await draw(model, null), CORNER);
  const asides = model.nodes.filter(({ type }) => type === 'event-sub-process');
  const contents = await Promise.all(asides.map(({ id }) => draw(model, id)));
  const sizes = contents.map(({ extent }, index) => ({
    id: asides[index]?.id ?? '',
    width: extent.width + 2 * FRAME.sides,
    height: extent.height + FRAME.top + FRAME.bottom,
  }));
  const below = { x: CORNER.x, y: main.extent.y + main.extent.height + BELOW };
  const cells = grid(sizes, below, main.extent.width);
  const filled = contents.map((drawn, index) => inside(drawn, cells.get(asides[index]?.id ?? '')));
  const shapes = new Map([...cells, ...[main, ...filled].flatMap((drawn) => [...drawn.shapes])]);
  const routes = new Map([main, ...filled].flatMap((drawn) => [...drawn.routes]));
  return { shapes, routes, labels: labelsOf(model, shapes, routes) };
}

/** What stands in a scope, without the event sub-processes. */
async function draw(model: ProcessModel, scope: string | null): Promise<Drawn> {
  const nodes = model.nodes.filter((node) => node.scope === scope && node.type !== 'event-sub-process');
  const ids = new Set(nodes.map(({ id }) => id));
  const flows = model.flows.filter(({ from }) => ids.has(from));
  const contents = new Map<string, Drawn>();
  for (const { id, type } of nodes) if (type.endsWith('sub-process')) contents.set(id, await draw(model, id));
  const rooms = new Map(nodes.map((node) => [node.id, roomFor(node, contents.get(node.id), model)]));
  const placed = turnAtCorners(await placeInBands({ nodes, flows }, rooms), nodes, flows);
  const filled = [...contents].map(([id, drawn]) => inside(drawn, placed.shapes.get(id)));
  return {
    shapes: new Map([...placed.shapes, ...filled.flatMap((drawn) => [...drawn.shapes])]),
    routes: new Map([...placed.routes, ...filled.flatMap((drawn) => [...drawn.routes])]),
    extent: extentOf(placed),
  };
}

function roomFor(node: ProcessNode, contents: Drawn | undefined, model: ProcessModel): Room {
  if (!contents) return roomOf(node, model.flows);
  const start = model.nodes.find(({ scope, type }) => scope === node.id && type.endsWith('start'));
  const shape = contents.shapes.get(start?.id ?? '') ?? contents.extent;
  return frameRoom(contents.extent, { x: shape.x, y: shape.y + shape.height / 2 });
}

/** Moves what was drawn into its frame. */
const inside = (drawn: Drawn, frame: Bounds = drawn.extent): Drawn =>
  moved(drawn, { x: frame.x + FRAME.sides, y: frame.y + FRAME.top });

function moved(drawn: Drawn, to: Point): Drawn {
  const by = { x: to.x - drawn.extent.x, y: to.y - drawn.extent.y };
  return {
    shapes: new Map([...drawn.shapes].map(([id, shape]) => [id, shifted(shape, by)])),
    routes: new Map([...drawn.routes].map(([id, route]) => [id, route.map((point) => shifted(point, by))])),
    extent: shifted(drawn.extent, by),
  };
}
