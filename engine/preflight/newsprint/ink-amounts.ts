import type { Ink } from '#engine/units/ink.ts';

/** From here on the screen closes on newsprint (tonal range 3 to 85 %, newsroom.md 2.12). */
const SOLID = 0.85;

/** How many inks are printed. */
export function inkCount(ink: Ink): number {
  return amountsOf(ink).filter((amount) => amount > 0).length;
}

/** True when every ink that is printed is screened, being less than solid. */
export function isTint(ink: Ink): boolean {
  const printed = amountsOf(ink).filter((amount) => amount > 0);
  return printed.length > 0 && printed.every((amount) => amount < SOLID);
}

/** All inks together, percent. */
export function inkSumPercent(ink: Ink): number {
  return Math.round(amountsOf(ink).reduce((sum, amount) => sum + amount, 0) * 100);
}

/** How dark a coloured ink looks beside black: weights of red, green and blue light (BT.601). */
const DARKNESS = { c: 0.3, m: 0.59, y: 0.11 };

/** How dark a printed area looks: 0 for paper, 1 for solid black. */
export function darknessOf({ c, k, m, y }: Ink): number {
  return k + (1 - k) * (c * DARKNESS.c + m * DARKNESS.m + y * DARKNESS.y);
}

function amountsOf({ c, k, m, y }: Ink): readonly number[] {
  return [c, m, y, k];
}
