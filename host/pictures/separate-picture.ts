import type { PictureItem } from '#engine/display/display-list.ts';
import {
  blacksOfPixels,
  type InkTable,
  inksOfAdPixels,
  inksOfPixels,
  isNeutral,
} from '#engine/press/ink-table.ts';
import { blackOnly, limitInks } from '#engine/press/limit-inks.ts';
import { type DecodeFault, decodePicture } from './decode-picture.ts';
import { inksAsLight } from './inks-as-light.ts';
import { type LineArt, thinnedLineArt } from './line-art.ts';
import { inksForPress } from './other-press.ts';

/** How pictures are to be made ready; part of a press profile. */
export interface PictureDemands {
  readonly inkTable: InkTable;
  /** The .icc file of the press. */
  readonly icc: Uint8Array;
  readonly pictureTargetPpi: number;
  readonly pictureQuality: number;
  readonly inkLimitPercent: number;
  /** Line art is wanted in greys, at the target resolution: for a proof. */
  readonly isToned?: boolean | undefined;
}

/** A picture in inks, cropped and at printed resolution. */
export type SeparatedPicture = TonedPicture | SeparatedLineArt;

/** A picture of tones. */
export interface TonedPicture {
  readonly widthPx: number;
  readonly heightPx: number;
  /** All four inks, or the black plate alone. */
  readonly inks: 'cmyk' | 'k';
  /** Amounts of ink, 0 to 255, pixel by pixel. */
  readonly samples: Uint8Array;
  /** True for drawings and logos: few colours, hard edges. */
  readonly isDrawn: boolean;
}

/** A picture of solid black and bare paper. */
export interface SeparatedLineArt extends Pick<LineArt, 'widthPx' | 'heightPx' | 'light'> {
  readonly inks: 'line art';
  /** Each pixel is to become a square of so many pixels on the plate, a side. */
  readonly repeat: number;
}

/** The picture in inks, or why there is none. */
export type Separation =
  | { readonly ok: true; readonly picture: SeparatedPicture }
  | { readonly ok: false; readonly fault: DecodeFault; readonly reason: string };

type Demands = PictureDemands & { readonly begun?: (() => void) | undefined };

/** Decodes a picture file for its frame and separates it into inks. */
export async function separatePicture(
  item: PictureItem,
  bytes: Uint8Array,
  demands: Demands,
): Promise<Separation> {
  const decoding = await decodePicture({
    bytes,
    crop: item.crop,
    widthPx: pixelsAcross(item.frame.width, demands),
    heightPx: pixelsAcross(item.frame.height, demands),
    isToned: demands.isToned,
    begun: demands.begun,
  });
  if (!decoding.ok) return decoding;
  const { picture } = decoding;
  switch (picture.kind) {
    case 'line art':
      return { ok: true, picture: await lineArtForPlate(picture, item.frame.width) };
    case 'light':
      return { ok: true, picture: separateLight(picture, item, demands) };
    case 'inks': {
      const own = await inksForPress(picture, demands);
      const isBlack = blackOnly(own) !== undefined;
      if (isBlack || !item.greyscale) return { ok: true, picture: limited(picture, own, demands) };
      const rgb = await inksAsLight(demands.icc, limitInks(own, demands.inkLimitPercent));
      return {
        ok: true,
        picture: separateLight({ ...picture, rgb }, { greyscale: true }, demands),
      };
    }
  }
}

function pixelsAcross(lengthPt: number, demands: PictureDemands): number {
  return Math.max(1, Math.round((lengthPt / 72) * demands.pictureTargetPpi));
}

interface Pixels {
  readonly widthPx: number;
  readonly heightPx: number;
}

function separateLight(
  { heightPx, rgb, widthPx }: Pixels & { readonly rgb: Uint8Array },
  { greyscale, isRasterisedAd }: Pick<PictureItem, 'greyscale' | 'isRasterisedAd'>,
  { inkTable }: PictureDemands,
): TonedPicture {
  const isGrey = greyscale || isNeutral(rgb);
  const inColour = isRasterisedAd ? inksOfAdPixels : inksOfPixels;
  const samples = (isGrey ? blacksOfPixels : inColour)(inkTable, rgb);
  const drawn = isDrawn(rgb, 3);
  return { widthPx, heightPx, inks: isGrey ? 'k' : 'cmyk', samples, isDrawn: drawn };
}

/** Inks that came as inks: within the limit, and on the black plate alone where they were there. */
function limited(
  { heightPx, widthPx }: Pixels,
  inks: Uint8Array,
  { inkLimitPercent }: PictureDemands,
): TonedPicture {
  const look = { widthPx, heightPx, isDrawn: isDrawn(inks, 4) };
  const blacks = blackOnly(inks);
  if (blacks !== undefined) return { ...look, inks: 'k', samples: blacks };
  return { ...look, inks: 'cmyk', samples: limitInks(inks, inkLimitPercent) };
}

/** Pixels an inch of line art on the plate: R0032 of GWG 2022 asks for 799; no plate has 1,200. */
const LEAST_LINE_ART_PPI = 800;
const MOST_LINE_ART_PPI = 1200;

/** Line art keeps its pixels; coarse ones become squares of pixels, with the same edges (0040). */
async function lineArtForPlate(drawn: LineArt, widthPt: number): Promise<SeparatedLineArt> {
  const ppi = (drawn.widthPx * 72) / widthPt;
  const isFine = ppi > MOST_LINE_ART_PPI * 1.01;
  const kept = isFine ? await thinnedLineArt(drawn, MOST_LINE_ART_PPI / ppi) : drawn;
  const repeat = Math.max(1, Math.ceil(LEAST_LINE_ART_PPI / ppi));
  const { heightPx, light, widthPx } = kept;
  return { inks: 'line art', widthPx, heightPx, light, repeat };
}

/** A picture of fewer colours was drawn, not photographed: JPEG would blur its edges. */
const MOST_DRAWN_COLOURS = 64;

function isDrawn(samples: Uint8Array, channels: 3 | 4): boolean {
  const colours = new Set<number>();
  for (let at = 0; at < samples.length; at += channels) {
    const three =
      ((samples[at] ?? 0) << 16) | ((samples[at + 1] ?? 0) << 8) | (samples[at + 2] ?? 0);
    colours.add(channels === 3 ? three : three * 256 + (samples[at + 3] ?? 0));
    if (colours.size > MOST_DRAWN_COLOURS) return false;
  }
  return true;
}
