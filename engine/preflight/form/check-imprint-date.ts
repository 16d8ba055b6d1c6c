import { printedDate } from '#engine/compose/folio-line.ts';
import type { CheckedPage } from '#engine/preflight/checked-page.ts';
import type { Finding } from '#engine/units/finding.ts';

/** A whole date with the weekday behind it, if one is written; 创刊 stands beside another day. */
const DATE =
  /(?<!创刊[于：:]?\s*)(\d{4}年\d{1,2}月\d{1,2}日)(?!创刊)([\s　]*)(星期[一二三四五六日天])?/gu;

/**
 * The date in an imprint, which is written by hand: that of the issue, with its weekday. Folio line
 * and section flag take both from the issue and cannot differ.
 */
export function checkImprintDate({ issue, page }: CheckedPage): readonly Finding[] {
  const { day, weekday } = printedDate(issue.date);
  return page.blocks.flatMap((block) => {
    if (block.kind !== 'imprint') return [];
    return [...block.text.matchAll(DATE)].flatMap(
      ([written, date = '', gap = '', week]): Finding[] => {
        const isRight = date === day && (week ?? weekday) === weekday;
        if (isRight) return [];
        const right = week === undefined ? day : `${day}${gap}${weekday}`;
        const values = { written: written.trim(), right };
        const where = { block: block.id };
        return [{ code: 'imprint-date-differs', severity: 'warns', where, values }];
      },
    );
  });
}
