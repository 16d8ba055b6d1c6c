import type { Edit } from '#engine/model/edits/edit.ts';
import type { GridArea, Issue } from '#engine/model/issue.ts';
import { blocksTouching } from './block-at.ts';
import { areaAround, type PlacedBlocks } from './copy-blocks.ts';
import { editsTogether } from './edits-together.ts';
import { removeBlocksGivingBack } from './remove-blocks.ts';
import { articleBlockNamed, threadOf } from './thread-blocks.ts';

/**
 * Takes a continuation back into the block before it, which grows over its place when the two lie
 * on one page and nothing else stands between them. Undefined for a block that opens its story and
 * for locked blocks.
 */
export function mergeContinuation(issue: Issue, id: string): PlacedBlocks | undefined {
  const own = articleBlockNamed(issue, id);
  if (own === undefined) return undefined;
  const thread = threadOf(issue.pages, own.block.article);
  const before = thread[thread.findIndex(({ block }) => block.id === id) - 1];
  if (before === undefined || own.block.locked || before.block.locked) return undefined;
  const taken = removeBlocksGivingBack(issue, [id]);
  if (taken === undefined) return undefined;
  const area = before.page === own.page ? joinedArea(before.block.area, own.block.area) : undefined;
  const stands = area && blocksTouching(own.page, area).map((block) => block.id);
  const isFree = stands?.every((other) => other === id || other === before.block.id) ?? false;
  const grown: readonly Edit[] =
    area !== undefined && isFree && before.block.cutouts.length === 0
      ? [{ kind: 'resizedBlock', block: before.block.id, area, cutouts: [] }]
      : [];
  const edit = editsTogether([taken, ...grown]);
  return edit && { edit, blocks: [before.block.id] };
}

/** The area around two that have the same breadth or height and lie in one row. */
function joinedArea(a: GridArea, b: GridArea): GridArea | undefined {
  const isColumn = a.column === b.column && a.columns === b.columns;
  const isRow = a.line === b.line && a.lines === b.lines;
  return isColumn || isRow ? areaAround([a, b]) : undefined;
}
