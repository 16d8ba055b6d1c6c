/** Names a face of the font catalogue, such as `song-400`, `hei-700`, `kai-500`. */
export type FaceId = string;

/** A face, or some of its glyphs. */
export interface FacePart {
  readonly face: FaceId;
  /** Glyph ids; what else is taken, where they are not stated, is up to the one who is asked. */
  readonly glyphs?: readonly number[];
}

/** One glyph of shaped text. Lengths in em of the type size, x to the right, y upwards. */
export interface ShapedGlyph {
  /** Glyph id in the face's own font program. */
  readonly id: number;
  /** Horizontal step width of the glyph itself, before any glue of ours. */
  readonly advance: number;
  readonly xOffset: number;
  readonly yOffset: number;
  /** UTF-16 range in the shaped text that the glyph stands for. */
  readonly start: number;
  readonly end: number;
}

/** The ink of a glyph relative to its origin on the baseline, in em, y upwards. */
export interface InkBox {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** How a piece of text is to be shaped. */
export interface ShapeOptions {
  /** Take the glyphs for vertical writing (GSUB vert). Advances stay horizontal. */
  readonly vertical: boolean;
}

/**
 * A face as the composer sees it: shaping and measures, nothing else. The composer may be given
 * real faces or stub metrics. Every Chinese mark gets its width from our own glue model, so a
 * typeface must shape with the spacing features (chws, halt, palt, kern of Han) switched off.
 */
export interface Typeface {
  readonly id: FaceId;
  /** True when the cmap holds the code point. */
  hasGlyph(codePoint: number): boolean;
  /** Shapes a short text of one script (one Han cluster, one Western word). Cached by the face. */
  shape(text: string, options: ShapeOptions): readonly ShapedGlyph[];
  /** Ink of a glyph; undefined for blank glyphs and for stub metrics. */
  inkBox(glyphId: number): InkBox | undefined;
  /** Height of the vertical origin above the baseline, in em (0.88 for Noto Han glyphs). */
  verticalOriginY(glyphId: number): number;
}

/** The faces at hand, and where to look when a face lacks a character. */
export interface FontBook {
  /** The face of that id; throws when it was not loaded. */
  face(id: FaceId): Typeface;
  /** Faces to try, in order, for a character that `id` lacks. */
  fallbacks(id: FaceId): readonly FaceId[];
}
