import type { PictureFacts } from './read-picture.ts';

/** Where a picture shows: a stencil, or a mask in greys. */
export interface PictureCover {
  readonly widthPx: number;
  readonly heightPx: number;
  /** How far it shows at a place of the unit square, 0 to 1. */
  at(u: number, v: number): number;
}

/** A picture as what it lets through; undefined where it cannot be told. */
export function coverOf(facts: PictureFacts): PictureCover | undefined {
  const { inks, inksAcross, inksDown, isMask } = facts;
  if (inks === undefined) return undefined;
  return {
    widthPx: inksAcross,
    heightPx: inksDown,
    at(u, v) {
      const x = Math.min(inksAcross - 1, Math.floor(u * inksAcross));
      const y = Math.min(inksDown - 1, Math.floor((1 - v) * inksDown));
      const black = (inks[(y * inksAcross + x) * 4 + 3] ?? 0) / 255;
      // A stencil paints where it has black; through a mask it is light that shows.
      return isMask ? black : 1 - black;
    },
  };
}
