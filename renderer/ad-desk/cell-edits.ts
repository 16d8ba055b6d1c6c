import { EMPTY_AD_CELL } from '#engine/model/ad-cells.ts';
import type { Edit } from '#engine/model/edits/edit.ts';
import { freshId } from '#engine/model/fresh-id.ts';
import type { AdCell, AdGrid, Issue, Picture } from '#engine/model/issue.ts';
import { blockReferences, cellPictures } from '#engine/model/issue-references.ts';
import { type MergeWay, mergedWith, shownCells, splitAt } from '#engine/model/merged-cells.ts';
import { openSlot } from '#engine/model/new-issue.ts';
import type { ImportedPicture } from '#host/contract.ts';

/** A cell of a grid by its number. */
export interface CellPlace {
  readonly grid: AdGrid;
  readonly cell: number;
}

/**
 * Takes what stands in a cell out and puts it in at another; what stands between moves up. Merged
 * cells stay where they are designed, and what they say goes through them as through others.
 */
export function movedCell({ grid, cell }: CellPlace, to: number): Edit {
  const shown = shownCells(grid);
  const moved = shown.filter((place) => place !== cell);
  moved.splice(shown.indexOf(to), 0, cell);
  const order = grid.cells.map((_, place) => moved[shown.indexOf(place)] ?? place);
  return { kind: 'reorderedAdCells', adGrid: grid.id, order };
}

/** Two cells change places. */
export function swappedCells({ grid, cell }: CellPlace, other: number): Edit {
  const order = grid.cells.map((_, place) => {
    if (place === cell) return other;
    return place === other ? cell : place;
  });
  return { kind: 'reorderedAdCells', adGrid: grid.id, order };
}

/** A cell becomes one with what lies beside or below it; undefined when that cannot be. */
export function mergedCell({ grid, cell }: CellPlace, way: MergeWay): Edit | undefined {
  const merging = mergedWith(grid, cell, way);
  if (merging === undefined) return undefined;
  const { merged, cells } = merging;
  const edits = cells.flatMap((content, place): readonly Edit[] => {
    if (content === grid.cells[place]) return [];
    return [{ kind: 'filledAdCell', adGrid: grid.id, cell: place, content }];
  });
  const changes: Edit = { kind: 'setAdGrid', adGrid: grid.id, changes: { merged } };
  return { kind: 'editsTogether', edits: [...edits, changes] };
}

/** Merged cells become single ones; the first keeps what they said. */
export function splitCell({ grid, cell }: CellPlace): Edit | undefined {
  const merged = splitAt(grid, cell);
  return merged && { kind: 'setAdGrid', adGrid: grid.id, changes: { merged } };
}

/** Puts something else into a cell; pictures that only it showed leave the issue with it. */
export function filledCell(issue: Issue, { grid, cell }: CellPlace, content: AdCell): Edit {
  const before = grid.cells[cell] ?? EMPTY_AD_CELL;
  const kept = cellPictures(content);
  const gone = cellPictures(before).filter((picture) => !kept.includes(picture));
  const fill: Edit = { kind: 'filledAdCell', adGrid: grid.id, cell, content };
  const removals = removedPictures(issue, gone);
  return removals.length === 0 ? fill : { kind: 'editsTogether', edits: [fill, ...removals] };
}

/** Takes pictures out of the issue that were shown so often and are not any more. */
export function removedPictures(issue: Issue, gone: readonly string[]): readonly Edit[] {
  const inCells = Object.values(issue.adGrids).flatMap(({ cells }) => cells.flatMap(cellPictures));
  const onPages = issue.pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => blockReferences(block).pictures),
  );
  const shown = [...inCells, ...onPages];
  const count = (ids: readonly string[], id: string) => ids.filter((one) => one === id).length;
  return [...new Set(gone)]
    .filter((id) => count(shown, id) === count(gone, id))
    .map((picture) => ({ kind: 'removedPicture', picture }));
}

/** A file with the words of the picture that it becomes. */
export type CellPhotograph = Pick<ImportedPicture, 'asset' | 'widthPx' | 'heightPx'> &
  Partial<Pick<Picture, 'focus' | 'zoom' | 'whole' | 'greyscale' | 'adPage'>>;

/**
 * Gives a cell a file to show: a partner takes it as its logo, any other cell is filled with it.
 * What the cell showed before makes way.
 */
export function cellWithPicture(issue: Issue, place: CellPlace, photograph: CellPhotograph): Edit {
  const id = freshId(issue, 'picture');
  const before = place.grid.cells[place.cell] ?? EMPTY_AD_CELL;
  const content: AdCell =
    before.kind === 'partner' ? { ...before, logo: id } : { kind: 'picture', picture: id };
  const fill = filledCell(issue, place, content);
  const added: Edit = { kind: 'addedPicture', picture: { ...openSlot(id), ...photograph } };
  const others = fill.kind === 'editsTogether' ? fill.edits : [fill];
  return { kind: 'editsTogether', edits: [added, ...others] };
}

/** Makes a cell an open slot for a picture. */
export function cellAsSlot(issue: Issue, place: CellPlace): Edit {
  const id = freshId(issue, 'picture');
  const fill = filledCell(issue, place, { kind: 'picture', picture: id });
  const others = fill.kind === 'editsTogether' ? fill.edits : [fill];
  const added: Edit = { kind: 'addedPicture', picture: openSlot(id) };
  return { kind: 'editsTogether', edits: [added, ...others] };
}
