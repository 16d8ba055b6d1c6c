import type { BrokenHeadline } from '#engine/compose/break-headline.ts';
import { breakHeadline } from '#engine/compose/break-headline.ts';
import type { GapStyle } from '#engine/compose/gaps.ts';
import { probeText } from '#engine/compose/probe-text.ts';
import { readWords } from '#engine/compose/segment-words.ts';
import { STUB_FONTS } from '#engine/fonts/stub-typeface.ts';
import { SHIPPED_LEXICON } from './shipped-lexicon.ts';

/** How many lines a headline of a test may have. */
export interface LineLimits {
  readonly least?: number;
  readonly most?: number;
}

const GAPS: GapStyle = {
  hanLatinEm: 0.25,
  commaMinEm: 0,
  periodMayShrink: true,
  trackingEm: 0,
  markBlankEm: 0.5,
};

/** Breaks a headline with stub metrics, the shipped lexicon and the composer's own break rules. */
export function brokenHeadline(
  text: string,
  measureEm: number,
  { least = 1, most = 4 }: LineLimits = {},
): BrokenHeadline {
  const legal = new Set(probe(text).breaks);
  return breakHeadline({
    text,
    words: readWords(text, SHIPPED_LEXICON),
    widthOf: (start, end) => probe(text.slice(start, end)).lines[0]?.width ?? 0,
    mayBreak: (offset) => legal.has(offset),
    measureEm,
    leastLines: least,
    mostLines: most,
  });
}

/** The lines of a headline divided by `|`. */
export function headlineLines(text: string, measureEm: number, limits?: LineLimits): string {
  const { lines } = brokenHeadline(text, measureEm, limits);
  return lines.map(({ start, end }) => text.slice(start, end)).join('|');
}

function probe(text: string): ReturnType<typeof probeText> {
  const style = { face: 'stub', measure: undefined, indent: 0, justify: false, vertical: false };
  return probeText({ text, ...style }, STUB_FONTS, GAPS);
}
