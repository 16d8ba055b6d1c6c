import type { Ink } from '#engine/units/ink.ts';
import type { Rect } from '#engine/units/rect.ts';
import type {
  DisplayItem,
  DisplayList,
  GlyphRun,
  Outline,
  PathSegment,
  PictureItem,
  PlacedGlyph,
  ShapeItem,
  Stroke,
  TextItem,
} from './display-list.ts';

/**
 * The display list as text, one line for each item, members of a group indented below it. Lengths
 * in points, rounded to 0.001; the same list gives the same text on every machine.
 */
export function dumpDisplayList(list: DisplayList): string {
  const lines = [`page ${rounded(list.widthPt)} × ${rounded(list.heightPt)}`];
  for (const item of list.items) lines.push(...itemLines(item, '  '));
  return `${lines.join('\n')}\n`;
}

function itemLines(item: DisplayItem, indent: string): readonly string[] {
  switch (item.kind) {
    case 'text':
      return [indent + textLine(item)];
    case 'shape':
      return [indent + shapeLine(item)];
    case 'picture':
      return [indent + pictureLine(item)];
    case 'group': {
      const head = `${indent}group ${item.id} at ${pair(item.x, item.y)}`;
      return [head, ...item.items.flatMap((member) => itemLines(member, `${indent}  `))];
    }
  }
}

function textLine({ x, y, run }: TextItem): string {
  const words = [
    `text ${JSON.stringify(run.text)} at ${pair(x, y)}`,
    `${run.face} ${rounded(run.sizePt)}`,
    `ink ${inkWord(run.ink)}`,
  ];
  if (run.vertical) words.push('vertical');
  if (run.horizontalScale !== 1) words.push(`scale ${rounded(run.horizontalScale)}`);
  if (run.source !== undefined) words.push(`from ${run.source.text}+${run.source.start}`);
  words.push(`glyphs ${run.glyphs.map((glyph) => glyphWord(glyph, run)).join(' ')}`);
  return words.join(' · ');
}

/** `id@along`, then what is out of the ordinary: `,across`, box, clustered characters, turn. */
function glyphWord(glyph: PlacedGlyph, run: GlyphRun): string {
  const along = run.vertical ? glyph.y : glyph.x;
  const across = run.vertical ? glyph.x : glyph.y;
  const crosswise = rounded(across) === '0' ? '' : `,${rounded(across)}`;
  const characters = glyph.end - glyph.start === 1 ? '' : `#${glyph.start}-${glyph.end}`;
  const box = `[${rounded(glyph.boxStart)}+${rounded(glyph.advance)}]`;
  return `${glyph.id}@${rounded(along)}${crosswise}${box}${characters}${glyph.turn ? '↻' : ''}`;
}

function shapeLine({ outline, fill, stroke }: ShapeItem): string {
  const words = [outlineWords(outline)];
  if (fill !== undefined) words.push(`fill ${inkWord(fill)}`);
  if (stroke !== undefined) words.push(strokeWords(stroke));
  return words.join(' · ');
}

function strokeWords({ ink, widthPt, dash }: Stroke): string {
  const dashes = dash.length === 0 ? '' : ` dash ${dash.map(rounded).join(' ')}`;
  return `stroke ${rounded(widthPt)} ${inkWord(ink)}${dashes}`;
}

function outlineWords(outline: Outline): string {
  switch (outline.kind) {
    case 'rect':
      return `rect ${rectWords(outline.rect)}`;
    case 'line':
      return `line ${pair(outline.x1, outline.y1)} to ${pair(outline.x2, outline.y2)}`;
    case 'path':
      return `path ${outline.segments.map(segmentWord).join(' ')}`;
  }
}

function segmentWord(segment: PathSegment): string {
  switch (segment.kind) {
    case 'move':
      return `M${pair(segment.x, segment.y)}`;
    case 'line':
      return `L${pair(segment.x, segment.y)}`;
    case 'curve': {
      const { x1, y1, x2, y2, x, y } = segment;
      return `C${pair(x1, y1)},${pair(x2, y2)},${pair(x, y)}`;
    }
    case 'close':
      return 'Z';
  }
}

function pictureLine(item: PictureItem): string {
  const { picture, asset, frame, crop, greyscale, adPage, isLineArt, isRasterisedAd } = item;
  const words = [`picture ${picture} in ${rectWords(frame)}`, `crop ${rectWords(crop)}`];
  words.push(asset === undefined ? 'open slot' : `asset ${asset}`);
  if (greyscale) words.push('greyscale');
  if (isLineArt) words.push('line art');
  if (isRasterisedAd) words.push('an ad as a picture');
  if (adPage) words.push([`page ${adPage.page} of a PDF`, ...adPage.mends].join(' '));
  return words.join(' · ');
}

function rectWords({ x, y, width, height }: Rect): string {
  return `${pair(x, y)} ${rounded(width)} × ${rounded(height)}`;
}

function inkWord({ c, m, y, k }: Ink): string {
  return [c, m, y, k].map(rounded).join('/');
}

function pair(x: number, y: number): string {
  return `${rounded(x)},${rounded(y)}`;
}

/** The one place that rounds: to a thousandth, no trailing noughts, no minus nought. */
function rounded(value: number): string {
  return String(Math.round(value * 1000) / 1000 || 0);
}
