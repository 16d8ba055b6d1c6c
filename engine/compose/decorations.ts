import type { DisplayItem, ShapeItem } from '#engine/display/display-list.ts';
import type { BlockFrame, GridArea } from '#engine/model/issue.ts';
import type { BorderStyle } from '#engine/model/template.ts';
import type { Ink } from '#engine/units/ink.ts';
import type { Rect } from '#engine/units/rect.ts';
import { areaRect } from './page-grid.ts';
import type { Typesetter } from './typesetter.ts';

/** A filled rectangle. */
export function fillRect(rect: Rect, fill: Ink): ShapeItem {
  return { kind: 'shape', outline: { kind: 'rect', rect }, fill, stroke: undefined };
}

/** A straight line of solid ink. */
export function ruleLine(
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
  stroke: { readonly ink: Ink; readonly widthPt: number },
): ShapeItem {
  return {
    kind: 'shape',
    outline: { kind: 'line', x1: from.x, y1: from.y, x2: to.x, y2: to.y },
    fill: undefined,
    stroke: { ...stroke, dash: [] },
  };
}

/** Tint and border of a block, relative to its upper left corner; cutouts stay bare. */
export function blockDecorations(
  typesetter: Typesetter,
  frame: BlockFrame,
): readonly DisplayItem[] {
  const outline = blockOutline(typesetter, frame);
  const items: DisplayItem[] = [];
  if (frame.tint !== undefined) {
    const fill = typesetter.ink(frame.tint);
    items.push({ kind: 'shape', outline, fill, stroke: undefined });
  }
  const border = frame.border === undefined ? undefined : borderStyle(typesetter, frame.border);
  if (border !== undefined) items.push(...borderLines(typesetter, frame, border));
  return items;
}

/** The named border; undefined when the template lacks it. */
export function borderStyle(typesetter: Typesetter, name: string): BorderStyle | undefined {
  return typesetter.template.borders[name];
}

function borderLines(
  typesetter: Typesetter,
  frame: BlockFrame,
  border: BorderStyle,
): readonly DisplayItem[] {
  const ink = typesetter.ink(border.ink);
  const outer = strokeOutline(typesetter, frame, { insetPt: 0, widthPt: border.widthPt, ink });
  if (border.inner === undefined) return [outer];
  const { widthPt, distancePt } = border.inner;
  return [outer, strokeOutline(typesetter, frame, { insetPt: distancePt, widthPt, ink })];
}

interface OutlineStroke {
  readonly insetPt: number;
  readonly widthPt: number;
  readonly ink: Ink;
}

function strokeOutline(
  typesetter: Typesetter,
  frame: BlockFrame,
  stroke: OutlineStroke,
): ShapeItem {
  const { insetPt, widthPt, ink } = stroke;
  return {
    kind: 'shape',
    outline: polygonPath(insetCorners(blockCorners(typesetter, frame), insetPt)),
    fill: undefined,
    stroke: { ink, widthPt, dash: [] },
  };
}

function blockOutline(typesetter: Typesetter, frame: BlockFrame): ShapeItem['outline'] {
  if (frame.cutouts.length > 0) return polygonPath(blockCorners(typesetter, frame));
  const { width, height } = areaRect(typesetter.grid, frame.area);
  return { kind: 'rect', rect: { x: 0, y: 0, width, height } };
}

interface Corner {
  readonly x: number;
  readonly y: number;
}

function polygonPath(corners: readonly Corner[]): ShapeItem['outline'] {
  const steps = corners.map(({ x, y }, index) => {
    const kind: 'move' | 'line' = index === 0 ? 'move' : 'line';
    return { kind, x, y };
  });
  return { kind: 'path', segments: [...steps, { kind: 'close' }] };
}

/**
 * Corners of a rectangle, L or U, clockwise from the upper left, relative to the block. The outline
 * is walked as two profiles: the upper edge from left to right and the lower edge back.
 */
function blockCorners(typesetter: Typesetter, frame: BlockFrame): readonly Corner[] {
  const { grid } = typesetter;
  const { area, cutouts } = frame;
  const edges = [area.column, area.column + area.columns];
  for (const cut of cutouts) edges.push(cut.column, cut.column + cut.columns);
  const stops = [...new Set(edges)].sort((a, b) => a - b);
  const upper: Corner[] = [];
  const lower: Corner[] = [];
  for (let index = 0; index + 1 < stops.length; index++) {
    const left = stops[index] ?? 0;
    const right = stops[index + 1] ?? 0;
    const span = columnSpan(area, cutouts, (left + right) / 2);
    const x1 = (left - area.column) * grid.cellPt;
    const x2 = (right - area.column) * grid.cellPt;
    upper.push({ x: x1, y: span.top * grid.leadingPt }, { x: x2, y: span.top * grid.leadingPt });
    lower.push(
      { x: x1, y: span.bottom * grid.leadingPt },
      { x: x2, y: span.bottom * grid.leadingPt },
    );
  }
  return dropRepeats([...upper, ...lower.reverse()]);
}

/** Lines of the block that a vertical cut at `column` leaves standing, from the block's top. */
function columnSpan(
  area: GridArea,
  cutouts: readonly GridArea[],
  column: number,
): { readonly top: number; readonly bottom: number } {
  let top = 0;
  let bottom = area.lines;
  for (const cut of cutouts) {
    if (column < cut.column || column > cut.column + cut.columns) continue;
    const from = cut.line - area.line;
    if (from <= 0) top = Math.max(top, from + cut.lines);
    else bottom = Math.min(bottom, from);
  }
  return { top, bottom };
}

function dropRepeats(corners: readonly Corner[]): readonly Corner[] {
  return corners.filter((corner, index) => {
    const before = corners[(index + corners.length - 1) % corners.length];
    return before === undefined || before.x !== corner.x || before.y !== corner.y;
  });
}

/** Moves an orthogonal, clockwise outline inwards on all sides. */
function insetCorners(corners: readonly Corner[], insetPt: number): readonly Corner[] {
  if (insetPt === 0) return corners;
  return corners.map((corner, index) => {
    const before = corners[(index + corners.length - 1) % corners.length] ?? corner;
    const after = corners[(index + 1) % corners.length] ?? corner;
    const normals = [inwardNormal(before, corner), inwardNormal(corner, after)];
    return {
      x: corner.x + insetPt * Math.sign(normals.reduce((sum, n) => sum + n.x, 0)),
      y: corner.y + insetPt * Math.sign(normals.reduce((sum, n) => sum + n.y, 0)),
    };
  });
}

/** Clockwise with y downwards: the inside lies to the right of the direction of travel. */
function inwardNormal(from: Corner, to: Corner): Corner {
  return { x: -Math.sign(to.y - from.y), y: Math.sign(to.x - from.x) };
}
