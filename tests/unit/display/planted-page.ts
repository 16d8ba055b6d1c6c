import type { DisplayItem, DisplayList, GlyphRun, TextItem } from '#engine/display/display-list.ts';
import { K_ONLY } from '#engine/units/ink.ts';

/** A page of 200 × 100 pt with these items. */
export function pageOf(...items: readonly DisplayItem[]): DisplayList {
  return { widthPt: 200, heightPt: 100, items };
}

/** A group that shifts its members. */
export function groupAt(x: number, y: number, ...items: readonly DisplayItem[]): DisplayItem {
  return { kind: 'group', id: 'block', x, y, items };
}

/** How a planted line differs from 10 pt Song, horizontal, from the story `s` at offset 0. */
export interface LineChange {
  readonly x?: number;
  readonly y?: number;
  readonly start?: number;
  readonly vertical?: boolean;
  readonly source?: GlyphRun['source'];
}

/** A line whose characters take 10 pt each; glyph ids are 1, 2, 3 … */
export function lineOf(text: string, change: LineChange = {}): TextItem {
  const vertical = change.vertical ?? false;
  const glyphs = [...text].map((character, index) => {
    const start = [...text].slice(0, index).join('').length;
    const along = index * 10;
    return {
      id: index + 1,
      x: vertical ? -5 : along,
      y: vertical ? along + 8.8 : 0,
      boxStart: along,
      advance: 10,
      start,
      end: start + character.length,
      turn: 0 as const,
    };
  });
  const source = 'source' in change ? change.source : { text: 's', start: change.start ?? 0 };
  const look = { face: 'song-400', sizePt: 10, vertical, horizontalScale: 1, ink: K_ONLY };
  return {
    kind: 'text',
    x: change.x ?? 0,
    y: change.y ?? 0,
    run: { ...look, text, source, glyphs },
  };
}

/** The place of an empty paragraph or field: a run without glyphs. */
export function emptyLine(text: string, x: number, y: number, vertical = false): TextItem {
  return lineOf('', { x, y, vertical, source: { text, start: 0 } });
}

/** Lines of one paragraph in a column, each in its group, 12 pt apart from (x, y) down. */
export function columnAt(
  x: number,
  y: number,
  text: string,
  lines: readonly string[],
  start = 0,
): readonly DisplayItem[] {
  let offset = start;
  return lines.map((line, index) => {
    const item = lineOf(line, { source: { text, start: offset } });
    offset += line.length;
    return groupAt(x, y + 12 * index, item);
  });
}
