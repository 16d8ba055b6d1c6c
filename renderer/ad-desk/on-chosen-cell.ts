import { EMPTY_AD_CELL, isEmptyAdCell } from '#engine/model/ad-cells.ts';
import { freshId } from '#engine/model/fresh-id.ts';
import type { AdGridBlock } from '#engine/model/issue.ts';
import { type MergeWay, mergedWith, shownCells, splitAt } from '#engine/model/merged-cells.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { areaOverPage, freeAreaFor } from '#renderer/make-up/free-area.ts';
import { deskWords, makeUpPlace, mayEdit } from '#renderer/make-up/make-up-place.ts';
import { remarksOf } from '#renderer/pictures/remarks.ts';
import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { partnerStrings } from '#renderer/strings/partner-strings.ts';
import { cellClipboard, copyCells, pasteCells } from './cell-clipboard.ts';
import { type CellPlace, filledCell, mergedCell, movedCell, splitCell } from './cell-edits.ts';
import { chosenCell } from './chosen-cell.ts';

/** The chosen cell with the block of its grid. */
export interface ChosenCell extends CellPlace {
  readonly block: AdGridBlock;
}

/** The cell that commands work on; undefined when none is chosen. */
export function cellOnDesk(desk: OpenDesk): ChosenCell | undefined {
  const { selection } = desk.state.read();
  if (selection.kind !== 'ad cell') return undefined;
  const issue = desk.openIssue.issue();
  const blocks = issue.pages.flatMap((page) => page.blocks);
  const block = blocks.find(({ id }) => id === selection.block);
  if (block?.kind !== 'adGrid') return undefined;
  const grid = issue.adGrids[block.adGrid];
  const cell = chosenCell(selection, block);
  return grid === undefined || cell === undefined ? undefined : { block, grid, cell };
}

/** True when a chosen cell may be changed. */
export function mayChangeCell(desk: OpenDesk): boolean {
  return mayEdit(desk) && cellOnDesk(desk) !== undefined;
}

/** True when something was copied that the chosen cell can take. */
export function mayPasteCell(desk: OpenDesk): boolean {
  return mayChangeCell(desk) && cellClipboard.read().copied?.shape === undefined && hasCopied();
}

/** True when a whole grid was copied. */
export function mayPasteGrid(desk: OpenDesk): boolean {
  return mayChangeCell(desk) && cellClipboard.read().copied?.shape !== undefined;
}

function hasCopied(): boolean {
  return cellClipboard.read().copied !== undefined;
}

/** The cell before or behind a cell, in the order of reading. */
export function cellBeside({ grid, cell }: CellPlace, by: 1 | -1): number | undefined {
  const shown = shownCells(grid);
  return shown[shown.indexOf(cell) + by];
}

/** True when the chosen cell may become one with its neighbour. */
export function mayMergeCell(desk: OpenDesk, way: MergeWay): boolean {
  const chosen = mayChangeCell(desk) ? cellOnDesk(desk) : undefined;
  return chosen !== undefined && mergedWith(chosen.grid, chosen.cell, way) !== undefined;
}

/** True when the chosen cell is several that were merged. */
export function maySplitCell(desk: OpenDesk): boolean {
  const chosen = mayChangeCell(desk) ? cellOnDesk(desk) : undefined;
  return chosen !== undefined && splitAt(chosen.grid, chosen.cell) !== undefined;
}

/** Merges the chosen cell with its neighbour. */
export function mergeChosenCell(desk: OpenDesk, way: MergeWay): void {
  const chosen = cellOnDesk(desk);
  const edit = chosen && mergedCell(chosen, way);
  if (chosen === undefined || edit === undefined) return;
  const { steps } = deskWords(desk, partnerStrings);
  desk.openIssue.edit(steps.merge, edit);
}

/** Makes single cells of merged ones. */
export function splitChosenCell(desk: OpenDesk): void {
  const chosen = cellOnDesk(desk);
  const edit = chosen && splitCell(chosen);
  if (edit !== undefined) desk.openIssue.edit(deskWords(desk, partnerStrings).steps.split, edit);
}

