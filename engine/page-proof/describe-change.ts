import type { Block, Issue } from '#engine/model/issue.ts';
import { filledPattern } from '#engine/units/filled-pattern.ts';
import type { PageChange } from './compare-pages.ts';

/** The words that changes are told in, in one language; see templates/sentences/changes.json. */
export interface ChangeBook {
  /** By the last part of a text's name, such as `headline`. */
  readonly parts: Readonly<Record<string, string>>;
  readonly blocks: Readonly<Record<Block['kind'], string>>;
  /** A name in quotation marks. */
  readonly quoted: string;
  /** Sentences with words in braces. */
  readonly came: string;
  readonly went: string;
  readonly became: string;
  readonly addedBlock: string;
  readonly removedBlock: string;
  readonly movedBlock: string;
  readonly setBlock: string;
  readonly picture: string;
  readonly area: string;
}

/** Both states of the issue: articles are named as they are now, or as they were. */
export interface DescribedIssues {
  readonly before: Issue;
  readonly after: Issue;
}

/** A change as a sentence for the list beside the marked page. */
export function describeChange(
  change: PageChange,
  issues: DescribedIssues,
  book: ChangeBook,
): string {
  switch (change.kind) {
    case 'text':
      return describeText(change, placeWords(change.text, issues.after, book), book);
    case 'added block':
      return filledPattern(book.addedBlock, {
        block: blockWords(change.block, issues.after, book),
      });
    case 'removed block':
      return filledPattern(book.removedBlock, {
        block: blockWords(change.block, issues.before, book),
      });
    case 'moved block': {
      const [before, after] = [change.before, change.block].map((one) => areaWords(one, book));
      const block = blockWords(change.block, issues.after, book);
      return filledPattern(book.movedBlock, { block, before, after });
    }
    case 'set block':
      return filledPattern(book.setBlock, { block: blockWords(change.block, issues.after, book) });
    case 'picture':
      return filledPattern(book.picture, { block: blockWords(change.block, issues.after, book) });
  }
}

type TextChanged = Extract<PageChange, { kind: 'text' }>;

function describeText(change: TextChanged, place: string, book: ChangeBook): string {
  const [removed, inserted] = [change.removed, change.inserted].map((words) =>
    words.replaceAll('\n', '¶'),
  );
  if (removed === '') return filledPattern(book.came, { place, inserted });
  if (inserted === '') return filledPattern(book.went, { place, removed });
  return filledPattern(book.became, { place, removed, inserted });
}

/** Article and part: 学史力行 主题. */
function placeWords(text: string, issue: Issue, book: ChangeBook): string {
  const [owner = '', part = '', field = part] = text.split('/');
  const [kind = '', id = ''] = owner.split(':');
  const words = book.parts[field] ?? field;
  if (kind === 'article') return `${issue.articles[id]?.slugline ?? id} ${words}`;
  if (kind === 'adGrid') {
    const place = Number(/^cell:(\d+)$/u.exec(part)?.[1]);
    const cell = issue.adGrids[id]?.cells[place];
    const partner = cell?.kind === 'partner' ? cell.name : String(place + 1);
    return `${book.blocks.adGrid} ${partner} ${words}`;
  }
  return words;
}

function blockWords(block: Block, issue: Issue, book: ChangeBook): string {
  const kind = book.blocks[block.kind];
  if (block.kind === 'article') {
    const words = issue.articles[block.article]?.slugline ?? block.article;
    return kind + filledPattern(book.quoted, { words });
  }
  if (block.kind === 'group')
    return kind + filledPattern(book.quoted, { words: block.standingHead });
  return kind;
}

function areaWords({ area }: Block, book: ChangeBook): string {
  const { column, columns, line, lines } = area;
  return filledPattern(book.area, { column, columns, line, lines });
}
