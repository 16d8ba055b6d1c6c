import type { Page } from '#engine/model/issue.ts';
import { type CheckedPage, told } from '#engine/preflight/checked-page.ts';
import type { Finding } from '#engine/units/finding.ts';
import { readPageNumber, writePageNumber } from './page-number.ts';

/**
 * The page numbers (版序) of an issue: each has one, none twice, and within a section they go up one
 * by one. A section may begin anywhere: the supplement need not be the first of the paper.
 */
export function checkPageNumbers({ issue, page }: CheckedPage): readonly Finding[] {
  if (page.number.trim() === '') return [told('page-number-missing', 'warns')];
  const isTwice = issue.pages.some(({ id, number }) => id !== page.id && number === page.number);
  if (isTwice) return [told('page-number-twice', 'warns', { page: page.number })];
  return brokenRow(issue.pages, page);
}

function brokenRow(pages: readonly Page[], page: Page): readonly Finding[] {
  const before = pages[pages.findIndex(({ id }) => id === page.id) - 1];
  const [own, last] = [readPageNumber(page.number), readPageNumber(before?.number ?? '')];
  if (own === undefined || last === undefined || own.section !== last.section) return [];
  if (own.count === last.count + 1) return [];
  const wanted = writePageNumber({ ...last, count: last.count + 1 });
  const values = { page: page.number, before: before?.number ?? '', wanted };
  return [told(own.count < last.count ? 'page-number-order' : 'page-number-gap', 'warns', values)];
}
