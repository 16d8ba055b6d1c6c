import type { Issue, Page } from '#engine/model/issue.ts';
import type { BlockFit } from './composed.ts';

/** How much a thread has too much or too little; one of the pairs is 0. */
export interface ThreadFit {
  readonly oversetLines: number;
  readonly oversetCharacters: number;
  readonly freeLines: number;
  readonly freeCharacters: number;
}

/** What is shown on the last block of a thread: +3 行 or −2 行. */
export interface FitBadge extends ThreadFit {
  /** The last block of the thread, where text runs over or room is left. */
  readonly block: string;
  readonly page: string;
  /** Undefined for a group, whose members share its columns. */
  readonly article: string | undefined;
}

/** Fits of the blocks of each page, as composed; by page id, then by block id. */
export type FitsByPage = Readonly<Record<string, Readonly<Record<string, BlockFit>> | undefined>>;

/**
 * The badge of every thread that has a block on the page, at the thread's last block on the pages
 * composed so far.
 */
export function fitBadges(issue: Issue, page: Page, fits: FitsByPage): readonly FitBadge[] {
  const badges: FitBadge[] = [];
  const seen = new Set<string>();
  for (const block of page.blocks) {
    if (block.kind === 'group') {
      const fit = fits[page.id]?.[block.id];
      if (fit)
        badges.push({ ...sumFits([fit]), block: block.id, page: page.id, article: undefined });
    }
    if (block.kind !== 'article' || seen.has(block.article)) continue;
    seen.add(block.article);
    const badge = articleBadge(issue, block.article, fits);
    if (badge) badges.push(badge);
  }
  return badges;
}

/** The badge of an article; undefined while none of its blocks is composed. */
export function articleBadge(
  issue: Issue,
  article: string,
  fits: FitsByPage,
): FitBadge | undefined {
  const blocks = issue.pages.flatMap((page) =>
    page.blocks.flatMap((block) => {
      const fit = fits[page.id]?.[block.id];
      if (block.kind !== 'article' || block.article !== article || !fit) return [];
      return [{ id: block.id, page: page.id, part: block.part, fit }];
    }),
  );
  const last = blocks.toSorted((a, b) => a.part - b.part).at(-1);
  if (last === undefined) return undefined;
  const fit = sumFits(blocks.map((block) => block.fit));
  return { ...fit, block: last.id, page: last.page, article };
}

/** The fits of a thread's blocks as one; where text is overset, holes further up do not count. */
export function sumFits(fits: readonly BlockFit[]): ThreadFit {
  const sum = (field: keyof ThreadFit) => fits.reduce((total, fit) => total + fit[field], 0);
  const oversetLines = sum('oversetLines');
  if (oversetLines > 0) {
    const oversetCharacters = sum('oversetCharacters');
    return { oversetLines, oversetCharacters, freeLines: 0, freeCharacters: 0 };
  }
  const free = { freeLines: sum('freeLines'), freeCharacters: sum('freeCharacters') };
  return { oversetLines: 0, oversetCharacters: 0, ...free };
}
