import type { DisplayItem } from '#engine/display/display-list.ts';
import type { Issue } from '#engine/model/issue.ts';
import { blockGroups, type CheckedPage, placedAt } from '#engine/preflight/checked-page.ts';
import { effectivePpi, resolutionOf } from '#engine/preflight/picture-resolution.ts';
import type { Finding } from '#engine/units/finding.ts';

/** Pictures that have too few pixels for the size and crop that they are printed at. */
export function checkResolution(checked: CheckedPage): readonly Finding[] {
  return blockGroups(checked).flatMap((group) => {
    return placedAt({ block: group.id }, lowPictures(checked.issue, group));
  });
}

function lowPictures(issue: Issue, item: DisplayItem): readonly Finding[] {
  if (item.kind === 'group') return item.items.flatMap((member) => lowPictures(issue, member));
  if (item.kind !== 'picture') return [];
  const picture = issue.pictures[item.picture];
  if (picture === undefined) return [];
  const ppi = effectivePpi(item, picture.widthPx);
  const resolution = resolutionOf(ppi);
  if (resolution === 'good') return [];
  const isTooLow = resolution === 'too low';
  return [
    {
      code: isTooLow ? 'picture-ppi-too-low' : 'picture-ppi-low',
      severity: isTooLow ? 'blocks press' : 'warns',
      where: { text: `picture:${picture.id}` },
      values: { ppi: Math.floor(ppi) },
    },
  ];
}