/** Moves the chosen cell one place on or back in its grid; it stays chosen. */
export function moveChosenCell(desk: OpenDesk, by: 1 | -1): void {
  const chosen = cellOnDesk(desk);
  if (chosen === undefined) return;
  const to = cellBeside(chosen, by);
  if (to === undefined) return;
  const { steps } = deskWords(desk, partnerStrings);
  if (desk.openIssue.edit(steps.order, movedCell(chosen, to)).ok) chooseCell(desk, chosen, to);
}

/** Chooses a cell of the same grid. */
function chooseCell(desk: OpenDesk, { block }: ChosenCell, cell: number): void {
  desk.state.change({ selection: { kind: 'ad cell', block: block.id, cell } });
}

/** Empties the chosen cell. */
export function clearChosenCell(desk: OpenDesk): void {
  const chosen = cellOnDesk(desk);
  const content = chosen?.grid.cells[chosen.cell];
  if (chosen === undefined || content === undefined || isEmptyAdCell(content)) return;
  const { steps } = deskWords(desk, partnerStrings);
  desk.openIssue.edit(steps.clear, filledCell(desk.openIssue.issue(), chosen, EMPTY_AD_CELL));
}

/** Copies the chosen cell, or its whole grid. */
export async function copyChosenCell(desk: OpenDesk, what: 'cell' | 'grid'): Promise<void> {
  const chosen = cellOnDesk(desk);
  if (chosen === undefined) return;
  const { grid } = chosen;
  const cell = what === 'cell' ? chosen.cell : undefined;
  const failure = await copyCells(desk, { grid, cell });
  if (failure === undefined) return;
  remarksOf(desk).change({ lines: [deskWords(desk, failureStrings).of(failure)] });
}

/** Puts down what was copied: a cell into the chosen one, a grid into the whole of its grid. */
export async function pasteIntoChosenCell(desk: OpenDesk): Promise<void> {
  const chosen = cellOnDesk(desk);
  if (chosen === undefined) return;
  const words = deskWords(desk, partnerStrings);
  const trouble = await pasteCells(desk, chosen, words.steps.paste);
  if (trouble === undefined) return;
  const line =
    trouble.kind === 'failure'
      ? deskWords(desk, failureStrings).of(trouble.failure)
      : words.refusal(trouble.failure);
  remarksOf(desk).change({ lines: [line] });
}

/** A grid of two rows of four, as the supplement has it. */
const NEW_GRID = { rows: 2, columns: 4 } as const;
const NEW_GRID_LINES = 11;

/** Puts a partner grid across the page, where there is room, and chooses its title. */
export function addGrid(desk: OpenDesk): void {
  const place = makeUpPlace(desk);
  if (place === undefined) return;
  const { issue, page, geometry } = place;
  const words = deskWords(desk, partnerStrings);
  const wanted = { baseColumns: geometry.baseColumns.length, lines: NEW_GRID_LINES };
  const area = freeAreaFor(geometry, page, wanted) ?? areaOverPage(geometry, wanted);
  const id = freshId(issue, 'partners');
  const block = freshId(issue, 'block');
  const count = NEW_GRID.rows * NEW_GRID.columns;
  const cells = Array.from({ length: count }, (_, cell) =>
    cell === 0 ? ({ kind: 'title', text: words.newTitle } as const) : EMPTY_AD_CELL,
  );
  const look = { cutouts: [], border: undefined, tint: undefined, locked: false };
  const edits = [
    { kind: 'addedAdGrid', adGrid: { id, ...NEW_GRID, mark: 'bottomRight', merged: [], cells } },
    {
      kind: 'addedBlock',
      page: page.id,
      index: page.blocks.length,
      block: { kind: 'adGrid', id: block, adGrid: id, area, ...look },
    },
  ] as const;
  if (!desk.openIssue.edit(words.steps.add, { kind: 'editsTogether', edits }).ok) return;
  const selection = { kind: 'ad cell', block, cell: 0 } as const;
  desk.state.change({ selection, panel: 'partners', showsRight: true });
}
