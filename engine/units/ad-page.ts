/**
 * What may be done to an advertiser's page so that the shop can print it: `colours` turns light
 * into inks by the press profile, `spots` mixes spot colours from the four inks, `grey` puts all
 * of it on the black plate, `ink` takes colour away from under the black where there is more ink
 * than the paper bears.
 */
export type AdMend = 'colours' | 'spots' | 'grey' | 'ink';

/** A page of an advertiser's PDF file that fills a picture slot. */
export interface AdPage {
  /** Which page of the file, from 1. */
  readonly page: number;
  /** Size of that page as it lies upright, in points. */
  readonly widthPt: number;
  readonly heightPt: number;
  /** `whole` keeps its shape, with paper beside it; `stretched` fills the slot to its edges. */
  readonly fit: 'whole' | 'stretched';
  /** In the order of `AD_MENDS`, none twice. */
  readonly mends: readonly AdMend[];
  /** What scaling has to look out for; left out of ads that were placed before it was measured. */
  readonly finest?: FinestOfAd;
}

/** The finest that an ad holds at its own size. */
export interface FinestOfAd {
  /** Size of its smallest type in points; left out where there is none. */
  readonly typePt?: number;
  /** Pixels to the inch of its coarsest picture; left out where there is none. */
  readonly ppi?: number;
}

/** How an advertiser's page became a picture, where nothing else would do: its type is pixels. */
export interface RasterisedAd {
  /** Which page of the file, from 1. */
  readonly page: number;
  /** Pixels to the inch of the size that it was made for. */
  readonly ppi: number;
  /** Code of the finding that refused the page itself. */
  readonly reason: string;
}

/** Every mend, in the order in which they are done. */
const AD_MENDS: readonly AdMend[] = ['spots', 'colours', 'grey', 'ink'];

/** Mends in the order in which they are done, none twice. */
export function orderedMends(mends: readonly AdMend[]): readonly AdMend[] {
  return AD_MENDS.filter((mend) => mends.includes(mend));
}

/** An ad with all of it on the black plate. */
export function onBlackPlate(adPage: AdPage): AdPage {
  return { ...adPage, mends: orderedMends([...adPage.mends, 'grey']) };
}

/**
 * Pixels that stand for the size of a placed page wherever a picture has to have pixels: its lines
 * are sharp at any size, so there are ten to the point, 720 to the inch.
 */
export function adPagePixels({ widthPt, heightPt }: Pick<AdPage, 'widthPt' | 'heightPt'>): {
  readonly widthPx: number;
  readonly heightPx: number;
} {
  const pixels = (lengthPt: number) => Math.max(1, Math.round(lengthPt * 10));
  return { widthPx: pixels(widthPt), heightPx: pixels(heightPt) };
}
