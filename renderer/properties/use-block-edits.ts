import type { BlockProperty, Edit } from '#engine/model/edits/edit.ts';
import type { Block, Page } from '#engine/model/issue.ts';
import type { Selection } from '#renderer/desk-state/desk-state.ts';
import { type OpenDesk, useDesk, useDeskState, usePage } from '#renderer/desk-state/open-desk.ts';

/** The chosen blocks of the page that shows, in the order of choosing. */
export function useChosenBlocks(): readonly Block[] {
  const page = usePage();
  const selection = useDeskState((state) => state.selection);
  return page === undefined ? [] : chosenBlocksOf(page, selection);
}

/** The blocks of a page that a selection names, or lies in. */
export function chosenBlocksOf(page: Page, selection: Selection): readonly Block[] {
  switch (selection.kind) {
    case 'blocks':
      return selection.blocks.flatMap((id) => page.blocks.filter((block) => block.id === id));
    case 'inset picture':
    case 'ad cell':
      return page.blocks.filter((block) => block.id === selection.block);
    case 'text':
      return blockOfText(page, selection.text.text);
    case 'nothing':
      return [];
  }
}

/** The block that shows a text: `article:ID/…`, `picture:ID/…`, `adGrid:ID/…`, `block:ID/…`. */
function blockOfText(page: Page, text: string): readonly Block[] {
  const [kind, id] = (text.split('/')[0] ?? '').split(':');
  const found = page.blocks.find((block) => {
    switch (block.kind) {
      case 'article':
        return (
          (kind === 'article' && block.article === id) ||
          (kind === 'picture' && block.pictures.some(({ picture }) => picture === id)) ||
          (kind === 'block' && block.id === id)
        );
      case 'group':
        return (
          (kind === 'article' && block.members.some(({ article }) => article === id)) ||
          (kind === 'block' && block.id === id)
        );
      case 'picture':
        return kind === 'picture' && block.picture === id;
      case 'adGrid':
        return kind === 'adGrid' && block.adGrid === id;
      default:
        return kind === 'block' && block.id === id;
    }
  });
  return found === undefined ? [] : [found];
}

/** Writes one field of some blocks as one step. */
export type SetProperty = (step: string, property: BlockProperty, value: unknown) => void;

/** How the panel writes a field of all chosen blocks of one kind. */
export function useSetProperty(blocks: readonly Block[]): SetProperty {
  const desk = useDesk();
  return (step, property, value) => {
    const edits = blocks.map(
      (block): Edit => ({ kind: 'setBlockProperty', block: block.id, property, value }),
    );
    editTogether(desk, step, edits);
  };
}

/** Carries out several edits as one step. */
function editTogether(desk: OpenDesk, step: string, edits: readonly Edit[]): void {
  const [only] = edits;
  if (only === undefined) return;
  desk.openIssue.edit(step, edits.length === 1 ? only : { kind: 'editsTogether', edits });
}
