import { INK_MOST_PERCENT } from '#engine/preflight/finding-limits.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { Ink } from '#engine/units/ink.ts';
import { inkSumPercent } from './ink-amounts.ts';
import { lookThrough } from './look-through.ts';

/**
 * Grounds and lines of more ink than newsprint dries. Photographs get their inks from the press
 * profile and cannot have more; black type has a check of its own.
 */
export const checkInkSums = lookThrough({
  shape: ({ fill, stroke }) => [...heavy(fill), ...heavy(stroke?.ink)],
});

function heavy(printed: Ink | undefined): readonly Finding[] {
  const ink = printed === undefined ? 0 : inkSumPercent(printed);
  if (ink <= INK_MOST_PERCENT) return [];
  const values = { ink, limit: INK_MOST_PERCENT, rule: 'R0026' };
  return [{ code: 'ink-over-limit', severity: 'warns', where: {}, values }];
}
