import type { Outline, PathSegment, ShapeItem, Stroke } from '#engine/display/display-list.ts';
import { fillOverprints, strokeOverprints } from '#engine/display/overprint.ts';
import type { ContentWriter } from './content-writer.ts';
import { pdfLength } from './pdf-syntax.ts';

/** Fills and strokes an outline. Black strokes overprint, so that they need no register. */
export function pressShape(item: ShapeItem, writer: ContentWriter): void {
  const { fill, outline, stroke } = item;
  if (fill) {
    writer.setInk(fill, 'fill');
    writer.setOverprint(fillOverprints(item));
    writer.draw(`${outlineOperators(outline)} f`);
  }
  if (stroke) {
    setStroke(stroke, writer);
    writer.setOverprint(strokeOverprints(item));
    writer.draw(`${outlineOperators(outline)} S`);
  }
}

function setStroke(stroke: Stroke, writer: ContentWriter): void {
  writer.setInk(stroke.ink, 'stroke');
  writer.setParameter('width', `${pdfLength(stroke.widthPt)} w`);
  writer.setParameter('dash', `[${stroke.dash.map(pdfLength).join(' ')}]0 d`);
}

function outlineOperators(outline: Outline): string {
  switch (outline.kind) {
    case 'rect': {
      const { x, y, width, height } = outline.rect;
      return `${point(x, y + height)} ${pdfLength(width)} ${pdfLength(height)} re`;
    }
    case 'line':
      return `${point(outline.x1, outline.y1)} m ${point(outline.x2, outline.y2)} l`;
    case 'path':
      return outline.segments.map(segmentOperator).join(' ');
  }
}

function segmentOperator(segment: PathSegment): string {
  switch (segment.kind) {
    case 'move':
      return `${point(segment.x, segment.y)} m`;
    case 'line':
      return `${point(segment.x, segment.y)} l`;
    case 'curve': {
      const { x, x1, x2, y, y1, y2 } = segment;
      return `${point(x1, y1)} ${point(x2, y2)} ${point(x, y)} c`;
    }
    case 'close':
      return 'h';
  }
}

/** The display list's y grows downwards, PDF's upwards. */
function point(x: number, y: number): string {
  return `${pdfLength(x)} ${pdfLength(-y)}`;
}
