import { AD_TOLERANCE_MM } from '#engine/compose/ad-place.ts';
import type { Edit } from '#engine/model/edits/edit.ts';
import type { AdPlace, Issue, Page, Picture, PictureBlock } from '#engine/model/issue.ts';
import type { AdSize } from '#engine/model/rate-card.ts';
import { ptToMm } from '#engine/units/units.ts';

/** An ad slot and the page on which it stands. */
export interface PlacedSlot {
  readonly page: Page;
  readonly block: PictureBlock;
}

type Measure = Pick<AdSize, 'widthMm' | 'heightMm'>;

/** How an ad would stand in a slot: whole, in proportion, in the middle. */
export interface AdFit {
  /** Printed over own size, percent; undefined for pictures, which have no size of their own. */
  readonly scalePercent: number | undefined;
  /** The side on which paper stays bare beside it, and how much of it, in millimetres. */
  readonly side: 'width' | 'height';
  readonly restMm: number;
  /** Size of its smallest type then, in points; undefined where there is none or nobody knows. */
  readonly typePt: number | undefined;
  /** Pixels to the inch of its coarsest picture then. */
  readonly ppi: number | undefined;
}

/** How an ad would stand in a slot; undefined while there is none. */
export function adFit(picture: Picture | undefined, slot: Measure): AdFit | undefined {
  const { adPage, asset, heightPx = 0, widthPx = 0 } = picture ?? {};
  if (asset === undefined || widthPx === 0 || heightPx === 0) return undefined;
  const millimetres = Math.min(slot.widthMm / widthPx, slot.heightMm / heightPx);
  const [across, down] = [
    slot.widthMm - widthPx * millimetres,
    slot.heightMm - heightPx * millimetres,
  ];
  const side = across > down ? 'width' : 'height';
  const rest = { side, restMm: round(Math.max(across, down)) } as const;
  if (adPage === undefined) {
    const ppi = Math.floor(25.4 / millimetres);
    return { ...rest, scalePercent: undefined, typePt: undefined, ppi };
  }
  const scale = (widthPx * millimetres) / ptToMm(adPage.widthPt);
  const { ppi, typePt } = adPage.finest ?? {};
  return {
    ...rest,
    scalePercent: round(scale * 100),
    typePt: typePt === undefined ? undefined : round(typePt * scale),
    ppi: ppi === undefined ? undefined : Math.floor(ppi / scale),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** True when the ad has the shape of its slot, but for what plates shift anyway. */
export function isOfShape({ restMm }: AdFit): boolean {
  return restMm <= AD_TOLERANCE_MM;
}

/**
 * How much farther an ad is stretched one way than the other when it fills its slot to the edges,
 * percent: 0 for one of its very shape.
 */
export function stretchPercent({ heightPx, widthPx }: Picture, slot: Measure): number {
  const [across, down] = [slot.widthMm / widthPx, slot.heightMm / heightPx];
  return round((Math.max(across, down) / Math.min(across, down) - 1) * 100);
}

/** More than this shows in faces and round logos. */
const MOST_STRETCH_PERCENT = 3;

/** True for an ad that may be stretched into its slot without anybody seeing it. */
export function mayStretch(picture: Picture, slot: Measure): boolean {
  return picture.adPage !== undefined && stretchPercent(picture, slot) <= MOST_STRETCH_PERCENT;
}

/** A place for an ad with how it would stand there. */
export interface OtherPlace<Place> {
  readonly place: Place;
  readonly fit: AdFit;
}

/** Sizes that the ad fits better than its own slot, the one with the least scaling first. */
export function betterSizes(
  picture: Picture,
  { own, sizes }: { readonly own: AdPlace; readonly sizes: readonly AdSize[] },
): readonly OtherPlace<AdSize>[] {
  return better(
    picture,
    own,
    sizes.filter(({ name }) => name !== own.size),
  );
}

/** Empty slots of the issue that the ad fits better than its own. */
export function betterSlots(
  issue: Issue,
  block: PictureBlock,
): readonly OtherPlace<PlacedSlot & Measure>[] {
  const picture = issue.pictures[block.picture];
  if (picture === undefined || block.ad === undefined) return [];
  const empty = issue.pages.flatMap((page) =>
    page.blocks.flatMap((other) => {
      if (other.kind !== 'picture' || other.ad === undefined || other.locked) return [];
      if (issue.pictures[other.picture]?.asset !== undefined) return [];
      const { heightMm, widthMm } = other.ad;
      return [{ page, block: other, widthMm, heightMm }];
    }),
  );
  return better(picture, block.ad, empty);
}

function better<Place extends Measure>(
  picture: Picture,
  own: AdPlace,
  places: readonly Place[],
): readonly OtherPlace<Place>[] {
  const now = adFit(picture, own);
  if (now === undefined) return [];
  const others = places.flatMap((place): readonly OtherPlace<Place>[] => {
    const fit = adFit(picture, place);
    return fit !== undefined && fit.restMm < now.restMm ? [{ place, fit }] : [];
  });
  return others.toSorted((one, other) => effort(one.fit) - effort(other.fit));
}

/** Millimetres of bare paper, and a millimetre for each percent of scaling. */
function effort({ restMm, scalePercent = 100 }: AdFit): number {
  return restMm + Math.abs(scalePercent - 100);
}

/** The edit that brings an ad to an empty slot; its booking goes along. */
export function movedAdEdit(from: PictureBlock, to: PictureBlock): Edit | undefined {
  if (from.ad === undefined || to.ad === undefined) return undefined;
  const swap = (block: string, picture: string, ad: AdPlace): readonly Edit[] => [
    { kind: 'setBlockProperty', block, property: 'picture', value: picture },
    { kind: 'setBlockProperty', block, property: 'ad', value: ad },
  ];
  return {
    kind: 'editsTogether',
    edits: [
      ...swap(to.id, from.picture, booked(to.ad, from.ad.booking)),
      ...swap(from.id, to.picture, booked(from.ad, to.ad.booking)),
    ],
  };
}

function booked({ heightMm, mark, size, widthMm }: AdPlace, booking: string | undefined): AdPlace {
  const place = { size, widthMm, heightMm, mark };
  return booking === undefined ? place : { ...place, booking };
}
