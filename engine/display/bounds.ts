import type { Rect } from '#engine/units/rect.ts';
import { unionRect } from '#engine/units/rect.ts';
import type { DisplayItem, Outline, ShapeItem, TextItem } from './display-list.ts';
import { extentAcross, extentAlong } from './placed-runs.ts';

/**
 * The smallest rectangle around an item, in points of the space it stands in: text by its em
 * boxes, shapes with their strokes. Undefined for what takes no room: an empty group or run.
 */
export function itemBounds(item: DisplayItem): Rect | undefined {
  switch (item.kind) {
    case 'text':
      return textBounds(item);
    case 'shape':
      return shapeBounds(item);
    case 'picture':
      return item.frame;
    case 'group': {
      const inner = boundsOfAll(item.items);
      return inner && { ...inner, x: inner.x + item.x, y: inner.y + item.y };
    }
  }
}

/** The smallest rectangle around all of them. */
export function boundsOfAll(items: readonly DisplayItem[]): Rect | undefined {
  let all: Rect | undefined;
  for (const item of items) {
    const one = itemBounds(item);
    if (one !== undefined) all = all === undefined ? one : unionRect(all, one);
  }
  return all;
}

function textBounds({ x, y, run }: TextItem): Rect | undefined {
  const along = extentAlong(run);
  if (along === undefined) return undefined;
  const across = extentAcross(run);
  const [h, v] = run.vertical ? [across, along] : [along, across];
  return { x: x + h.from, y: y + v.from, width: h.to - h.from, height: v.to - v.from };
}

function shapeBounds({ outline, stroke }: ShapeItem): Rect | undefined {
  const bare = outlineBounds(outline);
  if (bare === undefined) return undefined;
  const reach = (stroke?.widthPt ?? 0) / 2;
  return {
    x: bare.x - reach,
    y: bare.y - reach,
    width: bare.width + 2 * reach,
    height: bare.height + 2 * reach,
  };
}

/** Curves count by their control points, which always hold the curve. */
function outlineBounds(outline: Outline): Rect | undefined {
  if (outline.kind === 'rect') return outline.rect;
  const xs: number[] = [];
  const ys: number[] = [];
  if (outline.kind === 'line') {
    xs.push(outline.x1, outline.x2);
    ys.push(outline.y1, outline.y2);
  } else {
    for (const segment of outline.segments) {
      if (segment.kind === 'close') continue;
      xs.push(segment.x);
      ys.push(segment.y);
      if (segment.kind !== 'curve') continue;
      xs.push(segment.x1, segment.x2);
      ys.push(segment.y1, segment.y2);
    }
  }
  if (xs.length === 0) return undefined;
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
