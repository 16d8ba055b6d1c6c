import type { PictureItem } from '#engine/display/display-list.ts';
import type { PressPicture } from '#engine/press/image.ts';
import { blacksOfPixels, type InkTable, inksOfPixels } from '#engine/press/ink-table.ts';
import { packJpeg } from '#engine/press/jpeg.ts';
import { packStream } from '#engine/press/pack.ts';
import type { DecodeFault } from './decode-picture.ts';
import { type DecodedPicture, decodePicture } from './decode-picture.ts';

/** How pictures are to be made ready; part of a press profile. */
export interface PictureDemands {
  readonly inkTable: InkTable;
  readonly pictureTargetPpi: number;
  readonly pictureQuality: number;
  readonly inkLimitPercent: number;
}

/** The picture as the plate wants it, or why there is none. */
export type Preparation =
  | { readonly ok: true; readonly picture: PressPicture }
  | { readonly ok: false; readonly fault: DecodeFault; readonly reason: string };

/** Makes a picture file ready for its frame: decoded, cropped, scaled, separated and packed. */
export async function preparePicture(
  item: PictureItem,
  bytes: Uint8Array,
  demands: PictureDemands,
): Promise<Preparation> {
  const decoding = await decodePicture({
    bytes,
    crop: item.crop,
    widthPx: pixelsAcross(item.frame.width, demands),
    heightPx: pixelsAcross(item.frame.height, demands),
  });
  if (!decoding.ok) return decoding;
  const { picture } = decoding;
  const ready = item.greyscale ? blackPlate(picture, demands) : fourPlates(picture, demands);
  return { ok: true, picture: ready };
}

function pixelsAcross(lengthPt: number, demands: PictureDemands): number {
  return Math.max(1, Math.round((lengthPt / 72) * demands.pictureTargetPpi));
}

function fourPlates(picture: DecodedPicture, demands: PictureDemands): PressPicture {
  const { heightPx, rgb, widthPx } = picture;
  const samples = inksOfPixels(demands.inkTable, rgb);
  const look = { widthPx, heightPx, inks: 'cmyk', fullSample: 'ink' } as const;
  if (isDrawn(picture)) return { ...look, packing: 'flate', bytes: packStream(samples) };
  const greatestSum = (demands.inkLimitPercent / 100) * 255;
  const quality = demands.pictureQuality;
  const bytes = packJpeg({ widthPx, heightPx, channels: 4, samples, quality, greatestSum });
  return { ...look, packing: 'dct', bytes };
}

function blackPlate(picture: DecodedPicture, demands: PictureDemands): PressPicture {
  const { heightPx, rgb, widthPx } = picture;
  const samples = blacksOfPixels(demands.inkTable, rgb).map((black) => 255 - black);
  const look = { widthPx, heightPx, inks: 'k', fullSample: 'paper' } as const;
  if (isDrawn(picture)) return { ...look, packing: 'flate', bytes: packStream(samples) };
  const quality = demands.pictureQuality;
  const request = { widthPx, heightPx, channels: 1, samples, quality } as const;
  return { ...look, packing: 'dct', bytes: packJpeg({ ...request, greatestSum: undefined }) };
}

/**
 * A picture with fewer colours than this was drawn, not photographed: JPEG would blur its edges.
 */
const MOST_DRAWN_COLOURS = 64;

function isDrawn({ rgb }: DecodedPicture): boolean {
  const colours = new Set<number>();
  for (let at = 0; at < rgb.length; at += 3) {
    colours.add(((rgb[at] ?? 0) << 16) | ((rgb[at + 1] ?? 0) << 8) | (rgb[at + 2] ?? 0));
    if (colours.size > MOST_DRAWN_COLOURS) return false;
  }
  return true;
}
