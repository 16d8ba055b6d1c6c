import type { DisplayItem, PictureItem } from '#engine/display/display-list.ts';
import type { LineArtKind } from '#engine/model/issue.ts';
import type { Rect } from '#engine/units/rect.ts';

/** A picture as it stands on the page. */
export interface PrintedPicture {
  /** Size of its frame in points. */
  readonly widthPt: number;
  readonly heightPt: number;
  /** Part of the picture that shows, as fractions 0 to 1 of its sides. */
  readonly crop: Rect;
  /** Pixels of the file to an inch of the page (有效分辨率); both ways are alike. */
  readonly effectivePpi: number;
}

/** How a resolution looks in print. */
export type Resolution = 'good' | 'low' | 'too low';

/**
 * Newsprint is screened at 85 to 100 lines an inch. Twice that, 200 ppi, is what the shops ask for;
 * below 130 ppi the pixels themselves can be seen.
 */
const GOOD_PPI = 200;
const LEAST_PPI = 130;

/**
 * Line art is not screened, and its edges show every pixel: papers ask for 600 ppi. Below 200 a
 * step has an eighth of a millimetre, which is seen at arm's length.
 */
const GOOD_LINE_ART_PPI = 600;
const LEAST_LINE_ART_PPI = 200;

/** What an effective resolution is worth on newsprint; a code of squares is sharp at any. */
export function resolutionOf(effectivePpi: number, lineArt?: LineArtKind): Resolution {
  if (lineArt === 'squares') return 'good';
  if (effectivePpi < (lineArt ? LEAST_LINE_ART_PPI : LEAST_PPI)) return 'too low';
  return effectivePpi < (lineArt ? GOOD_LINE_ART_PPI : GOOD_PPI) ? 'low' : 'good';
}

/** How a picture is printed, `widthPx` being the width of its file; undefined while it is not. */
export function printedPicture(
  items: readonly DisplayItem[],
  { picture, widthPx }: { readonly picture: string; readonly widthPx: number },
): PrintedPicture | undefined {
  const found = pictureItem(items, picture);
  if (found === undefined) return undefined;
  const { crop, frame } = found;
  const ppi = effectivePpi(found, widthPx);
  return { widthPt: frame.width, heightPt: frame.height, crop, effectivePpi: ppi };
}

/** Pixels of the file to an inch of the page, at the crop and size that the page has. */
export function effectivePpi(
  { frame, crop }: Pick<PictureItem, 'frame' | 'crop'>,
  widthPx: number,
): number {
  return (widthPx * crop.width) / (frame.width / 72);
}

function pictureItem(items: readonly DisplayItem[], picture: string): PictureItem | undefined {
  for (const item of items) {
    if (item.kind === 'picture' && item.picture === picture) return item;
    const within = item.kind === 'group' ? pictureItem(item.items, picture) : undefined;
    if (within !== undefined) return within;
  }
  return undefined;
}
