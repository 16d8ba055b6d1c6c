import {
  flattened,
  type GlyphOutline,
  type Pieces,
  signedArea,
  UnreadableProgram,
} from './glyph-outline.ts';

/** What an embedded font program says of its glyphs, read from its own bytes. */
export interface FontProgram {
  readonly kind: 'glyf' | 'cff' | 'type1';
  readonly glyphCount: number;
  /** True when there is such a glyph, be it blank. */
  hasGlyph(glyph: number): boolean;
  /** True when the glyph has nothing to draw. */
  isBlankGlyph(glyph: number): boolean;
  /** Width in thousandths of an em; undefined when the program does not tell it plainly. */
  widthOf(glyph: number): number | undefined;
  readonly shapes: GlyphShapes;
  /** Glyph that a one-byte code calls for by the program's own table. */
  glyphOfCode(code: number): number | undefined;
  /** Glyph of a PostScript name, or of the character that it stands for. */
  glyphOfName(name: string): number | undefined;
}

/** Shapes of the glyphs of one program, each read once. */
export interface GlyphShapes {
  /** Inked part of one square em, 0 to 1. */
  coverageOf(glyph: number): number;
  /** Polygons in em, nearly as the outline runs or finely; undefined when it cannot be read. */
  piecesOf(glyph: number, isFine: boolean): Pieces | undefined;
}

/** Share of the em that type inks where a glyph is damaged: heavy type. */
const UNKNOWN_COVERAGE = 0.4;
/** Loses nothing that shows when an em is some twenty cells, or two hundred. */
const NEAR_EM = 0.004;
const FINE_EM = 0.0004;

/** Remembers the shapes that `read` draws; damaged ones have none. */
export function glyphShapes(read: (glyph: number) => GlyphOutline): GlyphShapes {
  const outlines = new Map<number, GlyphOutline | undefined>();
  const near = new Map<number, Pieces | undefined>();
  const fine = new Map<number, Pieces | undefined>();
  const coverages = new Map<number, number>();

  function outlineOf(glyph: number): GlyphOutline | undefined {
    if (outlines.has(glyph)) return outlines.get(glyph);
    const outline = orNothing(() => read(glyph));
    outlines.set(glyph, outline);
    return outline;
  }

  function piecesOf(glyph: number, isFine: boolean): Pieces | undefined {
    const known = isFine ? fine : near;
    if (known.has(glyph)) return known.get(glyph);
    const outline = outlineOf(glyph);
    const pieces = outline && flattened(outline, isFine ? FINE_EM : NEAR_EM);
    known.set(glyph, pieces);
    return pieces;
  }

  return {
    piecesOf,
    coverageOf(glyph) {
      const known = coverages.get(glyph);
      if (known !== undefined) return known;
      const pieces = piecesOf(glyph, true);
      const area = pieces?.reduce((sum, piece) => sum + signedArea(piece), 0);
      const coverage = area === undefined ? UNKNOWN_COVERAGE : Math.min(1, Math.abs(area));
      coverages.set(glyph, coverage);
      return coverage;
    },
  };
}

/** What was read, or nothing where the bytes are damaged, in whatever way that shows. */
function orNothing<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (trouble) {
    if (trouble instanceof UnreadableProgram || trouble instanceof RangeError) return undefined;
    throw trouble;
  }
}
