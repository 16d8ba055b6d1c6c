import type { FaceId } from '#engine/fonts/typeface.ts';
import type { Ink } from '#engine/units/ink.ts';

/** A canvas context, of the window or of a worker. */
export type Surface = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** How inks and photographs show: on the screen, on newsprint, or as plates. */
export interface PaintLook {
  /** A colour for canvas styles. */
  readonly colourOf: (ink: Ink) => string;
  /** The photograph as it shows; undefined leaves it as it is. */
  readonly pictureOf?: ((shown: ShownPicture) => CanvasImageSource) | undefined;
}

/** A photograph of the page, upright and whole. */
export interface ShownPicture {
  readonly asset: string;
  readonly bitmap: ImageBitmap;
  /** Printed on the black plate alone. */
  readonly greyscale: boolean;
}

/** What the painter needs besides the display list; it may grow while files still arrive. */
export interface PaintStock {
  /** CSS family of the glyph-addressed copy of a face; undefined until it is loaded. */
  readonly fontFamily: (face: FaceId) => string | undefined;
  /** The decoded picture of an asset; undefined until it is loaded. */
  readonly picture: (asset: string) => ImageBitmap | undefined;
}
