import type { AdPlace, PictureBlock } from '#engine/model/issue.ts';
import { type CheckedPage, placedAt } from '#engine/preflight/checked-page.ts';
import type { Finding } from '#engine/units/finding.ts';

/** A slot of the rate card on a page. */
export type AdSlot = PictureBlock & { readonly ad: AdPlace };

/** All that checks of ad slots look at. */
export type PageOfAds = Pick<CheckedPage, 'issue' | 'page'>;

/** Looks at every ad slot of a page; findings name its block. */
export function onAdSlots(
  { page }: Pick<PageOfAds, 'page'>,
  check: (slot: AdSlot) => readonly Finding[],
): readonly Finding[] {
  return page.blocks.flatMap((block) => {
    if (block.kind !== 'picture' || block.ad === undefined) return [];
    return placedAt({ block: block.id }, check({ ...block, ad: block.ad }));
  });
}
