import {
  createOutlinePen,
  type GlyphOutline,
  type OutlinePen,
  UnreadableProgram,
} from './glyph-outline.ts';
import { IDENTITY, type Matrix, product } from './matrix.ts';

/** Where the glyphs of a TrueType program lie. */
export interface GlyfTable {
  readonly glyf: DataView;
  readonly glyphCount: number;
  readonly unitsPerEm: number;
  range(glyph: number): { readonly start: number; readonly end: number };
}

/** Parts within parts, and parts in all, in composite glyphs. */
const MOST_DEPTH = 5;
const MOST_PARTS = 100;

/** The outline of a TrueType glyph, composite ones with their parts. */
export function trueTypeOutline(table: GlyfTable, glyph: number): GlyphOutline {
  const { unitsPerEm } = table;
  const pen = createOutlinePen([1 / unitsPerEm, 0, 0, 1 / unitsPerEm, 0, 0]);
  const left = { parts: MOST_PARTS };
  drawGlyph({ table, pen, left }, { glyph, place: IDENTITY, depth: 0 });
  return pen.outline();
}

interface Drawing {
  readonly table: GlyfTable;
  readonly pen: OutlinePen;
  readonly left: { parts: number };
}

interface Part {
  readonly glyph: number;
  readonly place: Matrix;
  readonly depth: number;
}

function drawGlyph(drawing: Drawing, { depth, glyph, place }: Part): void {
  const { left, pen, table } = drawing;
  left.parts -= 1;
  if (glyph < 0 || glyph >= table.glyphCount || depth > MOST_DEPTH || left.parts < 0) {
    throw new UnreadableProgram(`glyph ${glyph} is no glyph`);
  }
  const { end, start } = table.range(glyph);
  if (end - start < 10) return;
  const view = new DataView(table.glyf.buffer, table.glyf.byteOffset + start, end - start);
  const contours = view.getInt16(0);
  if (contours < 0) drawParts(drawing, view, { glyph, place, depth });
  else drawContours(pen, contoursOf(view, contours), place);
}

// Flags of a part of a composite glyph (OpenType, table glyf).
const WIDE = 0x0001;
const OFFSETS = 0x0002;
const ONE_SCALE = 0x0008;
const MORE = 0x0020;
const TWO_SCALES = 0x0040;
const FOUR_SCALES = 0x0080;

function drawParts(drawing: Drawing, view: DataView, { depth, place }: Part): void {
  let at = 10;
  for (;;) {
    const flags = view.getUint16(at);
    const glyph = view.getUint16(at + 2);
    const isWide = (flags & WIDE) !== 0;
    const offset = (index: number) =>
      isWide ? view.getInt16(at + 4 + 2 * index) : view.getInt8(at + 4 + index);
    // Parts that are hung up point by point are rare; they stand where they are drawn.
    const [x, y] = flags & OFFSETS ? [offset(0), offset(1)] : [0, 0];
    at += 4 + (isWide ? 4 : 2);
    const scale = (index: number) => view.getInt16(at + 2 * index) / 16384;
    let own: Matrix = [1, 0, 0, 1, x, y];
    if (flags & ONE_SCALE) {
      own = [scale(0), 0, 0, scale(0), x, y];
      at += 2;
    } else if (flags & TWO_SCALES) {
      own = [scale(0), 0, 0, scale(1), x, y];
      at += 4;
    } else if (flags & FOUR_SCALES) {
      own = [scale(0), scale(1), scale(2), scale(3), x, y];
      at += 8;
    }
    drawGlyph(drawing, { glyph, place: product(own, place), depth: depth + 1 });
    if (!(flags & MORE)) return;
  }
}

interface Point {
  x: number;
  y: number;
  readonly isOn: boolean;
}

function contoursOf(view: DataView, contours: number): readonly (readonly Point[])[] {
  const ends = Array.from({ length: contours }, (_, index) => view.getUint16(10 + 2 * index));
  const points = readPoints(view, { at: 10 + 2 * contours, count: (ends.at(-1) ?? -1) + 1 });
  return ends.map((end, index) =>
    points.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end + 1),
  );
}

function readPoints(
  view: DataView,
  { at: start, count }: { readonly at: number; readonly count: number },
): readonly Point[] {
  if (count <= 0) return [];
  let at = start + 2 + view.getUint16(start);
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = view.getUint8(at);
    at += 1;
    flags.push(flag);
    if (!(flag & 8)) continue;
    for (let left = view.getUint8(at); left > 0; left -= 1) flags.push(flag);
    at += 1;
  }
  const points: Point[] = flags
    .slice(0, count)
    .map((flag) => ({ x: 0, y: 0, isOn: (flag & 1) !== 0 }));
  const read = (short: number, same: number, put: (point: Point, value: number) => void) => {
    let value = 0;
    points.forEach((point, index) => {
      const flag = flags[index] ?? 0;
      if (flag & short) {
        value += flag & same ? view.getUint8(at) : -view.getUint8(at);
        at += 1;
      } else if (!(flag & same)) {
        value += view.getInt16(at);
        at += 2;
      }
      put(point, value);
    });
  };
  read(2, 16, (point, value) => {
    point.x = value;
  });
  read(4, 32, (point, value) => {
    point.y = value;
  });
  return points;
}

function drawContours(
  pen: OutlinePen,
  contours: readonly (readonly Point[])[],
  [a, b, c, d, e, f]: Matrix,
): void {
  for (const points of contours) {
    if (points.length < 2) continue;
    const placed = points.map(({ isOn, x, y }) => {
      return { x: a * x + c * y + e, y: b * x + d * y + f, isOn };
    });
    drawContour(pen, withHalfways(placed));
  }
}

/** Neighbours that both are off the curve have a point halfway that is on it. */
function withHalfways(points: readonly Point[]): readonly Point[] {
  const all: Point[] = [];
  let before = points.at(-1);
  for (const point of points) {
    if (before && !before.isOn && !point.isOn) {
      all.push({ x: (before.x + point.x) / 2, y: (before.y + point.y) / 2, isOn: true });
    }
    all.push(point);
    before = point;
  }
  return all;
}

function drawContour(pen: OutlinePen, points: readonly Point[]): void {
  const first = points.findIndex(({ isOn }) => isOn);
  const turned = [...points.slice(first), ...points.slice(0, first)];
  const [start] = turned;
  if (start === undefined) return;
  pen.move(start.x, start.y);
  let control: Point | undefined;
  for (const point of [...turned.slice(1), start]) {
    if (!point.isOn) {
      control = point;
      continue;
    }
    if (control === undefined) pen.line(point.x, point.y);
    else pen.curve([control.x, control.y, point.x, point.y]);
    control = undefined;
  }
}
