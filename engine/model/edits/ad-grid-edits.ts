import { EMPTY_AD_CELL, isEmptyAdCell } from '#engine/model/ad-cells.ts';
import { adGridMap, type IssueRoots } from '#engine/model/issue-doc.ts';
import { adGridCountSchema } from '#engine/model/issue-schema.ts';
import { cellInCharge, mergesFit, mergesHideNothing } from '#engine/model/merged-cells.ts';
import { childMap, readAdGrid } from '#engine/model/read-issue.ts';
import type {
  AddedAdGrid,
  AdGridChanges,
  FilledAdCell,
  RemovedAdGrid,
  ReorderedAdCells,
  ResizedAdGrid,
  SetAdGrid,
} from './edit.ts';
import {
  type EditPlan,
  filedMap,
  hasCellPictures,
  isOnPage,
  planned,
  refused,
} from './edit-plan.ts';
import { isOrderOf } from './reading-order.ts';

/** Plans a new ad grid. */
export function planAddedAdGrid(roots: IssueRoots, edit: AddedAdGrid): EditPlan {
  const { adGrid } = edit;
  if (roots.adGrids.has(adGrid.id)) return refused('id is taken');
  if (!hasCellPictures(roots, adGrid.cells)) return refused('names nothing in the issue');
  return planned({ kind: 'removedAdGrid', adGrid: adGrid.id }, () => {
    roots.adGrids.set(adGrid.id, adGridMap(adGrid));
  });
}

/** Plans taking an ad grid out of the issue. */
export function planRemovedAdGrid(roots: IssueRoots, edit: RemovedAdGrid): EditPlan {
  const map = filedMap(roots.adGrids, edit.adGrid);
  if (!map) return refused('no such ad grid');
  if (isOnPage(roots, 'adGrids', edit.adGrid)) return refused('still on a page');
  return planned({ kind: 'addedAdGrid', adGrid: readAdGrid(edit.adGrid, map) }, () => {
    roots.adGrids.delete(edit.adGrid);
  });
}

/** Plans other rows and columns of an ad grid. */
export function planResizedAdGrid(roots: IssueRoots, edit: ResizedAdGrid): EditPlan {
  const map = filedMap(roots.adGrids, edit.adGrid);
  if (!map) return refused('no such ad grid');
  const isSize = [edit.rows, edit.columns].every((n) => adGridCountSchema.safeParse(n).success);
  if (!isSize) return refused('not a size of a grid');
  const { rows, columns, merged, cells } = readAdGrid(edit.adGrid, map);
  const isKept = merged.length === 0 || edit.columns === columns;
  if (!isKept || !mergesFit({ ...edit, merged })) return refused('cells are merged');
  const count = edit.rows * edit.columns;
  if (!cells.slice(count).every(isEmptyAdCell)) return refused('content would be lost');
  return planned({ ...edit, rows, columns }, () => {
    map.set('rows', edit.rows);
    map.set('columns', edit.columns);
    const filed = childMap(map, 'cells');
    for (let index = cells.length; index < count; index++) filed.set(String(index), EMPTY_AD_CELL);
    for (let index = count; index < cells.length; index++) filed.delete(String(index));
  });
}

/** Plans what an ad grid has beside its cells. */
export function planSetAdGrid(roots: IssueRoots, edit: SetAdGrid): EditPlan {
  const map = filedMap(roots.adGrids, edit.adGrid);
  if (!map) return refused('no such ad grid');
  const { mark, merged } = edit.changes;
  const before = readAdGrid(edit.adGrid, map);
  const after = { ...before, merged: merged ?? before.merged };
  if (!mergesFit(after)) return refused('not a size of a grid');
  if (!mergesHideNothing(after)) return refused('content would be lost');
  const changes: AdGridChanges = {
    ...(mark !== undefined && { mark: before.mark }),
    ...(merged !== undefined && { merged: before.merged }),
  };
  return planned({ ...edit, changes }, () => {
    if (mark !== undefined) map.set('mark', mark);
    if (merged !== undefined) map.set('merged', merged);
  });
}

/** Plans the filling of an ad cell. */
export function planFilledAdCell(roots: IssueRoots, edit: FilledAdCell): EditPlan {
  const map = filedMap(roots.adGrids, edit.adGrid);
  if (!map) return refused('no such ad grid');
  const grid = readAdGrid(edit.adGrid, map);
  const before = grid.cells[edit.cell];
  if (!before) return refused('no such ad cell');
  const isShown = cellInCharge(grid, edit.cell) === edit.cell;
  if (!isShown && !isEmptyAdCell(edit.content)) return refused('cells are merged');
  if (!hasCellPictures(roots, [edit.content])) return refused('names nothing in the issue');
  return planned({ ...edit, content: before }, () => {
    childMap(map, 'cells').set(String(edit.cell), edit.content);
  });
}

/** Plans another order of the cells. */
export function planReorderedAdCells(roots: IssueRoots, edit: ReorderedAdCells): EditPlan {
  const map = filedMap(roots.adGrids, edit.adGrid);
  if (!map) return refused('no such ad grid');
  const grid = readAdGrid(edit.adGrid, map);
  const { cells } = grid;
  const { order } = edit;
  if (!isOrderOf(order, [...cells.keys()])) return refused('not an order of these cells');
  const after = order.map((cell) => cells[cell] ?? EMPTY_AD_CELL);
  if (!mergesHideNothing({ ...grid, cells: after })) return refused('cells are merged');
  const back = cells.map((_, cell) => order.indexOf(cell));
  return planned({ ...edit, order: back }, () => {
    const filed = childMap(map, 'cells');
    order.forEach((cell, place) => {
      if (cell !== place) filed.set(String(place), cells[cell]);
    });
  });
}
