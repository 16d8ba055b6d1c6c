import type { Edit } from '#engine/model/edits/edit.ts';
import type { Block, Page } from '#engine/model/issue.ts';

/**
 * The blocks of a page as an edit would leave them, for a preview of what is about to be dropped.
 * Only edits of blocks count; what names articles not yet in the issue is left to the edit itself.
 */
export function blocksAfter(page: Page, edit: Edit): readonly Block[] {
  return changed(page.blocks, page.id, edit);
}

function changed(blocks: readonly Block[], page: string, edit: Edit): readonly Block[] {
  switch (edit.kind) {
    case 'editsTogether':
      return edit.edits.reduce((now, one) => changed(now, page, one), blocks);
    case 'addedBlock':
      return edit.page === page ? blocks.toSpliced(edit.index, 0, edit.block) : blocks;
    case 'removedBlock':
      return blocks.filter(({ id }) => id !== edit.block);
    case 'setBlockProperty':
      return blocks.map((block) => {
        if (block.id !== edit.block) return block;
        // The edit was made for this kind of block; applying it checks the value once more.
        return { ...block, [edit.property]: edit.value } as Block;
      });
    default:
      return blocks;
  }
}
