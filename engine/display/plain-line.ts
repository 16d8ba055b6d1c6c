import type { FaceId, FontBook, ShapedGlyph } from '#engine/fonts/typeface.ts';
import type { Ink } from '#engine/units/ink.ts';
import type { PlacedGlyph, TextItem } from './display-list.ts';

/** How a plain line is set. */
export interface PlainStyle {
  readonly face: FaceId;
  readonly sizePt: number;
  readonly ink: Ink;
}

/** A line of words that belongs to no story, with its baseline origin at 0, 0. */
export interface PlainLine {
  readonly items: readonly TextItem[];
  readonly widthPt: number;
}

/** Western words are shaped as words, everything else character by character. */
const PIECES = /[\u0021-\u007e]+|./gsu;

/**
 * Sets words on one line without breaking or squeezing: slug lines, line numbers, the heads of
 * proofs. A character that the face lacks comes from the next face that has it.
 */
export function plainLine(words: string, style: PlainStyle, fonts: FontBook): PlainLine {
  const items: TextItem[] = [];
  let x = 0;
  for (const [text] of words.matchAll(PIECES)) {
    const face = faceFor(text, style.face, fonts);
    const shaped = fonts.face(face).shape(text, { vertical: false });
    items.push(piece({ text, x, shaped, style: { ...style, face } }));
    x += shaped.reduce((width, glyph) => width + glyph.advance, 0) * style.sizePt;
  }
  return { items, widthPt: x };
}

function piece({
  text,
  x,
  shaped,
  style,
}: {
  readonly text: string;
  readonly x: number;
  readonly shaped: readonly ShapedGlyph[];
  readonly style: PlainStyle;
}): TextItem {
  const { face, ink, sizePt } = style;
  const glyphs: PlacedGlyph[] = [];
  let pen = 0;
  for (const { advance, end, id, start, xOffset, yOffset } of shaped) {
    const place = { x: (pen + xOffset) * sizePt, y: -yOffset * sizePt };
    const box = { boxStart: pen * sizePt, advance: advance * sizePt };
    glyphs.push({ id, ...place, ...box, start, end, turn: 0 });
    pen += advance;
  }
  const run = { face, sizePt, horizontalScale: 1, ink, vertical: false, text, glyphs };
  return { kind: 'text', x, y: 0, run: { ...run, source: undefined } };
}

function faceFor(text: string, id: FaceId, fonts: FontBook): FaceId {
  const has = (face: FaceId) =>
    [...text].every((character) => fonts.face(face).hasGlyph(character.codePointAt(0) ?? 0));
  return has(id) ? id : (fonts.fallbacks(id).find(has) ?? id);
}
