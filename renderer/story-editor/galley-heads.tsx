import { useEffect, useRef } from 'react';
import { applyEdit } from '#engine/model/edits/apply-edit.ts';
import type { Article } from '#engine/model/issue.ts';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { textStrings } from '#renderer/strings/text-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { countCharacters } from './galley-lines.ts';

type Part = 'kicker' | 'headline' | 'deck';
const PARTS: readonly Part[] = ['kicker', 'headline', 'deck'];

/** Kicker, headline and deck above the story, with the characters of each line. */
export function GalleyHeads({ article }: { readonly article: Article }) {
  return (
    <div className="galley-heads">
      {PARTS.map((part) => (
        <HeadField key={part} article={article.id} part={part} text={article[part] ?? ''} />
      ))}
    </div>
  );
}

interface HeadFieldProps {
  readonly article: string;
  readonly part: Part;
  readonly text: string;
}

/**
 * What is typed goes into the issue at once, as on the page. The element keeps its own words while
 * it has the keyboard: setting them anew would break off the input method.
 */
function HeadField({ article, part, text }: HeadFieldProps) {
  const { openIssue } = useDesk();
  const { galley } = useWords(textStrings);
  const field = useRef<HTMLTextAreaElement>(undefined);
  const isComposing = useRef(false);
  useEffect(() => {
    const element = field.current;
    if (element === undefined || isComposing.current || element.value === text) return;
    const { selectionStart } = element;
    element.value = text;
    element.setSelectionRange(selectionStart, selectionStart);
  }, [text]);
  const write = (typed: string) => {
    if (openIssue.heldBy !== undefined) return;
    applyEdit(openIssue.doc, { kind: 'setHeadlinePart', article, part, text: typed });
  };
  const lines = text.split('\n');
  const counts = text === '' ? undefined : lines.map(countCharacters).join(' / ');
  return (
    <label className={`galley-head ${part}`}>
      <span className="galley-head-label">{galley[part]}</span>
      <textarea
        className="galley-head-text"
        rows={lines.length}
        defaultValue={text}
        readOnly={openIssue.heldBy !== undefined}
        spellCheck={false}
        ref={(element) => {
          field.current = element ?? undefined;
        }}
        onInput={(event) => write(event.currentTarget.value)}
        onCompositionStart={() => {
          isComposing.current = true;
          openIssue.undo.beginComposition();
        }}
        onCompositionEnd={(event) => {
          isComposing.current = false;
          write(event.currentTarget.value);
          openIssue.undo.endComposition();
        }}
        onKeyDown={(event) => {
          // The browser's own undo knows nothing of the issue.
          const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
          if (!isUndo || event.nativeEvent.isComposing) return;
          event.preventDefault();
          if (event.shiftKey) openIssue.undo.redo();
          else openIssue.undo.undo();
        }}
      />
      {counts !== undefined && <span className="galley-head-counts">{galley.perLine(counts)}</span>}
    </label>
  );
}
