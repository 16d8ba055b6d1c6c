import sharp, { type Metadata, type Region } from 'sharp';

/** A picture of black and white and nothing between, upright and cropped, with all its pixels. */
export interface LineArt {
  readonly kind: 'line art';
  readonly widthPx: number;
  readonly heightPx: number;
  /** One byte for each pixel: 0 is black, 255 white. */
  readonly light: Uint8Array;
}

/** The greys that a file has for black and for white; nothing may lie between. */
const DARKEST_GREY = 2;
const LIGHTEST_GREY = 253;

/** Rows that are looked at before a whole file is decoded for its colours. */
const PROBE_ROWS = 48;

/**
 * The picture as line art, when it is black and white in fact: a scanned seal or signature, a QR
 * code, a logo of pure black. Undefined for all others; a JPEG never is, for its edges are grey.
 * The part is of the upright picture; undefined takes all of it.
 */
export async function findLineArt(
  bytes: Uint8Array,
  { format, height, width }: Metadata,
  part: Region | undefined,
): Promise<LineArt | undefined> {
  if (format === 'jpeg') return undefined;
  const top = { left: 0, top: 0, width, height: Math.min(height, PROBE_ROWS) };
  const probe = await greysOf(openWhole(bytes).extract(top));
  if (!isBlackAndWhite(probe.light)) return undefined;
  const upright = openWhole(bytes).autoOrient();
  const { heightPx, light, widthPx } = await greysOf(part ? upright.extract(part) : upright);
  return isBlackAndWhite(light) ? { kind: 'line art', widthPx, heightPx, light } : undefined;
}

/** Line art with fewer pixels: each is black or white, whichever most of it was. */
export async function thinnedLineArt(
  { heightPx, light, widthPx }: LineArt,
  share: number,
): Promise<LineArt> {
  const raw = { width: widthPx, height: heightPx, channels: 1 } as const;
  const [width, height] = [widthPx, heightPx].map((px) => Math.max(1, Math.round(px * share)));
  const options = { limitInputPixels: false } as const;
  return greysOf(sharp(light, { raw, ...options }).resize(width, height, { fit: 'fill' }), 128);
}

function openWhole(bytes: Uint8Array) {
  // The size has been judged before; the caller reads its metadata under that limit.
  return sharp(bytes, { limitInputPixels: false, failOn: 'error' });
}

async function greysOf(file: ReturnType<typeof sharp>, threshold?: number): Promise<LineArt> {
  const grey = file.flatten({ background: 'white' }).toColourspace('b-w').removeAlpha();
  const wanted = threshold === undefined ? grey : grey.threshold(threshold);
  const { data, info } = await wanted.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  const light = new Uint8Array(data.buffer, data.byteOffset, data.length);
  if (info.channels !== 1) throw new Error(`${info.channels} channels instead of one`);
  return { kind: 'line art', widthPx: info.width, heightPx: info.height, light };
}

function isBlackAndWhite(light: Uint8Array): boolean {
  for (const grey of light) {
    if (grey > DARKEST_GREY && grey < LIGHTEST_GREY) return false;
  }
  return true;
}
