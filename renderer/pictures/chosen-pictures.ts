import type { AdCell, Block, Issue, Page } from '#engine/model/issue.ts';
import { cellPictures } from '#engine/model/issue-references.ts';
import type { Selection } from '#renderer/desk-state/desk-state.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { makeUpPlace, mayEdit } from '#renderer/make-up/make-up-place.ts';
import type { PlacedPicture } from './cropping.ts';
import type { PhotographTarget } from './picture-target.ts';

/** Ids of the pictures that the chosen block, inset, cell or caption shows; the one meant first. */
export function chosenPictures(
  issue: Issue,
  page: Page | undefined,
  selection: Selection,
): readonly string[] {
  const named = (id: string | undefined) => page?.blocks.find((block) => block.id === id);
  switch (selection.kind) {
    case 'blocks':
      return picturesOf(named(selection.blocks[0]));
    case 'inset picture': {
      const all = picturesOf(named(selection.block));
      return all.includes(selection.picture) ? all : [selection.picture];
    }
    case 'ad cell': {
      const block = named(selection.block);
      const grid = block?.kind === 'adGrid' ? issue.adGrids[block.adGrid] : undefined;
      return pictureOfCell(grid?.cells[selection.cell]);
    }
    case 'text':
      return pictureOfText(issue, selection.text.text);
    case 'nothing':
      return [];
  }
}

function picturesOf(block: Block | undefined): readonly string[] {
  if (block?.kind === 'picture') return [block.picture];
  return block?.kind === 'article' ? block.pictures.map(({ picture }) => picture) : [];
}

function pictureOfCell(cell: AdCell | undefined): readonly string[] {
  const picture = cell?.kind === 'partner' ? cell.logo : undefined;
  const found = cell?.kind === 'picture' ? cell.picture : picture;
  return found === undefined ? [] : [found];
}

/** Texts are named `picture:ID/caption`, `adGrid:ID/cell:2/name` and so on. */
function pictureOfText(issue: Issue, text: string): readonly string[] {
  const [owner, part] = text.split('/');
  const [kind, id] = owner?.split(':') ?? [];
  if (id === undefined) return [];
  if (kind === 'picture') return [id];
  const cell = Number(part?.replace('cell:', '') ?? 'none');
  return kind === 'adGrid' ? pictureOfCell(issue.adGrids[id]?.cells[cell]) : [];
}

/** The picture that commands work on, with the block that shows it; undefined for none. */
export function pictureOnDesk(desk: OpenDesk): PlacedPicture | undefined {
  const { selection } = desk.state.read();
  const issue = desk.openIssue.issue();
  const page = issue.pages.find(({ id }) => id === desk.state.read().page);
  const [picture] = chosenPictures(issue, page, selection);
  if (picture === undefined || page === undefined) return undefined;
  const block = page.blocks.find((one) => {
    const grid = one.kind === 'adGrid' ? issue.adGrids[one.adGrid] : undefined;
    return picturesOf(one).includes(picture) || grid?.cells.flatMap(cellPictures).includes(picture);
  });
  if (block === undefined) return undefined;
  return { block: block.id, picture, selection: selectionOf(selection, block, picture) };
}

/** A caret in a caption means its picture. */
function selectionOf(selection: Selection, block: Block, picture: string): Selection {
  if (block.kind === 'picture') return { kind: 'blocks', blocks: [block.id] };
  if (block.kind === 'article') return { kind: 'inset picture', block: block.id, picture };
  return selection;
}

/** The chosen slot or cell that a photograph would go into; undefined for anything else. */
export function chosenSlot(desk: OpenDesk): PhotographTarget | undefined {
  const place = makeUpPlace(desk);
  const { selection } = desk.state.read();
  if (place === undefined || !mayEdit(desk)) return undefined;
  const { issue, page } = place;
  const id = selection.kind === 'blocks' ? selection.blocks[0] : blockOf(selection);
  const block = page.blocks.find((one) => one.id === id);
  if (block === undefined || block.locked) return undefined;
  const { area } = block;
  if (block.kind === 'adGrid' && selection.kind === 'ad cell') {
    const { cell } = selection;
    const isTitle = issue.adGrids[block.adGrid]?.cells[cell]?.kind === 'title';
    return isTitle ? undefined : { kind: 'cell', block, cell, area };
  }
  const isSlot = block.kind === 'picture' || selection.kind === 'inset picture';
  const placed = isSlot ? pictureOnDesk(desk) : undefined;
  return placed && { kind: 'slot', ...placed, area };
}

function blockOf(selection: Selection): string | undefined {
  const holds = selection.kind === 'inset picture' || selection.kind === 'ad cell';
  return holds ? selection.block : undefined;
}
