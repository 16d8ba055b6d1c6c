import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { trimmedPictureOf, trimmedPlatesOf } from '#tests/unit/press/read-pdf.ts';
import type { InkMask } from './ink-masks.ts';

/** A pressed page as a rasteriser of the press sees it. */
export interface PressRasters {
  /** The page in print, as darkness. */
  readonly page: InkMask;
  readonly c: InkMask;
  readonly m: InkMask;
  readonly y: InkMask;
  readonly k: InkMask;
}

/** Rasters of the trimmed page, at so many pixels an inch. */
export async function rasterPlates(path: string, ppi: number): Promise<PressRasters> {
  const pdf = readFileSync(path);
  const { widthPx, heightPx, cyan, magenta, yellow, black } = trimmedPlatesOf(pdf, ppi);
  const maskWith = (ink: Uint8Array): InkMask => ({ width: widthPx, height: heightPx, ink });
  return {
    page: await maskOf(trimmedPictureOf(pdf, ppi)),
    c: maskWith(cyan),
    m: maskWith(magenta),
    y: maskWith(yellow),
    k: maskWith(black),
  };
}

/** A picture file as ink: white is none. */
export async function maskOf(picture: Uint8Array): Promise<InkMask> {
  const { data, info } = await sharp(picture)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const ink = Uint8Array.from(data, (light) => 255 - light);
  return { width: info.width, height: info.height, ink };
}
