import { UnreadableFont, viewOf } from './font-bytes.ts';
import type { FontProgram } from './font-program.ts';
import { COMPONENT, type Component, componentsOf, isComposite } from './glyf-outlines.ts';

/** One step of a glyph's outline in em, y upwards; `curve` is a cubic Bézier to (x, y). */
export type OutlineSegment =
  | { readonly kind: 'move' | 'line'; readonly x: number; readonly y: number }
  | {
      readonly kind: 'curve';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly x: number;
      readonly y: number;
    }
  | { readonly kind: 'close' };

interface Point {
  readonly x: number;
  readonly y: number;
  readonly onCurve: boolean;
}

type Contour = readonly Point[];

/** x' = xx·x + xy·y, y' = yx·x + yy·y, before the offset. */
interface Matrix {
  readonly xx: number;
  readonly xy: number;
  readonly yx: number;
  readonly yy: number;
}

// Flags of a point in a simple glyph (OpenType, glyf).
const ON_CURVE = 0x01;
const SHORT_X = 0x02;
const SHORT_Y = 0x04;
const REPEAT = 0x08;
const SAME_OR_POSITIVE_X = 0x10;
const SAME_OR_POSITIVE_Y = 0x20;

/** Composites in composites; deeper nesting than this is a glyph that contains itself. */
const DEEPEST_NESTING = 16;

/** The outline of a glyph of a TrueType face; empty for a blank glyph. Fill by nonzero winding. */
export function glyfOutline(program: FontProgram, glyphId: number): readonly OutlineSegment[] {
  const contours = readContours(program, glyphId, 0);
  return contours.flatMap((contour) => contourSegments(contour, program.unitsPerEm));
}

function readContours(program: FontProgram, glyphId: number, depth: number): readonly Contour[] {
  if (depth > DEEPEST_NESTING) throw new UnreadableFont('glyph within itself');
  const glyph = program.outlineBytes(glyphId);
  if (glyph.length < 10) return [];
  if (!isComposite(glyph)) return simpleContours(glyph);
  const contours: Contour[] = [];
  for (const component of componentsOf(glyph)) {
    const part = readContours(program, component.glyphId, depth + 1);
    contours.push(...placedComponent(glyph, component, { part, before: contours }));
  }
  return contours;
}

function placedComponent(
  glyph: Uint8Array,
  component: Component,
  options: { part: readonly Contour[]; before: readonly Contour[] },
): readonly Contour[] {
  const view = viewOf(glyph);
  const matrix = componentMatrix(view, component);
  const turned = options.part.map((contour) => contour.map((point) => turnedPoint(point, matrix)));
  const [first, second] = componentArguments(view, component);
  let offset = { x: first, y: second };
  if (!(component.flags & COMPONENT.argumentsAreOffsets)) {
    // The arguments are point numbers: the second point is laid upon the first.
    const anchor = options.before.flat()[first];
    const point = turned.flat()[second];
    offset = { x: (anchor?.x ?? 0) - (point?.x ?? 0), y: (anchor?.y ?? 0) - (point?.y ?? 0) };
  }
  return turned.map((contour) =>
    contour.map(({ x, y, onCurve }) => ({ x: x + offset.x, y: y + offset.y, onCurve })),
  );
}

function componentArguments(view: DataView, component: Component): readonly [number, number] {
  const at = component.offset + 4;
  const isOffset = (component.flags & COMPONENT.argumentsAreOffsets) !== 0;
  if (component.flags & COMPONENT.wideArguments) {
    return isOffset
      ? [view.getInt16(at), view.getInt16(at + 2)]
      : [view.getUint16(at), view.getUint16(at + 2)];
  }
  return isOffset
    ? [view.getInt8(at), view.getInt8(at + 1)]
    : [view.getUint8(at), view.getUint8(at + 1)];
}

function componentMatrix(view: DataView, { flags, offset }: Component): Matrix {
  const at = offset + (flags & COMPONENT.wideArguments ? 8 : 6);
  const fraction = (index: number) => view.getInt16(at + 2 * index) / 16384;
  if (flags & COMPONENT.oneScale) return { xx: fraction(0), xy: 0, yx: 0, yy: fraction(0) };
  if (flags & COMPONENT.twoScales) return { xx: fraction(0), xy: 0, yx: 0, yy: fraction(1) };
  if (flags & COMPONENT.matrix) {
    return { xx: fraction(0), yx: fraction(1), xy: fraction(2), yy: fraction(3) };
  }
  return { xx: 1, xy: 0, yx: 0, yy: 1 };
}

