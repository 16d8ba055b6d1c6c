import type { ShapedGlyph, Typeface } from '#engine/fonts/typeface.ts';
import type { CharacterClass } from './character-class.ts';

/**
 * Width of the body of a mark in em, whatever the face says: faces disagree on · (0.33 to 1 em),
 * – (0.54 to 0.56), / (0.35 to 0.39) and quotes (0.35 to 1). Undefined: the advance of the face.
 */
export function bodyWidth(
  kind: CharacterClass,
  text: string,
  vertical: boolean,
): number | undefined {
  switch (kind) {
    case 'open':
    case 'close':
    case 'period':
    case 'middleDot':
    case 'slash':
      return 0.5;
    case 'comma':
      return vertical && (text === '：' || text === '；') ? 1 : 0.5;
    case 'query':
      return vertical ? 1 : 0.5;
    case 'queryRun':
      if (vertical) return text.length;
      return text.length <= 2 ? 1 : 2;
    case 'dash':
      return 2;
    case 'ellipsis':
      return text.length;
    case 'connector':
      return text === '–' || text === '‒' ? 0.5 : 1;
    default:
      return undefined;
  }
}

/** Where the ink of a half-square mark belongs within its full square. */
type InkSide = 'left' | 'centre' | 'right';

const INK_SIDE: Partial<Record<CharacterClass, InkSide>> = {
  open: 'right',
  close: 'left',
  comma: 'left',
  period: 'left',
  query: 'left',
};

/** Faces draw marks either in a full square or proportionally; this is the border, in em. */
const FULL_SQUARE_FROM = 0.75;

/**
 * Offset of a glyph's origin from the left edge of its body, so that its ink lies in the body. A
 * full-square glyph keeps the place its designer gave it if the ink is in the half where it should
 * be; else, and for proportional glyphs, the ink is moved: opening marks to the right edge of the
 * body, closing marks and stops to the left edge, the others to the middle.
 */
export function originInBody(
  typeface: Typeface,
  glyph: ShapedGlyph,
  kind: CharacterClass,
  body: number,
): number {
  const side = INK_SIDE[kind] ?? 'centre';
  if (glyph.advance >= FULL_SQUARE_FROM && side !== 'centre') {
    const origin = side === 'right' ? body - glyph.advance : 0;
    return isInkInside(typeface, glyph, origin, body) ? origin : centreInk(typeface, glyph, body);
  }
  if (side === 'right') return body - glyph.advance;
  return side === 'left' ? 0 : (body - glyph.advance) / 2;
}

/** Ink may overlap the edge of its half by this much: quotes of heavy faces do. */
const INK_TOLERANCE_EM = 0.06;

function isInkInside(
  typeface: Typeface,
  glyph: ShapedGlyph,
  origin: number,
  body: number,
): boolean {
  const ink = typeface.inkBox(glyph.id);
  if (ink === undefined) return true;
  return origin + ink.left >= -INK_TOLERANCE_EM && origin + ink.right <= body + INK_TOLERANCE_EM;
}

function centreInk(typeface: Typeface, glyph: ShapedGlyph, body: number): number {
  const ink = typeface.inkBox(glyph.id);
  return ink === undefined ? 0 : body / 2 - (ink.left + ink.right) / 2;
}
