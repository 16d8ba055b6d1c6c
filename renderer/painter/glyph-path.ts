import type { FontProgram } from '#engine/fonts/font-program.ts';
import { placeInFont } from '#engine/fonts/glyph-addressed-font.ts';
import { glyfOutline, type OutlineSegment } from '#engine/fonts/outline.ts';

/**
 * Outlines of a glyph-addressed font, in em with y downwards, for a browser that refuses the font.
 * Only TrueType faces can be drawn so.
 */
export function glyphPaths(program: FontProgram): (glyphId: number) => Path2D | undefined {
  const known = new Map<number, Path2D | undefined>();
  return (glyphId) => {
    if (known.has(glyphId)) return known.get(glyphId);
    const place = placeInFont(program.characters, glyphId);
    const isThere = program.outlines === 'glyf' && (place !== 0 || glyphId === 0);
    const path = isThere ? pathOf(glyfOutline(program, place)) : undefined;
    known.set(glyphId, path);
    return path;
  };
}

function pathOf(segments: readonly OutlineSegment[]): Path2D {
  const path = new Path2D();
  for (const segment of segments) {
    switch (segment.kind) {
      case 'move':
        path.moveTo(segment.x, -segment.y);
        break;
      case 'line':
        path.lineTo(segment.x, -segment.y);
        break;
      case 'curve': {
        const { x1, y1, x2, y2, x, y } = segment;
        path.bezierCurveTo(x1, -y1, x2, -y2, x, -y);
        break;
      }
      case 'close':
        path.closePath();
    }
  }
  return path;
}
