import { blacksOfPixels, inksOfPixels } from '#engine/press/ink-table.ts';
import { packJpeg } from '#engine/press/jpeg.ts';
import { packStream } from '#engine/press/pack.ts';
import { decodeJpeg } from '#engine/read-back/decode-jpeg.ts';
import { asArray } from '#engine/read-back/open-document.ts';
import { numberOf, type PdfStream, UnreadablePdf } from '#engine/read-back/pdf-values.ts';
import { UnreadableJpeg } from '#engine/read-back/unreadable-jpeg.ts';
import { blackOfInk } from '#engine/units/ink.ts';
import { type AdSpace, readAdSpace } from './ad-spaces.ts';
import { AdTrouble, caution, refusal } from './ad-trouble.ts';
import { bitsAt, numbersAt } from './functions.ts';
import { changesInks, mendedInks, tellSpace } from './ready-inks.ts';
import { type Node, type Redrawing, tell } from './redrawing.ts';
import { type Unpacked, unpackFilters } from './unpack-filters.ts';

/** What a picture of the source says of itself. */
interface PictureLook {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bits: number;
  readonly isStencil: boolean;
  readonly space: AdSpace;
  readonly decode: readonly number[];
}

/**
 * Draws a picture anew: samples of any depth and colour become inks. What is inks in a plain JPEG
 * already keeps its bytes. Undefined for one without pixels.
 */
export function redrawPicture(
  redrawing: Redrawing,
  stream: PdfStream,
  resources: Node | undefined,
): number | undefined {
  const look = lookOf(redrawing, stream, resources);
  const { heightPx, isStencil, space, widthPx } = look;
  if (!(widthPx >= 1 && heightPx >= 1)) return undefined;
  const { allowance, document } = redrawing.source;
  allowance.takePixels(widthPx * heightPx);
  const unpacked = unpackFilters(document, stream, allowance);
  const { pictureFilter } = unpacked;
  if (pictureFilter !== undefined && pictureFilter !== 'DCTDecode') {
    throw new AdTrouble(refusal('ad-picture-packing', { filter: pictureFilter }));
  }
  if (isStencil) return stencil(redrawing, look, unpacked.bytes);
  tellSpace(redrawing, space);
  const masks = maskWords(redrawing, stream);
  return pictureInInks(redrawing, { look, unpacked, masks });
}

function lookOf(redrawing: Redrawing, stream: PdfStream, resources: Node | undefined): PictureLook {
  const { document } = redrawing.source;
  const { entries } = stream;
  const number = (key: string) => numberOf(document.get(entries.get(key)));
  const isStencil = document.get(entries.get('ImageMask')) === true;
  const named = entries.get('ColorSpace') ?? { kind: 'name', name: 'DeviceGray' };
  return {
    widthPx: number('Width') ?? 0,
    heightPx: number('Height') ?? 0,
    bits: isStencil ? 1 : (number('BitsPerComponent') ?? 8),
    isStencil,
    space: readAdSpace(redrawing.source, named, resources),
    decode: numbersAt(document, stream, 'Decode'),
  };
}

/** Bytes of a picture within content that is not packed; 0 where its end has to be found. */
export function inlinePictureLength(
  redrawing: Redrawing,
  head: PdfStream,
  resources: Node | undefined,
): number {
  if (head.entries.has('Filter')) return 0;
  const { bits, heightPx, space, widthPx } = lookOf(redrawing, head, resources);
  const components = Math.max(1, space.components);
  return Math.ceil((widthPx * bits * components) / 8) * heightPx;
}

function sizeWords({ heightPx, widthPx }: PictureLook, bits: number): string {
  const size = `/Width ${widthPx}/Height ${heightPx}/BitsPerComponent ${bits}`;
  return `/Type/XObject/Subtype/Image${size}`;
}

function stencil(redrawing: Redrawing, look: PictureLook, bytes: Uint8Array): number {
  const turned = look.decode[0] === 1 ? '/Decode[1 0]' : '';
  const words = `${sizeWords(look, 1)}/ImageMask true${turned}/Filter/FlateDecode`;
  return redrawing.shelf.add([words], packStream(bytes));
}

type Masks = readonly (string | number)[];

interface PictureParts {
  readonly look: PictureLook;
  readonly unpacked: Unpacked;
  readonly masks: Masks;
}

/** Soft and hard masks go along; a mask by colour is a rare kind that only old programs write. */
function maskWords(redrawing: Redrawing, stream: PdfStream): Masks {
  const { document } = redrawing.source;
  const soft = document.get(stream.entries.get('SMask'));
  if (typeof soft === 'object' && soft.kind === 'stream') {
    redrawing.isTransparent = true;
    if (soft.entries.has('Matte')) tell(redrawing, caution('ad-matte-dropped'));
    const place = redrawPicture(redrawing, soft, undefined);
    return place === undefined ? [] : ['/SMask ', place];
  }
  const hard = document.get(stream.entries.get('Mask'));
  if (asArray(hard) !== undefined) throw new AdTrouble(refusal('ad-colour-key'));
  if (typeof hard !== 'object' || hard.kind !== 'stream') return [];
  const place = redrawPicture(redrawing, hard, undefined);
  return place === undefined ? [] : ['/Mask ', place];
}

