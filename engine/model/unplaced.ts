import type { Issue } from './issue.ts';
import { blockReferences, cellPictures } from './issue-references.ts';

/** Ids of articles that no page shows (待编稿), in the order of the issue. */
export function unplacedArticles(issue: Issue): readonly string[] {
  const placed = new Set(everyReference(issue).flatMap(({ articles }) => articles));
  return Object.keys(issue.articles).filter((id) => !placed.has(id));
}

/** Ids of pictures that neither a page nor an ad cell shows, in the order of the issue. */
export function unplacedPictures(issue: Issue): readonly string[] {
  const onPages = everyReference(issue).flatMap(({ pictures }) => pictures);
  const inCells = Object.values(issue.adGrids).flatMap(({ cells }) => cells.flatMap(cellPictures));
  const placed = new Set([...onPages, ...inCells]);
  return Object.keys(issue.pictures).filter((id) => !placed.has(id));
}

function everyReference(issue: Issue) {
  return issue.pages.flatMap((page) => page.blocks.map(blockReferences));
}
