import sharp, { type Metadata, type Sharp } from 'sharp';
import type { Rect } from '#engine/units/rect.ts';
import { findLineArt, type LineArt } from './line-art.ts';

/** What is asked of a picture file: the part in the frame, at so many pixels at most. */
export interface DecodeRequest {
  readonly bytes: Uint8Array;
  /** Part of the upright picture, as fractions 0 to 1 of its sides. */
  readonly crop: Rect;
  /** Pixels that the frame needs; a smaller picture keeps its own, and line art keeps all. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Line art comes in greys at the pixels needed, such as for a proof. */
  readonly isToned?: boolean | undefined;
  /** Told once, when the work has been handed to other threads and this one is free. */
  readonly begun?: (() => void) | undefined;
}

/** An upright, cropped picture. */
export type DecodedPicture = LightPicture | InkedPicture | LineArt;

/** A picture of sRGB pixels, three bytes each. */
export interface LightPicture {
  readonly kind: 'light';
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rgb: Uint8Array;
}

/** A picture that was separated before it came. */
export interface InkedPicture {
  readonly kind: 'inks';
  readonly widthPx: number;
  readonly heightPx: number;
  /** Cyan, magenta, yellow, black of each pixel, 0 to 255, as the file has them. */
  readonly inks: Uint8Array;
  /** The profile of the printing that the inks are meant for; undefined when it is not said. */
  readonly icc: Uint8Array | undefined;
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
 * Decodes a picture: turns it upright, cuts it to the crop and brings it down to the pixels needed.
 * Light goes to sRGB by the profile that the file carries; inks stay what they are (0040). A
 * picture is never enlarged.
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
  const { bytes } = request;
  const metadata = await openPicture(bytes).metadata();
  if (!FORMATS.has(metadata.format)) {
    return { ok: false, fault: 'format', reason: metadata.format };
  }
  if (hasOtherPlates(metadata)) return { ok: false, fault: 'format', reason: 'spot plates' };
  if (metadata.space === 'cmyk') return { ok: true, picture: await decodeInks(request, metadata) };
  const drawn = request.isToned ? undefined : await decodeLineArt(request, metadata);
  return { ok: true, picture: drawn ?? (await decodeLight(request, metadata)) };
}

async function decodeLineArt(
  { begun, bytes, crop }: DecodeRequest,
  metadata: Metadata,
): Promise<LineArt | undefined> {
  const part = cropPixels(crop, metadata.autoOrient);
  const isWhole = isWholePicture(part, metadata.autoOrient);
  const drawn = await findLineArt(bytes, metadata, isWhole ? undefined : part);
  if (drawn !== undefined) begun?.();
  return drawn;
}

async function decodeLight(request: DecodeRequest, metadata: Metadata): Promise<LightPicture> {
  const brought = broughtDown(openPicture(request.bytes), request, metadata);
  const decoding = inLight(brought, metadata)
    .removeAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  request.begun?.();
  const { data, info } = await decoding;
  if (info.channels !== 3) throw new Error(`${info.channels} channels instead of three`);
  const rgb = new Uint8Array(data.buffer, data.byteOffset, data.length);
  return { kind: 'light', widthPx: info.width, heightPx: info.height, rgb };
}

/**
 * On white, in sRGB. A picture of 16 bits a channel with a profile is brought to Display P3 on the
 * way, and sharp takes the numbers of that for sRGB unless it is told where to go.
 */
export function inLight(file: Sharp, { depth, hasProfile }: Metadata): Sharp {
  const light = file.flatten({ background: 'white' }).toColourspace('srgb');
  return depth === 'ushort' && hasProfile ? light.withIccProfile('srgb', { attach: false }) : light;
}

async function decodeInks(request: DecodeRequest, metadata: Metadata): Promise<InkedPicture> {
  const decoding = broughtDown(openPicture(request.bytes, true), request, metadata)
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  request.begun?.();
  const { data, info } = await decoding;
  const { channels, height: heightPx, width: widthPx } = info;
  if (channels !== 4) throw new Error(`${channels} channels instead of four`);
  const inks = new Uint8Array(data.buffer, data.byteOffset, data.length);
  const icc = metadata.icc && new Uint8Array(metadata.icc);
  return { kind: 'inks', widthPx, heightPx, inks, icc };
}

/**
 * True when a file has plates that a newspaper has not: spot colours, or channels beside the four
 * inks, of which no file says what they are for.
 */
export function hasOtherPlates({ channels, space }: Pick<Metadata, 'channels' | 'space'>): boolean {
  return space === 'multiband' || (space === 'cmyk' && channels !== 4);
}

/** Opens a picture file; `asItIs` leaves numbers alone that a profile would change. */
function openPicture(bytes: Uint8Array, asItIs = false): Sharp {
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', ignoreIcc: asItIs });
}

/** Upright, cut, and with the pixels that are needed. */
function broughtDown(file: Sharp, request: DecodeRequest, { autoOrient }: Metadata): Sharp {
  const part = cropPixels(request.crop, autoOrient);
  const shrink = Math.min(1, request.widthPx / part.width, request.heightPx / part.height);
  const upright = file.autoOrient();
  // Without a cut the decoder itself can leave out pixels that are not needed.
  const cut = isWholePicture(part, autoOrient) ? upright : upright.extract(part);
  const size = [part.width, part.height].map((side) => atLeastOne(side * shrink));
  return cut.resize(size[0], size[1], { fit: 'fill' });
}

interface PixelSize {
  readonly width: number;
  readonly height: number;
}

function isWholePicture(part: PixelSize, size: PixelSize): boolean {
  return part.width === size.width && part.height === size.height;
}

/** The part of an upright picture that a crop shows, in whole pixels. */
function cropPixels(
  crop: Rect,
  size: PixelSize,
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
