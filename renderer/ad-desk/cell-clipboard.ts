import { EMPTY_AD_CELL } from '#engine/model/ad-cells.ts';
import type { Edit, EditFailure } from '#engine/model/edits/edit.ts';
import { freshId } from '#engine/model/fresh-id.ts';
import type { AdCell, AdGrid, Issue, Picture } from '#engine/model/issue.ts';
import { cellPictures } from '#engine/model/issue-references.ts';
import type { Failure } from '#host/contract.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { createStore, type Store } from '#renderer/desk-state/store.ts';
import { type CellPlace, filledCell, removedPictures } from './cell-edits.ts';

/** Cells with the files of their pictures: they outlive the issue that they were copied from. */
export interface CopiedCells {
  readonly cells: readonly AdCell[];
  /** Of a whole grid. */
  readonly shape: CopiedShape | undefined;
  readonly pictures: readonly CopiedPicture[];
}

/** What a copied grid has beside its cells. */
type CopiedShape = Pick<AdGrid, 'rows' | 'columns' | 'mark' | 'merged'>;

/** A picture of a copied cell. */
export interface CopiedPicture {
  readonly picture: Picture;
  /** Undefined for an open slot. */
  readonly bytes: Uint8Array | undefined;
}

/** What was copied last in this window; another issue may be opened before it is put down. */
export const cellClipboard: Store<{ readonly copied: CopiedCells | undefined }> = createStore<{
  readonly copied: CopiedCells | undefined;
}>({ copied: undefined });

/** Copies a cell, or with no cell named the whole grid. */
export async function copyCells(
  desk: OpenDesk,
  { grid, cell }: { readonly grid: AdGrid; readonly cell?: number | undefined },
): Promise<Failure | undefined> {
  const { rows, columns, mark, merged } = grid;
  const cells = cell === undefined ? grid.cells : [grid.cells[cell] ?? EMPTY_AD_CELL];
  const pictures: CopiedPicture[] = [];
  for (const id of cells.flatMap(cellPictures)) {
    const picture = desk.openIssue.issue().pictures[id];
    if (picture === undefined) continue;
    if (picture.asset === undefined) {
      pictures.push({ picture, bytes: undefined });
      continue;
    }
    const { session } = desk.openIssue;
    const answer = await desk.host.pictureFile({ session, asset: picture.asset, original: true });
    if (!answer.ok) return answer.failure;
    pictures.push({ picture, bytes: answer.value });
  }
  const shape = cell === undefined ? { rows, columns, mark, merged } : undefined;
  cellClipboard.change({ copied: { cells, shape, pictures } });
  return undefined;
}

/** Why cells could not be put down. */
export type PasteTrouble =
  | { readonly kind: 'failure'; readonly failure: Failure }
  | { readonly kind: 'refused'; readonly failure: EditFailure };

/** Puts the copied cell into a cell, or the copied grid into the whole grid, as one step. */
export async function pasteCells(
  desk: OpenDesk,
  place: CellPlace,
  step: string,
): Promise<PasteTrouble | undefined> {
  const { copied } = cellClipboard.read();
  if (copied === undefined) return undefined;
  const pictures: Picture[] = [];
  for (const { picture, bytes } of copied.pictures) {
    if (bytes === undefined) {
      pictures.push(picture);
      continue;
    }
    const { session } = desk.openIssue;
    const answer = await desk.host.importPicture({
      session,
      name: picture.id,
      bytes,
      ...(picture.adPage && { page: picture.adPage.page }),
    });
    if (!answer.ok) return { kind: 'failure', failure: answer.failure };
    pictures.push({ ...picture, asset: answer.value.asset });
  }
  const edit = pastedCells(desk.openIssue.issue(), place, { ...copied, pictures });
  const result = desk.openIssue.edit(step, edit);
  return result.ok ? undefined : { kind: 'refused', failure: result.failure };
}

/** Cells on their way into an issue, with their pictures as they will stand in it. */
export interface CellsToPaste extends Pick<CopiedCells, 'cells' | 'shape'> {
  readonly pictures: readonly Picture[];
}

/** The edit that puts cells down; every picture gets an id of its own. */
export function pastedCells(issue: Issue, place: CellPlace, wanted: CellsToPaste): Edit {
  const ids = new Map<string, string>();
  for (const { id } of wanted.pictures) ids.set(id, freshId(issue, 'picture', ids.values()));
  const added = wanted.pictures.map(
    (picture): Edit => ({
      kind: 'addedPicture',
      picture: { ...picture, id: ids.get(picture.id) ?? picture.id },
    }),
  );
  const cells = wanted.cells.map((content) => renamed(content, ids));
  const edits =
    wanted.shape === undefined
      ? cells.slice(0, 1).map((content) => filledCell(issue, place, content))
      : wholeGrid(issue, place.grid, { cells, shape: wanted.shape });
  return { kind: 'editsTogether', edits: [...added, ...edits] };
}

function renamed(content: AdCell, ids: ReadonlyMap<string, string>): AdCell {
  if (content.kind === 'picture') {
    return { ...content, picture: ids.get(content.picture) ?? content.picture };
  }
  if (content.kind === 'title' || content.logo === undefined) return content;
  return { ...content, logo: ids.get(content.logo) };
}

/** The grid is emptied first, so that nothing stands in the way of its new size. */
function wholeGrid(
  issue: Issue,
  grid: AdGrid,
  { cells, shape }: { readonly cells: readonly AdCell[]; readonly shape: CopiedShape },
): readonly Edit[] {
  const fill = (content: AdCell, cell: number): Edit => {
    return { kind: 'filledAdCell', adGrid: grid.id, cell, content };
  };
  const { rows, columns, mark, merged } = shape;
  return [
    { kind: 'setAdGrid', adGrid: grid.id, changes: { merged: [] } },
    ...grid.cells.map((_, cell) => fill(EMPTY_AD_CELL, cell)),
    ...removedPictures(issue, grid.cells.flatMap(cellPictures)),
    { kind: 'resizedAdGrid', adGrid: grid.id, rows, columns },
    { kind: 'setAdGrid', adGrid: grid.id, changes: { mark } },
    ...cells.map(fill),
    { kind: 'setAdGrid', adGrid: grid.id, changes: { merged } },
  ];
}
