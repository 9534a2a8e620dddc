import type { Bounds, Point } from './geometry';

interface Sized {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

const GAP = 40;

/**
 * Sets event sub-processes in rows of equal columns, in their order; one that is wider takes several columns.
 * Each fills its cells. The grid is about as wide as what it stands below.
 */
export function grid(all: readonly Sized[], corner: Point, width: number): ReadonlyMap<string, Bounds> {
  const column = columnOf(all.map((one) => one.width));
  const columns = Math.max(1, ...all.map((one) => span(one, column)), Math.round(width / (column + GAP)));
  const cells = new Map<string, Bounds>();
  let y = corner.y;
  for (const row of rowsOf(all, column, columns)) {
    const height = Math.max(...row.map((one) => one.height));
    let x = corner.x;
    for (const one of row) {
      const wide = spanned(span(one, column), column);
      cells.set(one.id, { x, y, width: wide, height });
      x += wide + GAP;
    }
    y += height + GAP;
  }
  return cells;
}

/** The width that leaves the least room unused. */
function columnOf(widths: readonly number[]): number {
  const unused = (column: number) =>
    widths.reduce((sum, width) => sum + spanned(span({ width }, column), column) - width, 0);
  return widths.reduce((best, width) => (unused(width) < unused(best) ? width : best), widths[0] ?? 0);
}

const spanned = (columns: number, column: number): number => columns * (column + GAP) - GAP;

const span = ({ width }: Pick<Sized, 'width'>, column: number): number =>
  Math.ceil((width + GAP) / (column + GAP));

function rowsOf(all: readonly Sized[], column: number, columns: number): readonly (readonly Sized[])[] {
  const rows: Sized[][] = [];
  let taken = columns;
  for (const one of all) {
    if (taken + span(one, column) > columns) {
      rows.push([]);
      taken = 0;
    }
    rows.at(-1)?.push(one);
    taken += span(one, column);
  }
  return rows;
}
