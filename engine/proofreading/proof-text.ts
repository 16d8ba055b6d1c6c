import type { AdCell, Block, Issue, Page } from '#engine/model/issue.ts';
import { blockReferences } from '#engine/model/issue-references.ts';
import { paragraphText } from '#engine/model/story-text.ts';

/** What a text is on the page: rules and score ask. */
export type ProofTextKind =
  | 'headline'
  | 'paragraph'
  | 'crosshead'
  | 'caption'
  | 'credit'
  | 'standingHead'
  | 'partner'
  | 'imprint';

/** One text of a page that is proofread: a field, or a paragraph of a story. */
export interface ProofText {
  /** As the display list names it: `article:ID/headline`, `article:ID/story:3`. */
  readonly name: string;
  readonly kind: ProofTextKind;
  readonly words: string;
  /** Id of the article it belongs to, or whose picture it explains; empty for none. */
  readonly article: string;
  /** Characters of lead-in and byline at the start, in which names are parted by blanks. */
  readonly openingLength: number;
  /** The next paragraph begins with an opening quote: this one may leave its own open. */
  readonly quoteRunsOn: boolean;
}

/** The texts of a page in reading order; empty ones are left out. */
export function textsOfPage(issue: Issue, page: Page): readonly ProofText[] {
  const texts = page.blocks.flatMap((block) => textsOfBlock(issue, block));
  const seen = new Set<string>();
  return texts.filter(({ name, words }) => {
    if (words === '' || seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

function textsOfBlock(issue: Issue, block: Block): readonly ProofText[] {
  const { articles, pictures, adGrids } = blockReferences(block);
  const owner = block.kind === 'article' ? block.article : '';
  const texts: ProofText[] = [];
  if (block.kind === 'group') {
    texts.push(field(`block:${block.id}/standingHead`, 'standingHead', block.standingHead));
  }
  if (block.kind === 'imprint') texts.push(field(`block:${block.id}/text`, 'imprint', block.text));
  for (const id of articles) texts.push(...textsOfArticle(issue, id));
  for (const id of pictures) texts.push(...textsOfPicture(issue, id, owner));
  for (const id of adGrids) {
    issue.adGrids[id]?.cells.forEach((cell, number) => {
      texts.push(...textsOfCell(cell, `adGrid:${id}/cell:${number}`));
    });
  }
  return texts;
}

function textsOfArticle(issue: Issue, id: string): readonly ProofText[] {
  const article = issue.articles[id];
  if (article === undefined) return [];
  const heads = (['kicker', 'headline', 'deck'] as const).map((part) =>
    field(`article:${id}/${part}`, 'headline', article[part] ?? '', id),
  );
  const { paragraphs } = article.story;
  const story = paragraphs.map((paragraph, number): ProofText => {
    const opening = paragraph.runs.filter(({ role }) => role === 'leadIn' || role === 'byline');
    const kind = paragraph.kind === 'crosshead' ? 'crosshead' : 'paragraph';
    const next = paragraphs[number + 1];
    return {
      ...field(`article:${id}/story:${number}`, kind, paragraphText(paragraph), id),
      openingLength: opening.reduce((sum, { text }) => sum + text.length, 0),
      quoteRunsOn: next !== undefined && /^[“『]/u.test(paragraphText(next)),
    };
  });
  return [...heads, ...story];
}

function textsOfPicture(issue: Issue, id: string, article: string): readonly ProofText[] {
  const picture = issue.pictures[id];
  if (picture === undefined) return [];
  return [
    field(`picture:${id}/caption`, 'caption', picture.caption, article),
    field(`picture:${id}/credit`, 'credit', picture.credit, article),
  ];
}

function textsOfCell(cell: AdCell, name: string): readonly ProofText[] {
  if (cell.kind === 'title') return [field(`${name}/text`, 'partner', cell.text)];
  if (cell.kind === 'picture') return [];
  const { hotline } = cell;
  return [
    field(`${name}/name`, 'partner', cell.name),
    field(`${name}/slogan`, 'partner', cell.slogan),
    field(`${name}/label`, 'partner', hotline?.label ?? ''),
    field(`${name}/number`, 'partner', hotline?.number ?? ''),
  ];
}

function field(name: string, kind: ProofTextKind, words: string, article = ''): ProofText {
  return { name, kind, words, article, openingLength: 0, quoteRunsOn: false };
}
