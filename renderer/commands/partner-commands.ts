import {
  addGrid,
  cellBeside,
  cellOnDesk,
  clearChosenCell,
  copyChosenCell,
  mayChangeCell,
  mayMergeCell,
  mayPasteCell,
  mayPasteGrid,
  maySplitCell,
  mergeChosenCell,
  moveChosenCell,
  pasteIntoChosenCell,
  splitChosenCell,
} from '#renderer/ad-desk/on-chosen-cell.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { mayEdit } from '#renderer/make-up/make-up-place.ts';
import type { Command } from './command.ts';

/** Commands on the cells of the partner grid. */
export const partnerCommands: readonly Command[] = [
  {
    id: 'block.newPartners',
    label: { zhCn: '合作园区', en: 'Partner grid' },
    menu: 'block',
    submenu: 'newBlock',
    group: 1,
    run: addGrid,
    isEnabled: mayEdit,
  },
  onCell('copy', ['复制这一格', 'Copy cell'], {
    run: (desk) => void copyChosenCell(desk, 'cell'),
    isEnabled: (desk) => cellOnDesk(desk) !== undefined,
  }),
  onCell('paste', ['粘贴到这一格', 'Paste into cell'], {
    run: (desk) => void pasteIntoChosenCell(desk),
    isEnabled: mayPasteCell,
  }),
  onCell('clear', ['清空这一格', 'Empty cell'], { run: clearChosenCell }),
  onCell('back', ['前移一格', 'One cell back'], {
    run: (desk) => moveChosenCell(desk, -1),
    isEnabled: (desk) => mayChangeCell(desk) && hasBeside(desk, -1),
  }),
  onCell('forward', ['后移一格', 'One cell on'], {
    run: (desk) => moveChosenCell(desk, 1),
    isEnabled: (desk) => mayChangeCell(desk) && hasBeside(desk, 1),
  }),
  onCell('mergeRight', ['与右边一格合并', 'Merge with the cell to the right'], {
    run: (desk) => mergeChosenCell(desk, 'right'),
    isEnabled: (desk) => mayMergeCell(desk, 'right'),
  }),
  onCell('mergeDown', ['与下边一格合并', 'Merge with the cell below'], {
    run: (desk) => mergeChosenCell(desk, 'down'),
    isEnabled: (desk) => mayMergeCell(desk, 'down'),
  }),
  onCell('split', ['拆开合并的格子', 'Split merged cells'], {
    run: splitChosenCell,
    isEnabled: maySplitCell,
  }),
  onCell('copyGrid', ['复制整个园区', 'Copy the whole grid'], {
    run: (desk) => void copyChosenCell(desk, 'grid'),
    isEnabled: (desk) => cellOnDesk(desk) !== undefined,
  }),
  onCell('pasteGrid', ['粘贴整个园区', 'Paste the whole grid'], {
    run: (desk) => void pasteIntoChosenCell(desk),
    isEnabled: mayPasteGrid,
  }),
];

function onCell(
  id: string,
  [zhCn, en]: readonly [string, string],
  does: Pick<Command, 'run' | 'isEnabled'>,
): Command {
  return {
    id: `cell.${id}`,
    label: { zhCn, en },
    menu: 'block',
    submenu: 'partnerCell',
    group: 9,
    context: ['ad cell'],
    isEnabled: mayChangeCell,
    ...does,
  };
}

function hasBeside(desk: OpenDesk, by: 1 | -1): boolean {
  const chosen = cellOnDesk(desk);
  return chosen !== undefined && cellBeside(chosen, by) !== undefined;
}
