import type { ArticleBlock, Block } from '#engine/model/issue.ts';
import { cellInCharge, spanOfCell } from '#engine/model/merged-cells.ts';
import type { Selection } from '#renderer/desk-state/desk-state.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { makeUpStrings } from '#renderer/strings/make-up-strings.ts';
import { blockEdits } from './block-edits.ts';
import { resizedShape } from './block-shape.ts';
import { blockAround, chooseBlocks, chosenBlocks, neighbourBlock } from './choose-blocks.ts';
import { areaAround } from './copy-blocks.ts';
import { insetOf, withInset, withInsetsWithin, withoutInset } from './inset-pictures.ts';
import { deskWords, type MakeUpPlace, makeUpPlace, mayEdit } from './make-up-place.ts';
import type { GridPlace, PageGeometry } from './page-geometry.ts';
import { removeBlocksGivingBack } from './remove-blocks.ts';
import { shiftedArea, shiftedBlock } from './shifted-block.ts';
import { writeInto } from './write-into.ts';

/** The part of a key press that the page looks at. */
export type PageKey = Pick<
  KeyboardEvent,
  'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey' | 'repeat'
>;

/**
 * Keys while the page has the keyboard and no text does: Tab goes from block to block and leaves
 * the page behind the last one; arrows move by a character or line, with Shift by five; with Alt or
 * Ctrl they resize; Enter writes into the block; Delete gives it back; Escape chooses less. True
 * when the key was for the page.
 */
export function pressPageKey(desk: OpenDesk, key: PageKey): boolean {
  const place = makeUpPlace(desk);
  const { selection } = desk.state.read();
  if (place === undefined || selection.kind === 'text') return false;
  switch (key.key) {
    case 'Tab':
      return (
        !key.ctrlKey && !key.altKey && chooseNeighbour(place, selection, key.shiftKey ? -1 : 1)
      );
    case 'Escape':
      return chooseLess(place, selection);
    case 'Delete':
    case 'Backspace':
      return removeChosen(place, selection);
    case 'Enter':
      return writeInto(place, selection);
    default:
      return pressArrow(place, selection, key);
  }
}

function chooseNeighbour(place: MakeUpPlace, selection: Selection, step: 1 | -1): boolean {
  const { desk, page } = place;
  const around = blockAround(page, selection);
  const chosen = around === undefined ? chosenBlocks(page, selection) : [around];
  const next = neighbourBlock(page, chosen, step);
  chooseBlocks(desk, next === undefined ? [] : [next]);
  return next !== undefined;
}

/** From what lies in a block to the block, from the block to nothing. */
function chooseLess({ desk, page }: MakeUpPlace, selection: Selection): boolean {
  if (selection.kind === 'nothing') return false;
  const around = blockAround(page, selection);
  chooseBlocks(desk, around === undefined ? [] : [around.id]);
  return true;
}

/** Gives the chosen blocks back to the list of what is not placed, or a picture in a story. */
export function removeChosen(place: MakeUpPlace, selection: Selection): boolean {
  const { desk, page, issue } = place;
  const { steps } = deskWords(desk, makeUpStrings);
  const inset = chosenInset(place, selection);
  if (inset !== undefined) {
    if (inset.block.locked) return true;
    const edit = blockEdits([inset.block], [withoutInset(inset.block, inset.picture)]);
    if (edit !== undefined && desk.openIssue.edit(steps.removePicture, edit).ok) {
      chooseBlocks(desk, [inset.block.id]);
    }
    return true;
  }
  const chosen = chosenBlocks(page, selection);
  if (chosen.length === 0) return false;
  const edit = removeBlocksGivingBack(
    issue,
    chosen.map(({ id }) => id),
  );
  if (edit !== undefined && desk.openIssue.edit(steps.remove, edit).ok) {
    chooseBlocks(
      desk,
      chosen.filter(({ locked }) => locked).map(({ id }) => id),
    );
  }
  return true;
}

/** The chosen picture with its block. */
function chosenInset(
  { page }: MakeUpPlace,
  selection: Selection,
): { readonly block: ArticleBlock; readonly picture: string } | undefined {
  const block = blockAround(page, selection);
  if (selection.kind !== 'inset picture' || block?.kind !== 'article') return undefined;
  return { block, picture: selection.picture };
}

