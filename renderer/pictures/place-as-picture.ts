import type { RasterisedAd } from '#engine/units/ad-page.ts';
import { mmToPt } from '#engine/units/units.ts';
import type { Failure, ImportedPicture } from '#host/contract.ts';
import { mayRasterise } from '#renderer/ad-raster/may-rasterise.ts';
import { rasteriseAd } from '#renderer/ad-raster/rasterise-ad.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { chosenSlot } from './chosen-pictures.ts';
import { askForPicture } from './raster-question.ts';

/** A file among the assets, and how it was made where it is an ad that became a picture. */
export interface IncomingPhotograph extends ImportedPicture {
  readonly rasterised?: RasterisedAd;
}

/** A refused ad as it came. */
interface RefusedAd {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly refusal: Failure;
}

/** Offers to place a refused ad as a picture; what comes back is that picture, or why not. */
export async function takeAsPicture(
  desk: OpenDesk,
  ad: RefusedAd,
): Promise<IncomingPhotograph | Failure> {
  const { bytes, name, refusal } = ad;
  if (!mayRasterise(refusal.code)) return refusal;
  const asked = await askForPicture(desk, ad);
  if (asked === undefined) return refusal;
  try {
    const order = { bytes, page: 1, slotPt: slotOf(desk) };
    const drawn = await rasteriseAd(order, asked.stop);
    if (drawn.kind === 'refused') return { code: drawn.code, values: {} };
    const { session } = desk.openIssue;
    const { bytes: png, ppi } = drawn.raster;
    const taken = await desk.host.importPicture({ session, name: `${name}.png`, bytes: png });
    if (!taken.ok) return taken.failure;
    return { ...taken.value, rasterised: { page: order.page, ppi, reason: refusal.code } };
  } finally {
    asked.done();
  }
}

/** The size that is paid for, when an ad slot is chosen. */
function slotOf(desk: OpenDesk): { readonly width: number; readonly height: number } | undefined {
  const target = chosenSlot(desk);
  if (target?.kind !== 'slot') return undefined;
  const blocks = desk.openIssue.issue().pages.flatMap((page) => page.blocks);
  const block = blocks.find(({ id }) => id === target.block);
  const ad = block?.kind === 'picture' ? block.ad : undefined;
  return ad && { width: mmToPt(ad.widthMm), height: mmToPt(ad.heightMm) };
}
