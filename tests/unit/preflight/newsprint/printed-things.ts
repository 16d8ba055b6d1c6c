import type { DisplayItem, Stroke } from '#engine/display/display-list.ts';
import { type Ink, K_ONLY } from '#engine/units/ink.ts';

/** Red of magenta and yellow. */
export const RED: Ink = { c: 0, m: 1, y: 1, k: 0 };

/** Two characters of a headline, twenty points wide, on the baseline at (100, 100). */
export function type(sizePt: number, ink: Ink): DisplayItem {
  const source = { text: 'article:lead/headline', start: 3 };
  const look = { face: 'song-400', vertical: false, horizontalScale: 1 };
  const glyph = { id: 1, x: 0, y: 0, boxStart: 0, advance: 20, turn: 0, start: 0, end: 2 } as const;
  const run = { ...look, sizePt, ink, text: '园区', source, glyphs: [glyph] };
  return { kind: 'text', x: 100, y: 100, run };
}

/** A line of ten points. */
export function line(widthPt: number, ink: Ink = K_ONLY): DisplayItem {
  const stroke: Stroke = { ink, widthPt, dash: [] };
  const outline = { kind: 'line', x1: 0, y1: 0, x2: 10, y2: 0 } as const;
  return { kind: 'shape', outline, fill: undefined, stroke };
}

/** A filled rectangle; without a place it lies under `type`. */
export function ground(fill: Ink, rect = { x: 50, y: 50, width: 200, height: 100 }): DisplayItem {
  return { kind: 'shape', outline: { kind: 'rect', rect }, fill, stroke: undefined };
}

/** The same things in a group of their own, moved from where they stand. */
export function grouped(x: number, ...items: readonly DisplayItem[]): DisplayItem {
  return { kind: 'group', id: `moved-${x}`, x, y: 0, items };
}
