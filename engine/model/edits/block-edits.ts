import type * as Y from 'yjs';
import { blockSchema } from '#engine/model/block-schema.ts';
import type { Block, GridArea } from '#engine/model/issue.ts';
import { blockMap, type IssueRoots, pageMap } from '#engine/model/issue-doc.ts';
import { childMap, orderedKeys, orderOf, readPage } from '#engine/model/read-issue.ts';
import type {
  AddedBlock,
  MovedBlock,
  RelaidPages,
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
  const named = new Set(edit.order);
  const isPermutation =
    named.size === edit.order.length &&
    edit.order.length === before.length &&
    before.every((id) => named.has(id));
  if (!isPermutation) return refused('not an order of these blocks');
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

/** Plans other pages for the whole issue. */
export function planRelaidPages(roots: IssueRoots, edit: RelaidPages): EditPlan {
  const before = orderedKeys(roots.pages).map((id) => readPage(id, childMap(roots.pages, id)));
  const blocks = edit.pages.flatMap((page) => page.blocks);
  if (!isUnique(edit.pages) || !isUnique(blocks)) return refused('id is taken');
  if (!blocks.every((block) => namesOnlyKnown(roots, block))) {
    return refused('names nothing in the issue');
  }
  return planned({ kind: 'relaidPages', pages: before }, () => {
    for (const id of [...roots.pages.keys()]) roots.pages.delete(id);
    edit.pages.forEach((page, order) => {
      roots.pages.set(page.id, pageMap(page, order));
    });
  });
}

function isUnique(named: readonly { readonly id: string }[]): boolean {
  return new Set(named.map(({ id }) => id)).size === named.length;
}

function fieldOf(block: Block, property: string): unknown {
  return Object.entries(block).find(([key]) => key === property)?.[1];
}

/**
 * The order number for a block that is to stand at an index: half way between its neighbours.
 * After some fifty halvings at one place there is no number left between; then all are renumbered.
 */
function orderAt(blocks: Y.Map<unknown>, index: number): number {
  const keys = orderedKeys(blocks);
  const orders = keys.map((id) => orderOf(childMap(blocks, id)));
  const next = orders[index];
  const previous = orders[Math.min(index, orders.length) - 1];
  if (next === undefined) return (previous ?? -1) + 1;
  if (previous === undefined) return next - 1;
  const between = (previous + next) / 2;
  if (between > previous && between < next) return between;
  renumber(blocks, keys);
  return index - 0.5;
}

function renumber(blocks: Y.Map<unknown>, order: readonly string[]): void {
  order.forEach((id, number) => {
    const block = childMap(blocks, id);
    if (orderOf(block) !== number) block.set('order', number);
  });
}
