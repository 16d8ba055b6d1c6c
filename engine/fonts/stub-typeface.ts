import type { FontBook, ShapedGlyph, Typeface } from './typeface.ts';

/** Advance of every letter, digit and sign of ASCII in the stub face, in em. */
const ASCII_ADVANCE = 0.5;
const WORD_LETTER = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
/** Ⅰ to ↈ and Ａ to ｚ are Latin letters that stand in a square. */
const SQUARE_LETTER = /^[Ⅰ-ↈＡ-Ｚａ-ｚ]/;
/**
 * Characters that have no width of their own: accents, variation selectors, joiners, skin tones.
 */
const ATTACHED = /^[\p{M}\p{Cf}\p{Cc}\u{1f3fb}-\u{1f3ff}]/u;
const REGIONAL_INDICATOR = /^[\u{1f1e6}-\u{1f1ff}]$/u;
const ZERO_WIDTH_JOINER = '\u200d';

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
    const base = glyphs.at(-1);
    if (base !== undefined && joins(text.slice(base.start, start), character)) {
      glyphs[glyphs.length - 1] = { ...base, end };
    } else {
      const id = character.codePointAt(0) ?? 0;
      glyphs.push({ id, advance: advanceOf(character), xOffset: 0, yOffset: 0, start, end });
    }
    start = end;
  }
  return glyphs;
}

/** True when a character is drawn as one glyph with what stands before it. */
function joins(before: string, character: string): boolean {
  if (ATTACHED.test(character) || before.endsWith(ZERO_WIDTH_JOINER)) return true;
  return REGIONAL_INDICATOR.test(before) && REGIONAL_INDICATOR.test(character);
}

function advanceOf(character: string): number {
  if (ATTACHED.test(character)) return 0;
  const isAscii = (character.codePointAt(0) ?? 0) < 0x7f;
  const isNarrow = isAscii || (WORD_LETTER.test(character) && !SQUARE_LETTER.test(character));
  return isNarrow ? ASCII_ADVANCE : 1;
}
