import { blockGroups, type CheckedPage } from '#engine/preflight/checked-page.ts';
import type { Finding } from '#engine/units/finding.ts';

/** Less than this is the margin of a chart. */
const LEAST_LINES = 3;

/**
 * Pictures that show whole, such as charts, in blocks that are much higher: over and under them
 * there is paper that a story could have. What an ad leaves is the ad office's to say.
 */
export function checkPaperBeside(checked: CheckedPage): readonly Finding[] {
  const { leadingPt } = checked.template.body;
  return blockGroups(checked).flatMap((group): readonly Finding[] => {
    const block = checked.page.blocks.find(({ id }) => id === group.id);
    if (block?.kind !== 'picture' || block.ad !== undefined) return [];
    if (checked.issue.pictures[block.picture]?.whole !== true) return [];
    const shown = group.items.find((item) => item.kind === 'picture');
    if (shown === undefined) return [];
    // It stands in the middle: there is as much under it as over it.
    const lines = Math.floor((2 * shown.frame.y) / leadingPt);
    if (lines < LEAST_LINES) return [];
    const where = { block: block.id, text: `picture:${block.picture}` };
    return [{ code: 'picture-leaves-paper', severity: 'informs', where, values: { lines } }];
  });
}
