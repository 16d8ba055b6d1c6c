import type { Paragraph, Story, TextRun } from './issue.ts';

/** A place in a story: the paragraph and the UTF-16 offset in its text. */
export interface StoryPlace {
  readonly paragraph: number;
  readonly offset: number;
}

/** The text of a paragraph without its roles. */
export function paragraphText(paragraph: Paragraph): string {
  return paragraph.runs.map((run) => run.text).join('');
}

/** The text of a story: paragraphs joined by one `\n`. */
export function storyText(story: Story): string {
  return story.paragraphs.map(paragraphText).join('\n');
}

/** The place of an offset in the story's text; undefined when the text is shorter. */
export function storyPlace(
  paragraphs: readonly Paragraph[],
  offset: number,
): StoryPlace | undefined {
  let before = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    const length = paragraphText(paragraph).length;
    if (offset <= before + length) return { paragraph: index, offset: offset - before };
    before += length + 1;
  }
  return undefined;
}

/** The part of a story between two places, as pieces that are open at both ends. */
export function sliceStory(
  paragraphs: readonly Paragraph[],
  start: StoryPlace,
  end: StoryPlace,
): readonly Paragraph[] {
  return paragraphs.slice(start.paragraph, end.paragraph + 1).map((paragraph, index) => {
    const number = start.paragraph + index;
    const from = number === start.paragraph ? start.offset : 0;
    const to = number === end.paragraph ? end.offset : Number.POSITIVE_INFINITY;
    return { ...paragraph, runs: sliceRuns(paragraph.runs, from, to) };
  });
}

/** The runs between two offsets of a paragraph. */
export function sliceRuns(runs: readonly TextRun[], from: number, to: number): readonly TextRun[] {
  const kept: TextRun[] = [];
  let position = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - position), Math.max(0, to - position));
    if (text !== '') kept.push({ text, role: run.role });
    position += run.text.length;
  }
  return kept;
}

/** True when the offset parts the two halves of one character (a surrogate pair). */
export function splitsCharacter(text: string, offset: number): boolean {
  const code = text.codePointAt(offset - 1);
  return offset > 0 && offset < text.length && code !== undefined && code > 0xffff;
}
