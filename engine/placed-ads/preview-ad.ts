import { readPlacedInk } from '#engine/read-back/read-placed.ts';
import type { AdOrder } from './ad-reading.ts';
import { adAlone } from './judge-ad.ts';
import { makeAd } from './make-ad.ts';

/** An ad as amounts of ink: for screens and office proofs, never for the plate. */
export interface AdPreview {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Cyan, magenta, yellow, black of each pixel, 0 to 255, from the top. */
  readonly inks: Uint8Array;
}

/** Pixels along the longer side: small type of a whole page can be read, and a room can hold it. */
const LONGEST_PX = 2400;
/** Pixels a point of the ad, 216 ppi: finer than a screen shows at twice its size. */
const MOST_PX_A_PT = 3;

/** Lays the ink of an ad as reading back does, letters by their outlines. */
export async function previewAd(bytes: Uint8Array, order: AdOrder): Promise<AdPreview | undefined> {
  const { ad, placement } = await makeAd(bytes, order);
  if (ad === undefined || placement === undefined) return undefined;
  const longestPt = Math.max(placement.widthPt, placement.heightPt);
  const pixelsAPt = Math.min(MOST_PX_A_PT, LONGEST_PX / longestPt);
  const raster = readPlacedInk((cellPt) => adAlone(ad, placement, cellPt * pixelsAPt));
  if (raster === undefined) return undefined;
  const { columns, means, rows } = raster;
  const inks = new Uint8Array(columns * rows * 4);
  for (let row = 0; row < rows; row += 1) {
    const from = (rows - 1 - row) * columns * 4;
    for (let at = 0; at < columns * 4; at += 1) {
      inks[row * columns * 4 + at] = Math.round((means[from + at] ?? 0) * 255);
    }
  }
  return { widthPx: columns, heightPx: rows, inks };
}
