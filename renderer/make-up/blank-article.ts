import type { Edit } from '#engine/model/edits/edit.ts';
import type { Article, ArticleBlock, Issue } from '#engine/model/issue.ts';
import { blockReferences } from '#engine/model/issue-references.ts';
import { storyText } from '#engine/model/story-text.ts';

/** True for an article without a word: a block that shows it is an empty one, to be filled. */
function isBlank(article: Article): boolean {
  const heads = [article.kicker, article.headline, article.deck];
  return heads.every((text) => (text ?? '') === '') && storyText(article.story) === '';
}

/** True for an article block that holds no words yet. */
export function isEmptyBlock(issue: Issue, block: ArticleBlock): boolean {
  return isEmptyArticle(issue, block.article);
}

/** True for an article of the issue that holds no words yet. */
export function isEmptyArticle(issue: Issue, id: string): boolean {
  const article = issue.articles[id];
  return article !== undefined && isBlank(article);
}

/**
 * Takes blank articles away that nothing shows when these blocks no longer do; an article that has
 * a word or a working name goes back to the unplaced list instead.
 */
export function withoutBlanks(
  issue: Issue,
  articles: readonly string[],
  freed: ReadonlySet<string>,
): readonly Edit[] {
  const others = issue.pages.flatMap(({ blocks }) => blocks.filter(({ id }) => !freed.has(id)));
  const shown = new Set(others.flatMap((block) => blockReferences(block).articles));
  return [...new Set(articles)].flatMap((id): readonly Edit[] => {
    const article = issue.articles[id];
    if (article === undefined || shown.has(id)) return [];
    if (!isBlank(article) || article.slugline !== '') return [];
    return [{ kind: 'removedArticle', article: id }];
  });
}

/** An article without a word. */
export function blankArticle(id: string, slugline = ''): Article {
  const story = { paragraphs: [{ kind: 'body', runs: [], looseness: 0 }] } as const;
  return { id, slugline, kicker: undefined, headline: '', deck: undefined, story };
}
