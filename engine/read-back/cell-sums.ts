/** A side of an area, from its lower end up, in cells. */
export interface Side {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/**
 * Every side adds to the cells that it crosses the part of them that lies to its right, with the
 * sign of its direction; summed along a row this is the exact share of each cell. Where an area
 * overlaps itself, whole cells are right, and cells at the edge of an overlap are taken as covered
 * by the sum of both.
 */
export interface CellSums {
  /** Starts anew over so many cells. */
  clear(columns: number, rows: number): void;
  add(side: Side, turn: number): void;
  /** What a cell adds to those on its left. */
  at(column: number, row: number): number;
}

/** A row has this many places more than cells: what lies right of the last one goes there. */
const SPARE = 2;

interface Crossing {
  readonly at: number;
  readonly first: number;
  readonly end: number;
  readonly low: number;
  readonly high: number;
  readonly signed: number;
}

/** Sums over no cells. */
export function createCellSums(): CellSums {
  let sums = new Float32Array(1024);
  let stride = 0;
  let rows = 0;

  function put(at: number, value: number): void {
    sums[at] = (sums[at] ?? 0) + value;
  }

  /** A side that crosses several cells of one row. */
  function spread({ at, end, first, high, low, signed }: Crossing): void {
    const part = 1 / (high - low);
    const inFirst = 1 - (low - first);
    const inLast = high - end + 1;
    const start = 0.5 * part * inFirst * inFirst;
    const rest = 0.5 * part * inLast * inLast;
    put(at, signed * start);
    if (end === first + 2) put(at + 1, signed * (1 - start - rest));
    else {
      const second = part * (inFirst + 0.5);
      put(at + 1, signed * (second - start));
      for (let step = 2; step < end - first - 1; step += 1) put(at + step, signed * part);
      const before = second + (end - first - 3) * part;
      put(at + end - first - 1, signed * (1 - before - rest));
    }
    put(at + end - first, signed * rest);
  }

  return {
    clear(columns, rowCount) {
      stride = columns + SPARE;
      rows = rowCount;
      const length = stride * rows;
      if (sums.length < length) sums = new Float32Array(length);
      else sums.fill(0, 0, length);
    },
    add({ x0, x1, y0, y1 }, turn) {
      const slope = (x1 - x0) / (y1 - y0);
      let x = x0;
      const lastRow = Math.min(rows, Math.ceil(y1));
      for (let row = Math.max(0, Math.floor(y0)); row < lastRow; row += 1) {
        const height = Math.min(row + 1, y1) - Math.max(row, y0);
        const next = x + slope * height;
        const signed = height * turn;
        const [low, high] = x < next ? [x, next] : [next, x];
        const first = Math.floor(low);
        const end = Math.ceil(high);
        const at = row * stride + first;
        if (end <= first + 1) {
          const right = signed * ((low + high) / 2 - first);
          put(at, signed - right);
          put(at + 1, right);
        } else spread({ at, first, end, low, high, signed });
        x = next;
      }
    },
    at: (column, row) => sums[row * stride + column] ?? 0,
  };
}