function turnedPoint({ x, y, onCurve }: Point, matrix: Matrix): Point {
  return { x: matrix.xx * x + matrix.xy * y, y: matrix.yx * x + matrix.yy * y, onCurve };
}

function simpleContours(glyph: Uint8Array): readonly Contour[] {
  const view = viewOf(glyph);
  const contourCount = view.getInt16(0);
  const ends = Array.from({ length: contourCount }, (_, index) => view.getUint16(10 + 2 * index));
  const pointCount = (ends.at(-1) ?? -1) + 1;
  const instructions = 10 + 2 * contourCount;
  const start = instructions + 2 + view.getUint16(instructions);
  const { flags, end } = readFlags(view, start, pointCount);
  const horizontal = { flags, short: SHORT_X, same: SAME_OR_POSITIVE_X };
  const xs = readCoordinates(view, end, horizontal);
  const vertical = { flags, short: SHORT_Y, same: SAME_OR_POSITIVE_Y };
  const ys = readCoordinates(view, xs.end, vertical);
  const points = flags.map((flag, index) => ({
    x: xs.values[index] ?? 0,
    y: ys.values[index] ?? 0,
    onCurve: (flag & ON_CURVE) !== 0,
  }));
  return ends.map((last, index) => points.slice((ends[index - 1] ?? -1) + 1, last + 1));
}

function readFlags(
  view: DataView,
  start: number,
  count: number,
): { flags: readonly number[]; end: number } {
  const flags: number[] = [];
  let at = start;
  while (flags.length < count) {
    const flag = view.getUint8(at);
    at += 1;
    flags.push(flag);
    if (!(flag & REPEAT)) continue;
    for (let left = view.getUint8(at); left > 0; left -= 1) flags.push(flag);
    at += 1;
  }
  return { flags: flags.slice(0, count), end: at };
}

/** Coordinates are steps from the point before: one byte with a sign in the flag, two, or none. */
function readCoordinates(
  view: DataView,
  start: number,
  options: { flags: readonly number[]; short: number; same: number },
): { values: readonly number[]; end: number } {
  let at = start;
  let value = 0;
  const values = options.flags.map((flag) => {
    if (flag & options.short) {
      const step = view.getUint8(at);
      value += flag & options.same ? step : -step;
      at += 1;
    } else if (!(flag & options.same)) {
      value += view.getInt16(at);
      at += 2;
    }
    return value;
  });
  return { values, end: at };
}

/** TrueType leaves out the point between two control points: it lies half way. */
function withImpliedPoints(contour: Contour): Contour {
  const points: Point[] = [];
  contour.forEach((point, index) => {
    const before = contour.at(index - 1);
    if (before && !before.onCurve && !point.onCurve) points.push(middle(before, point));
    points.push(point);
  });
  return points;
}

function contourSegments(contour: Contour, unitsPerEm: number): readonly OutlineSegment[] {
  if (contour.length < 2) return [];
  const points = withImpliedPoints(contour);
  const first = points.findIndex((point) => point.onCurve);
  const start = points[first];
  if (!start) return [];
  const ring = [...points.slice(first + 1), ...points.slice(0, first + 1)];
  const segments: OutlineSegment[] = [
    { kind: 'move', x: start.x / unitsPerEm, y: start.y / unitsPerEm },
  ];
  let from = start;
  let control: Point | undefined;
  for (const point of ring) {
    if (!point.onCurve) {
      control = point;
      continue;
    }
    if (control) segments.push(raisedCurve({ from, control, to: point }, unitsPerEm));
    else if (point !== start)
      segments.push({ kind: 'line', x: point.x / unitsPerEm, y: point.y / unitsPerEm });
    from = point;
    control = undefined;
  }
  segments.push({ kind: 'close' });
  return segments;
}

/** The same quadratic curve written as a cubic one: control points two thirds of the way. */
function raisedCurve(
  curve: { from: Point; control: Point; to: Point },
  unitsPerEm: number,
): OutlineSegment {
  const { from, control, to } = curve;
  return {
    kind: 'curve',
    x1: (from.x + 2 * control.x) / 3 / unitsPerEm,
    y1: (from.y + 2 * control.y) / 3 / unitsPerEm,
    x2: (to.x + 2 * control.x) / 3 / unitsPerEm,
    y2: (to.y + 2 * control.y) / 3 / unitsPerEm,
    x: to.x / unitsPerEm,
    y: to.y / unitsPerEm,
  };
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, onCurve: true };
}
