import { mmToPt } from '#engine/units/units.ts';
import { pdfLength } from './pdf-syntax.ts';
import type { PressProfile } from './press-profile.ts';

/** A box of a PDF page in points; origin bottom left, y upwards. */
export interface PageBox {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** The boxes of a pressed page. MediaBox holds BleedBox holds TrimBox; there is no CropBox. */
export interface PageBoxes {
  readonly media: PageBox;
  readonly bleed: PageBox;
  readonly trim: PageBox;
  /** Where the display list's origin, the top left corner of the composed page, comes to lie. */
  readonly origin: { readonly x: number; readonly y: number };
}

/** Lays the composed page on the trimmed size, and that on the paper with its marks area. */
export function pageBoxes(
  page: { readonly widthPt: number; readonly heightPt: number },
  profile: PressProfile,
): PageBoxes {
  const bleedPt = mmToPt(profile.bleedMm);
  const marginPt = Math.max(mmToPt(profile.slugMm), bleedPt);
  const widthPt = mmToPt(profile.trim.widthMm);
  const heightPt = mmToPt(profile.trim.heightMm);
  const trim = {
    left: marginPt,
    bottom: marginPt,
    right: marginPt + widthPt,
    top: marginPt + heightPt,
  };
  return {
    media: { left: 0, bottom: 0, right: widthPt + 2 * marginPt, top: heightPt + 2 * marginPt },
    bleed: grown(trim, bleedPt),
    trim,
    origin: {
      x: trim.left + (widthPt - page.widthPt) / 2,
      y: trim.top - (heightPt - page.heightPt) / 2,
    },
  };
}

/** A box as a PDF array. */
export function boxArray(box: PageBox): string {
  return `[${[box.left, box.bottom, box.right, box.top].map(pdfLength).join(' ')}]`;
}

function grown(box: PageBox, byPt: number): PageBox {
  return {
    left: box.left - byPt,
    bottom: box.bottom - byPt,
    right: box.right + byPt,
    top: box.top + byPt,
  };
}
