import sharp, { type Metadata } from 'sharp';
import type { Failure, ImportedPicture } from '#host/contract.ts';
import { hasOtherPlates, MOST_PIXELS } from './decode-picture.ts';
import { findLineArt } from './line-art.ts';
import { lineArtKind } from './line-art-kind.ts';
import { readPictureWords } from './picture-words.ts';

/** A photograph as it comes in. */
export interface IncomingPicture {
  /** File name as it came, for messages. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is to be known of a photograph before it is put among the assets. */
export interface TakenPicture extends Omit<ImportedPicture, 'asset'> {
  readonly suffix: string;
}

/** Suffix of each format that is taken. */
const SUFFIXES: Readonly<Record<string, string>> = {
  jpeg: 'jpg',
  png: 'png',
  tiff: 'tif',
  webp: 'webp',
  gif: 'gif',
};

/** How files begin that correspondents send for photographs, and that we cannot print. */
const OTHER_KINDS: readonly (readonly [RegExp, string])[] = [
  [/^8BPS/u, 'psd-picture'],
  [/^%PDF/u, 'pdf-picture'],
  [/^%!PS/u, 'eps-picture'],
  [/^.{4}ftyp(heic|heix|heim|heis|hevc|hevx|mif1|msf1)/su, 'heic-picture'],
  [/^.{4}ftyp(crx )/su, 'raw-picture'],
  [/^(\xEF\xBB\xBF)?\s*(<\?xml|<!--|<!DOCTYPE svg|<svg)/u, 'svg-picture'],
  [/^(II\x2A\0.{4}CR|FUJIFILM|IIU\0)/su, 'raw-picture'],
];

/** Raw files of several cameras are TIFF files with a small preview in them. */
const RAW_NAMES = /[.](nef|nrw|arw|sr2|cr2|cr3|crw|dng|orf|rw2|raf|pef)$/iu;

/** Smaller on a side than this it is an icon, or a picture from a web page's border. */
const FEWEST_PIXELS = 16;

/**
 * Looks at a photograph that is to be taken in: size, words, and whether it can be decoded at all,
 * so that a torn file is found today and not in the night of pressing.
 */
export async function takePicture(incoming: IncomingPicture): Promise<TakenPicture | Failure> {
  const { name, bytes } = incoming;
  const otherKind = kindOf(incoming);
  if (otherKind !== undefined) return { code: otherKind, values: { name } };
  try {
    const options = { limitInputPixels: MOST_PIXELS, failOn: 'error' } as const;
    const metadata = await sharp(bytes, options).metadata();
    const suffix = SUFFIXES[metadata.format];
    if (suffix === undefined) return { code: 'no-picture', values: { name } };
    if (hasOtherPlates(metadata)) return { code: 'picture-other-plates', values: { name } };
    const { width, height } = metadata.autoOrient;
    if (Math.min(width, height) < FEWEST_PIXELS) {
      return { code: 'picture-too-small', values: { name, width, height } };
    }
    // Decoded to its end at the least size; a JPEG leaves out most of the work.
    await sharp(bytes, options).resize(32, 32, { fit: 'inside' }).raw().toBuffer();
    const drawn = await findLineArt(bytes, metadata, undefined);
    const lineArt = drawn && { lineArt: lineArtKind(drawn) };
    return { suffix, widthPx: width, heightPx: height, ...wordsOf(metadata), ...lineArt };
  } catch (trouble) {
    return { code: faultCode(trouble), values: { name } };
  }
}

function kindOf({ name, bytes }: IncomingPicture): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 256)).toString('latin1');
  const [, code] = OTHER_KINDS.find(([sign]) => sign.test(head)) ?? [];
  return code ?? (RAW_NAMES.test(name) ? 'raw-picture' : undefined);
}

function wordsOf({ xmp, iptc, exif }: Metadata) {
  return readPictureWords({ xmp, iptc, exif });
}

function faultCode(trouble: unknown): string {
  const reason = trouble instanceof Error ? trouble.message : '';
  if (/pixel limit/iu.test(reason)) return 'picture-has-too-many-pixels';
  return /unsupported image format|is empty/iu.test(reason) ? 'no-picture' : 'damaged-picture';
}