function pictureInInks(redrawing: Redrawing, parts: PictureParts): number {
  const { look, masks, unpacked } = parts;
  if (unpacked.pictureFilter === 'DCTDecode') return jpegPicture(redrawing, parts);
  const isPlainLineArt = look.bits === 1 && look.space.kind === 'gray' && !look.space.isIndexed;
  if (isPlainLineArt) {
    const turned = look.decode[0] === 1 ? '/Decode[1 0]' : '';
    const words = `${sizeWords(look, 1)}/ColorSpace/DeviceGray${turned}/Filter/FlateDecode`;
    return redrawing.shelf.add([words, ...masks], packStream(unpacked.bytes));
  }
  const samples = samplesOf(look, unpacked.bytes);
  return inkPicture(redrawing, { look, masks, samples, wasJpeg: false });
}

/** Samples as shares of 255, or as numbers of colours in a list. */
function samplesOf({ bits, heightPx, space, widthPx }: PictureLook, bytes: Uint8Array): Uint8Array {
  const { components, isIndexed } = space;
  const row = widthPx * components;
  const rowBytes = Math.ceil((row * bits) / 8);
  if (![1, 2, 4, 8, 16].includes(bits)) throw new UnreadablePdf('a picture of impossible depth');
  if (bytes.length < rowBytes * heightPx) throw new AdTrouble(refusal('ad-picture-torn'));
  if (bits === 8) return bytes.subarray(0, row * heightPx);
  const samples = new Uint8Array(row * heightPx);
  const full = 2 ** bits - 1;
  for (let line = 0; line < heightPx; line += 1) {
    for (let index = 0; index < row; index += 1) {
      const value =
        bits === 16
          ? (bytes[line * rowBytes + index * 2] ?? 0)
          : bitsAt(bytes, line * rowBytes * 8 + index * bits, bits);
      samples[line * row + index] = isIndexed || bits === 16 ? value : (value / full) * 255;
    }
  }
  return samples;
}

/** Colour transform that Adobe's mark names for YCCK. */
const YCCK = 2;

function jpegPicture(redrawing: Redrawing, { look, masks, unpacked }: PictureParts): number {
  const { space } = look;
  const jpeg = decoded(unpacked.bytes);
  const isOfSize = jpeg.widthPx === look.widthPx && jpeg.heightPx === look.heightPx;
  if (!isOfSize || jpeg.channels !== space.components) {
    throw new AdTrouble(refusal('ad-picture-torn'));
  }
  const isTurned = look.decode[0] === 1;
  const isKept =
    ((space.kind === 'cmyk' && !changesInks(redrawing)) || space.kind === 'gray') &&
    !space.isIndexed &&
    !jpeg.isProgressive &&
    jpeg.adobeTransform !== YCCK;
  if (isKept) {
    const decode = isTurned ? `/Decode[${'1 0 '.repeat(space.components).trim()}]` : '';
    const words = `${sizeWords(look, 8)}/ColorSpace/${deviceName(space)}${decode}`;
    return redrawing.shelf.add([`${words}/Filter/DCTDecode`, ...masks], unpacked.bytes);
  }
  const isMixed = jpeg.channels === 3 ? jpeg.adobeTransform !== 0 : jpeg.adobeTransform === YCCK;
  const samples = isMixed ? unmixed(jpeg.samples, jpeg.channels) : jpeg.samples;
  return inkPicture(redrawing, { look, masks, samples, wasJpeg: true });
}

function deviceName({ kind }: AdSpace): string {
  return kind === 'gray' ? 'DeviceGray' : 'DeviceCMYK';
}

function decoded(bytes: Uint8Array) {
  try {
    return decodeJpeg(bytes);
  } catch (trouble) {
    if (!(trouble instanceof UnreadableJpeg)) throw trouble;
    const isOther = /otherwise coded|eight bits/u.test(trouble.message);
    throw new AdTrouble(
      isOther ? refusal('ad-picture-packing', { filter: 'JPEG' }) : refusal('ad-picture-torn'),
    );
  }
}

/**
 * YCC back to three colours (ITU-T T.871). Of four channels they are what the three inks leave of
 * the light, and the fourth stays (Adobe Technical Note 5116, section 18).
 */
function unmixed(samples: Uint8Array, channels: number): Uint8Array {
  const plain = new Uint8Array(samples.length);
  const isInk = channels === 4;
  const kept = (value: number) => byteOf(isInk ? 255 - value : value);
  for (let at = 0; at + channels <= samples.length; at += channels) {
    const y = samples[at] ?? 0;
    const blue = (samples[at + 1] ?? 0) - 128;
    const red = (samples[at + 2] ?? 0) - 128;
    plain[at] = kept(y + 1.402 * red);
    plain[at + 1] = kept(y - 0.344136 * blue - 0.714136 * red);
    plain[at + 2] = kept(y + 1.772 * blue);
    if (isInk) plain[at + 3] = samples[at + 3] ?? 0;
  }
  return plain;
}

