import { type InkTable, inksOfPixels } from '#engine/press/ink-table.ts';
import type { Inks } from '#engine/read-back/marks.ts';

/** Inks of an sRGB colour, 0 to 1 each. A neutral grey takes black alone, or type would blur. */
export function inksOfLight(table: InkTable, [red, green, blue]: readonly number[]): Inks {
  const bytes = [red, green, blue].map(byteOf);
  const [r = 0, g = 0, b = 0] = bytes;
  if (r === g && g === b) return [0, 0, 0, r === 0 ? 1 : (table.blacks[r] ?? 0) / 255];
  const [c = 0, m = 0, y = 0, k = 0] = inksOfPixels(table, new Uint8Array(bytes));
  return [c / 255, m / 255, y / 255, k / 255];
}

function byteOf(share: number | undefined): number {
  return Math.round(Math.min(1, Math.max(0, share ?? 0)) * 255);
}

// D50, the white of profiles, and the way from it to linear sRGB (ICC.1:2010, annex E; Bradford).
const WHITE = [0.9642, 1, 0.8249];
const TO_LIGHT = [
  [3.1338561, -1.6168667, -0.4906146],
  [-0.9787684, 1.9161415, 0.033454],
  [0.0719453, -0.2289914, 1.4052427],
];

/** sRGB of a CIE L*a*b* colour, 0 to 1 each. */
export function lightOfLab([l = 0, a = 0, b = 0]: readonly number[]): readonly number[] {
  const y = (l + 16) / 116;
  const xyz = [y + a / 500, y, y - b / 200].map((f, index) => {
    const share = f > 6 / 29 ? f ** 3 : 3 * (6 / 29) ** 2 * (f - 4 / 29);
    return share * (WHITE[index] ?? 1);
  });
  return TO_LIGHT.map((row) => {
    const linear = row.reduce((sum, factor, index) => sum + factor * (xyz[index] ?? 0), 0);
    const kept = Math.min(1, Math.max(0, linear));
    return kept <= 0.0031308 ? 12.92 * kept : 1.055 * kept ** (1 / 2.4) - 0.055;
  });
}

/**
 * Inks within a limit: black stays, which draws the picture, and the three colours beneath it give
 * way in equal shares.
 */
export function withinLimit(inks: Inks, limit: number): Inks {
  const [c, m, y, k] = inks;
  const colours = c + m + y;
  if (colours + k <= limit || colours === 0) return inks;
  const share = Math.max(0, limit - k) / colours;
  return [c * share, m * share, y * share, k];
}
