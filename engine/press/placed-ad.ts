import type { PictureItem } from '#engine/display/display-list.ts';
import type { ContentWriter } from './content-writer.ts';
import { pictureKey, pictureName } from './image.ts';
import { type ObjectNumber, type PdfFile, reference } from './pdf-file.ts';
import { pdfNumber } from './pdf-syntax.ts';

/**
 * An advertiser's page made ready for the plate: a form of its own with all that it draws with, in
 * inks, as vectors and type. Its space has the origin at the bottom left, y upwards, in points.
 */
export interface PressAd {
  /** The form itself comes first. */
  readonly parts: readonly AdPart[];
  /** Mixes colours by transparency, which X-1a forbids. */
  readonly isTransparent: boolean;
}

/** One object of an ad: text, with the place of another part wherever it refers to one. */
export interface AdPart {
  readonly body: readonly (string | number)[];
  /** For a stream, of which the body is the dictionary's entries without /Length. */
  readonly bytes: Uint8Array | undefined;
}

/** Writes all parts of an ad and gives back the number of its form. */
export function writeAd(file: PdfFile, { parts }: PressAd): ObjectNumber {
  const numbers = parts.map(() => file.reserve());
  parts.forEach(({ body, bytes }, index) => {
    const number = numbers[index];
    if (number === undefined) return;
    const words = body.map((word) =>
      typeof word === 'string' ? word : reference(numbers[word] ?? 0),
    );
    if (bytes === undefined) file.add(words.join(''), number);
    else file.addStream(words.join(''), bytes, number);
  });
  const [form] = numbers;
  if (form === undefined) throw new Error('an ad without a form');
  return form;
}

/** Scales are written finer than lengths: a millionth of an ad as wide as a page is 1 µm. */
const SCALE_DECIMALS = 7;

/** Draws a placed page in its frame. */
export function pressAdPage(item: PictureItem, writer: ContentWriter): void {
  if (item.asset === undefined || item.adPage === undefined) return;
  const { height, width, x, y } = item.frame;
  const key = pictureKey(item);
  writer.notePicture(key);
  writer.setOverprint(false);
  const scales = [width / item.adPage.widthPt, 0, 0, height / item.adPage.heightPt];
  const place = [...scales, x, -(y + height)].map((part) => pdfNumber(part, SCALE_DECIMALS));
  writer.draw(`q ${place.join(' ')} cm ${pictureName(key)} Do Q`);
}
