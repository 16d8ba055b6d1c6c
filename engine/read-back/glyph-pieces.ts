import type { Pieces } from './glyph-outline.ts';
import type { GlyphMark } from './marks.ts';
import type { Matrix } from './matrix.ts';
import type { FontFacts } from './read-font.ts';

/** The outline of a glyph on the page; none where its program cannot be read. */
export function glyphPieces(
  font: FontFacts,
  { code, matrix }: Pick<GlyphMark, 'code' | 'matrix'>,
  isFine: boolean,
): Pieces {
  const pieces = font.piecesOf(code, isFine) ?? [];
  return pieces.map((piece) => placed(piece, matrix));
}

function placed(piece: readonly number[], [a, b, c, d, e, f]: Matrix): readonly number[] {
  const moved: number[] = [];
  for (let at = 0; at + 1 < piece.length; at += 2) {
    const [x = 0, y = 0] = [piece[at], piece[at + 1]];
    moved.push(a * x + c * y + e, b * x + d * y + f);
  }
  return moved;
}
