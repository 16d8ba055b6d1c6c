import type { Lever } from '#engine/compose/copyfit-levers.ts';
import type { ThreadFit } from '#engine/compose/fit-badges.ts';
import type { Block, HeadlineLayout, Issue } from '#engine/model/issue.ts';
import { articleTitle } from '#renderer/make-up/area-words.ts';
import type { fitStrings } from '#renderer/strings/fit-strings.ts';

/** The words of copyfit in one language. */
export type FitWords = (typeof fitStrings)['en'];

/** What a lever is spoken of in: its issue, and the block whose thread it belongs to. */
export interface LeverPlace {
  readonly issue: Issue;
  readonly block: Block;
}

/** What a lever does, such as 第 3 段紧排一行. */
export function leverWords(words: FitWords, place: LeverPlace, lever: Lever): string {
  switch (lever.kind) {
    case 'looseness': {
      const name = paragraphName(words, place, lever);
      const own = place.issue.articles[lever.article]?.story.paragraphs[lever.paragraph];
      if (lever.looseness === 0) return words.evenAgain(name);
      const isTighter = lever.looseness < (own?.looseness ?? 0);
      return isTighter ? words.tighter(name) : words.looser(name);
    }
    case 'tracking':
      return trackingWords(words, place, lever);
    case 'headlineExtent': {
      const { article, extent, by, sizePt, lines } = lever;
      const title = isGroup(place)
        ? words.headlineOf(articleTitle(place.issue, article))
        : words.headline;
      const isAbove = layoutOf(place, article)?.placement === 'above';
      const taken = isAbove ? words.headlineExtent : words.headlineBeside;
      const means = [
        taken(title, signed(by), extent),
        sizePt === undefined ? '' : words.inSize(String(sizePt)),
        lines === undefined ? '' : words.inLines(lines),
      ];
      return means.filter((one) => one !== '').join(words.joined);
    }
    case 'pictureHeight':
      return words.picture(signed(lever.by), lever.lines);
    case 'blockHeight':
      return words.block(signed(lever.by), lever.lines);
  }
}

/** How a story is tracked, such as 正文字距 −1%. */
export function trackingWords(
  words: Pick<FitWords, 'tracking' | 'trackingEven' | 'story' | 'storyOf'>,
  place: LeverPlace,
  { article, tracking }: { readonly article: string; readonly tracking: number },
): string {
  const title = isGroup(place) ? words.storyOf(articleTitle(place.issue, article)) : words.story;
  return tracking === 0 ? words.trackingEven(title) : words.tracking(title, signed(tracking));
}

/** A paragraph as an editor counts them, crossheads left out; in a group with its article. */
export function paragraphName(
  words: Pick<FitWords, 'paragraph' | 'memberParagraph'>,
  place: LeverPlace,
  { article, paragraph }: { readonly article: string; readonly paragraph: number },
): string {
  const number = paragraph + 1;
  return isGroup(place)
    ? words.memberParagraph(articleTitle(place.issue, article), number)
    : words.paragraph(number);
}

function isGroup({ block }: LeverPlace): boolean {
  return block.kind === 'group';
}

function layoutOf({ issue }: LeverPlace, article: string): HeadlineLayout | undefined {
  for (const block of issue.pages.flatMap((page) => page.blocks)) {
    if (block.kind === 'article' && block.article === article && block.headline !== undefined) {
      return block.headline;
    }
    if (block.kind !== 'group') continue;
    const member = block.members.find((one) => one.article === article);
    if (member !== undefined) return member.headline;
  }
  return undefined;
}

function signed(by: number): string {
  return by > 0 ? `+${by}` : `−${-by}`;
}

/** How a thread stands, in two words: +3 行, −2 行 or 正好. */
export function fitWords(
  words: Pick<FitWords, 'plus' | 'minus' | 'even'>,
  { oversetLines, freeLines }: ThreadFit,
  columns: number,
): string {
  if (oversetLines > 0) return words.plus(oversetLines);
  return isHole(freeLines, columns) ? words.minus(freeLines) : words.even;
}

/** Columns that are level leave fewer free lines than there are columns. */
export function isHole(freeLines: number, columns: number): boolean {
  return freeLines >= Math.max(2, columns);
}

/** Columns inside a block. */
export function columnsOf(block: Block): number {
  return block.kind === 'article' || block.kind === 'group' ? block.columns.count : 1;
}
