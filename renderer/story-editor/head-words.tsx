import { useEffect, useRef } from 'react';
import { applyEdit } from '#engine/model/edits/apply-edit.ts';
import { useDesk } from '#renderer/desk-state/open-desk.ts';

/** The words of one part of an article's headline. */
export interface HeadWordsProps {
  readonly article: string;
  readonly part: 'kicker' | 'headline' | 'deck';
  readonly text: string;
  readonly className: string;
  /** Name for the screen reader. */
  readonly label: string;
}

/**
 * What is typed goes into the issue at once, as on the page. The element keeps its own words while
 * it has the keyboard: setting them anew would break off the input method.
 */
export function HeadWords({ article, part, text, className, label }: HeadWordsProps) {
  const { openIssue } = useDesk();
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
  return (
    <textarea
      className={className}
      rows={text.split('\n').length}
      defaultValue={text}
      readOnly={openIssue.heldBy !== undefined}
      spellCheck={false}
      aria-label={label}
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
  );
}
