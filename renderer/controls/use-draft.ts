import { useEffect, useState } from 'react';

/** A field whose words are handed over when they are complete. */
export interface DraftProps {
  readonly value: string;
  readonly onCommit: (text: string) => void;
  /** Hears of every keystroke. */
  readonly onType?: ((text: string) => void) | undefined;
}

/** A key press as the kit hands it on. */
interface FieldKey {
  readonly key: string;
  readonly nativeEvent: { readonly isComposing: boolean };
  continuePropagation(): void;
}

/** What is being typed, until it is handed over; a change from elsewhere takes its place. */
export function useDraft({ value, onCommit, onType }: DraftProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const commit = () => {
    if (text !== value) onCommit(text);
  };
  return {
    text,
    type: (typed: string) => {
      setText(typed);
      onType?.(typed);
    },
    commit,
    /** Escape takes back what was typed; a field with nothing to take back lets it pass. */
    restoreOnEscape: (event: FieldKey) => {
      if (event.nativeEvent.isComposing) return;
      if (event.key !== 'Escape' || text === value) event.continuePropagation();
      else setText(value);
    },
  };
}
