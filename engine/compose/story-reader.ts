import type { Article, Paragraph } from '#engine/model/issue.ts';
import type { StoryParagraph } from './story-paragraph.ts';
import { readParagraph } from './story-paragraph.ts';
import type { Typesetter } from './typesetter.ts';

/** Stories remembered: those of some five pages. */
const MOST_STORIES = 60;

/** Reads stories for the flow; a paragraph that is the same value as before is not read anew. */
export class StoryReader {
  private readonly typesetter: Typesetter;
  private readonly readings = new Map<string, readonly Reading[]>();

  constructor(typesetter: Typesetter) {
    this.typesetter = typesetter;
  }

  read({ id, story }: Article): readonly StoryParagraph[] {
    const before = this.readings.get(id) ?? [];
    const moved = movedFrom(before, story.paragraphs);
    const now = story.paragraphs.map((value, index): Reading => {
      const known = before[index];
      if (known?.value === value) return known;
      const source = `article:${id}/story:${index}`;
      return { value, paragraph: readParagraph(this.typesetter, value, source, moved.get(value)) };
    });
    this.remember(id, now);
    return now.map(({ paragraph }) => paragraph);
  }

  private remember(id: string, reading: readonly Reading[]): void {
    this.readings.delete(id);
    this.readings.set(id, reading);
    const oldest = this.readings.keys().next();
    if (this.readings.size > MOST_STORIES && !oldest.done) this.readings.delete(oldest.value);
  }
}

interface Reading {
  readonly value: Paragraph;
  readonly paragraph: StoryParagraph;
}

/** Paragraphs that stood elsewhere in the story: a new one moves all that follow. */
function movedFrom(
  before: readonly Reading[],
  paragraphs: readonly Paragraph[],
): ReadonlyMap<Paragraph, StoryParagraph> {
  if (before.length === paragraphs.length) return new Map();
  return new Map(before.map(({ value, paragraph }) => [value, paragraph]));
}
