import type { Edit } from '#engine/model/edits/edit.ts';
import type { AdGridBlock } from '#engine/model/issue.ts';
import type { Selection } from '#renderer/desk-state/desk-state.ts';

/** Carries out an edit of the grid; false when it was refused, which the panel says in words. */
export type EditGrid = (step: string, edit: Edit) => boolean;

/** The cell of a grid that is chosen, or in whose words the caret stands. */
export function chosenCell(selection: Selection, block: AdGridBlock): number | undefined {
  if (selection.kind === 'ad cell') {
    return selection.block === block.id ? selection.cell : undefined;
  }
  if (selection.kind !== 'text') return undefined;
  const [grid, cell] = selection.text.text.split('/');
  const number = Number(cell?.replace('cell:', '') ?? 'none');
  return grid === `adGrid:${block.adGrid}` && Number.isInteger(number) ? number : undefined;
}
