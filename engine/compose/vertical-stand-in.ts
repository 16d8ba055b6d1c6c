import type { ShapedGlyph, Typeface } from '#engine/fonts/typeface.ts';
import type { CharacterClass } from './character-class.ts';
import type { Unit } from './clusters.ts';
import { originInBody } from './mark-box.ts';

/** Where a glyph stands in the body of its mark; axes as in vertical-cells.ts, lengths in em. */
export interface MarkPlace {
  readonly x: number;
  readonly y: number;
  readonly turn: 0 | 90;
}

/** A mark with what its face draws for it in a column. */
export interface DrawnMark {
  readonly unit: Unit;
  readonly drawn: string;
  readonly shaped: readonly ShapedGlyph[];
  readonly typeface: Typeface;
}

/**
 * Marks have another form in a column than in a line. Faces draw it themselves (`vert`), but not
 * every face every mark: LXGW WenKai has no vertical ——, Noto none of – and －, older faces none at
 * all. Then the horizontal glyph stands in: turned, or moved to the upper right of its square
 * (GB/T 15834 5.2). Undefined for what the face has drawn, or what keeps its form.
 */
export function standIn(mark: DrawnMark, index: number, body: number): MarkPlace | undefined {
  const { unit, drawn, shaped, typeface } = mark;
  const manner = MANNER[unit.kind];
  if (manner === undefined || KEEPS_ITS_FORM.test(drawn)) return undefined;
  const lying = typeface.shape(drawn, { vertical: false })[index];
  const glyph = shaped[index];
  if (lying === undefined || glyph?.id !== lying.id) return undefined;
  const ink = typeface.inkBox(glyph.id);
  if (ink === undefined) return undefined;
  const across = (ink.left + ink.right) / 2;
  const up = (ink.top + ink.bottom) / 2;
  return manner === 'turned'
    ? { x: originInBody(typeface, lying, unit.kind, body), y: -up, turn: 90 }
    : { x: QUARTER_EM + up, y: QUARTER_EM - across, turn: 0 };
}

/** The middle of the upper right quarter, from the top of the square and from its centre line. */
const QUARTER_EM = 0.25;

const MANNER: Partial<Record<CharacterClass, 'turned' | 'upper right'>> = {
  dash: 'turned',
  ellipsis: 'turned',
  connector: 'turned',
  slash: 'turned',
  open: 'turned',
  close: 'turned',
  comma: 'upper right',
  period: 'upper right',
};

/** Corner brackets for quotes are drawn for columns; ： and ； keep a whole square (CLREQ). */
const KEEPS_ITS_FORM = /^[﹁﹂﹃﹄：；]$/u;
