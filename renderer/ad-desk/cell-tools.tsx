import {
  ArrowLeft,
  ArrowRight,
  ClipboardPaste,
  Copy,
  Eraser,
  TableCellsMerge,
  TableCellsSplit,
  TableRowsSplit,
} from 'lucide-react';
import { commandById, runCommand } from '#renderer/commands/all-commands.ts';
import { keysShown } from '#renderer/commands/keys-shown.ts';
import { IconButton } from '#renderer/controls/icon-button.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { partnerStrings } from '#renderer/strings/partner-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { cellClipboard } from './cell-clipboard.ts';

const TOOLS = [
  ['cell.back', ArrowLeft, 'back'],
  ['cell.forward', ArrowRight, 'forward'],
  ['cell.mergeRight', TableCellsMerge, 'mergeRight'],
  ['cell.mergeDown', TableRowsSplit, 'mergeDown'],
  ['cell.split', TableCellsSplit, 'split'],
  ['cell.copy', Copy, 'copy'],
  ['cell.paste', ClipboardPaste, 'paste'],
  ['cell.clear', Eraser, 'clear'],
] as const;

/** What can be done with the chosen cell as a whole. */
export function CellTools() {
  const desk = useDesk();
  const words = useWords(partnerStrings);
  useStore(cellClipboard, ({ copied }) => copied);
  return (
    <div className="cell-tools">
      {TOOLS.map(([id, icon, word]) => (
        <IconButton
          key={id}
          icon={icon}
          label={words[word]}
          keys={keysShown(id)}
          isDisabled={commandById(id)?.isEnabled?.(desk) === false}
          onPress={() => runCommand(desk, id)}
        />
      ))}
    </div>
  );
}
