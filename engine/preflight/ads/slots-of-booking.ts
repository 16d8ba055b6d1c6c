import type { Issue } from '#engine/model/issue.ts';
import type { PlacedSlot } from './ad-fit.ts';

/** The slots of an issue that are kept for a booking. */
export function slotsOfBooking({ pages }: Issue, number: string): readonly PlacedSlot[] {
  return pages.flatMap((page) =>
    page.blocks.flatMap((block) => {
      const isOwn = block.kind === 'picture' && block.ad?.booking === number;
      return isOwn ? [{ page, block }] : [];
    }),
  );
}
