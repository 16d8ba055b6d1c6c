import type { PictureItem } from '#engine/display/display-list.ts';
import {
  blacksOfPixels,
  type InkTable,
  inksOfAdPixels,
  inksOfPixels,
  isNeutral,
} from '#engine/press/ink-table.ts';
import { type DecodeFault, decodePicture } from './decode-picture.ts';

/** How pictures are to be made ready; part of a press profile. */
export interface PictureDemands {
  readonly inkTable: InkTable;
  readonly pictureTargetPpi: number;
  readonly pictureQuality: number;
  readonly inkLimitPercent: number;
}

/** A picture in inks, cropped and at printed resolution. */
export interface SeparatedPicture {
  readonly widthPx: number;
  readonly heightPx: number;
  /** All four inks, or the black plate alone. */
  readonly inks: 'cmyk' | 'k';
  /** Amounts of ink, 0 to 255, pixel by pixel. */
  readonly samples: Uint8Array;
  /** True for line art and logos: few colours, hard edges. */
  readonly isDrawn: boolean;
}

/** The picture in inks, or why there is none. */
export type Separation =
  | { readonly ok: true; readonly picture: SeparatedPicture }
  | { readonly ok: false; readonly fault: DecodeFault; readonly reason: string };

/** Decodes a picture file for its frame and separates it into inks. */
export async function separatePicture(
  item: PictureItem,
  bytes: Uint8Array,
  demands: PictureDemands & { readonly begun?: (() => void) | undefined },
): Promise<Separation> {
  const decoding = await decodePicture({
    bytes,
    crop: item.crop,
    widthPx: pixelsAcross(item.frame.width, demands),
    heightPx: pixelsAcross(item.frame.height, demands),
    begun: demands.begun,
  });
  if (!decoding.ok) return decoding;
  const { heightPx, rgb, widthPx } = decoding.picture;
  const isGrey = item.greyscale || isNeutral(rgb);
  const inColour = item.isRasterisedAd ? inksOfAdPixels : inksOfPixels;
  const samples = (isGrey ? blacksOfPixels : inColour)(demands.inkTable, rgb);
  const inks = isGrey ? 'k' : 'cmyk';
  return { ok: true, picture: { widthPx, heightPx, inks, samples, isDrawn: isDrawn(rgb) } };
}

function pixelsAcross(lengthPt: number, demands: PictureDemands): number {
  return Math.max(1, Math.round((lengthPt / 72) * demands.pictureTargetPpi));
}

/** A picture of fewer colours was drawn, not photographed: JPEG would blur its edges. */
const MOST_DRAWN_COLOURS = 64;

function isDrawn(rgb: Uint8Array): boolean {
  const colours = new Set<number>();
  for (let at = 0; at < rgb.length; at += 3) {
    colours.add(((rgb[at] ?? 0) << 16) | ((rgb[at + 1] ?? 0) << 8) | (rgb[at + 2] ?? 0));
    if (colours.size > MOST_DRAWN_COLOURS) return false;
  }
  return true;
}
