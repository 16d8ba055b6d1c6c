import type { Ink } from '#engine/units/ink.ts';
import type { GlyphRun, ShapeItem } from './display-list.ts';

/**
 * Black bars thinner than this overprint like the rules they stand for; larger black areas knock
 * out, as black over colour would otherwise print richer than beside it (GWG 2022 R0010).
 */
const THIN_BAR_PT = 2;

/**
 * True for solid black on the black plate alone. Only such matter overprints: a grey would let the
 * colours beneath shine through, and white would vanish.
 */
function isSolidBlack(ink: Ink): boolean {
  return ink.k === 1 && ink.c === 0 && ink.m === 0 && ink.y === 0;
}

/** True when a run lies over what is beneath and leaves the other plates untouched. */
export function textOverprints(run: GlyphRun): boolean {
  return isSolidBlack(run.ink);
}

/** True when the filled outline lies over what is beneath. */
export function fillOverprints({ fill, outline }: ShapeItem): boolean {
  if (fill === undefined || !isSolidBlack(fill) || outline.kind === 'path') return false;
  return outline.kind === 'line' || Math.min(outline.rect.width, outline.rect.height) < THIN_BAR_PT;
}

/** True when the line of the outline lies over what is beneath: black ones need no register. */
export function strokeOverprints({ stroke }: ShapeItem): boolean {
  return stroke !== undefined && isSolidBlack(stroke.ink);
}
