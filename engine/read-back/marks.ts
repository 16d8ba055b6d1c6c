import type { WindingRule } from './area-scanner.ts';
import type { Blend } from './blend.ts';
import type { Pieces } from './glyph-outline.ts';
import type { Box, Matrix } from './matrix.ts';
import type { PdfStream } from './pdf-values.ts';
import type { FontFacts } from './read-font.ts';

/** What a thing is coloured with. */
export interface Paint {
  readonly space: PaintSpace;
  /** Amounts of cyan, magenta, yellow and black, 0 to 1; undefined where only the RIP can tell. */
  readonly inks: Inks | undefined;
  /** Name of the colour or of its space, for people. */
  readonly name: string;
  /** What a pattern paints with; undefined for an even colour. */
  readonly tone?: Tone | undefined;
}

/** Colours that differ from place to place. */
export type Tone = RunTone | TileTone;

/** A run of colours along a line, or between two circles. */
export interface RunTone {
  readonly kind: 'run';
  /** Four numbers for a line, six for two circles, in the space of the shading. */
  readonly places: readonly number[];
  /** Whether the first and the last colour go on beyond the ends. */
  readonly goesOn: readonly [boolean, boolean];
  /** Inks along the way, 0 to 255, four in turn. */
  readonly inks: Uint8Array;
  /** From the space of the shading to the page. */
  readonly matrix: Matrix;
}

/** What a tile shows, again and again. */
export interface TileTone {
  readonly kind: 'tile';
  /** Drawn in a space of their own, `scale` times as large as that of the pattern. */
  readonly marks: readonly Mark[];
  readonly scale: number;
  /** The tile, and how far it is from one to the next, in the space of the pattern. */
  readonly box: Box;
  readonly stepX: number;
  readonly stepY: number;
  /** From the space of the pattern to the page. */
  readonly matrix: Matrix;
}

/** What cuts a mark, and how it is mixed with what is beneath. */
export interface Mixing {
  /** Shapes that cut it, besides its box; those that are boxes are none. */
  readonly clips: readonly ClipArea[];
  readonly fillAlpha: number;
  readonly strokeAlpha: number;
  readonly blend: Blend;
  readonly softMask: SoftMask | undefined;
  /** What is mixed by itself before it is laid on the page. */
  readonly group: Group | undefined;
}

/** Neither cut nor mixed. */
export const PLAIN_MIXING: Mixing = {
  clips: [],
  fillAlpha: 1,
  strokeAlpha: 1,
  blend: 'Normal',
  softMask: undefined,
  group: undefined,
};

/** A shape that cuts, in page space. */
export interface ClipArea {
  readonly pieces: Pieces;
  readonly rule: WindingRule;
}

/** A mask by lightness, or by what its marks cover. */
export interface SoftMask {
  readonly kind: 'light' | 'cover';
  readonly marks: readonly Mark[];
  readonly box: Box;
}

/** Marks that are mixed by themselves; `mixing` says how they are then laid. */
export interface Group {
  readonly mixing: Mixing;
  readonly box: Box;
}

/** Amounts of cyan, magenta, yellow and black, 0 to 1. */
export type Inks = readonly [number, number, number, number];

/** Families of colour spaces; `all` prints on every plate. */
export type PaintSpace =
  | 'cmyk'
  | 'gray'
  | 'rgb'
  | 'icc'
  | 'calibrated'
  | 'spot'
  | 'all'
  | 'pattern'
  | 'unknown';

/** One thing that the page paints, in paint order. */
export type Mark = TextMark | PathMark | PictureMark | ShadingMark;

/** A run of type as one operator shows it. */
export interface TextMark {
  readonly kind: 'text';
  /** True for what a placed ad draws. */
  readonly isPlaced: boolean;
  readonly mixing: Mixing;
  readonly font: FontFacts;
  /** Size as printed, in points. */
  readonly sizePt: number;
  readonly paint: Paint;
  readonly overprints: boolean;
  readonly overprintMode: number;
  /** True for text that is set and not painted (render mode 3). */
  readonly isInvisible: boolean;
  /** False for type of which only the outlines are drawn. */
  readonly fills: boolean;
  /** Outlines that are drawn. */
  readonly stroke: TypeStroke | undefined;
  /** True where the text that the glyphs stand for is written beside them. */
  readonly isTold: boolean;
  readonly glyphs: readonly GlyphMark[];
  readonly box: Box;
  /** Letters may stand out of their squares; nothing stands out of this. */
  readonly clip: Box;
}

/** How the outlines of type are drawn. */
export interface TypeStroke {
  readonly paint: Paint;
  readonly overprints: boolean;
  readonly line: LineStyle;
}

/** One code of a run, with the square it stands in on the page. */
export interface GlyphMark {
  readonly code: number;
  readonly box: Box;
  /** From the em of the glyph to the page. */
  readonly matrix: Matrix;
}

/** How lines are drawn; lengths as printed, in points. */
export interface LineStyle {
  readonly widthPt: number;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
  readonly miterLimit: number;
  /** Strokes and gaps in turn; empty for a line without gaps. */
  readonly dashes: readonly number[];
  readonly dashPhase: number;
}

/** A filled or stroked path; its points are flattened to lines in page space. */
export interface PathMark {
  readonly kind: 'path';
  /** True for what a placed ad draws. */
  readonly isPlaced: boolean;
  readonly mixing: Mixing;
  readonly fill: Paint | undefined;
  readonly stroke: Paint | undefined;
  readonly fillOverprints: boolean;
  readonly strokeOverprints: boolean;
  readonly overprintMode: number;
  /** Width of the stroke as printed, in points. */
  readonly widthPt: number;
  readonly line: LineStyle;
  /** x and y of each point in turn, one list for each piece of the path. */
  readonly pieces: Pieces;
  readonly rule: WindingRule;
  /** The part inside the clip. */
  readonly box: Box;
  /** Sharp corners of a line may stand out of the box; nothing stands out of this. */
  readonly clip: Box;
}

/** A picture. */
export interface PictureMark {
  readonly kind: 'picture';
  /** True for what a placed ad draws. */
  readonly isPlaced: boolean;
  readonly mixing: Mixing;
  readonly name: string;
  readonly stream: PdfStream;
  readonly matrix: Matrix;
  readonly overprints: boolean;
  /** Colour of an image mask; undefined for a picture with colours of its own. */
  readonly maskPaint: Paint | undefined;
  /** Pictures that say where it shows: in greys, or in one bit. */
  readonly softMask: PdfStream | undefined;
  readonly stencil: PdfStream | undefined;
  readonly box: Box;
}

/** A run of colours that the RIP makes. */
export interface ShadingMark {
  readonly kind: 'shading';
  /** True for what a placed ad draws. */
  readonly isPlaced: boolean;
  readonly mixing: Mixing;
  readonly paint: Paint;
  readonly overprints: boolean;
  readonly box: Box;
}
