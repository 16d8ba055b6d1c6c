import type { DisplayItem, PathSegment, ShapeItem } from '#engine/display/display-list.ts';
import type { BlockFrame } from '#engine/model/issue.ts';
import type { BorderStyle } from '#engine/model/template.ts';
import type { Ink } from '#engine/units/ink.ts';
import type { Rect } from '#engine/units/rect.ts';
import type { OutlineLoop } from './block-outline.ts';
import { blockOutline, insetLoop } from './block-outline.ts';
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
  const { swatches, borders } = typesetter.template;
  const tint = frame.tint === undefined ? undefined : swatches[frame.tint];
  const border = frame.border === undefined ? undefined : borders[frame.border];
  if (tint === undefined && border === undefined) return [];
  const loops = blockOutline(typesetter.grid, frame);
  const items: DisplayItem[] = [];
  if (tint !== undefined) {
    items.push({ kind: 'shape', outline: closedPath(loops), fill: tint, stroke: undefined });
  }
  if (border !== undefined) items.push(...borderLines(typesetter.ink(border.ink), border, loops));
  return items;
}

/** One line, or the two lines of a 文武线. */
function borderLines(
  ink: Ink,
  { widthPt, inner }: BorderStyle,
  loops: readonly OutlineLoop[],
): readonly DisplayItem[] {
  const outer = strokedPath(closedPath(loops), { ink, widthPt });
  if (inner === undefined) return [outer];
  const inset = loops.map((loop) => insetLoop(loop, inner.distancePt));
  return [outer, strokedPath(closedPath(inset), { ink, widthPt: inner.widthPt })];
}

function strokedPath(
  outline: ShapeItem['outline'],
  stroke: { readonly ink: Ink; readonly widthPt: number },
): ShapeItem {
  return { kind: 'shape', outline, fill: undefined, stroke: { ...stroke, dash: [] } };
}

function closedPath(loops: readonly OutlineLoop[]): ShapeItem['outline'] {
  const segments = loops.flatMap((loop): readonly PathSegment[] => {
    const steps = loop.map(({ x, y }, index): PathSegment => {
      return { kind: index === 0 ? 'move' : 'line', x, y };
    });
    return [...steps, { kind: 'close' }];
  });
  return { kind: 'path', segments };
}
