import type { GraphicsState } from './graphics-state.ts';
import type { GlyphMark } from './marks.ts';
import { type Box, boxThrough, type Matrix, product } from './matrix.ts';
import type { PdfValue } from './pdf-values.ts';
import type { FontFacts } from './read-font.ts';

/** Where the codes of one operator come to stand. */
export interface PlacedText {
  readonly glyphs: readonly GlyphMark[];
  readonly box: Box | undefined;
  /** Size as printed, in points. */
  readonly sizePt: number;
  /** The text matrix behind the last glyph. */
  readonly textMatrix: Matrix;
}

/** Half an em to the left and 0.88 em up from where a vertical line runs (the default of /DW2). */
const HANGING_HEIGHT = 0.88;
/** Foot of the square that a glyph stands in, in em. */
const FOOT = -0.12;
const BLANK_CODE = 32;

/** Places strings and adjustments one after the other (ISO 32000-1, 9.4.4). */
export function placeText(
  values: readonly PdfValue[],
  setting: {
    readonly state: GraphicsState;
    readonly font: FontFacts;
    readonly textMatrix: Matrix;
  },
): PlacedText {
  const { font, state } = setting;
  const { scale, sizePt } = state;
  const glyphs: GlyphMark[] = [];
  let textMatrix = setting.textMatrix;
  let box: Box | undefined;

  function step(alongPt: number): void {
    const move: Matrix = font.isDown ? [1, 0, 0, 1, 0, alongPt] : [1, 0, 0, 1, alongPt * scale, 0];
    textMatrix = product(move, textMatrix);
  }

  function put(code: number): void {
    const width = font.widthOf(code) / 1000;
    const shift = font.isDown ? { x: -width / 2, y: -HANGING_HEIGHT } : { x: 0, y: 0 };
    const em: Matrix = [sizePt * scale, 0, 0, sizePt, 0, state.risePt];
    const toPage = product(em, product(textMatrix, state.matrix));
    const square = {
      left: shift.x,
      right: shift.x + width,
      bottom: shift.y + FOOT,
      top: shift.y + FOOT + 1,
    };
    const place = boxThrough(toPage, square);
    const matrix: Matrix = product([1, 0, 0, 1, shift.x, shift.y], toPage);
    glyphs.push({ code, box: place, matrix });
    box = box === undefined ? place : around(box, place);
    const space = state.characterSpacePt + (isWordSpace(font, code) ? state.wordSpacePt : 0);
    step(font.isDown ? -sizePt + space : width * sizePt + space);
  }

  for (const value of values) {
    if (typeof value === 'number') step((-value / 1000) * sizePt);
    else if (typeof value === 'object' && value.kind === 'text')
      codesOf(font, value.latin).forEach(put);
  }
  const [, , c, d] = product(setting.textMatrix, state.matrix);
  return { glyphs, box, sizePt: sizePt * Math.hypot(c, d), textMatrix };
}

/** Word space applies to the one-byte code 32 only. */
function isWordSpace(font: FontFacts, code: number): boolean {
  return !font.isComposite && code === BLANK_CODE;
}

function codesOf(font: FontFacts, latin: string): readonly number[] {
  const codes: number[] = [];
  const length = font.isComposite ? 2 : 1;
  for (let at = 0; at + length <= latin.length; at += length) {
    const first = latin.charCodeAt(at);
    codes.push(length === 2 ? first * 256 + latin.charCodeAt(at + 1) : first);
  }
  return codes;
}

function around(one: Box, other: Box): Box {
  return {
    left: Math.min(one.left, other.left),
    bottom: Math.min(one.bottom, other.bottom),
    right: Math.max(one.right, other.right),
    top: Math.max(one.top, other.top),
  };
}
