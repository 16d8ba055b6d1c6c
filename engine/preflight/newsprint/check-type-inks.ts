import type { TextItem } from '#engine/display/display-list.ts';
import {
  RICH_BLACK_MOST_PERCENT,
  SEVERAL_INKS_LEAST_PT,
} from '#engine/preflight/finding-limits.ts';
import type { Finding } from '#engine/units/finding.ts';
import { inkCount, inkSumPercent } from './ink-amounts.ts';
import { isBelow, lookThrough, placeOfRun, toldSize } from './look-through.ts';

/**
 * Type that the four plates cannot print on one another: they miss each other by up to half a
 * millimetre (press.md 2.4; GWG 2022 R0015 and R0017).
 */
export const checkTypeInks = lookThrough({ text: typeFindings });

/** Black with so much black in it looks black without the other inks. */
const RICH_BLACK_FROM = 0.85;

function typeFindings(item: TextItem): readonly Finding[] {
  const { ink, sizePt } = item.run;
  // Nearly all type is black on the black plate alone.
  if (ink.c + ink.m + ink.y === 0) return [];
  const size = toldSize(sizePt);
  const told = (code: string, values: Finding['values']): readonly Finding[] => {
    const where = placeOfRun(item);
    return [{ code, severity: 'blocks press', where, values: { size, ...values } }];
  };
  const sum = inkSumPercent(ink);
  if (ink.k >= RICH_BLACK_FROM && sum > RICH_BLACK_MOST_PERCENT) {
    return told('type-rich-black', { ink: sum, limit: RICH_BLACK_MOST_PERCENT, rule: 'R0015' });
  }
  const inks = inkCount(ink);
  if (inks < 2 || !isBelow(sizePt, SEVERAL_INKS_LEAST_PT)) return [];
  return told('type-in-several-inks', { inks, limit: SEVERAL_INKS_LEAST_PT, rule: 'R0017' });
}
