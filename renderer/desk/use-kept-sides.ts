import { useEffect, useMemo } from 'react';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { keptSides, type Sides } from '#renderer/desk-state/sides.ts';
import type { Store } from '#renderer/desk-state/store.ts';

/** The side panels as they were left: their widths, and whether they show. */
export function useKeptSides({ state }: OpenDesk): Store<Sides> {
  const sides = useMemo(keptSides, []);
  useEffect(() => {
    const { showsLeft, showsRight } = sides.read();
    state.change({ showsLeft, showsRight });
    return state.subscribe(() => {
      const now = state.read();
      sides.change({ showsLeft: now.showsLeft, showsRight: now.showsRight });
    });
  }, [sides, state]);
  return sides;
}
