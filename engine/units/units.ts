/** Points per millimetre: one inch is 72 pt and 25.4 mm. */
const POINTS_PER_MM = 72 / 25.4;

/** Millimetres to PostScript points (1/72 inch). */
export function mmToPt(lengthMm: number): number {
  return lengthMm * POINTS_PER_MM;
}

/** PostScript points to millimetres. */
export function ptToMm(lengthPt: number): number {
  return lengthPt / POINTS_PER_MM;
}
