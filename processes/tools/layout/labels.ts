import type { ProcessModel, ProcessNode } from '../../model';
import { centreOf, grown, overlap, stretchesOf, type Bounds, type Route } from './geometry';
import { isEvent, isGateway } from './sizes';
import { textSize } from './text';

type Size = Pick<Bounds, 'width' | 'height'>;

/** What a label must stay clear of, and lines it should stay clear of. */
interface Surroundings {
  readonly taken: Bounds[];
  readonly lines: readonly Bounds[];
}

const BESIDE = 6;

/** Finds room for the names of events, gateways and flows: off every shape and name, and off lines if it can. */
export function labelsOf(
  model: ProcessModel,
  shapes: ReadonlyMap<string, Bounds>,
  routes: ReadonlyMap<string, Route>,
): ReadonlyMap<string, Bounds> {
  const frames = new Set(model.nodes.map(({ scope }) => scope));
  const around: Surroundings = {
    taken: [...shapes].flatMap(([id, shape]) => (frames.has(id) ? bordersOf(shape) : [shape])),
    lines: [...routes.values()].flatMap(stretchesOf),
  };
  const labels = new Map<string, Bounds>();
  const write = (id: string, name: string, places: (size: Size) => readonly Bounds[]): void => {
    const label = best(places(textSize(name)), around);
    if (name === '' || !label) return;
    labels.set(id, label);
    around.taken.push(label);
  };
  const besideShape = (node: ProcessNode) => (size: Size) => {
    const shape = shapes.get(node.id);
    if (!shape) return [];
    return isGateway(node) ? besideGateway(shape, size) : besideEvent(shape, size);
  };
  for (const node of model.nodes)
    if (isEvent(node) || isGateway(node)) write(node.id, node.name, besideShape(node));
  for (const { id, name } of model.flows) write(id, name, (size) => besideRoute(routes.get(id) ?? [], size));
  return labels;
}

/** A sub-process may hold names, but none may stand across its border. */
const bordersOf = ({ x, y, width, height }: Bounds): readonly Bounds[] => [
  { x, y, width, height: 30 },
  { x, y: y + height, width, height: 0 },
  { x, y, width: 0, height },
  { x: x + width, y, width: 0, height },
];

/** The place that hides the least; the earlier where two are as good. */
function best(places: readonly Bounds[], { taken, lines }: Surroundings): Bounds | undefined {
  const costs = places.map((place) => {
    const hidden = taken.filter((one) => overlap(grown(one, 1), place)).length;
    const crossed = lines.filter((one) => overlap(grown(one, 2), place)).length;
    return 100 * hidden + crossed;
  });
  return places[costs.indexOf(Math.min(...costs))];
}

function besideEvent(shape: Bounds, size: Size): readonly Bounds[] {
  const x = centreOf(shape).x - size.width / 2;
  return [
    { ...size, x, y: shape.y + shape.height + BESIDE - 2 },
    { ...size, x, y: shape.y - size.height - BESIDE },
  ];
}

/** Above or below, and where flows leave at the corners, to one side of them. */
function besideGateway(shape: Bounds, size: Size): readonly Bounds[] {
  const { x: middle } = centreOf(shape);
  const [above, below] = [shape.y - size.height - 4, shape.y + shape.height + 4];
  const [left, right] = [middle - size.width - BESIDE, middle + BESIDE];
  const centred = middle - size.width / 2;
  return [
    [centred, above],
    [left, above + 12],
    [left, above],
    [centred, below],
    [left, below - 12],
    [right, above],
    [right, below],
  ].map(([x = 0, y = 0]) => ({ ...size, x, y }));
}

/** Along the first stretches of a flow, near the gateway whose answer it is. */
function besideRoute(route: Route, size: Size): readonly Bounds[] {
  return route.slice(1, 4).flatMap((to, index) => {
    const from = route[index] ?? to;
    return from.y === to.y ? besideLevel(from.x, to.x, to.y, size) : besideUpright(from, to, size);
  });
}

function besideLevel(from: number, to: number, y: number, size: Size): readonly Bounds[] {
  const room = Math.abs(to - from) - size.width;
  if (room < 0) return [];
  return [Math.min(room, 4), room / 2, room - Math.min(room, 4)].flatMap((away) => {
    const x = to > from ? from + away : from - away - size.width;
    return [y - size.height - 3, y + 3].map((top) => ({ ...size, x: Math.round(x), y: top }));
  });
}

function besideUpright(
  from: { readonly x: number; readonly y: number },
  to: { readonly y: number },
  size: Size,
): readonly Bounds[] {
  const away = Math.min(4, Math.max(0, Math.abs(to.y - from.y) - size.height));
  const y = to.y > from.y ? from.y + away : from.y - away - size.height;
  return [from.x + BESIDE, from.x - BESIDE - size.width].map((x) => ({ ...size, x, y }));
}
