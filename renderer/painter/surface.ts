import type { FaceId } from '#engine/fonts/typeface.ts';
import type { Ink } from '#engine/units/ink.ts';

/** A canvas context, of the window or of a worker. */
export type Surface = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** How inks and photographs show: on the screen, on newsprint, or as plates. */
export interface PaintLook {
  /** A colour for canvas styles, of ink that leaves nothing of what is beneath. */
  readonly colourOf: (ink: Ink) => string;
  /** The same for ink that overprints; undefined leaves what is beneath as it is. */
  readonly overprintOf: (ink: Ink) => string | undefined;
  /** The photograph as it shows; undefined leaves bare paper until it is made. */
  readonly pictureOf?: ((shown: ShownPicture) => CanvasImageSource | undefined) | undefined;
}

/** A photograph of the page, upright and whole. */
export interface ShownPicture {
  readonly asset: string;
  readonly bitmap: ImageBitmap;
  /** Printed on the black plate alone. */
  readonly greyscale: boolean;
}

/** A face as the painter has it: in parts, which arrive as their glyphs are met. */
export interface PaintFace {
  /** CSS family of the part that holds the glyph; undefined until it is loaded. */
  familyOf(glyphId: number): string | undefined;
  /** Outline in em, y downwards, where the browser refused the font; undefined otherwise. */
  outlineOf(glyphId: number): Path2D | undefined;
}

/** What the painter needs besides the display list; it may grow while files still arrive. */
export interface PaintStock {
  /** Undefined until the first part of the face is loaded. */
  readonly face: (face: FaceId) => PaintFace | undefined;
  /**
   * The decoded picture of an asset, at least so many pixels wide where it has them; undefined
   * until it is loaded.
   */
  readonly picture: (asset: string, widthPx: number) => ImageBitmap | undefined;
}
