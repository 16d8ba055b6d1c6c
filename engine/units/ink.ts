/** Amounts of the four process inks, each 0 (none) to 1 (solid). */
export interface Ink {
  readonly c: number;
  readonly m: number;
  readonly y: number;
  readonly k: number;
}

/** Solid black on the black plate alone (单黑): all running text is set in it. */
export const K_ONLY: Ink = { c: 0, m: 0, y: 0, k: 1 };

/** Bare paper: no ink on any plate. */
export const PAPER: Ink = { c: 0, m: 0, y: 0, k: 0 };

/** A page of fewer than four colours: black with red of magenta and yellow (套红), or black (黑白). */
export type PageColours = 'red' | 'black';

/** How dark each ink is beside black: the weights of red, green and blue light (ITU-R BT.601). */
const DARKNESS = { c: 0.3, m: 0.59, y: 0.11 };

/** The amount of black that is as dark as an ink; black stays what it is. */
export function blackOfInk({ c, m, y, k }: Ink): number {
  const grey = c * DARKNESS.c + m * DARKNESS.m + y * DARKNESS.y;
  return Math.min(1, k + (1 - k) * grey);
}
