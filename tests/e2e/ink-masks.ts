import { assert } from '#engine/units/assert.ts';

/** A page or a plate in pixels: how much ink lies on each, 0 to 255. */
export interface InkMask {
  readonly width: number;
  readonly height: number;
  readonly ink: Uint8Array;
}

/** How far ink of one mask has a counterpart in another. */
export interface Counterparts {
  /** Pixels with ink. */
  readonly inked: number;
  /** Share of them with no ink within a pixel of their place in the other mask. */
  readonly alone: number;
  /** Most of these in one cell of some twelve points, and where that is: a glyph on its own. */
  readonly worst: { readonly alone: number; readonly x: number; readonly y: number };
}

/**
 * Ink that counts, and ink that answers it. Two rasterisers disagree on the edges of a thin stroke,
 * so a pixel more than half covered is answered by one that is covered a fifth.
 */
const COUNTS = 140;
const ANSWERS = 50;
const CELL_PX = 26;

/** Looks up every inked pixel of one mask in another of the same size. */
export function counterparts(one: InkMask, other: InkMask): Counterparts {
  assert(one.width === other.width && one.height === other.height, 'masks of one size');
  const { width, height, ink } = one;
  const answers = spread(other);
  const across = Math.ceil(width / CELL_PX);
  const cells = new Uint32Array(across * Math.ceil(height / CELL_PX));
  let [inked, alone] = [0, 0];
  for (let at = 0; at < ink.length; at += 1) {
    if ((ink[at] ?? 0) < COUNTS) continue;
    inked += 1;
    if ((answers[at] ?? 0) >= ANSWERS) continue;
    alone += 1;
    const cell = Math.floor(Math.floor(at / width) / CELL_PX) * across;
    const place = cell + Math.floor((at % width) / CELL_PX);
    cells[place] = (cells[place] ?? 0) + 1;
  }
  let worst = 0;
  for (const [cell, count] of cells.entries()) if (count > (cells[worst] ?? 0)) worst = cell;
  return {
    inked,
    alone: inked === 0 ? 0 : alone / inked,
    worst: {
      alone: cells[worst] ?? 0,
      x: (worst % across) * CELL_PX,
      y: Math.floor(worst / across) * CELL_PX,
    },
  };
}

/** The greatest difference of ink between two masks, over squares of some 37 points, percent. */
export function differencePercent(one: InkMask, other: InkMask): number {
  const { width, height } = one;
  const across = Math.ceil(width / SQUARE_PX);
  const squares = new Float64Array(across * Math.ceil(height / SQUARE_PX));
  for (let at = 0; at < one.ink.length; at += 1) {
    const square = Math.floor(Math.floor(at / width) / SQUARE_PX) * across;
    const place = square + Math.floor((at % width) / SQUARE_PX);
    squares[place] = (squares[place] ?? 0) + (one.ink[at] ?? 0) - (other.ink[at] ?? 0);
  }
  const most = Math.max(...squares.map(Math.abs));
  return (most / (SQUARE_PX * SQUARE_PX * 255)) * 100;
}

const SQUARE_PX = 78;

/** The most ink within a pixel of each place. */
function spread({ width, height, ink }: InkMask): Uint8Array {
  const rows = new Uint8Array(ink.length);
  for (let at = 0; at < ink.length; at += 1) {
    const x = at % width;
    const left = x > 0 ? (ink[at - 1] ?? 0) : 0;
    const right = x < width - 1 ? (ink[at + 1] ?? 0) : 0;
    rows[at] = Math.max(left, ink[at] ?? 0, right);
  }
  const all = new Uint8Array(ink.length);
  for (let at = 0; at < ink.length; at += 1) {
    const above = at >= width ? (rows[at - width] ?? 0) : 0;
    const below = at < width * (height - 1) ? (rows[at + width] ?? 0) : 0;
    all[at] = Math.max(above, rows[at] ?? 0, below);
  }
  return all;
}
