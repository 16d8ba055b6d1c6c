import { areaRect } from '#engine/compose/page-grid.ts';
import type { RasterisedAd } from '#engine/units/ad-page.ts';
import { mmToPt } from '#engine/units/units.ts';
import type { Failure, ImportedPicture } from '#host/contract.ts';
import { mayRasterise } from '#renderer/ad-raster/may-rasterise.ts';
import { rasteriseAd } from '#renderer/ad-raster/rasterise-ad.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { makeUpPlace } from '#renderer/make-up/make-up-place.ts';
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

/** The size of the chosen slot; of an ad slot, that which is paid for. */
function slotOf(desk: OpenDesk): { readonly width: number; readonly height: number } | undefined {
  const target = chosenSlot(desk);
  const place = makeUpPlace(desk);
  if (target?.kind !== 'slot' || place === undefined) return undefined;
  const block = place.page.blocks.find(({ id }) => id === target.block);
  if (block?.kind !== 'picture') return undefined;
  const { ad, area } = block;
  if (ad === undefined) return areaRect(place.geometry, area);
  return { width: mmToPt(ad.widthMm), height: mmToPt(ad.heightMm) };
}
