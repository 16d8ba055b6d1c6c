import { bylinesOf, closingBylineLength, leadInLength } from './bylines.ts';
import type { DraftArticle, DraftParagraph, RoleStretch } from './draft.ts';
import type { GatheredArticle } from './gather-stories.ts';
import { type HeadingLine, headingOf } from './headings.ts';
import { type MadePiece, stretchOf } from './made-piece.ts';
import type { MarkedCopy } from './marked-copy.ts';
import { repairedMarks, turnedQuotes } from './repair-line.ts';
import type { StoryLine } from './story-lines.ts';

const BULLET = /^(?:[•●■◆▪★☆◎□○➤▶❖]\s*|[-*·]\s+)/gu;
const HEAD_NUMBER =
  /^(?:[■◆●▲★☆◎□※▶➤•]+\s*|\d{1,2}(?:[、．]|\.(?!\d))\s*|[①-⑳]\s*|（[一二三四五六七八九十\d]{1,2}）\s*|[一二三四五六七八九十]{1,2}、\s*|(?:稿件|来稿|新闻|简讯)[一二三四五六七八九十\d]{1,2}[：、]\s*|[之其][一二三四五六七八九十][：、]\s*|\d{1,2}月\d{1,2}日\s+(?=《))(?=\S)|(?<=\S)\s*[■◆●▲★☆◎□※◀]+$/gu;
/** 稿件一： */
const NUMBER_LINE = /^(?:稿件|来稿|新闻|简讯)[一二三四五六七八九十\d]{1,2}[：、]?\s*$/gu;
/** 《…》 and 【…】 around a whole headline. */
const WRAPPER = /^《(?=[^《》]+》$)|(?<=^《[^《》]+)》$|^【(?=[^【】]+】$)|(?<=^【[^【】]+)】$/gu;

/** An article made of the lines that were gathered for it. */
export function madeArticle({ heading, story }: GatheredArticle): MadePiece<DraftArticle> {
  const lines = withoutBareNumbers(
    heading.map((line): HeadingLine => ({ ...line, copy: bareHeadLine(line.copy) })),
  );
  const paragraphs = madeParagraphs(story);
  const storyHead = paragraphs
    .map(({ copy }) => copy.text)
    .join('')
    .slice(0, 160);
  const { kicker, headline, deck, rest } = headingOf(lines, storyHead);
  const all = [...rest.map(looseHead), ...paragraphs].toSorted(
    (a, b) => a.copy.start - b.copy.start,
  );
  const copies = [kicker, headline, deck].filter((copy) => copy !== undefined);
  return {
    piece: {
      kind: 'article',
      kicker: kicker && stretchOf(kicker),
      headline: headline && stretchOf(headline),
      deck: deck && stretchOf(deck),
      story: all.map(({ paragraph }) => paragraph),
      bylines: paragraphs.flatMap(({ bylineWords }) => bylineWords.flatMap(bylinesOf)),
    },
    copies: [...copies, ...all.map(({ copy }) => copy)],
  };
}

/** 稿件一： on a line of its own goes with the line below. */
function withoutBareNumbers(lines: readonly HeadingLine[]): readonly HeadingLine[] {
  const whole: HeadingLine[] = [];
  for (const line of lines) {
    const above = whole.at(-1);
    const isNumber = above?.copy.text.search(NUMBER_LINE) === 0;
    if (above && isNumber && above.copy.isNextTo(line.copy)) {
      const number = above.copy.replaced(NUMBER_LINE, 'bullets', '');
      whole[whole.length - 1] = { ...line, copy: number.joinedTo(line.copy, 'bullets', '') };
    } else whole.push(line);
  }
  return whole;
}

/** A line of a heading without bullets, numbers and marks around the whole of it. */
function bareHeadLine(copy: MarkedCopy): MarkedCopy {
  return turnedQuotes(copy).replaced(HEAD_NUMBER, 'bullets', '').replaced(WRAPPER, 'labels', '');
}

interface MadeParagraph {
  readonly paragraph: DraftParagraph;
  readonly copy: MarkedCopy;
  readonly bylineWords: readonly string[];
}

/** A line of a heading that has no place in it stays with the story. */
function looseHead(copy: MarkedCopy): MadeParagraph {
  return { paragraph: { ...stretchOf(copy), kind: 'body', roles: [] }, copy, bylineWords: [] };
}

function madeParagraphs(story: readonly StoryLine[]): readonly MadeParagraph[] {
  const last = story.findLastIndex(({ kind }) => kind === 'body');
  return story.map((one, index) => madeParagraph(one, index === last));
}

function madeParagraph({ line, kind }: StoryLine, isLast: boolean): MadeParagraph {
  if (kind === 'crosshead' || kind === 'byline') {
    const isCrosshead = kind === 'crosshead';
    const bare = isCrosshead ? line.copy.replaced(BULLET, 'bullets', '') : line.copy;
    const copy = turnedQuotes(bare);
    const place = stretchOf(copy);
    const roles: readonly RoleStretch[] = kind === 'byline' ? [{ ...place, role: 'byline' }] : [];
    const paragraphKind = kind === 'byline' ? 'body' : kind;
    const bylineWords = kind === 'byline' ? [copy.text] : [];
    return { paragraph: { ...place, kind: paragraphKind, roles }, copy, bylineWords };
  }
  const bare = line.copy.replaced(BULLET, 'bullets', '');
  const copy = line.look.kind === 'row' ? bare : turnedQuotes(repairedMarks(bare));
  const roles = rolesOf(copy, isLast);
  return {
    paragraph: { ...stretchOf(copy), kind: 'body', roles: roles.map(({ stretch }) => stretch) },
    copy,
    bylineWords: roles.flatMap(({ stretch, words }) => (stretch.role === 'byline' ? [words] : [])),
  };
}

function rolesOf(
  copy: MarkedCopy,
  isLast: boolean,
): readonly { readonly stretch: RoleStretch; readonly words: string }[] {
  const text = copy.text.trimEnd();
  const { leadIn, byline } = leadInLength(text);
  const closing = isLast ? closingBylineLength(text) : 0;
  const ranges: readonly (readonly [RoleStretch['role'], number, number])[] = [
    ['leadIn', 0, text.slice(0, leadIn).trimEnd().length],
    ['byline', leadIn, leadIn + byline],
    ['byline', Math.max(leadIn + byline, text.length - closing), text.length],
  ];
  return ranges
    .filter(([, from, to], index) => to > from && (index < 2 || closing > 0))
    .map(([role, from, to]) => {
      const words = text.slice(from, to);
      return { stretch: { ...stretchOf(copy.slice(from, to)), role }, words };
    });
}
