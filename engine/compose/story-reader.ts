import type { Article, Paragraph } from '#engine/model/issue.ts';
import type { StoryParagraph } from './story-paragraph.ts';
import { readParagraph } from './story-paragraph.ts';
import type { Typesetter } from './typesetter.ts';

/** Stories remembered: those of some five pages. */
const MOST_STORIES = 60;

/** Reads stories for the flow; a paragraph that is the same value as before is not read anew. */
export class StoryReader {
  private readonly typesetter: Typesetter;
  private readonly readings = new Map<string, StoryReading>();

  constructor(typesetter: Typesetter) {
    this.typesetter = typesetter;
  }

  read({ id, story, tracking = 0 }: Article): readonly StoryParagraph[] {
    const last = this.readings.get(id);
    const before = last?.tracking === tracking ? last.readings : [];
    const moved = movedFrom(before, story.paragraphs);
    const trackingEm = tracking / HUNDREDTHS;
    const readings = story.paragraphs.map((value, index): Reading => {
      const same = before[index];
      if (same?.value === value) return same;
      const source = `article:${id}/story:${index}`;
      const reading = { source, trackingEm, known: moved.get(value) };
      return { value, paragraph: readParagraph(this.typesetter, value, reading) };
    });
    this.remember(id, { tracking, readings });
    return readings.map(({ paragraph }) => paragraph);
  }

  private remember(id: string, reading: StoryReading): void {
    this.readings.delete(id);
    this.readings.set(id, reading);
    const oldest = this.readings.keys().next();
    if (this.readings.size > MOST_STORIES && !oldest.done) this.readings.delete(oldest.value);
  }
}

/** Tracking is told in hundredths of an em. */
const HUNDREDTHS = 100;

interface StoryReading {
  readonly tracking: number;
  readonly readings: readonly Reading[];
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
