import type { Filler } from './filler.ts';
import type { Picture, PictureBlock } from './issue.ts';

/**
 * The filler that a picture block shows: drawn as long as no file has come, or the very file that
 * was taken from the stock. Undefined once another file has taken its place.
 */
export function fillerInForce(
  { filler }: PictureBlock,
  picture: Picture | undefined,
): Filler | undefined {
  if (filler === undefined) return undefined;
  const shown = picture?.asset;
  if (shown === undefined) return filler.drawn === undefined ? undefined : filler;
  return shown === filler.asset ? filler : undefined;
}
