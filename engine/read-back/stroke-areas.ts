import { type Pieces, signedArea } from './glyph-outline.ts';
import type { LineStyle } from './marks.ts';

/**
 * The area that a line covers, as pieces that all run against the clock: a bar for every straight
 * part, and what fills the corners and ends.
 */
export function strokeAreas(pieces: Pieces, line: LineStyle): Pieces {
  const lines = line.dashes.length === 0 ? pieces : pieces.flatMap((one) => dashed(one, line));
  return lines.flatMap((piece) => strokeOf(piece, line)).map(againstTheClock);
}

function againstTheClock(piece: readonly number[]): readonly number[] {
  if (signedArea(piece) >= 0) return piece;
  const turned: number[] = [];
  for (let at = piece.length - 2; at >= 0; at -= 2) {
    turned.push(piece[at] ?? 0, piece[at + 1] ?? 0);
  }
  return turned;
}

/** Dashes in all; more would be a tint. */
const MOST_DASHES = 20_000;

/** The strokes of a dashed line, each a line of its own. */
function dashed(piece: readonly number[], { dashPhase, dashes }: LineStyle): Pieces {
  const strokes: number[][] = [];
  const total = dashes.reduce((sum, length) => sum + length, 0) * (dashes.length % 2 === 0 ? 1 : 2);
  if (!(total > 0)) return [piece];
  let index = 0;
  let left = dashes[0] ?? 0;
  let skip = ((dashPhase % total) + total) % total;
  const turn = () => {
    index += 1;
    left = dashes[index % dashes.length] ?? 0;
  };
  while (skip >= left && skip > 0) {
    skip -= left;
    turn();
  }
  left -= skip;
  let stroke: number[] | undefined;
  for (let at = 0; at + 3 < piece.length; at += 2) {
    let [x, y] = [piece[at] ?? 0, piece[at + 1] ?? 0];
    const [endX, endY] = [piece[at + 2] ?? 0, piece[at + 3] ?? 0];
    let rest = Math.hypot(endX - x, endY - y);
    while (rest > 0 && strokes.length < MOST_DASHES) {
      const by = Math.min(rest, left);
      const isOn = index % 2 === 0;
      if (isOn && stroke === undefined) {
        stroke = [x, y];
        strokes.push(stroke);
      }
      x += ((endX - x) * by) / rest;
      y += ((endY - y) * by) / rest;
      if (isOn) stroke?.push(x, y);
      rest -= by;
      left -= by;
      if (left > 0) continue;
      stroke = undefined;
      turn();
    }
  }
  return strokes;
}

interface Part {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** Half the width across the line, to its left. */
  readonly u: number;
  readonly v: number;
}

function strokeOf(piece: readonly number[], line: LineStyle): Pieces {
  const parts = partsOf(piece, line.widthPt / 2);
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return dotOf(piece, line);
  const isClosed = first.x1 === last.x2 && first.y1 === last.y2 && parts.length > 1;
  const areas: (readonly number[])[] = parts.map(barOf);
  parts.forEach((part, index) => {
    const next = parts[index + 1] ?? (isClosed ? first : undefined);
    if (next) areas.push(...cornerOf(part, next, line));
  });
  if (!isClosed) areas.push(...endOf(first, line, -1), ...endOf(last, line, 1));
  return areas;
}

function partsOf(piece: readonly number[], half: number): readonly Part[] {
  const parts: Part[] = [];
  for (let at = 0; at + 3 < piece.length; at += 2) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = piece.slice(at, at + 4);
    const length = Math.hypot(x2 - x1, y2 - y1);
    if (length === 0) continue;
    const [u, v] = [(-(y2 - y1) / length) * half, ((x2 - x1) / length) * half];
    parts.push({ x1, y1, x2, y2, u, v });
  }
  return parts;
}

function barOf({ u, v, x1, x2, y1, y2 }: Part): readonly number[] {
  return [x1 + u, y1 + v, x2 + u, y2 + v, x2 - u, y2 - v, x1 - u, y1 - v];
}

/** A line without length shows by its round ends only. */
function dotOf([x = 0, y = 0]: readonly number[], { cap, widthPt }: LineStyle): Pieces {
  return cap === 'round' ? [circle(x, y, widthPt / 2)] : [];
}

const CIRCLE_CORNERS = 24;

function circle(x: number, y: number, radius: number): readonly number[] {
  return Array.from({ length: CIRCLE_CORNERS * 2 }, (_, at) => {
    const angle = (Math.floor(at / 2) / CIRCLE_CORNERS) * 2 * Math.PI;
    return at % 2 === 0 ? x + radius * Math.cos(angle) : y + radius * Math.sin(angle);
  });
}

/** Corners below this many degrees are parts of a curve, which bars alone fill. */
const FLAT_SINE = 0.01;

function cornerOf(part: Part, next: Part, line: LineStyle): Pieces {
  const half = line.widthPt / 2;
  const [x, y] = [part.x2, part.y2];
  const turn = (part.u * next.v - part.v * next.u) / (half * half || 1);
  const along = (part.u * next.u + part.v * next.v) / (half * half || 1);
  if (Math.abs(turn) < FLAT_SINE && along > 0) return [];
  if (line.join === 'round') return [circle(x, y, half)];
  // The gap lies on the outer side of the corner.
  const side = turn > 0 ? -1 : 1;
  const [fromX, fromY] = [x + side * part.u, y + side * part.v];
  const [toX, toY] = [x + side * next.u, y + side * next.v];
  const bevel = [x, y, fromX, fromY, toX, toY];
  // Length of the tip over the width: one over the sine of half the angle (ISO 32000-1, 8.4.3.5).
  const miter = Math.sqrt(2 / Math.max(1e-9, 1 + along));
  if (line.join === 'bevel' || miter > line.miterLimit) return [bevel];
  const reach = side / (1 + along);
  const [tipX, tipY] = [x + reach * (part.u + next.u), y + reach * (part.v + next.v)];
  return [[x, y, fromX, fromY, tipX, tipY, toX, toY]];
}

function endOf(part: Part, { cap, widthPt }: LineStyle, direction: -1 | 1): Pieces {
  const [x, y] = direction < 0 ? [part.x1, part.y1] : [part.x2, part.y2];
  if (cap === 'butt') return [];
  if (cap === 'round') return [circle(x, y, widthPt / 2)];
  const { u, v } = part;
  const [outX, outY] = [x + direction * v, y - direction * u];
  return [[x + u, y + v, outX + u, outY + v, outX - u, outY - v, x - u, y - v]];
}
