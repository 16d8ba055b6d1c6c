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
  readonly font: FontFacts;
  /** Size as printed, in points. */
  readonly sizePt: number;
  readonly paint: Paint;
  /** Colour of an outline around filled letters (render mode 2). */
  readonly outline: Paint | undefined;
  readonly overprints: boolean;
  readonly overprintMode: number;
  /** True for text that is set and not painted (render mode 3). */
  readonly isInvisible: boolean;
  /** True where the text that the glyphs stand for is written beside them. */
  readonly isTold: boolean;
  readonly glyphs: readonly GlyphMark[];
  readonly box: Box;
}

/** One code of a run, with the square it stands in on the page. */
export interface GlyphMark {
  readonly code: number;
  readonly box: Box;
}

/** A filled or stroked path; its points are flattened to lines in page space. */
export interface PathMark {
  readonly kind: 'path';
  /** True for what a placed ad draws. */
  readonly isPlaced: boolean;
  readonly fill: Paint | undefined;
  readonly stroke: Paint | undefined;
  readonly fillOverprints: boolean;
  readonly strokeOverprints: boolean;
  readonly overprintMode: number;
  /** Width of the stroke as printed, in points. */
  readonly widthPt: number;
  /** x and y of each point in turn, one list for each piece of the path. */
  readonly pieces: readonly (readonly number[])[];
  /** The part inside the clip. */
  readonly box: Box;
}

/** A picture. */
export interface PictureMark {
  readonly kind: 'picture';
  /** True for what a placed ad draws. */
  readonly isPlaced: boolean;
  readonly name: string;
  readonly stream: PdfStream;
  readonly matrix: Matrix;
  readonly overprints: boolean;
  /** Colour of an image mask; undefined for a picture with colours of its own. */
  readonly maskPaint: Paint | undefined;
  readonly box: Box;
}

/** A run of colours that the RIP makes. */
export interface ShadingMark {
  readonly kind: 'shading';
  /** True for what a placed ad draws. */
  readonly isPlaced: boolean;
  readonly paint: Paint;
  readonly box: Box;
}
