import type { FaceId } from '#engine/fonts/typeface.ts';

/** A canvas context, of the window or of a worker. */
export type Surface = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** What the painter needs besides the display list; it may grow while files still arrive. */
export interface PaintStock {
  /** CSS family of the glyph-addressed copy of a face; undefined until it is loaded. */
  readonly fontFamily: (face: FaceId) => string | undefined;
  /** The decoded picture of an asset; undefined until it is loaded. */
  readonly picture: (asset: string) => ImageBitmap | undefined;
}
