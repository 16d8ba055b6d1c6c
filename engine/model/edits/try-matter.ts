import type { Block, Issue } from '#engine/model/issue.ts';
import type { Edit } from './edit.ts';

/**
 * What `tryEdit` does for edits that bring matter onto a page or take it away. References are not
 * checked: what tries them has just made them.
 */
export function tryMatter(issue: Issue, edit: Edit): Issue | undefined {
  switch (edit.kind) {
    case 'addedArticle': {
      const { article } = edit;
      return { ...issue, articles: { ...issue.articles, [article.id]: article } };
    }
    case 'addedPicture': {
      const { picture } = edit;
      return { ...issue, pictures: { ...issue.pictures, [picture.id]: picture } };
    }
    case 'placedPicture': {
      const picture = issue.pictures[edit.picture];
      if (picture === undefined) return undefined;
      const { adPage: _, ...plain } = picture;
      const empty = { ...plain, asset: undefined, widthPx: 0, heightPx: 0 };
      const filled = { ...empty, ...edit.photograph };
      return { ...issue, pictures: { ...issue.pictures, [edit.picture]: filled } };
    }
    case 'filledAdCell': {
      const grid = issue.adGrids[edit.adGrid];
      if (grid?.cells[edit.cell] === undefined) return undefined;
      const filled = { ...grid, cells: grid.cells.with(edit.cell, edit.content) };
      return { ...issue, adGrids: { ...issue.adGrids, [edit.adGrid]: filled } };
    }
    case 'addedBlock': {
      const { block, index, page } = edit;
      return withBlocks(issue, page, (blocks) => blocks.toSpliced(index, 0, block));
    }
    default:
      return undefined;
  }
}

function withBlocks(
  issue: Issue,
  id: string,
  change: (blocks: readonly Block[]) => readonly Block[],
): Issue | undefined {
  if (!issue.pages.some((page) => page.id === id)) return undefined;
  const pages = issue.pages.map((page) => {
    return page.id === id ? { ...page, blocks: change(page.blocks) } : page;
  });
  return { ...issue, pages };
}
