/** An ad that is to be turned into a picture. */
export interface RasterOrder {
  readonly bytes: Uint8Array;
  /** Which page of the file, from 1. */
  readonly page: number;
  /** Size that the slot has for it; undefined for its own size. */
  readonly slotPt: { readonly width: number; readonly height: number } | undefined;
}

/** An ad as a picture. */
export interface AdRaster {
  /** A PNG file. */
  readonly bytes: Uint8Array;
  /** Pixels to the inch of its printed size. */
  readonly ppi: number;
}

/** What the worker answers; `code` names the sentence that says why there is no picture. */
export type RasterAnswer =
  | { readonly kind: 'raster'; readonly raster: AdRaster }
  | { readonly kind: 'refused'; readonly code: string };
