import { addCurve, type Pieces } from './glyph-outline.ts';
import type { Box, Matrix } from './matrix.ts';

/** What straight steps may stray from a curve, in points: a twentieth of a cell of the raster. */
const TOLERANCE_PT = 0.1;

/** Collects a path in page space, curves as short lines. */
export interface PathPieces {
  move(x: number, y: number): void;
  line(x: number, y: number): void;
  curve(points: readonly number[]): void;
  close(): void;
  rectangle(operands: readonly number[]): void;
  /** x and y of the point last reached, in the space of the operands. */
  current(): readonly [number, number];
  take(): Pieces;
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
    if (pieces.length === 0) move(...at);
    const piece = pieces.at(-1);
    const [a, b, c, d, e, f] = matrix();
    const placed: number[] = piece?.slice(-2) ?? [];
    for (let index = 0; index + 1 < points.length; index += 2) {
      const [x = 0, y = 0] = [points[index], points[index + 1]];
      placed.push(a * x + c * y + e, b * x + d * y + f);
    }
    if (piece) addCurve(piece, placed, TOLERANCE_PT);
    at = [points.at(-2) ?? 0, points.at(-1) ?? 0];
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
export function boxOfPieces(pieces: Pieces): Box | undefined {
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

/** True when the pieces are one box whose sides run across and up: then the box says it all. */
export function isUprightBox(pieces: Pieces): boolean {
  const [piece] = pieces;
  if (piece === undefined || pieces.length !== 1) return false;
  const around = boxOfPieces(pieces);
  const corners = piece.length / 2;
  if (around === undefined || corners < 4 || corners > 5) return false;
  for (let at = 0; at + 1 < piece.length; at += 2) {
    const [x, y] = [piece[at], piece[at + 1]];
    const isCorner =
      (x === around.left || x === around.right) && (y === around.bottom || y === around.top);
    const next = (at + 2) % piece.length;
    const isApart = piece[next] !== x && piece[next + 1] !== y;
    if (!isCorner || isApart) return false;
  }
  return true;
}
