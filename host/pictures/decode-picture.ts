import sharp from 'sharp';
import type { Rect } from '#engine/units/rect.ts';

/** What is asked of a picture file: the part in the frame, at so many pixels at most. */
export interface DecodeRequest {
  readonly bytes: Uint8Array;
  /** Part of the upright picture, as fractions 0 to 1 of its sides. */
  readonly crop: Rect;
  /** Pixels that the frame needs; a smaller picture keeps its own. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Told when the work has been handed to other threads and this one is free. */
  readonly begun?: (() => void) | undefined;
}

/** An upright, cropped picture of sRGB pixels, three bytes each. */
export interface DecodedPicture {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rgb: Uint8Array;
  /** Format that the file was in, such as `jpeg`. */
  readonly format: string;
}

/** Why a picture could not be decoded. */
export type DecodeFault = 'damaged' | 'too-large' | 'format';

/** The picture, or why there is none. */
export type Decoding =
  | { readonly ok: true; readonly picture: DecodedPicture }
  | { readonly ok: false; readonly fault: DecodeFault; readonly reason: string };

/** Four times the pixels of a full-frame press camera; beyond lie decompression bombs. */
export const MOST_PIXELS = 200_000_000;

/** No SVG (it can refer to other files) and no HEIC (there is no free decoder). */
const FORMATS: ReadonlySet<string> = new Set(['jpeg', 'png', 'tiff', 'webp', 'gif']);

/**
 * Decodes a picture: turns it upright, cuts it to the crop, brings it down to the pixels needed and
 * to sRGB by the profile it carries. A picture is never enlarged: the press does that as well.
 */
export async function decodePicture(request: DecodeRequest): Promise<Decoding> {
  try {
    return await decode(request);
  } catch (trouble) {
    const reason = trouble instanceof Error ? trouble.message : String(trouble);
    const fault = /pixel limit/iu.test(reason) ? 'too-large' : 'damaged';
    return { ok: false, fault, reason };
  }
}

async function decode(request: DecodeRequest): Promise<Decoding> {
  const options = { limitInputPixels: MOST_PIXELS, failOn: 'error' } as const;
  const file = sharp(request.bytes, options);
  const { autoOrient, format } = await file.metadata();
  if (!FORMATS.has(format)) return { ok: false, fault: 'format', reason: format };
  const part = cropPixels(request.crop, autoOrient);
  const shrink = Math.min(1, request.widthPx / part.width, request.heightPx / part.height);
  const isWhole = part.width === autoOrient.width && part.height === autoOrient.height;
  const upright = file.autoOrient();
  // Without a cut the decoder itself can leave out pixels that are not needed.
  const cut = isWhole ? upright : upright.extract(part);
  const decoding = cut
    .resize(atLeastOne(part.width * shrink), atLeastOne(part.height * shrink), { fit: 'fill' })
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  request.begun?.();
  const { data, info } = await decoding;
  if (info.channels !== 3) throw new Error(`${info.channels} channels instead of three`);
  const rgb = new Uint8Array(data.buffer, data.byteOffset, data.length);
  return { ok: true, picture: { widthPx: info.width, heightPx: info.height, rgb, format } };
}

function cropPixels(
  crop: Rect,
  size: { readonly width: number; readonly height: number },
): { left: number; top: number; width: number; height: number } {
  const left = Math.min(size.width - 1, Math.max(0, Math.round(crop.x * size.width)));
  const top = Math.min(size.height - 1, Math.max(0, Math.round(crop.y * size.height)));
  const width = Math.min(size.width - left, atLeastOne(crop.width * size.width));
  const height = Math.min(size.height - top, atLeastOne(crop.height * size.height));
  return { left, top, width, height };
}

function atLeastOne(pixels: number): number {
  return Math.max(1, Math.round(pixels));
}
