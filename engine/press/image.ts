import type { PictureItem } from '#engine/display/display-list.ts';
import type { ContentWriter } from './content-writer.ts';
import { keyNumber } from './key-number.ts';
import { pdfLength, pdfName } from './pdf-syntax.ts';

/** A picture made ready for the plate: cropped, at printed resolution, in process inks. */
export interface PressPicture {
  readonly widthPx: number;
  readonly heightPx: number;
  /** All four inks, or the black plate alone. */
  readonly inks: 'cmyk' | 'k';
  /** Bits of each sample; line art has one, and needs no more. */
  readonly bits: 1 | 8;
  /** `dct` is a JPEG file; `flate` is zlib-packed samples. */
  readonly packing: 'dct' | 'flate';
  /** What the greatest sample means: solid ink, or bare paper as JPEG files have it by custom. */
  readonly fullSample: 'ink' | 'paper';
  readonly bytes: Uint8Array;
}

/**
 * What a picture looks like on the plate: two items with the same key are the same picture. The
 * printed size counts, for it decides the number of pixels; the place on the page does not.
 */
export function pictureKey(item: PictureItem): string {
  const { crop, frame } = item;
  const cut = [crop.x, crop.y, crop.width, crop.height].map((side) => side.toFixed(5));
  const size = [frame.width, frame.height].map(pdfLength);
  const ad = item.adPage ? [`page${item.adPage.page}`, ...item.adPage.mends] : [];
  const inks = item.greyscale ? 'k' : item.isRasterisedAd ? 'cmyk-k' : 'cmyk';
  return [item.asset ?? 'open', ...cut, ...size, inks, ...ad].join('_');
}

/**
 * Name of a picture among the page's resources: its asset and what is done with it, as numbers, for
 * a name may have 127 bytes (ISO 32000-1, annex C) and an asset alone has 68.
 */
export function pictureName(key: string): string {
  return pdfName(`picture-${key.slice(0, ASSET_LETTERS)}-${keyNumber(key)}`);
}

/** Enough of the sha-256 in an asset's name to tell pictures apart by eye. */
const ASSET_LETTERS = 12;

/** Draws a picture in its frame; an open slot leaves bare paper. */
export function pressPicture(item: PictureItem, writer: ContentWriter): void {
  if (item.asset === undefined) return;
  const { x, y, width, height } = item.frame;
  const key = pictureKey(item);
  writer.notePicture(key);
  writer.setOverprint(false);
  const place = [width, 0, 0, height, x, -(y + height)].map(pdfLength).join(' ');
  writer.draw(`q ${place} cm ${pictureName(key)} Do Q`);
}

/**
 * Dictionary entries of the image object. A black-plate picture is DeviceGray: every press takes it
 * for the black plate, and a Separation would count as a spot colour (GWG 2022 R0020).
 */
export function pictureEntries(picture: PressPicture): string {
  const isColour = picture.inks === 'cmyk';
  const space = isColour ? '/DeviceCMYK' : '/DeviceGray';
  const filter = picture.packing === 'dct' ? '/DCTDecode' : '/FlateDecode';
  const usual = isColour ? 'ink' : 'paper';
  const turned = isColour ? '/Decode[1 0 1 0 1 0 1 0]' : '/Decode[1 0]';
  const decode = picture.fullSample === usual ? '' : turned;
  const { bits, heightPx, widthPx } = picture;
  const size = `/Width ${widthPx}/Height ${heightPx}/BitsPerComponent ${bits}`;
  return `/Type/XObject/Subtype/Image${size}/ColorSpace${space}${decode}/Filter${filter}`;
}
