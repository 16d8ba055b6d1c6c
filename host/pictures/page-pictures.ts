import type { DisplayItem, DisplayList, PictureItem } from '#engine/display/display-list.ts';
import { pictureKey } from '#engine/press/image.ts';
import type { Attempt } from '#host/issue-folder/folder-failure.ts';
import {
  type PressAttempt,
  type PressFailure,
  pressed,
  pressFailed,
} from '#host/press/press-failure.ts';
import { type PictureDemands, type SeparatedPicture, separatePicture } from './separate-picture.ts';

/** Reads an asset of the issue by its name. */
export type ReadAsset = (asset: string) => Promise<Attempt<Uint8Array>>;

/** Where the pictures come from, and what becomes of them. */
export interface PictureWork<Value> {
  readonly readAsset: ReadAsset;
  readonly demands: PictureDemands;
  /** Pictures of the page before, which may be wanted again. */
  readonly known: ReadonlyMap<string, Value>;
  finish(picture: SeparatedPicture): Value | Promise<Value>;
  /** Told when all pictures are being decoded in other threads, or none has to be. */
  readonly begun?: (() => void) | undefined;
}

/** Makes every picture of a page ready, side by side; the answer is by `pictureKey`. */
export async function preparePictures<Value>(
  list: DisplayList,
  work: PictureWork<Value>,
): Promise<PressAttempt<ReadonlyMap<string, Value>>> {
  const items = new Map<string, PictureItem>();
  for (const item of pictureItems(list.items)) {
    if (item.asset !== undefined && item.adPage === undefined) items.set(pictureKey(item), item);
  }
  const pictures = new Map<string, Value>();
  const begun = countedDown(items.size, work.begun);
  let failure: PressFailure | undefined;
  await Promise.all(
    [...items].map(async ([key, item]) => {
      const ready = await prepareItem(key, item, { ...work, begun });
      if (ready.ok) pictures.set(key, ready.value);
      else failure ??= ready.failure;
    }),
  );
  return failure ? { ok: false, failure } : pressed(pictures);
}

/** Tells `done` after as many calls as there are pictures; at once when there are none. */
function countedDown(count: number, done: (() => void) | undefined): () => void {
  let left = count;
  if (left === 0) done?.();
  return () => {
    left -= 1;
    if (left === 0) done?.();
  };
}

/** All pictures of a page, placed ads among them. */
export function pictureItems(items: readonly DisplayItem[]): readonly PictureItem[] {
  return items.flatMap((item) => {
    if (item.kind === 'group') return pictureItems(item.items);
    return item.kind === 'picture' ? [item] : [];
  });
}

async function prepareItem<Value>(
  key: string,
  item: PictureItem,
  work: PictureWork<Value>,
): Promise<PressAttempt<Value>> {
  const known = work.known.get(key);
  if (known !== undefined) {
    work.begun?.();
    return pressed(known);
  }
  const asset = item.asset ?? '';
  const place = { picture: item.picture, asset };
  const file = await work.readAsset(asset);
  if (!file.ok) {
    const isMissing = file.failure.code === 'missing asset';
    const reason = file.failure.code;
    return pressFailed(isMissing ? 'picture-missing' : 'picture-damaged', { ...place, reason });
  }
  const separation = await separatePicture(item, file.value, {
    ...work.demands,
    begun: work.begun,
  });
  if (separation.ok) return pressed(await work.finish(separation.picture));
  const { fault, reason } = separation;
  return pressFailed(`picture-${fault}`, { ...place, reason });
}
