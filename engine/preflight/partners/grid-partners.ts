import type { AdGrid, AdPartner } from '#engine/model/issue.ts';
import type { CheckedPage } from '#engine/preflight/checked-page.ts';
import { placedAt } from '#engine/preflight/checked-page.ts';
import type { Finding } from '#engine/units/finding.ts';

/** A partner with the name of its cell, as the display list names it. */
export interface PlacedPartner {
  readonly text: string;
  readonly partner: AdPartner;
}

/** The partners of a grid, in the order of its cells. */
export function partnersOf({ id, cells }: AdGrid): readonly PlacedPartner[] {
  return cells.flatMap((partner, cell) =>
    partner.kind === 'partner' ? [{ text: `adGrid:${id}/cell:${cell}`, partner }] : [],
  );
}

/** What a check finds in the partner grids of a page. */
export function inEachGrid(
  { issue, page }: CheckedPage,
  check: (grid: AdGrid) => readonly Finding[],
): readonly Finding[] {
  return page.blocks.flatMap((block) => {
    const grid = block.kind === 'adGrid' ? issue.adGrids[block.adGrid] : undefined;
    return grid === undefined ? [] : placedAt({ block: block.id }, check(grid));
  });
}

/** What most have; of two equally frequent ones the earlier. */
export function usualOf<K>(words: readonly string[], by: (word: string) => K): string | undefined {
  // Sorting keeps the order of equals: the earlier cell decides.
  const groups = [...Map.groupBy(words, by).values()];
  return groups.toSorted((a, b) => b.length - a.length)[0]?.[0];
}
