import type { Ink } from '#engine/units/ink.ts';
import type { PaintLook } from './surface.ts';

type Light = readonly [red: number, green: number, blue: number];

/**
 * Solid overprints of cyan (1), magenta (2) and yellow (4) on newsprint as sRGB, through the
 * profile newsprint-tr002-tac220 (relative colorimetric, black point compensation). Paper shows as
 * white. Tints between them are interpolated (Neugebauer): up to 20 %, as laid under blocks, they
 * are within 14 of 255 of the profile, enough to lay out by. The proof goes through the profile.
 */
const OVERPRINTS: readonly Light[] = [
  [255, 255, 255],
  [0, 180, 238],
  [245, 60, 153],
  [50, 61, 155],
  [255, 243, 46],
  [0, 168, 92],
  [241, 55, 55],
  [52, 61, 75],
];

/**
 * Light that solid black leaves. The profile's black is as dark (58, 37, 18) but brown; on a screen
 * brown text reads as coloured text, so it is shown neutral at the same lightness.
 */
const LIGHT_OF_BLACK = 40 / 255;

/** White paper, inks as bright as the screen shows them. */
export const SCREEN_LOOK: PaintLook = { colourOf: screenColour, overprintOf: screenColour };

/** The screen colour of an ink mix, for canvas styles. */
export function screenColour(ink: Ink): string {
  const known = KNOWN.get(ink);
  if (known !== undefined) return known;
  const blackened = 1 - ink.k * (1 - LIGHT_OF_BLACK);
  const parts = [0, 1, 2].map((part) => Math.round(lightOf(ink, part) * blackened));
  const colour = `rgb(${parts.join(' ')})`;
  KNOWN.set(ink, colour);
  return colour;
}

/** Inks keep their identity from one composition to the next, as all of a page does. */
const KNOWN = new WeakMap<Ink, string>();

function lightOf(ink: Ink, part: number): number {
  let light = 0;
  for (const [index, overprint] of OVERPRINTS.entries()) {
    const cyan = index & 1 ? ink.c : 1 - ink.c;
    const magenta = index & 2 ? ink.m : 1 - ink.m;
    const yellow = index & 4 ? ink.y : 1 - ink.y;
    light += cyan * magenta * yellow * (overprint[part] ?? 0);
  }
  return light;
}
