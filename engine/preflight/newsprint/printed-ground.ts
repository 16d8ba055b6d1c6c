import type { DisplayItem, PathSegment } from '#engine/display/display-list.ts';
import { containsPoint } from '#engine/units/rect.ts';

/** True when a filled shape or a picture prints at a point of its own space. */
export function coversPoint(item: DisplayItem, x: number, y: number): boolean {
  if (item.kind === 'picture') return containsPoint(item.frame, x, y);
  if (item.kind !== 'shape') return false;
  const { outline } = item;
  if (outline.kind === 'rect') return containsPoint(outline.rect, x, y);
  return outline.kind === 'path' && isInside(outline.segments, x, y);
}

/** By the even-odd rule; a curve counts as the straight line to its end. */
function isInside(segments: readonly PathSegment[], x: number, y: number): boolean {
  let isIn = false;
  let start = { x: 0, y: 0 };
  let at = start;
  for (const segment of segments) {
    const to = segment.kind === 'close' ? start : { x: segment.x, y: segment.y };
    if (segment.kind === 'move') start = to;
    else if (at.y > y !== to.y > y) {
      const crossing = at.x + ((y - at.y) / (to.y - at.y)) * (to.x - at.x);
      if (x < crossing) isIn = !isIn;
    }
    at = to;
  }
  return isIn;
}
