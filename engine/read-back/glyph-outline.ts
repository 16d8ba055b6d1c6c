import type { Matrix } from './matrix.ts';

/** The shape of a glyph in em: closed pieces, y upwards. */
export type GlyphOutline = readonly OutlinePiece[];

/** One closed line; each step is 2 numbers (straight), 4 (quadratic) or 6 (cubic), to its end. */
export interface OutlinePiece {
  readonly start: readonly [number, number];
  readonly steps: readonly (readonly number[])[];
}

/** Polygons, x and y of each corner in turn. */
export type Pieces = readonly (readonly number[])[];

/** The program is damaged or of another kind than stated. */
export class UnreadableProgram extends Error {}

/** Draws an outline in the units of its font. */
export interface OutlinePen {
  move(x: number, y: number): void;
  line(x: number, y: number): void;
  /** Control points and end of a curve: four numbers or six. */
  curve(points: readonly number[]): void;
  outline(): GlyphOutline;
}

/** More steps than this has no glyph that people read; a damaged one may have any number. */
const MOST_STEPS = 20_000;

/** A damaged matrix or number puts points beyond this many em, or nowhere. */
const FARTHEST_EM = 1000;

/** A pen over nothing; `toEm` leads from font units to em. */
export function createOutlinePen(toEm: Matrix): OutlinePen {
  const pieces: { start: readonly [number, number]; steps: (readonly number[])[] }[] = [];
  const [a, b, c, d, e, f] = toEm;
  let left = MOST_STEPS;

  function inEm(points: readonly number[]): readonly number[] {
    left -= 1;
    if (left < 0) throw new UnreadableProgram('a glyph without an end');
    const moved: number[] = [];
    for (let at = 0; at + 1 < points.length; at += 2) {
      const [x = 0, y = 0] = [points[at], points[at + 1]];
      moved.push(a * x + c * y + e, b * x + d * y + f);
    }
    // Written so that what is no number fails as well.
    if (!moved.every((place) => Math.abs(place) <= FARTHEST_EM)) {
      throw new UnreadableProgram('a glyph with a point beyond any page');
    }
    return moved;
  }

  function step(points: readonly number[]): void {
    const moved = inEm(points);
    if (pieces.length === 0) pieces.push({ start: [e, f], steps: [] });
    pieces.at(-1)?.steps.push(moved);
  }

  return {
    move(x, y) {
      const [startX = 0, startY = 0] = inEm([x, y]);
      pieces.push({ start: [startX, startY], steps: [] });
    },
    line: (x, y) => step([x, y]),
    curve: step,
    outline: () => pieces.filter(({ steps }) => steps.length > 0),
  };
}

/** The outline as polygons that stray from its curves by at most that part of an em. */
export function flattened(outline: GlyphOutline, toleranceEm: number): Pieces {
  return outline.map(({ start, steps }) => {
    const piece: number[] = [...start];
    for (const step of steps) addStep(piece, step, toleranceEm);
    return piece;
  });
}

/** Parts of one curve at most. */
const MOST_PARTS = 48;

function addStep(piece: number[], step: readonly number[], tolerance: number): void {
  if (step.length === 2) {
    piece.push(...step);
    return;
  }
  const [x0, y0] = [piece.at(-2) ?? 0, piece.at(-1) ?? 0];
  addCurve(piece, [x0, y0, ...(step.length === 4 ? asCubic(x0, y0, step) : step)], tolerance);
}

/** A quadratic curve is the cubic one whose control points lie two thirds of the way. */
function asCubic(x0: number, y0: number, [x1 = 0, y1 = 0, x2 = 0, y2 = 0]: readonly number[]) {
  const toward = (from: number, to: number) => from + (2 / 3) * (to - from);
  return [toward(x0, x1), toward(y0, y1), toward(x2, x1), toward(y2, y1), x2, y2];
}

/**
 * Adds a cubic curve to a polygon that ends where it starts. The second differences of the control
 * points bound how far a chord strays from it.
 */
export function addCurve(piece: number[], curve: readonly number[], tolerance: number): void {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = curve;
  const bend = Math.max(
    Math.hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2),
    Math.hypot(x1 - 2 * x2 + x3, y1 - 2 * y2 + y3),
  );
  const wanted = Math.ceil(Math.sqrt((0.75 * bend) / tolerance));
  const parts = Number.isFinite(wanted) ? Math.min(MOST_PARTS, Math.max(1, wanted)) : 1;
  for (let part = 1; part <= parts; part += 1) {
    const t = part / parts;
    const u = 1 - t;
    const [w0, w1, w2, w3] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    piece.push(w0 * x0 + w1 * x1 + w2 * x2 + w3 * x3, w0 * y0 + w1 * y1 + w2 * y2 + w3 * y3);
  }
}

/** Area of a polygon, positive when it runs against the clock. */
export function signedArea(piece: readonly number[]): number {
  let area = 0;
  for (let at = 0; at + 1 < piece.length; at += 2) {
    const next = (at + 2) % piece.length;
    area += (piece[at] ?? 0) * (piece[next + 1] ?? 0) - (piece[next] ?? 0) * (piece[at + 1] ?? 0);
  }
  return area / 2;
}
