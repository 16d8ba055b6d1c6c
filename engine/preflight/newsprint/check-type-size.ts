import type { TextItem } from '#engine/display/display-list.ts';
import {
  SEVERAL_INKS_LEAST_PT,
  SOLID_LEAST_PT,
  TINT_LEAST_PT,
} from '#engine/preflight/finding-limits.ts';
import type { Finding } from '#engine/units/finding.ts';
import { inkCount, isTint } from './ink-amounts.ts';
import { isBelow, lookThrough, placeOfRun, toldSize } from './look-through.ts';

/** Type that is too small for newsprint: ink spreads and closes it, or the screen breaks it. */
export const checkTypeSize = lookThrough({ text: typeFindings });

function typeFindings(item: TextItem): readonly Finding[] {
  const { ink, sizePt } = item.run;
  if (!isBelow(sizePt, TINT_LEAST_PT)) return [];
  const inks = inkCount(ink);
  // White type is the ground's to judge, and small type of several inks is held already.
  if (inks === 0 || (inks > 1 && isBelow(sizePt, SEVERAL_INKS_LEAST_PT))) return [];
  const told = (code: string, limit: number): readonly Finding[] => {
    const values = { size: toldSize(sizePt), limit };
    return [{ code, severity: 'warns', where: placeOfRun(item), values }];
  };
  if (isTint(ink) && isBelow(sizePt, TINT_LEAST_PT))
    return told('type-tinted-small', TINT_LEAST_PT);
  return isBelow(sizePt, SOLID_LEAST_PT) ? told('type-too-small', SOLID_LEAST_PT) : [];
}
