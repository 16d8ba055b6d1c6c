import type { DisplayList, PictureItem } from '#engine/display/display-list.ts';
import { pictureKey } from '#engine/press/image.ts';
import type { PressAd } from '#engine/press/placed-ad.ts';
import type { LoadedPressProfile } from '#host/press/load-press-profile.ts';
import {
  type AdRefusal,
  type PressAttempt,
  pressed,
  pressFailed,
} from '#host/press/press-failure.ts';
import { pictureItems, type ReadAsset } from './page-pictures.ts';

/** What making ads ready takes. */
interface AdWork {
  readonly readAsset: ReadAsset;
  readonly press: LoadedPressProfile;
  readonly standard: 'x4' | 'x1a';
}

/** Makes the placed ads of a page ready, by `pictureKey`; one that is held holds the page. */
export async function prepareAds(
  list: DisplayList,
  work: AdWork,
): Promise<PressAttempt<ReadonlyMap<string, PressAd>>> {
  const ads = new Map<string, PressAd>();
  for (const item of pictureItems(list.items)) {
    const key = pictureKey(item);
    if (item.adPage === undefined || item.asset === undefined || ads.has(key)) continue;
    const ready = await prepareAd(item, item.asset, work);
    if (!ready.ok) return ready;
    ads.set(key, ready.value);
  }
  return pressed(ads);
}

async function prepareAd(
  { adPage, frame, picture }: PictureItem,
  asset: string,
  { press, readAsset, standard }: AdWork,
): Promise<PressAttempt<PressAd>> {
  const place = { picture, asset };
  const file = await readAsset(asset);
  if (!file.ok) {
    const reason = file.failure.code;
    const isMissing = reason === 'missing asset';
    return pressFailed(isMissing ? 'picture-missing' : 'picture-damaged', { ...place, reason });
  }
  const { mends = [], page = 1, widthPt = frame.width, heightPt = frame.height } = adPage ?? {};
  // Only pages with ads wait for the reader of strangers' files, which takes 120 ms to load.
  const { adForPress } = await import('#engine/placed-ads/read-ad.ts');
  const ready = await adForPress(file.value, {
    page,
    mends,
    scale: Math.min(frame.width / widthPt, frame.height / heightPt),
    inkTable: press.inkTable,
    inkLimitPercent: press.profile.inkLimitPercent,
    standard,
  });
  if (ready.ok) return pressed(ready.ad);
  const { code, values } = ready.finding;
  return pressFailed(code as AdRefusal, { ...place, ...values });
}
