import type { FaceId } from '#engine/fonts/typeface.ts';
import type { Ink } from '#engine/units/ink.ts';

/** A canvas context, of the window or of a worker. */
export type Surface = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** How inks and photographs show, item by item. */
export interface PaintLook {
  /** A colour for canvas styles, of ink that leaves nothing of what is beneath. */
  readonly colourOf: (ink: Ink) => string;
  /** The same for ink that overprints; undefined leaves what is beneath as it is. */
  readonly overprintOf: (ink: Ink) => string | undefined;
  /** The photograph as it shows; undefined leaves bare paper until it is made. */
  readonly pictureOf?: ((shown: ShownPicture) => PaintedPicture | undefined) | undefined;
}

/** A photograph in pixels. */
export type PaintedPicture = ImageBitmap | OffscreenCanvas;

/**
 * How a page shows as its plates print: amounts of ink are painted first, the way the press lays
 * them down, then mixed to colours pixel by pixel.
 */
export interface PlateLook {
  /** Colour of bare paper, for canvas styles. */
  readonly paper: string;
  /** The photograph in inks; undefined leaves bare paper until it is made. */
  readonly separate: (shown: ShownPicture) => PicturePlates | undefined;
  /** Turns the amounts of ink into colours, in place of the first three. */
  readonly mix: (plates: PlatePixels) => void;
}

/** A photograph in inks, each as light: 255 is bare paper, 0 solid ink. */
export interface PicturePlates {
  /** Cyan as red, magenta as green, yellow as blue. */
  readonly colours: PaintedPicture;
  /** Black, as a grey. */
  readonly black: PaintedPicture;
}

/** Pixels of a part of the page in inks, four bytes each, as `PicturePlates` has them. */
export interface PlatePixels {
  readonly colours: Uint8ClampedArray;
  readonly black: Uint8ClampedArray;
}

/** A photograph of the page, upright and whole. */
export interface ShownPicture {
  readonly asset: string;
  readonly bitmap: ImageBitmap;
  /** Printed on the black plate alone. */
  readonly greyscale: boolean;
  /** Its neutral greys print on the black plate alone. */
  readonly isRasterisedAd: boolean;
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
