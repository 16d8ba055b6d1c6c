import type { LineStart, SetStory } from '#engine/compose/story-lines.ts';
import type { Paragraph, Story } from '#engine/model/issue.ts';
import { paragraphText } from '#engine/model/story-text.ts';

/** The lines of a galley, as they are set on the page. */
export interface GalleyLines {
  readonly starts: readonly LineStart[];
  /** How many lines have a place; the others are overset. */
  readonly setLines: number;
  readonly oversetCharacters: number;
  /** Width of the longest line, in em. */
  readonly longestEm: number;
}

/** What a newsroom counts of a story. */
export interface StoryCounts {
  readonly characters: number;
  readonly paragraphs: number;
}

/** Body paragraphs begin two characters in. */
const INDENT_EM = 2;

/** Characters as a newsroom counts them: marks too, blanks not. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const character of text) if (!/\s/.test(character)) count += 1;
  return count;
}

/** Characters and paragraphs of a story. */
export function countStory({ paragraphs }: Story): StoryCounts {
  const characters = paragraphs.reduce((sum, one) => sum + countCharacters(paragraphText(one)), 0);
  return { characters, paragraphs: paragraphs.length };
}

/** The lines of a story; undefined while the page knows none. */
export function galleyLines(story: Story, set: SetStory | undefined): GalleyLines | undefined {
  if (set === undefined) return undefined;
  const texts = story.paragraphs.map(paragraphText);
  // The page may be a keystroke behind: lines of what is gone are left out.
  const starts = set.lines.filter(
    ({ paragraph, start }) => start === 0 || start < (texts[paragraph]?.length ?? 0),
  );
  let longestEm = 0;
  let oversetCharacters = 0;
  for (const [number, { paragraph, start }] of starts.entries()) {
    const next = starts[number + 1];
    const end = next?.paragraph === paragraph ? next.start : undefined;
    const line = texts[paragraph]?.slice(start, end) ?? '';
    const indent = start === 0 && isBody(story.paragraphs[paragraph]) ? INDENT_EM : 0;
    longestEm = Math.max(longestEm, indent + widthEm(line));
    if (number >= set.setLines) oversetCharacters += countCharacters(line);
  }
  return { starts, setLines: set.setLines, oversetCharacters, longestEm };
}

function isBody(paragraph: Paragraph | undefined): boolean {
  return paragraph?.kind === 'body';
}

/** Chinese characters are one em wide, others about half of it. */
function widthEm(line: string): number {
  let width = 0;
  for (const character of line) width += character.charCodeAt(0) < 0x2000 ? 0.55 : 1;
  return width;
}

/** Number of the line on which a place of the story stands, from 0. */
export function lineOf(
  starts: readonly LineStart[],
  place: { readonly paragraph: number; readonly offset: number; readonly isBehind: boolean },
): number {
  const { paragraph, offset, isBehind } = place;
  const isReached = (line: LineStart) =>
    line.paragraph < paragraph ||
    (line.paragraph === paragraph &&
      (line.start < offset || (line.start === offset && (!isBehind || offset === 0))));
  return Math.max(0, starts.findLastIndex(isReached));
}
