import { X } from 'lucide-react';
import { IconButton } from '#renderer/controls/icon-button.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { pictureStrings } from '#renderer/strings/picture-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { remarksOf } from './remarks.ts';
import './pictures.css';

/** What did not come to where it was put, and why, until it is read. */
export function RemarkNote() {
  const desk = useDesk();
  const words = useWords(pictureStrings);
  const lines = useStore(remarksOf(desk), (remarks) => remarks.lines);
  if (lines.length === 0) return undefined;
  return (
    <div className="remark-note" role="alert">
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <IconButton
        icon={X}
        label={words.putAway}
        onPress={() => remarksOf(desk).change({ lines: [] })}
      />
    </div>
  );
}
