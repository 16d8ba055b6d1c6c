import type { Ink } from '#engine/units/ink.ts';
import { pdfNumber } from './pdf-syntax.ts';

/** Ink amounts are written to a hundredth of a percent, finer than a plate's 256 steps. */
const INK_DECIMALS = 4;

/** Resource names of the graphics states in every page. */
export const OVERPRINT_STATE = 'overprint';
/** Name of the graphics state that knocks out. */
export const KNOCKOUT_STATE = 'knockout';

/**
 * Graphics states of a page. Overprinting needs mode 1: with it, the inks that a DeviceCMYK colour
 * leaves at zero stay untouched (ISO 32000-1, 11.7.4.4; GWG 2022 R0009).
 */
export const GRAPHICS_STATES = [
  `/${OVERPRINT_STATE}<</Type/ExtGState/OP true/op true/OPM 1/SA false>>`,
  `/${KNOCKOUT_STATE}<</Type/ExtGState/OP false/op false/OPM 0/SA false>>`,
].join('');

/** Colour operator for filling (`k`) or stroking (`K`). */
export function inkOperator(ink: Ink, use: 'fill' | 'stroke'): string {
  const amounts = [ink.c, ink.m, ink.y, ink.k].map((amount) => pdfNumber(amount, INK_DECIMALS));
  return `${amounts.join(' ')} ${use === 'fill' ? 'k' : 'K'}`;
}
