/** Pixels, from the top left corner of the drawing. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Bounds extends Point {
  readonly width: number;
  readonly height: number;
}

/** A flow, from the border of its source to the border of its target; every stretch runs level or upright. */
export type Route = readonly Point[];

/** Where everything on a diagram stands, by the ids of elements and flows. */
export interface Layout {
  readonly shapes: ReadonlyMap<string, Bounds>;
  readonly routes: ReadonlyMap<string, Route>;
  /** Of what is named outside its shape: events, gateways and flows. */
  readonly labels: ReadonlyMap<string, Bounds>;
}

export const shifted = <T extends Point>(what: T, by: Point): T => ({
  ...what,
  x: what.x + by.x,
  y: what.y + by.y,
});

export const centreOf = ({ x, y, width, height }: Bounds): Point => ({ x: x + width / 2, y: y + height / 2 });

/** Bounds that are wider by a margin on every side. */
export const grown = ({ x, y, width, height }: Bounds, margin: number): Bounds => ({
  x: x - margin,
  y: y - margin,
  width: width + 2 * margin,
  height: height + 2 * margin,
});

/** Whether two bounds have more than their borders in common. */
export const overlap = (one: Bounds, other: Bounds): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

export const contains = (outer: Bounds, inner: Bounds): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height;

/** The stretches of a route, each as the thin bounds it covers. */
export const stretchesOf = (route: Route): readonly Bounds[] =>
  route.slice(1).map((to, index) => {
    const from = route[index] ?? to;
    return {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.abs(from.x - to.x),
      height: Math.abs(from.y - to.y),
    };
  });

/** The smallest bounds around several. */
export function around(all: readonly Bounds[]): Bounds {
  const x = Math.min(...all.map((one) => one.x));
  const y = Math.min(...all.map((one) => one.y));
  return {
    x,
    y,
    width: Math.max(...all.map((one) => one.x + one.width)) - x,
    height: Math.max(...all.map((one) => one.y + one.height)) - y,
  };
}
