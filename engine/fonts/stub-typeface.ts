import type { FontBook, ShapedGlyph, Typeface } from './typeface.ts';

/** Advance of every letter, digit and sign of ASCII in the stub face, in em. */
const ASCII_ADVANCE = 0.5;
const WORD_LETTER = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;

/** A face without outlines: Han and marks take a square, ASCII half of one. For rules and tests. */
export const STUB_TYPEFACE: Typeface = {
  id: 'stub',
  hasGlyph: () => true,
  shape: shapeStub,
  inkBox: () => undefined,
  verticalOriginY: () => 0.88,
};

/** A font book in which every face is the stub. */
export const STUB_FONTS: FontBook = {
  face: () => STUB_TYPEFACE,
  fallbacks: () => [],
};

function shapeStub(text: string): readonly ShapedGlyph[] {
  const glyphs: ShapedGlyph[] = [];
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    const id = character.codePointAt(0) ?? 0;
    const narrow = id < 0x7f || WORD_LETTER.test(character);
    glyphs.push({ id, advance: narrow ? ASCII_ADVANCE : 1, xOffset: 0, yOffset: 0, start, end });
    start = end;
  }
  return glyphs;
}
