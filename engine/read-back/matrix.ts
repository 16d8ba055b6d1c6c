/** A transformation as PDF writes it: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** An axis-parallel box in points; origin bottom left, y upwards. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** Moves nothing. */
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Six numbers as a matrix. */
export function asMatrix([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): Matrix {
  return [a, b, c, d, e, f];
}

/** First `inner`, then `outer`. */
export function product(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [A, B, C, D, E, F] = outer;
  return [
    a * A + b * C,
    a * B + b * D,
    c * A + d * C,
    c * B + d * D,
    e * A + f * C + E,
    e * B + f * D + F,
  ];
}

/** The box that holds a box of the inner space. */
export function boxThrough(matrix: Matrix, box: Box): Box {
  const [a, b, c, d, e, f] = matrix;
  const across = [a * box.left, a * box.right];
  const over = [c * box.bottom, c * box.top];
  const up = [b * box.left, b * box.right];
  const along = [d * box.bottom, d * box.top];
  return {
    left: Math.min(...across) + Math.min(...over) + e,
    right: Math.max(...across) + Math.max(...over) + e,
    bottom: Math.min(...up) + Math.min(...along) + f,
    top: Math.max(...up) + Math.max(...along) + f,
  };
}

/** The corners of a box of the inner space, x and y in turn. */
export function cornersThrough(
  matrix: Matrix,
  { bottom, left, right, top }: Box,
): readonly number[] {
  const [a, b, c, d, e, f] = matrix;
  const corners = [left, bottom, right, bottom, right, top, left, top];
  return corners.map((_, at) => {
    const [x = 0, y = 0] = [corners[at - (at % 2)], corners[at - (at % 2) + 1]];
    return at % 2 === 0 ? a * x + c * y + e : b * x + d * y + f;
  });
}

/** The way back; undefined for a matrix that flattens everything. */
export function inverse([a, b, c, d, e, f]: Matrix): Matrix | undefined {
  const size = a * d - b * c;
  if (size === 0 || !Number.isFinite(size)) return undefined;
  const [A, B, C, D] = [d / size, -b / size, -c / size, a / size];
  return [A, B, C, D, -(e * A + f * C), -(e * B + f * D)];
}

/** How much a matrix lengthens: the root of the area of the unit square. */
export function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

/** The part that two boxes share; undefined when they share none. */
export function sharedBox(one: Box, other: Box): Box | undefined {
  const left = Math.max(one.left, other.left);
  const bottom = Math.max(one.bottom, other.bottom);
  const right = Math.min(one.right, other.right);
  const top = Math.min(one.top, other.top);
  return left < right && bottom < top ? { left, bottom, right, top } : undefined;
}

/** True when the inner box lies within the outer one, to a tolerance in points. */
export function holdsBox(outer: Box, inner: Box, tolerancePt: number): boolean {
  return (
    inner.left >= outer.left - tolerancePt &&
    inner.bottom >= outer.bottom - tolerancePt &&
    inner.right <= outer.right + tolerancePt &&
    inner.top <= outer.top + tolerancePt
  );
}
