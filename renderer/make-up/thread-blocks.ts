import type { ArticleBlock, Issue, Page } from '#engine/model/issue.ts';

/** A block of a thread and its page. */
export interface ThreadBlock {
  readonly block: ArticleBlock;
  readonly page: Page;
}

/** The blocks of an article on these pages, in the order in which its story runs through them. */
export function threadOf(pages: readonly Page[], article: string): readonly ThreadBlock[] {
  const blocks = pages.flatMap((page) =>
    page.blocks.flatMap((block) => {
      return block.kind === 'article' && block.article === article ? [{ block, page }] : [];
    }),
  );
  return blocks.toSorted((a, b) => a.block.part - b.block.part);
}

/** An article block of the issue, with its page. */
export function articleBlockNamed(issue: Issue, id: string): ThreadBlock | undefined {
  for (const page of issue.pages) {
    const block = page.blocks.find((one) => one.id === id);
    if (block !== undefined) return block.kind === 'article' ? { block, page } : undefined;
  }
  return undefined;
}
