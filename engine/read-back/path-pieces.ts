import type { Box, Matrix } from './matrix.ts';

/** Straight steps that stand for one curve: the raster is coarser than what that loses. */
const CURVE_STEPS = 8;

/** Collects a path in page space, curves as short lines. */
export interface PathPieces {
  move(x: number, y: number): void;
  line(x: number, y: number): void;
  curve(points: readonly number[]): void;
  close(): void;
  rectangle(operands: readonly number[]): void;
  /** x and y of the point last reached, in the space of the operands. */
  current(): readonly [number, number];
  take(): readonly (readonly number[])[];
}

/** Starts an empty path; `matrix` is asked for at every point, as it may change between two. */
export function createPathPieces(matrix: () => Matrix): PathPieces {
  let pieces: number[][] = [];
  let at: readonly [number, number] = [0, 0];
  let start = at;

  function put(x: number, y: number): void {
    const [a, b, c, d, e, f] = matrix();
    pieces.at(-1)?.push(a * x + c * y + e, b * x + d * y + f);
    at = [x, y];
  }

  function move(x: number, y: number): void {
    pieces.push([]);
    start = [x, y];
    put(x, y);
  }

  function line(x: number, y: number): void {
    if (pieces.length === 0) move(...at);
    put(x, y);
  }

  function curve(points: readonly number[]): void {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = points;
    const [x0, y0] = at;
    for (let step = 1; step <= CURVE_STEPS; step += 1) {
      const t = step / CURVE_STEPS;
      const u = 1 - t;
      const [w0, w1, w2, w3] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
      line(w0 * x0 + w1 * x1 + w2 * x2 + w3 * x3, w0 * y0 + w1 * y1 + w2 * y2 + w3 * y3);
    }
  }

  return {
    move,
    line,
    curve,
    close: () => line(...start),
    rectangle([x = 0, y = 0, width = 0, height = 0]) {
      move(x, y);
      put(x + width, y);
      put(x + width, y + height);
      put(x, y + height);
      put(x, y);
    },
    current: () => at,
    take() {
      const taken = pieces;
      pieces = [];
      return taken;
    },
  };
}

/** The box around all points; undefined when there are none. */
export function boxOfPieces(pieces: readonly (readonly number[])[]): Box | undefined {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const piece of pieces) {
    for (let at = 0; at + 1 < piece.length; at += 2) {
      const [x = 0, y = 0] = [piece[at], piece[at + 1]];
      left = Math.min(left, x);
      right = Math.max(right, x);
      bottom = Math.min(bottom, y);
      top = Math.max(top, y);
    }
  }
  return left === Infinity ? undefined : { left, bottom, right, top };
}
