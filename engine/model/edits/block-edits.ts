import { blockSchema } from '#engine/model/block-schema.ts';
import type { Block, GridArea } from '#engine/model/issue.ts';
import { blockMap, type IssueRoots } from '#engine/model/issue-doc.ts';
import { childMap, orderedKeys } from '#engine/model/read-issue.ts';
import type {
  AddedBlock,
  MovedBlock,
  RemovedBlock,
  ReorderedBlocks,
  ResizedBlock,
  SetBlockProperty,
} from './edit.ts';
import {
  type EditPlan,
  filedMap,
  findBlock,
  namesOnlyKnown,
  planned,
  refused,
} from './edit-plan.ts';
import { isOrderOf, orderAt, renumber } from './reading-order.ts';

/** Plans the moving of a block with its shape. */
export function planMovedBlock(roots: IssueRoots, edit: MovedBlock): EditPlan {
  const found = findBlock(roots, edit.block);
  if (!found) return refused('no such block');
  const { block, map } = found;
  const { area } = block;
  if (edit.column < 0 || edit.line < 0) return refused('outside the page');
  const moved = (cells: GridArea): GridArea => ({
    ...cells,
    column: cells.column + edit.column - area.column,
    line: cells.line + edit.line - area.line,
  });
  return planned({ ...edit, column: area.column, line: area.line }, () => {
    map.set('area', moved(area));
    if (block.cutouts.length > 0) map.set('cutouts', block.cutouts.map(moved));
    if (block.kind !== 'article' || block.pictures.length === 0) return;
    const pictures = block.pictures.map((inset) => ({ ...inset, area: moved(inset.area) }));
    map.set('pictures', pictures);
  });
}

/** Plans another area and shape of a block. */
export function planResizedBlock(roots: IssueRoots, edit: ResizedBlock): EditPlan {
  const found = findBlock(roots, edit.block);
  if (!found) return refused('no such block');
  const { area, cutouts } = found.block;
  return planned({ ...edit, area, cutouts }, () => {
    found.map.set('area', edit.area);
    found.map.set('cutouts', edit.cutouts);
  });
}

/** Plans a new block. */
export function planAddedBlock(roots: IssueRoots, edit: AddedBlock): EditPlan {
  const page = filedMap(roots.pages, edit.page);
  if (!page) return refused('no such page');
  if (findBlock(roots, edit.block.id)) return refused('id is taken');
  if (!namesOnlyKnown(roots, edit.block)) return refused('names nothing in the issue');
  const blocks = childMap(page, 'blocks');
  return planned({ kind: 'removedBlock', block: edit.block.id }, () => {
    blocks.set(edit.block.id, blockMap(edit.block, orderAt(blocks, edit.index)));
  });
}

/** Plans taking a block off its page. */
export function planRemovedBlock(roots: IssueRoots, edit: RemovedBlock): EditPlan {
  const found = findBlock(roots, edit.block);
  if (!found) return refused('no such block');
  const { page, neighbours, block } = found;
  const index = orderedKeys(neighbours).indexOf(edit.block);
  return planned({ kind: 'addedBlock', page, index, block }, () => {
    neighbours.delete(edit.block);
  });
}

/** Plans another reading order of a page. */
export function planReorderedBlocks(roots: IssueRoots, edit: ReorderedBlocks): EditPlan {
  const page = filedMap(roots.pages, edit.page);
  if (!page) return refused('no such page');
  const blocks = childMap(page, 'blocks');
  const before = orderedKeys(blocks);
  if (!isOrderOf(edit.order, before)) return refused('not an order of these blocks');
  return planned({ ...edit, order: before }, () => {
    renumber(blocks, edit.order);
  });
}

/** Plans one field of a block. */
export function planSetBlockProperty(roots: IssueRoots, edit: SetBlockProperty): EditPlan {
  const found = findBlock(roots, edit.block);
  if (!found) return refused('no such block');
  const { property } = edit;
  const before = fieldOf(found.block, property);
  const parsed = blockSchema.safeParse({ ...found.block, [property]: edit.value });
  if (!parsed.success) return refused('property does not fit the block');
  if (!namesOnlyKnown(roots, parsed.data)) return refused('names nothing in the issue');
  const value = fieldOf(parsed.data, property);
  return planned({ ...edit, value: before }, () => {
    if (value === undefined) found.map.delete(property);
    else found.map.set(property, value);
  });
}

function fieldOf(block: Block, property: string): unknown {
  return Object.entries(block).find(([key]) => key === property)?.[1];
}
