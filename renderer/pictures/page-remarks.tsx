import { X } from 'lucide-react';
import { IconButton } from '#renderer/controls/icon-button.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { pictureStrings } from '#renderer/strings/picture-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { remarksOf } from './remarks.ts';
import './pictures.css';

/** The remarks, until they are put away. */
export function PageRemarks() {
  const remarks = remarksOf(useDesk());
  const words = useWords(pictureStrings);
  const lines = useStore(remarks, (now) => now.lines);
  if (lines.length === 0) return undefined;
  return (
    <div className="page-remarks" role="alert">
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <IconButton icon={X} label={words.putAway} onPress={() => remarks.change({ lines: [] })} />
    </div>
  );
}
