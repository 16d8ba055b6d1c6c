import type { DisplayItem, PictureItem } from '#engine/display/display-list.ts';
import type { Issue, Picture } from '#engine/model/issue.ts';
import { blockGroups, type CheckedPage } from '#engine/preflight/checked-page.ts';

/** A picture as a block of the page prints it. */
interface PictureOfBlock {
  readonly block: string;
  readonly item: PictureItem;
  readonly picture: Picture;
}

/** All pictures that the page prints, block by block. */
export function printedPictures(checked: CheckedPage): readonly PictureOfBlock[] {
  return blockGroups(checked).flatMap((group) => picturesIn(group, group.id, checked.issue));
}

function picturesIn(item: DisplayItem, block: string, issue: Issue): readonly PictureOfBlock[] {
  if (item.kind === 'group') return item.items.flatMap((one) => picturesIn(one, block, issue));
  if (item.kind !== 'picture') return [];
  const picture = issue.pictures[item.picture];
  return picture === undefined ? [] : [{ block, item, picture }];
}
