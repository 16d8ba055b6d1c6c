import { readCffCharset } from '#engine/fonts/cff-charset.ts';
import {
  describeFace,
  type FaceDescription,
  widthPerMille,
} from '#engine/fonts/face-description.ts';
import type { ProgramFontBook } from '#engine/fonts/font-book.ts';
import type { FontProgram } from '#engine/fonts/font-program.ts';
import type { SubsetFont } from '#engine/fonts/subset.ts';
import type { FaceId } from '#engine/fonts/typeface.ts';
import type { FaceMeasures } from './strokes.ts';

/** A face as press uses it: its measures, its description, and its program cut to some glyphs. */
export interface PressFace extends FaceMeasures {
  readonly description: FaceDescription;
  subset(glyphIds: readonly number[]): SubsetFont;
}

/** Reads what press needs of a face. A face whose licence forbids embedding is not pressed. */
export function openPressFace(id: FaceId, fonts: ProgramFontBook): PressFace {
  const { program } = fonts.face(id);
  const description = describeFace(program);
  if (description.embedding === 'forbidden') {
    throw new Error(`the face ${id} may not be embedded; preflight has to stop it before press`);
  }
  const cidOf = cidsOf(program);
  const widths = new Map<number, number>();
  return {
    description,
    cidOf,
    widthOf(glyphId) {
      const known = widths.get(glyphId);
      if (known !== undefined) return known;
      // Whole thousandths: text.ts places glyphs by the very width that the PDF states.
      const width = Math.round(widthPerMille(program, glyphId));
      widths.set(glyphId, width);
      return width;
    },
    subset(glyphIds) {
      const isWhole = description.embedding === 'whole face';
      return fonts.subset(id, isWhole ? allGlyphs(program) : glyphIds);
    },
  };
}

/** TrueType glyphs are addressed by glyph id, CFF glyphs by the CIDs of the face's own charset. */
function cidsOf(program: FontProgram): (glyphId: number) => number {
  if (program.outlines === 'glyf') return (glyphId) => glyphId;
  const charset = readCffCharset(program);
  return (glyphId) => charset.cidOf(glyphId);
}

function allGlyphs(program: FontProgram): readonly number[] {
  return Array.from({ length: program.glyphCount }, (_, glyphId) => glyphId);
}
