import { useEffect, useRef } from 'react';

/** What was chosen goes from the list of a panel; the keyboard stays in the panel all the same. */
export function useKeptKeyboard() {
  const panel = useRef<HTMLDivElement>(undefined);
  const hadKeyboard = useRef(false);
  useEffect(() => {
    if (hadKeyboard.current && document.activeElement === document.body) panel.current?.focus();
  });
  return {
    ref: (element: unknown) => {
      // React hands out null when an element goes; the house says undefined.
      panel.current = element instanceof HTMLDivElement ? element : undefined;
    },
    onFocus: () => {
      hadKeyboard.current = true;
    },
    onBlur: () => {
      hadKeyboard.current = false;
    },
  };
}
