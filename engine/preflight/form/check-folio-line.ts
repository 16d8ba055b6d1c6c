import { type CheckedPage, told } from '#engine/preflight/checked-page.ts';
import type { Finding } from '#engine/units/finding.ts';
import { isFrontPage } from './front-page.ts';

/**
 * Page number, page name and date stand in the folio line (报眉) of every page, in the same place on
 * all of them. Page one has its nameplate instead.
 */
export function checkFolioLine({ issue, page }: CheckedPage): readonly Finding[] {
  const own = page.blocks.find(({ kind }) => kind === 'folioLine');
  if (own === undefined) {
    return isFrontPage(page.number)
      ? []
      : [told('folio-line-missing', 'warns', { page: page.number })];
  }
  const alike = issue.pages.filter(({ template }) => template === page.template);
  const folios = alike.flatMap(
    ({ blocks }) => blocks.find(({ kind }) => kind === 'folioLine') ?? [],
  );
  const lines = folios.map(({ area }) => area.line);
  const usual = mostFrequent(lines) ?? own.area.line;
  if (own.area.line === usual) return [];
  const values = { line: own.area.line + 1, usual: usual + 1 };
  const where = { block: own.id };
  return [{ code: 'folio-line-elsewhere', severity: 'warns', where, values }];
}

/** Of equally frequent ones the first. */
function mostFrequent(numbers: readonly number[]): number | undefined {
  const groups = [...Map.groupBy(numbers, (number) => number).values()];
  return groups.toSorted((a, b) => b.length - a.length)[0]?.[0];
}
