import type { DisplayList } from '#engine/display/display-list.ts';
import { pixelsOf, plateImages } from '#renderer/painter/plates.ts';
import type { PaintStock, PlateLook } from '#renderer/painter/surface.ts';

/** A page whose ink is counted, and what it is painted from. */
export interface PageInk {
  readonly list: DisplayList;
  readonly stock: PaintStock;
  readonly separate: PlateLook['separate'];
}

/** A pixel is a twentieth of an inch, far less than the square of 15 mm that ink is measured on. */
const PIXELS_PER_PT = 20 / 72;
/** Amounts are rounded to a 255th, each of four by half of one. */
const ROUNDING_BYTES = 2;

/** True when a place of the page has more ink than the limit. */
export function isOverInk({ list, stock, separate }: PageInk, limitPercent: number): boolean {
  const width = Math.ceil(list.widthPt * PIXELS_PER_PT);
  const height = Math.ceil(list.heightPt * PIXELS_PER_PT);
  const transform = new DOMMatrix([PIXELS_PER_PT, 0, 0, PIXELS_PER_PT, 0, 0]);
  const images = plateImages(
    { list, stock, separate },
    { left: 0, top: 0, width, height, transform },
  );
  if (images === undefined) return false;
  const { black, colours } = pixelsOf(images);
  const mostBytes = limitPercent * 2.55 + ROUNDING_BYTES;
  for (let at = 0; at < colours.length; at += 4) {
    const light =
      (colours[at] ?? 0) + (colours[at + 1] ?? 0) + (colours[at + 2] ?? 0) + (black[at] ?? 0);
    if (4 * 255 - light > mostBytes) return true;
  }
  return false;
}
