import { type PressPicture, pictureKey } from '#engine/press/image.ts';
import { pressPdf } from '#engine/press/press-pdf.ts';
import { jobOf, SMALL_PROFILE } from './planted-job.ts';
import { type Plates, platesOf } from './read-pdf.ts';

/** Presses a packed picture alone at 72 ppi, pixel on pixel, and separates the page. */
export function platesOfPicture(picture: PressPicture): Plates {
  const { heightPx, widthPx } = picture;
  const item = {
    kind: 'picture',
    picture: 'photo',
    asset: 'photo.jpg',
    frame: { x: 0, y: 0, width: widthPx, height: heightPx },
    crop: { x: 0, y: 0, width: 1, height: 1 },
    greyscale: picture.inks === 'k',
  } as const;
  const marks = { crop: false, slug: false, controlStrip: false };
  const trim = { widthMm: (widthPx * 25.4) / 72, heightMm: (heightPx * 25.4) / 72 };
  const profile = { ...SMALL_PROFILE, marks, slugMm: 0, trim };
  const job = jobOf([item], { profile, pictures: new Map([[pictureKey(item), picture]]) });
  const list = { ...job.list, widthPt: widthPx, heightPt: heightPx };
  return platesOf(pressPdf({ ...job, list }), 72);
}

/** The same for the bytes of a JPEG file of four inks. */
export function platesOfJpeg(bytes: Uint8Array, widthPx: number, heightPx: number): Plates {
  const look = { inks: 'cmyk', bits: 8, packing: 'dct', fullSample: 'ink' } as const;
  return platesOfPicture({ widthPx, heightPx, ...look, bytes });
}

/** Ink of the heaviest pixel, percent. */
export function heaviestPercent(plates: Plates): number {
  const { black, cyan, magenta, yellow } = plates;
  let heaviest = 0;
  cyan.forEach((ink, at) => {
    const sum = ink + (magenta[at] ?? 0) + (yellow[at] ?? 0) + (black[at] ?? 0);
    heaviest = Math.max(heaviest, sum);
  });
  return (heaviest / 255) * 100;
}
