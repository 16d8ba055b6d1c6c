import type { FilledThread } from './thread.ts';

/** Where a line of a story begins. */
export interface LineStart {
  /** Number of the paragraph in the story, from 0. */
  readonly paragraph: number;
  /** UTF-16 offset in the paragraph. */
  readonly start: number;
}

/** The lines of a story as they are set, and on as they would be set. */
export interface SetStory {
  /** In text order. Overset lines are broken at the measure of the last column. */
  readonly lines: readonly LineStart[];
  /** How many of them stand on the page; where there are more, the text is overset from there. */
  readonly setLines: number;
}

/** The lines of every story of a thread, by article; the filling has them, none is set anew. */
export function storyLines(thread: FilledThread): Readonly<Record<string, SetStory>> {
  const { pieces, result } = thread;
  const overset = oversetFrom(thread);
  const stories = new Map<string, { lines: LineStart[]; setLines: number }>();
  for (const [piece, { paragraph }] of pieces.entries()) {
    const place = paragraph && STORY_PARAGRAPH.exec(paragraph.source);
    if (!place) continue;
    const [, article = '', number] = place;
    const story = stories.get(article) ?? { lines: [], setLines: 0 };
    stories.set(article, story);
    const lines = result.settings[piece]?.broken.lines ?? [];
    for (const { start } of lines) story.lines.push({ paragraph: Number(number), start });
    story.setLines += Math.min(lines.length, overset.get(piece) ?? lines.length);
  }
  return Object.fromEntries(stories);
}

const STORY_PARAGRAPH = /^article:(.*)\/story:(\d+)$/u;

/** The first line of each piece that has no place. */
function oversetFrom({ result }: FilledThread): ReadonlyMap<number, number> {
  const first = new Map<number, number>();
  for (const { piece, lineFrom } of result.leftovers) {
    first.set(piece, Math.min(lineFrom, first.get(piece) ?? lineFrom));
  }
  return first;
}
