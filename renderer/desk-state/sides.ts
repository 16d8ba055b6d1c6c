import type { DeskState } from './desk-state.ts';
import { keptStore } from './kept-store.ts';
import type { Store } from './store.ts';

/** The side panels: how wide they are, in rem (they grow with the scale), and if they show. */
export interface Sides extends Pick<DeskState, 'showsLeft' | 'showsRight'> {
  readonly left: number;
  readonly right: number;
}

/** A side of the window. */
export type SideName = 'left' | 'right';

/** The narrowest and the widest that a side may be, in rem. */
export const SIDE_LIMITS = { left: [9, 24], right: [15, 36] } as const;

const FIRST_SIDES: Sides = { left: 12, right: 18, showsLeft: true, showsRight: true };

/** The sides as they were left on this machine. */
export function keptSides(): Store<Sides> {
  return keptStore('banxin sides', FIRST_SIDES);
}

/** A width within the limits of its side. */
export function withinSideLimits(side: SideName, rem: number): number {
  const [least, most] = SIDE_LIMITS[side];
  return Math.min(most, Math.max(least, rem));
}
