import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { PageChange } from '#engine/page-proof/compare-pages.ts';
import { IconButton } from '#renderer/controls/icon-button.tsx';
import { comparisonStrings } from '#renderer/strings/comparison-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

/** The changes, told in sentences. */
export interface ChangeListProps {
  readonly changes: readonly PageChange[];
  readonly sentences: readonly string[];
  readonly chosen: number | undefined;
  readonly onChoose: (change: number) => void;
}

/** Every change by its number; the one that is chosen is looked at on the pages. */
export function ChangeList({ changes, sentences, chosen, onChoose }: ChangeListProps) {
  const words = useWords(comparisonStrings);
  const { length } = changes;
  const step = (by: 1 | -1) => {
    if (length > 0) onChoose(((chosen ?? (by > 0 ? -1 : 0)) + by + length) % length);
  };
  useStepKeys(step);
  return (
    <section className="change-list" aria-label={words.changes}>
      <div className="change-list-head">
        <h3 role="status">{words.count(length)}</h3>
        <IconButton
          icon={ChevronUp}
          label={words.previous}
          keys="Shift+F8"
          isDisabled={length === 0}
          onPress={() => step(-1)}
        />
        <IconButton
          icon={ChevronDown}
          label={words.next}
          keys="F8"
          isDisabled={length === 0}
          onPress={() => step(1)}
        />
      </div>
      {length > 0 && (
        <ListBox
          className="change-lines"
          aria-label={words.changes}
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={chosen === undefined ? [] : [chosen]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : keys;
            if (typeof key === 'number') onChoose(key);
          }}
        >
          {sentences.map((sentence, change) => (
            <ListBoxItem
              // biome-ignore lint/suspicious/noArrayIndexKey: changes have no other name
              key={change}
              id={change}
              className="change-line"
              textValue={sentence}
            >
              <span className="change-number">{change + 1}</span>
              <span>{sentence}</span>
            </ListBoxItem>
          ))}
        </ListBox>
      )}
    </section>
  );
}

/** F8 goes on and Shift+F8 back, as with other findings, wherever the keyboard is. */
function useStepKeys(step: (by: 1 | -1) => void): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || event.ctrlKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      step(event.shiftKey ? -1 : 1);
    };
    window.addEventListener('keydown', hear, { capture: true });
    return () => window.removeEventListener('keydown', hear, { capture: true });
  });
}