function byteOf(value: number): number {
  return Math.max(0, Math.min(255, Math.round(value)));
}

/** Photographs are packed as JPEG again, as finely as the eye can tell. */
const QUALITY = 90;

function inkPicture(
  redrawing: Redrawing,
  picture: {
    readonly look: PictureLook;
    readonly masks: Masks;
    readonly samples: Uint8Array;
    readonly wasJpeg: boolean;
  },
): number {
  const { look, masks, samples, wasJpeg } = picture;
  const { heightPx, space, widthPx } = look;
  const isGray = space.kind === 'gray' && !space.isIndexed;
  const isBlack = isGray || redrawing.order.mends.includes('grey');
  const inks = isGray
    ? lightSamples(look, samples)
    : isBlack
      ? greySamples(redrawing, look, samples)
      : inkSamples(redrawing, look, samples);
  const greatest = (redrawing.order.inkLimitPercent / 100) * 255;
  const bytes = wasJpeg
    ? packJpeg({
        widthPx,
        heightPx,
        channels: isBlack ? 1 : 4,
        samples: inks,
        quality: QUALITY,
        greatestSum: isBlack ? undefined : greatest,
      })
    : packStream(inks);
  const filter = wasJpeg ? 'DCTDecode' : 'FlateDecode';
  const words = `${sizeWords(look, 8)}/ColorSpace/${isBlack ? 'DeviceGray' : 'DeviceCMYK'}`;
  return redrawing.shelf.add([`${words}/Filter/${filter}`, ...masks], bytes);
}

/** Grey samples as they stand, turned where the picture says that black is the greatest. */
function lightSamples({ decode }: PictureLook, samples: Uint8Array): Uint8Array {
  return decode[0] === 1 ? samples.map((sample) => 255 - sample) : samples;
}

function inkSamples(redrawing: Redrawing, look: PictureLook, samples: Uint8Array): Uint8Array {
  const { space } = look;
  const isTurned = look.decode[0] === 1 && !space.isIndexed;
  const turned = isTurned ? samples.map((sample) => 255 - sample) : samples;
  const inks = isPlainLight(look)
    ? inksOfPixels(redrawing.source.inkTable, turned)
    : space.kind === 'cmyk' && !space.isIndexed
      ? turned
      : inksOfColours(space, turned);
  return redrawing.order.mends.includes('ink') ? limitedSamples(redrawing, inks) : inks;
}

/** A coloured picture on the black plate, as light. */
function greySamples(redrawing: Redrawing, look: PictureLook, samples: Uint8Array): Uint8Array {
  if (isPlainLight(look)) {
    const turned = look.decode[0] === 1 ? samples.map((sample) => 255 - sample) : samples;
    return blacksOfPixels(redrawing.source.inkTable, turned).map((black) => 255 - black);
  }
  const inks = inkSamples(redrawing, look, samples);
  return Uint8Array.from({ length: inks.length / 4 }, (_, pixel) => {
    const [c = 0, m = 0, y = 0, k = 0] = inks.subarray(pixel * 4, pixel * 4 + 4);
    return 255 - Math.round(255 * blackOfInk({ c: c / 255, m: m / 255, y: y / 255, k: k / 255 }));
  });
}

/** Light of three bytes, as photographs have it. */
function isPlainLight({ space }: PictureLook): boolean {
  return space.kind === 'light' && space.name !== 'Lab' && !space.isIndexed;
}

/** Colours that repeat are worked out once. */
const MOST_KNOWN = 65_536;

function inksOfColours(space: AdSpace, samples: Uint8Array): Uint8Array {
  const { components, isIndexed, reach } = space;
  const count = Math.floor(samples.length / components);
  const inks = new Uint8Array(count * 4);
  const known = new Map<string, readonly number[]>();
  for (let pixel = 0; pixel < count; pixel += 1) {
    const own = samples.subarray(pixel * components, (pixel + 1) * components);
    const key = own.join();
    let found = known.get(key);
    if (found === undefined) {
      const amounts = Array.from(own, (sample, component) => {
        const [from = 0, to = 1] = [reach[component * 2], reach[component * 2 + 1]];
        return isIndexed ? sample : from + (sample / 255) * (to - from);
      });
      found = space.inksOf(amounts).map((ink) => Math.round(ink * 255));
      if (known.size < MOST_KNOWN) known.set(key, found);
    }
    inks.set(found, pixel * 4);
  }
  return inks;
}

function limitedSamples(redrawing: Redrawing, inks: Uint8Array): Uint8Array {
  const kept = inks.slice();
  for (let at = 0; at + 4 <= kept.length; at += 4) {
    const [c = 0, m = 0, y = 0, k = 0] = kept.subarray(at, at + 4);
    const less = mendedInks(redrawing, [c / 255, m / 255, y / 255, k / 255]);
    less.forEach((ink, index) => {
      kept[at + index] = Math.floor(ink * 255);
    });
  }
  return kept;
}
