import type { Paragraph, TextRun } from '#engine/model/issue.ts';
import type { TextStyle } from '#engine/model/template.ts';
import { emptyBreakMemory } from './break-lines.ts';
import type { FlowParagraph, Looseness } from './flow-piece.ts';
import type { SetText } from './set-lines.ts';
import { setLines } from './set-lines.ts';
import type { StyledSpan, StyledText, Typesetter } from './typesetter.ts';

interface ParagraphPlace {
  readonly source: string;
  readonly indentEm: number;
}

/** How a paragraph is to be read. */
export interface ParagraphReading {
  /** Names the paragraph as a text source. */
  readonly source: string;
  /** Tracking of its story, in em, on top of its style's. */
  readonly trackingEm: number;
  /** The same paragraph, tracked alike, that only had another number in the story before. */
  readonly known: StoryParagraph | undefined;
}

/** A paragraph of a story as the flow sees it: it can be broken to any row of line lengths. */
export class StoryParagraph implements FlowParagraph {
  readonly kind = 'paragraph';
  readonly text: StyledText;
  /** Name of the paragraph as a text source, such as `article:lead/story:3`. */
  readonly source: string;
  readonly looseness: Looseness;
  /** Lines that must follow in the same column: a crosshead is never last in one. */
  readonly keepWithNextLines: number;
  private readonly indentEm: number;
  private readonly justify: boolean;
  private readonly breakMemory = emptyBreakMemory();
  private readonly broken = new Map<string, SetText | undefined>();

  constructor(text: StyledText, paragraph: Paragraph, place: ParagraphPlace) {
    this.text = text;
    this.source = place.source;
    this.looseness = paragraph.looseness;
    this.keepWithNextLines = paragraph.kind === 'crosshead' ? CROSSHEAD_KEEP : 0;
    this.indentEm = paragraph.kind === 'crosshead' ? 0 : place.indentEm;
    this.justify = paragraph.kind !== 'crosshead';
  }

  /** Sets it to these lengths in em, the last one repeated; cached. */
  breakTo(measures: readonly number[], looseness: Looseness): SetText | undefined {
    const key = `${measureKey(measures)}|${looseness}`;
    if (this.broken.has(key)) return this.broken.get(key);
    const { indentEm: indent, justify } = this;
    const request = { measures, indent, looseness, justify };
    const set = setLines(this.text.prepared, request, this.breakMemory);
    if (this.broken.size >= MOST_SETTINGS) this.broken.clear();
    this.broken.set(key, set);
    return set;
  }
}

/** Settings remembered of one paragraph: a block that is dragged over the page asks for many. */
const MOST_SETTINGS = 100;

/** Body lines that have to stand under a crosshead (composition rule P4). */
const CROSSHEAD_KEEP = 2;

function measureKey(measures: readonly number[]): string {
  const first = measures[0] ?? 0;
  return measures.every((measure) => measure === first) ? `${first}` : measures.join(',');
}

/**
 * Reads a paragraph in the styles of its roles. One that was known before is not prepared anew.
 * Tracking is for the text that fills lines; a crosshead stands as its style has it.
 */
export function readParagraph(
  typesetter: Typesetter,
  paragraph: Paragraph,
  { source, trackingEm, known }: ParagraphReading,
): StoryParagraph {
  const isCrosshead = paragraph.kind === 'crosshead';
  const base = typesetter.style(isCrosshead ? 'crosshead' : 'body');
  const origin = { text: source, start: 0 };
  const runs = paragraph.runs.length > 0 ? paragraph.runs : [NO_TEXT];
  const spans = runs.map(
    (run): StyledSpan => ({
      text: run.text,
      style: roleStyle(typesetter, run, base),
      source: origin,
    }),
  );
  const tracked = { ...base, trackingEm: base.trackingEm + (isCrosshead ? 0 : trackingEm) };
  const text = typesetter.readParagraph(spans, tracked, known?.text.prepared);
  const { firstLineIndentEm, paragraphOpening } = typesetter.template.composition;
  const opensWithMark = text.prepared.clusters[0]?.kind === 'open';
  const fullOpening = opensWithMark && paragraphOpening === 'full' ? OPENING_BLANK_EM : 0;
  const indentEm = firstLineIndentEm + fullOpening;
  return new StoryParagraph(text, paragraph, { source, indentEm });
}

/** Blank kept before a mark that opens a paragraph, when the style does not trim it. */
const OPENING_BLANK_EM = 0.5;

/** An empty paragraph has a place for the caret all the same. */
const NO_TEXT: TextRun = { text: '', role: 'plain' };

function roleStyle(typesetter: Typesetter, run: TextRun, base: TextStyle): TextStyle {
  return run.role === 'plain' ? base : typesetter.style(run.role);
}
