import { openColourEngine } from '#engine/press/colour-engine.ts';
import type { Ink } from '#engine/units/ink.ts';
import { readLcmsWasm } from '#host/press/load-press-profile.ts';

/** Shows inks as the print will look on a screen. */
export interface SoftProof {
  /** Bare paper, as `#rrggbb`. */
  readonly paper: string;
  /** An ink, as `#rrggbb`. */
  colourOf(ink: Ink): string;
  /** Pixels of four inks, four bytes each, as sRGB pixels, three bytes each. */
  pixelsOf(inks: Uint8Array): Uint8Array;
}

/**
 * Opens a soft proof by a press profile. On `newsprint`, paper is as grey and black as weak as they
 * come off the press; on `white`, paper is the white of the screen and text, set in black alone, is
 * a neutral dark: beside a white that no newsprint has, the warm black of the press looks brown.
 */
export async function openSoftProof(
  icc: Uint8Array,
  paper: 'newsprint' | 'white',
): Promise<SoftProof> {
  const engine = await openColourEngine(await readLcmsWasm());
  const known = new Map<string, string>();

  function colourOf(ink: Ink): string {
    const inks = Uint8Array.of(byte(ink.c), byte(ink.m), byte(ink.y), byte(ink.k));
    const key = inks.join(' ');
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const rgb = engine.rgbOf(icc, inks, paper);
    const isBlackAlone = ink.c === 0 && ink.m === 0 && ink.y === 0;
    const colour = hexColour(paper === 'white' && isBlackAlone ? greyOf(rgb) : rgb);
    known.set(key, colour);
    return colour;
  }

  return {
    paper: colourOf({ c: 0, m: 0, y: 0, k: 0 }),
    colourOf,
    pixelsOf(inks) {
      const pixels = engine.rgbOf(icc, inks, paper);
      if (paper === 'white') turnBlackNeutral(pixels, inks);
      return pixels;
    },
  };
}

/** Letters of ads are black alone as well, and stand beside those of the page. */
function turnBlackNeutral(pixels: Uint8Array, inks: Uint8Array): void {
  for (let pixel = 0; pixel < inks.length / 4; pixel += 1) {
    const isColoured = inks[pixel * 4] || inks[pixel * 4 + 1] || inks[pixel * 4 + 2];
    if (isColoured) continue;
    pixels.set(greyOf(pixels.subarray(pixel * 3, pixel * 3 + 3)), pixel * 3);
  }
}

/** The same lightness without colour (luminance of sRGB, ITU-R BT.709). */
function greyOf([red = 0, green = 0, blue = 0]: Uint8Array): Uint8Array {
  return new Uint8Array(3).fill(Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue));
}

function byte(amount: number): number {
  return Math.round(amount * 255);
}

function hexColour(rgb: Uint8Array): string {
  return `#${[...rgb].map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
