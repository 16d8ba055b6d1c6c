import type { DisplayItem, DisplayList, PictureItem } from '#engine/display/display-list.ts';
import { type PressPicture, pictureKey } from '#engine/press/image.ts';
import type { Attempt } from '#host/issue-folder/folder-failure.ts';
import {
  type PressAttempt,
  type PressFailure,
  pressed,
  pressFailed,
} from '#host/press/press-failure.ts';
import { type PictureDemands, preparePicture } from './prepare-picture.ts';

/** Reads an asset of the issue by its name. */
export type ReadAsset = (asset: string) => Promise<Attempt<Uint8Array>>;

/** Pictures made ready, by their `pictureKey`. */
export type PagePictures = ReadonlyMap<string, PressPicture>;

/** Where the pictures come from, and those of the page before, which may be wanted again. */
export interface PictureSource {
  readonly readAsset: ReadAsset;
  readonly demands: PictureDemands;
  readonly known: PagePictures;
}

/** Makes all pictures of a page ready, side by side. */
export async function preparePagePictures(
  list: DisplayList,
  source: PictureSource,
): Promise<PressAttempt<PagePictures>> {
  const items = new Map<string, PictureItem>();
  for (const item of pictureItems(list.items)) {
    if (item.asset !== undefined) items.set(pictureKey(item), item);
  }
  const pictures = new Map<string, PressPicture>();
  let failure: PressFailure | undefined;
  await Promise.all(
    [...items].map(async ([key, item]) => {
      const ready = await prepareItem(key, item, source);
      if (ready.ok) pictures.set(key, ready.value);
      else failure ??= ready.failure;
    }),
  );
  return failure ? { ok: false, failure } : pressed(pictures);
}

/** Every picture of a page, in groups or not. */
export function pictureItems(items: readonly DisplayItem[]): readonly PictureItem[] {
  return items.flatMap((item) => {
    if (item.kind === 'group') return pictureItems(item.items);
    return item.kind === 'picture' ? [item] : [];
  });
}

async function prepareItem(
  key: string,
  item: PictureItem,
  source: PictureSource,
): Promise<PressAttempt<PressPicture>> {
  const known = source.known.get(key);
  if (known) return pressed(known);
  const asset = item.asset ?? '';
  const place = { picture: item.picture, asset };
  const file = await source.readAsset(asset);
  if (!file.ok) {
    const isMissing = file.failure.code === 'missing asset';
    return pressFailed(isMissing ? 'picture-missing' : 'picture-damaged', {
      ...place,
      reason: file.failure.code,
    });
  }
  const ready = await preparePicture(item, file.value, source.demands);
  if (ready.ok) return pressed(ready.picture);
  return pressFailed(`picture-${ready.fault}`, { ...place, reason: ready.reason });
}
