import type { Issue } from './issue.ts';

/**
 * The first id of the form `article-12` that nothing in the issue has: no page, block, article,
 * picture or ad grid. Ids given out before but not yet in the issue go into `taken`. Two desks may
 * find the same id at the same time; then the later `added…` edit is refused.
 */
export function freshId(issue: Issue, stem: string, taken: Iterable<string> = []): string {
  const known = new Set([...everyId(issue), ...taken]);
  let number = 1;
  while (known.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

function everyId(issue: Issue): readonly string[] {
  const onPages = issue.pages.flatMap((page) => [page.id, ...page.blocks.map(({ id }) => id)]);
  const shelves = [issue.articles, issue.pictures, issue.adGrids];
  return [...onPages, ...shelves.flatMap((shelf) => Object.keys(shelf))];
}
