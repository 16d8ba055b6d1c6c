import { decodeJpeg } from './decode-jpeg.ts';
import { arrayAt, asArray, type PdfDocument } from './open-document.ts';
import { nameOf, numberOf, type PdfStream, UnreadablePdf } from './pdf-values.ts';
import { lineArtBlocks } from './read-line-art.ts';
import { type ColourSpace, readSpace } from './read-paint.ts';
import { filtersOf, unpackStream } from './unpack-stream.ts';
import { UnreadableJpeg } from './unreadable-jpeg.ts';

/** A picture object as the file describes it. */
export interface PictureFacts {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bits: number;
  readonly isMask: boolean;
  readonly space: ColourSpace;
  readonly filters: readonly string[];
  /** True when the greatest sample means the opposite of what its space says. */
  readonly isTurned: boolean;
  /**
   * Ink of each pixel, four bytes in turn; undefined when it cannot be told, with the reason. A
   * stencil has black where it inks. Line art comes in blocks of pixels: see `read-line-art.ts`.
   */
  readonly inks: Uint8Array | undefined;
  /** Pixels of `inks` across and down. */
  readonly inksAcross: number;
  readonly inksDown: number;
  readonly reason: string | undefined;
  /** True for a JPEG file whose own size or channels differ from what is stated of it. */
  readonly isMisstated: boolean;
}

const PICTURES_OF_BITS = new Set([1, 2, 4, 8, 16]);

/** Reads a picture object with its pixels. */
export function readPicture(document: PdfDocument, stream: PdfStream): PictureFacts {
  const { entries } = stream;
  const isMask = document.get(entries.get('ImageMask')) === true;
  const space: ColourSpace = isMask
    ? { space: 'gray', name: 'ImageMask', components: 1 }
    : readSpace(document, entries.get('ColorSpace'), undefined);
  const look = {
    widthPx: numberOf(document.get(entries.get('Width'))) ?? 0,
    heightPx: numberOf(document.get(entries.get('Height'))) ?? 0,
    bits: isMask ? 1 : (numberOf(document.get(entries.get('BitsPerComponent'))) ?? 8),
    isMask,
    space,
    filters: filtersOf(document, stream),
    isTurned: numberOf(document.get(arrayAt(document, stream, 'Decode')[0])) === 1,
  };
  const pixels = readPixels(document, stream, look);
  return { ...look, ...pixels };
}

type PixelFacts = 'inks' | 'inksAcross' | 'inksDown' | 'reason' | 'isMisstated';
type PictureLook = Omit<PictureFacts, PixelFacts>;
type Pixels = Pick<PictureFacts, PixelFacts>;

function readPixels(document: PdfDocument, stream: PdfStream, look: PictureLook): Pixels {
  const unread = (reason: string, isMisstated = false): Pixels => {
    return { inks: undefined, inksAcross: 0, inksDown: 0, reason, isMisstated };
  };
  if (look.bits === 1 && look.space.space === 'gray' && !isIndexed(document, stream)) {
    const bits = lineArtBits(document, stream);
    if (bits === undefined) return unread('bits');
    const blocks = lineArtBlocks(bits, look);
    return blocks ? { ...blocks, reason: undefined, isMisstated: false } : unread('damaged', true);
  }
  if (look.bits !== 8) return unread(PICTURES_OF_BITS.has(look.bits) ? 'bits' : 'damaged');
  const channels = look.space.space === 'cmyk' ? 4 : look.space.space === 'gray' ? 1 : 0;
  if (channels === 0 || isIndexed(document, stream)) return unread('space');
  try {
    const unpacked = unpackStream(document, stream);
    const isJpeg = ['DCTDecode', 'DCT'].includes(look.filters.at(-1) ?? '');
    const samples = isJpeg ? jpegSamples(unpacked, look, channels) : unpacked;
    if (samples === undefined) return unread('misstated', true);
    if (samples.length < look.widthPx * look.heightPx * channels) return unread('damaged', true);
    const inks = inksOf(samples, channels, look);
    const size = { inksAcross: look.widthPx, inksDown: look.heightPx };
    return { inks, ...size, reason: undefined, isMisstated: false };
  } catch (trouble) {
    if (!(trouble instanceof UnreadableJpeg) && !(trouble instanceof UnreadablePdf)) throw trouble;
    return unread(trouble.message);
  }
}

/** Undefined for other packings than ours, which the checks name. */
function lineArtBits(document: PdfDocument, stream: PdfStream): Uint8Array | undefined {
  try {
    return unpackStream(document, stream);
  } catch (trouble) {
    if (!(trouble instanceof UnreadablePdf)) throw trouble;
    return undefined;
  }
}

/** Indexed pixels are numbers of colours, not amounts. */
function isIndexed(document: PdfDocument, stream: PdfStream): boolean {
  const space = asArray(document.get(stream.entries.get('ColorSpace')));
  return nameOf(document.get(space?.values[0])) === 'Indexed';
}

function jpegSamples(
  bytes: Uint8Array,
  look: PictureLook,
  channels: number,
): Uint8Array | undefined {
  const jpeg = decodeJpeg(bytes);
  const isOfSize = jpeg.widthPx === look.widthPx && jpeg.heightPx === look.heightPx;
  if (!isOfSize || jpeg.channels !== channels) return undefined;
  if (channels === 4 && (jpeg.adobeTransform ?? 0) !== 0) throw new UnreadableJpeg('YCCK colours');
  return jpeg.samples;
}

function inksOf(samples: Uint8Array, channels: number, look: PictureLook): Uint8Array {
  const count = look.widthPx * look.heightPx;
  if (channels === 4 && !look.isTurned) return samples;
  const inks = new Uint8Array(count * 4);
  if (channels === 4) {
    for (let at = 0; at < inks.length; at += 1) inks[at] = 255 - (samples[at] ?? 0);
    return inks;
  }
  for (let pixel = 0; pixel < count; pixel += 1) {
    const light = samples[pixel] ?? 0;
    inks[pixel * 4 + 3] = look.isTurned ? light : 255 - light;
  }
  return inks;
}
