import type { ShownPart } from '#engine/compose/shown-in-frame.ts';
import type { DisplayItem } from '#engine/display/display-list.ts';

/** How a block shows a picture, the frame in points of the page; undefined while it does not. */
export function shownPicture(
  items: readonly DisplayItem[],
  { block, picture }: { readonly block: string; readonly picture: string },
): ShownPart | undefined {
  const own = items.find((item) => item.kind === 'group' && item.id === block);
  return own && partWithin(own, picture);
}

function partWithin(item: DisplayItem, picture: string): ShownPart | undefined {
  if (item.kind === 'picture') {
    const isMeant = item.picture === picture && item.asset !== undefined;
    return isMeant ? { frame: item.frame, crop: item.crop } : undefined;
  }
  if (item.kind !== 'group') return undefined;
  for (const member of item.items) {
    const found = partWithin(member, picture);
    if (found === undefined) continue;
    const { frame, crop } = found;
    return { frame: { ...frame, x: frame.x + item.x, y: frame.y + item.y }, crop };
  }
  return undefined;
}
