/** What an embedded font program says of its glyphs, read from its own bytes. */
export interface FontProgram {
  readonly kind: 'glyf' | 'cff';
  readonly glyphCount: number;
  /** True when there is such a glyph, be it blank. */
  hasGlyph(glyph: number): boolean;
  /** True when the glyph has nothing to draw. */
  isBlankGlyph(glyph: number): boolean;
  /** Width in thousandths of an em; undefined when the program does not tell it plainly. */
  widthOf(glyph: number): number | undefined;
  /** Inked part of one square em, 0 to 1. */
  coverageOf(glyph: number): number;
}

/** The program is damaged or of another kind than stated. */
export class UnreadableProgram extends Error {}

/**
 * Reads a TrueType program. Of `glyf` it takes lengths and areas; a table that is cut short is
 * found here, as the RIP would find it.
 */
export function readTrueType(bytes: Uint8Array): FontProgram {
  const tables = readTables(bytes);
  const head = tables.get('head');
  const loca = tables.get('loca');
  const glyf = tables.get('glyf');
  const maxp = tables.get('maxp');
  const hhea = tables.get('hhea');
  const hmtx = tables.get('hmtx');
  if (!head || !loca || !glyf || !maxp || !hhea || !hmtx || head.byteLength < 54) {
    throw new UnreadableProgram('a table is missing');
  }
  const unitsPerEm = head.getUint16(18);
  const isLong = head.getInt16(50) === 1;
  const glyphCount = maxp.getUint16(4);
  const widthCount = hhea.getUint16(34);
  const needed = { loca: (glyphCount + 1) * (isLong ? 4 : 2), hmtx: widthCount * 4 };
  if (loca.byteLength < needed.loca || hmtx.byteLength < needed.hmtx || widthCount === 0) {
    throw new UnreadableProgram('a table is cut short');
  }
  const offsetOf = (glyph: number) =>
    isLong ? loca.getUint32(glyph * 4) : 2 * loca.getUint16(glyph * 2);
  if (offsetOf(glyphCount) > glyf.byteLength) throw new UnreadableProgram('glyphs are cut short');
  const shapes: Shapes = {
    glyf,
    range: (glyph) => ({ start: offsetOf(glyph), end: offsetOf(glyph + 1) }),
    glyphCount,
  };
  const areas = new Map<number, number>();
  return {
    kind: 'glyf',
    glyphCount,
    hasGlyph: (glyph) => glyph >= 0 && glyph < glyphCount,
    isBlankGlyph: (glyph) => offsetOf(glyph + 1) <= offsetOf(glyph),
    widthOf(glyph) {
      const width = hmtx.getUint16(4 * Math.min(glyph, widthCount - 1));
      return (width * 1000) / unitsPerEm;
    },
    coverageOf(glyph) {
      const known = areas.get(glyph);
      if (known !== undefined) return known;
      const area = Math.abs(signedArea(shapes, glyph, 0)) / (unitsPerEm * unitsPerEm);
      areas.set(glyph, Math.min(1, area));
      return Math.min(1, area);
    },
  };
}

function readTables(bytes: Uint8Array): ReadonlyMap<string, DataView> {
  if (bytes.length < 12) throw new UnreadableProgram('no font');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint32(0);
  if (version !== 0x00010000 && version !== 0x74727565) throw new UnreadableProgram('no TrueType');
  const count = view.getUint16(4);
  const tables = new Map<string, DataView>();
  for (let index = 0; index < count; index += 1) {
    const at = 12 + 16 * index;
    if (at + 16 > bytes.length) throw new UnreadableProgram('the directory is cut short');
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    const [offset, length] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    if (offset + length > bytes.length) throw new UnreadableProgram(`${tag} is cut short`);
    tables.set(tag, new DataView(bytes.buffer, bytes.byteOffset + offset, length));
  }
  return tables;
}

interface Shapes {
  readonly glyf: DataView;
  readonly glyphCount: number;
  range(glyph: number): { readonly start: number; readonly end: number };
}

/** Parts within parts, in composite glyphs. */
const MOST_DEPTH = 5;

/** Area in square units; holes count against it, as they run the other way round. */
function signedArea(shapes: Shapes, glyph: number, depth: number): number {
  if (glyph >= shapes.glyphCount || depth > MOST_DEPTH) return 0;
  const { end, start } = shapes.range(glyph);
  if (end - start < 10) return 0;
  const view = new DataView(shapes.glyf.buffer, shapes.glyf.byteOffset + start, end - start);
  try {
    const contours = view.getInt16(0);
    return contours < 0 ? compositeArea(shapes, view, depth) : simpleArea(view, contours);
  } catch {
    throw new UnreadableProgram(`glyph ${glyph} is cut short`);
  }
}

const WIDE = 0x0001;
const ONE_SCALE = 0x0008;
const MORE = 0x0020;
const TWO_SCALES = 0x0040;
const FOUR_SCALES = 0x0080;

function compositeArea(shapes: Shapes, view: DataView, depth: number): number {
  let area = 0;
  let at = 10;
  for (;;) {
    const flags = view.getUint16(at);
    const part = view.getUint16(at + 2);
    at += 4 + (flags & WIDE ? 4 : 2);
    const scale = (index: number) => view.getInt16(at + 2 * index) / 16384;
    let factor = 1;
    if (flags & ONE_SCALE) {
      factor = scale(0) ** 2;
      at += 2;
    } else if (flags & TWO_SCALES) {
      factor = scale(0) * scale(1);
      at += 4;
    } else if (flags & FOUR_SCALES) {
      factor = scale(0) * scale(3) - scale(1) * scale(2);
      at += 8;
    }
    area += factor * signedArea(shapes, part, depth + 1);
    if (!(flags & MORE)) return area;
  }
}

interface Point {
  x: number;
  y: number;
  readonly isOn: boolean;
}

function simpleArea(view: DataView, contours: number): number {
  if (contours === 0) return 0;
  const ends = Array.from({ length: contours }, (_, index) => view.getUint16(10 + 2 * index));
  const points = readPoints(view, { at: 10 + 2 * contours, count: (ends.at(-1) ?? -1) + 1 });
  let area = 0;
  let from = 0;
  for (const end of ends) {
    area += contourArea(points.slice(from, end + 1));
    from = end + 1;
  }
  return area;
}

function readPoints(
  view: DataView,
  { at: start, count }: { readonly at: number; readonly count: number },
): readonly Point[] {
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

/**
 * Shoelace over all points gives the polygon; each quadratic curve adds two thirds of its control
 * triangle, and leaves the other third away. Off-curve neighbours have a point halfway.
 */
function contourArea(points: readonly Point[]): number {
  const on: Point[] = [];
  const last = points.at(-1);
  let previous = last;
  let area = 0;
  for (const point of points) {
    if (previous && !previous.isOn && !point.isOn) {
      on.push({ x: (previous.x + point.x) / 2, y: (previous.y + point.y) / 2, isOn: true });
    }
    on.push(point);
    previous = point;
  }
  on.forEach((point, index) => {
    const before = on[(index + on.length - 1) % on.length] ?? point;
    const after = on[(index + 1) % on.length] ?? point;
    area += (before.x * point.y - point.x * before.y) / 2;
    if (!point.isOn) area -= triangle(before, point, after) / 3;
  });
  return area;
}

function triangle(a: Point, b: Point, c: Point): number {
  return ((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
}
