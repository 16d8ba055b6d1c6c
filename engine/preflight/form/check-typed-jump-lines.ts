import type { Issue, Page, Paragraph } from '#engine/model/issue.ts';
import { paragraphText } from '#engine/model/story-text.ts';
import { type CheckedPage, told } from '#engine/preflight/checked-page.ts';
import type { Finding } from '#engine/units/finding.ts';
import { readPageNumber } from './page-number.ts';

/**
 * Jump lines (下转、上接) that somebody typed into a story. The desk sets those of a story that goes
 * on on another page itself, with the right number; a typed one stands there a second time, or
 * sends readers to a page where nothing goes on.
 */
export function checkTypedJumpLines({ issue, page }: CheckedPage): readonly Finding[] {
  return openedHere(page).flatMap(({ article, block }) => {
    const paragraphs = issue.articles[article]?.story.paragraphs ?? [];
    return paragraphs.flatMap((paragraph, number) =>
      typedIn(paragraph).map(({ written, to, start }): Finding => {
        const end = start + written.length;
        const where = { block, text: `article:${article}/story:${number}`, start, end };
        return { ...judged(issue, article, { written, to }), where };
      }),
    );
  });
}

interface OpenedStory {
  readonly article: string;
  readonly block: string;
}

/** Stories that begin on a page; those that go on here are told where they begin. */
function openedHere({ blocks }: Page): readonly OpenedStory[] {
  return blocks.flatMap((block): readonly OpenedStory[] => {
    if (block.kind === 'group') {
      return block.members.map(({ article }) => ({ article, block: block.id }));
    }
    return block.kind === 'article' && block.part === 0
      ? [{ article: block.article, block: block.id }]
      : [];
  });
}

interface TypedJump {
  readonly written: string;
  /** Number of the page it names, as written. */
  readonly to: string;
  readonly start: number;
}

const TYPED = new WeakMap<Paragraph, readonly TypedJump[]>();
const JUMP = /[（(](?:紧?下转|上接)第?([A-Za-z]?\d{1,3})版[^（()）]{0,8}[)）]/gu;

function typedIn(paragraph: Paragraph): readonly TypedJump[] {
  const known = TYPED.get(paragraph);
  if (known !== undefined) return known;
  const found = [...paragraphText(paragraph).matchAll(JUMP)].map(({ 0: written, 1: to, index }) => {
    return { written, to: to ?? '', start: index };
  });
  TYPED.set(paragraph, found);
  return found;
}

function judged(issue: Issue, article: string, jump: Omit<TypedJump, 'start'>): Finding {
  const { written, to } = jump;
  const own = issue.pages.filter(({ blocks }) => {
    return blocks.some((block) => block.kind === 'article' && block.article === article);
  });
  if (own.length > 1) return told('jump-line-doubled', 'warns', { written });
  const isThere = issue.pages.some(({ number }) => isSamePage(number, to));
  return told(isThere ? 'jump-goes-nowhere' : 'jump-page-missing', 'warns', { written, page: to });
}

/** A section letter may be left out where readers know it. */
function isSamePage(number: string, named: string): boolean {
  const [one, other] = [readPageNumber(number), readPageNumber(named)];
  if (one === undefined || other === undefined || one.count !== other.count) return false;
  return other.section === '' || one.section === other.section;
}
