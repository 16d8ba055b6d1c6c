import { type FocusEvent, type KeyboardEvent, type RefCallback, useEffect, useRef } from 'react';
import { placeAfterKey } from './card-keys.ts';

/**
 * Arrow keys go from finding to finding; and when the one that has the keyboard goes, because it
 * was mended or answered for, the next one gets it.
 */
export function useCardFocus() {
  const list = useRef<HTMLElement>(undefined);
  const last = useRef<number>(undefined);
  const cards = () => [...(list.current?.querySelectorAll<HTMLElement>(CARD) ?? [])];
  useEffect(() => {
    const isLost = document.activeElement === document.body;
    if (!isLost || last.current === undefined) return;
    const left = cards();
    left[Math.min(last.current, left.length - 1)]?.focus();
  });
  const ref: RefCallback<HTMLElement> = (element) => {
    list.current = element ?? undefined;
  };
  return {
    ref,
    onFocus: () => {
      const { activeElement } = document;
      const place = cards().findIndex((card) => card.closest('li')?.contains(activeElement));
      last.current = place < 0 ? undefined : place;
    },
    onBlur: ({ relatedTarget, target }: FocusEvent) => {
      // A finding that goes takes the keyboard with it; an editor who clicks elsewhere leaves it.
      if (relatedTarget instanceof Element || target.isConnected) last.current = undefined;
    },
    onKeyDown: (event: KeyboardEvent) => {
      const all = cards();
      const place = all.findIndex((card) => card.matches(':focus'));
      const wanted = place < 0 ? undefined : placeAfterKey(event.key, place, all.length);
      if (wanted === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      all[wanted]?.focus();
    },
  };
}

const CARD = '.finding-place';
