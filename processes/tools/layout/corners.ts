import type { ProcessFlow, ProcessNode } from '../../model';
import { centreOf, grown, overlap, stretchesOf, type Bounds, type Point, type Route } from './geometry';
import type { Placed } from './place';
import { GATEWAY, isGateway } from './sizes';

const CLEAR = 8;

/**
 * Lets what branches off leave its gateway at the upper or lower corner, and what joins from aside enter
 * there, wherever that way is free: as people draw it.
 */
export function turnAtCorners(
  placed: Placed,
  nodes: readonly ProcessNode[],
  flows: readonly ProcessFlow[],
): Placed {
  const gateways = new Set(nodes.filter(isGateway).map(({ id }) => id));
  const routes = new Map(placed.routes);
  const turn = (flow: ProcessFlow, at: string, reverse: boolean): void => {
    const gateway = placed.shapes.get(at);
    const route = routes.get(flow.id) ?? [];
    if (!gateway || !gateways.has(at)) return;
    const way = reverse ? back(turned(back(route), gateway)) : turned(route, gateway);
    if (way.length < route.length && isFree(way, route, flow, at)) routes.set(flow.id, way);
  };
  const isFree = (way: Route, route: Route, flow: ProcessFlow, at: string): boolean => {
    const changed = stretchesOf(way).filter((one) => !stretchesOf(route).some((old) => same(one, old)));
    const shapes = [...placed.shapes].filter(([id]) => id !== at && id !== flow.from && id !== flow.to);
    const others = flows.filter(({ id, from, to }) => id !== flow.id && from !== flow.from && to !== flow.to);
    return changed.every(
      (one) =>
        !shapes.some(([, shape]) => overlap(grown(one, CLEAR), shape)) &&
        !others.some(({ id }) => stretchesOf(routes.get(id) ?? []).some((other) => along(one, other))),
    );
  };
  for (const flow of flows) turn(flow, flow.from, false);
  for (const flow of flows) turn(flow, flow.to, true);
  return { ...placed, routes };
}

const back = (route: Route): Route => [...route].reverse();

/** The route that goes straight up or down from the gateway's corner, and is one bend shorter. */
function turned(route: Route, gateway: Bounds): Route {
  const [, , bend, ...rest] = route;
  const centre = centreOf(gateway);
  if (!bend || rest.length === 0 || Math.abs(bend.y - centre.y) < GATEWAY / 2 + CLEAR) return route;
  const up = bend.y < centre.y;
  const corner: Point = { x: centre.x, y: up ? gateway.y : gateway.y + gateway.height };
  return [corner, { x: centre.x, y: bend.y }, ...rest];
}

const same = (one: Bounds, other: Bounds): boolean =>
  one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;

/** Whether two stretches run along each other, so that they could not be told apart. */
const along = (one: Bounds, other: Bounds): boolean =>
  (one.width === 0) === (other.width === 0) && overlap(grown(one, CLEAR / 2), grown(other, CLEAR / 2));