const WAYS: Readonly<Record<string, GridPlace>> = {
  ArrowLeft: { column: -1, line: 0 },
  ArrowRight: { column: 1, line: 0 },
  ArrowUp: { column: 0, line: -1 },
  ArrowDown: { column: 0, line: 1 },
};

/** With Shift an arrow goes so many characters or lines. */
const LONG_STEP = 5;

function pressArrow(place: MakeUpPlace, selection: Selection, key: PageKey): boolean {
  const way = WAYS[key.key];
  if (way === undefined) return false;
  const step = key.shiftKey ? LONG_STEP : 1;
  const by = { column: way.column * step, line: way.line * step };
  const isResizing = key.altKey || key.ctrlKey || key.metaKey;
  if (selection.kind === 'ad cell') return moveOverCells(place, selection, way);
  const inset = chosenInset(place, selection);
  const chosen = inset === undefined ? chosenBlocks(place.page, selection) : [inset.block];
  if (chosen.length === 0) return false;
  if (!mayEdit(place.desk)) return true;
  const free = chosen.filter(({ locked }) => !locked);
  const edit = blockEdits(free, changedBlocks(place.geometry, free, { by, isResizing, inset }));
  const { steps } = deskWords(place.desk, makeUpStrings);
  const moved = inset === undefined ? steps.move : steps.picture;
  if (edit !== undefined) place.desk.openIssue.edit(isResizing ? steps.resize : moved, edit);
  return true;
}

interface KeyedChange {
  readonly by: GridPlace;
  readonly isResizing: boolean;
  readonly inset: { readonly block: ArticleBlock; readonly picture: string } | undefined;
}

function changedBlocks(
  geometry: PageGeometry,
  blocks: readonly Block[],
  { by, isResizing, inset }: KeyedChange,
): readonly Block[] {
  const area = inset && insetOf(inset.block, inset.picture)?.area;
  if (inset !== undefined && area !== undefined) {
    const { column, line } = by;
    const resized = { ...area, columns: area.columns + column, lines: area.lines + line };
    const wanted = isResizing ? resized : shiftedArea(area, by);
    return blocks.length === 0 ? [] : [withInset(inset.block, inset.picture, wanted)];
  }
  if (isResizing) return blocks.map((block) => resizedBy(geometry, block, by));
  const held = heldOnPage(geometry, blocks, by);
  return blocks.map((block) => shiftedBlock(block, held));
}

/** Blocks that go together stop together at the edge of the type area. */
function heldOnPage(
  geometry: PageGeometry,
  blocks: readonly Block[],
  { column, line }: GridPlace,
): GridPlace {
  const around = areaAround(blocks.map(({ area }) => area));
  if (around === undefined) return { column: 0, line: 0 };
  const right = Math.max(0, geometry.columns - around.column - around.columns);
  const foot = Math.max(0, geometry.lines - around.line - around.lines);
  return {
    column: Math.max(-around.column, Math.min(column, right)),
    line: Math.max(-around.line, Math.min(line, foot)),
  };
}

/** The lower right corner moves. */
function resizedBy({ columns, lines }: PageGeometry, block: Block, by: GridPlace): Block {
  const { area } = block;
  const wide = Math.min(columns - area.column, Math.max(1, area.columns + by.column));
  const high = Math.min(lines - area.line, Math.max(1, area.lines + by.line));
  const shape = resizedShape(block, { ...area, columns: wide, lines: high });
  return withInsetsWithin({ ...block, ...shape });
}

function moveOverCells(
  { desk, page, issue }: MakeUpPlace,
  selection: Extract<Selection, { kind: 'ad cell' }>,
  way: GridPlace,
): boolean {
  const block = blockAround(page, selection);
  const grid = block?.kind === 'adGrid' ? issue.adGrids[block.adGrid] : undefined;
  if (grid === undefined) return false;
  const span = spanOfCell(grid, selection.cell);
  const row = span.row + (way.line > 0 ? span.rows : way.line);
  const column = span.column + (way.column > 0 ? span.columns : way.column);
  const isInside = row >= 0 && row < grid.rows && column >= 0 && column < grid.columns;
  if (isInside) {
    const cell = cellInCharge(grid, row * grid.columns + column);
    desk.state.change({ selection: { ...selection, cell } });
  }
  return true;
}
