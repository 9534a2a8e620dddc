import { readFileSync } from 'node:fs';

export interface Box {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Drawing {
  readonly shapes: readonly Box[];
  readonly labels: readonly Box[];
  readonly lines: readonly { readonly id: string; readonly points: readonly Point[] }[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What is drawn in a .bpmn file, read from its own text. */
export function drawingIn(path: string): Drawing {
  const parts = [...readFileSync(path, 'utf8').matchAll(/<bpmndi:BPMN(Shape|Edge) [^]*?<\/bpmndi:BPMN\1>/g)];
  const drawn = parts.map(([text, kind]) => {
    const id = /bpmnElement="([^"]+)"/.exec(text)?.[1] ?? '';
    const label = /<bpmndi:BPMNLabel>[^]*/.exec(text)?.[0] ?? '';
    return { kind, id, text: text.replace(label, ''), label };
  });
  return {
    shapes: drawn.filter(({ kind }) => kind === 'Shape').map(({ id, text }) => boxIn(id, text)),
    labels: drawn.filter(({ label }) => label !== '').map(({ id, label }) => boxIn(id, label)),
    lines: drawn
      .filter(({ kind }) => kind === 'Edge')
      .map(({ id, text }) => ({ id, points: pointsIn(text) })),
  };
}

const numberIn = (text: string, name: string) => Number(new RegExp(` ${name}="([^"]+)"`).exec(text)?.[1]);

function boxIn(id: string, text: string): Box {
  const bounds = /<dc:Bounds[^>]*>/.exec(text)?.[0] ?? '';
  const [x, y] = [numberIn(bounds, 'x'), numberIn(bounds, 'y')];
  return { id, x, y, width: numberIn(bounds, 'width'), height: numberIn(bounds, 'height') };
}

const pointsIn = (text: string): readonly Point[] =>
  [...text.matchAll(/<di:waypoint[^>]*>/g)].map(([point]) => ({
    x: numberIn(point, 'x'),
    y: numberIn(point, 'y'),
  }));

export const overlaps = (one: Omit<Box, 'id'>, other: Omit<Box, 'id'>): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

export const holds = (outer: Box, inner: Box): boolean =>
  outer.x < inner.x &&
  outer.y < inner.y &&
  outer.x + outer.width > inner.x + inner.width &&
  outer.y + outer.height > inner.y + inner.height;

/** Whether a point is on the border, in the middle of a side of a gateway or an event. */
export function touches(point: Point, { x, y, width, height }: Box): boolean {
  const [upright, level] = [
    [x, x + width].includes(point.x) && point.y >= y && point.y <= y + height,
    [y, y + height].includes(point.y) && point.x >= x && point.x <= x + width,
  ];
  if (width > 50) return upright || level;
  return (upright && point.y === y + height / 2) || (level && point.x === x + width / 2);
}
