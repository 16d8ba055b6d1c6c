import type {
  DisplayItem,
  DisplayList,
  GlyphRun,
  Outline,
  PathSegment,
} from '#engine/display/display-list.ts';
import type { Rect } from '#engine/units/rect.ts';

/** The page with every length times `scale`; everything on it keeps its place and its source. */
export function scaledList(list: DisplayList, scale: number): DisplayList {
  const items = list.items.map((item) => scaledItem(item, scale));
  return { widthPt: list.widthPt * scale, heightPt: list.heightPt * scale, items };
}

function scaledItem(item: DisplayItem, scale: number): DisplayItem {
  switch (item.kind) {
    case 'group': {
      const items = item.items.map((member) => scaledItem(member, scale));
      return { ...item, x: item.x * scale, y: item.y * scale, items };
    }
    case 'text':
      return { ...item, x: item.x * scale, y: item.y * scale, run: scaledRun(item.run, scale) };
    case 'picture':
      return { ...item, frame: scaledRect(item.frame, scale) };
    case 'shape': {
      const { outline, stroke } = item;
      return {
        ...item,
        outline: scaledOutline(outline, scale),
        stroke: stroke && {
          ...stroke,
          widthPt: stroke.widthPt * scale,
          dash: stroke.dash.map((length) => length * scale),
        },
      };
    }
  }
}

function scaledRun(run: GlyphRun, scale: number): GlyphRun {
  const glyphs = run.glyphs.map((glyph) => ({
    ...glyph,
    x: glyph.x * scale,
    y: glyph.y * scale,
    boxStart: glyph.boxStart * scale,
    advance: glyph.advance * scale,
  }));
  return { ...run, sizePt: run.sizePt * scale, glyphs };
}

function scaledRect({ x, y, width, height }: Rect, scale: number): Rect {
  return { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
}

function scaledOutline(outline: Outline, scale: number): Outline {
  switch (outline.kind) {
    case 'rect':
      return { kind: 'rect', rect: scaledRect(outline.rect, scale) };
    case 'line': {
      const { x1, y1, x2, y2 } = outline;
      return { kind: 'line', x1: x1 * scale, y1: y1 * scale, x2: x2 * scale, y2: y2 * scale };
    }
    case 'path':
      return {
        kind: 'path',
        segments: outline.segments.map((segment) => scaledSegment(segment, scale)),
      };
  }
}

function scaledSegment(segment: PathSegment, scale: number): PathSegment {
  switch (segment.kind) {
    case 'close':
      return segment;
    case 'curve': {
      const { x, y, x1, y1, x2, y2 } = segment;
      const handles = { x1: x1 * scale, y1: y1 * scale, x2: x2 * scale, y2: y2 * scale };
      return { kind: 'curve', ...handles, x: x * scale, y: y * scale };
    }
    default:
      return { ...segment, x: segment.x * scale, y: segment.y * scale };
  }
}
