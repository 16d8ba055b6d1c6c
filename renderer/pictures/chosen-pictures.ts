import type { AdCell, Block, Issue, Page } from '#engine/model/issue.ts';
import type { Selection } from '#renderer/desk-state/desk-state.ts';

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
