import type { PictureItem } from './display-list.ts';

/**
 * Name under which the screen keeps the picture of an item: that of its asset, and behind a number
 * sign the page of an advertiser's file, where it is not the first.
 */
export function shownAsset({
  adPage,
  asset,
}: Pick<PictureItem, 'asset'> & { readonly adPage?: { readonly page: number } }):
  | string
  | undefined {
  if (asset === undefined || adPage === undefined || adPage.page === 1) return asset;
  return `${asset}#${adPage.page}`;
}

/** Asset and page of such a name. */
export function assetShownAs(name: string): { readonly asset: string; readonly page: number } {
  const [asset = name, page = '1'] = name.split('#');
  return { asset, page: Number(page) };
}
