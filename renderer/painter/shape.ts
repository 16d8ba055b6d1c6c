import type { Outline, PathSegment, ShapeItem, Stroke } from '#engine/display/display-list.ts';
import { fillOverprints, strokeOverprints } from '#engine/display/overprint.ts';
import type { PaintLook, Surface } from './surface.ts';

/** Fills and strokes an outline. */
export function paintShape(surface: Surface, item: ShapeItem, look: PaintLook): void {
  surface.beginPath();
  traceOutline(surface, item.outline);
  if (item.fill !== undefined) {
    const colour = fillOverprints(item) ? look.overprintOf(item.fill) : look.colourOf(item.fill);
    if (colour !== undefined) {
      surface.fillStyle = colour;
      surface.fill();
    }
  }
  const { stroke } = item;
  if (stroke === undefined) return;
  const colour = strokeOverprints(item) ? look.overprintOf(stroke.ink) : look.colourOf(stroke.ink);
  if (colour !== undefined) strokeOutline(surface, stroke, colour);
}

function strokeOutline(surface: Surface, stroke: Stroke, colour: string): void {
  surface.strokeStyle = colour;
  surface.lineWidth = stroke.widthPt;
  surface.setLineDash([...stroke.dash]);
  surface.stroke();
}

function traceOutline(surface: Surface, outline: Outline): void {
  switch (outline.kind) {
    case 'rect': {
      const { x, y, width, height } = outline.rect;
      surface.rect(x, y, width, height);
      return;
    }
    case 'line':
      surface.moveTo(outline.x1, outline.y1);
      surface.lineTo(outline.x2, outline.y2);
      return;
    case 'path':
      for (const segment of outline.segments) traceSegment(surface, segment);
  }
}

function traceSegment(surface: Surface, segment: PathSegment): void {
  switch (segment.kind) {
    case 'move':
      surface.moveTo(segment.x, segment.y);
      return;
    case 'line':
      surface.lineTo(segment.x, segment.y);
      return;
    case 'curve': {
      const { x1, y1, x2, y2, x, y } = segment;
      surface.bezierCurveTo(x1, y1, x2, y2, x, y);
      return;
    }
    case 'close':
      surface.closePath();
  }
}
