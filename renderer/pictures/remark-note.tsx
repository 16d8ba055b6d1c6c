import { X } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { IconButton } from '#renderer/controls/icon-button.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { pictureStrings } from '#renderer/strings/picture-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { remarksOf } from './remarks.ts';
import './pictures.css';

/** Long enough to read a line twice. */
const SHOWN_MS = 8_000;

/** What did not come to where it was put, and why, until it is read; or that all went well. */
export function RemarkNote() {
  const remarks = remarksOf(useDesk());
  const { done, lines } = useStore(remarks, (state) => state);
  useEffect(() => {
    if (done === undefined) return;
    const fading = setTimeout(() => remarks.change({ done: undefined }), SHOWN_MS);
    return () => clearTimeout(fading);
  }, [done, remarks]);
  if (lines.length > 0) {
    return (
      <Note onAway={() => remarks.change({ lines: [] })}>
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Note>
    );
  }
  if (done === undefined) return undefined;
  return (
    <Note isGood onAway={() => remarks.change({ done: undefined })}>
      <p>{done}</p>
    </Note>
  );
}

interface NoteProps {
  readonly isGood?: boolean;
  readonly onAway: () => void;
  readonly children: ReactNode;
}

function Note({ isGood = false, onAway, children }: NoteProps) {
  const words = useWords(pictureStrings);
  return (
    <div className={isGood ? 'remark-note good' : 'remark-note'} role={isGood ? 'status' : 'alert'}>
      {children}
      <IconButton icon={X} label={words.putAway} onPress={onAway} />
    </div>
  );
}
