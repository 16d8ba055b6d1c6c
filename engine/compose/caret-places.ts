import type { GlyphRun, TextItem, TextSource } from '#engine/display/display-list.ts';
import type { FaceId } from '#engine/fonts/typeface.ts';
import type { Ink } from '#engine/units/ink.ts';
import type { PreparedText } from './prepared-text.ts';
import type { SetLine } from './set-lines.ts';

/** A text as far as its carets go; `StyledText` has all this. */
export interface CaretText {
  readonly prepared: PreparedText;
  readonly spans: readonly CaretSpan[];
  readonly text: string;
  readonly sizePt: number;
  readonly horizontalScale: number;
  readonly vertical: boolean;
}

interface CaretSpan {
  readonly text: string;
  readonly style: { readonly face: FaceId };
  /** Undefined for generated text. */
  readonly source: TextSource | undefined;
}

/** What a run without ink needs besides its text. */
export interface CaretLook {
  /** Ink of a span, by its number. */
  readonly ink: (span: number) => Ink;
  readonly blankGlyph: (face: FaceId) => number;
}

/**
 * Runs that leave no ink but hold a place for the caret on a line: for every field or paragraph
 * that is still empty a run without glyphs, for text of blanks alone a run of blanks without
 * width. Generated text needs no caret.
 */
export function caretPlaces(text: CaretText, line: SetLine, look: CaretLook): readonly TextItem[] {
  const hasLetters = text.prepared.clusters.length > 0;
  if (hasLetters && text.spans.every((span) => span.text !== '')) return [];
  const emPt = text.sizePt * (text.vertical ? 1 : text.horizontalScale);
  const items: TextItem[] = [];
  let offset = 0;
  for (const [number, span] of text.spans.entries()) {
    const isWanted = span.source !== undefined && (span.text === '' || !hasLetters);
    if (isWanted && isOnLine(text, line, offset)) {
      const alongPt = placeOf(text, line, offset) * emPt;
      items.push(caretPlace(text, span, { number, offset, alongPt, look }));
    }
    offset += span.text.length;
  }
  return items;
}

/** An offset between two lines belongs to the second. */
function isOnLine(text: CaretText, line: SetLine, offset: number): boolean {
  if (offset < line.start) return false;
  return offset < line.end || (offset === line.end && line.end === text.text.length);
}

/**
 * Where an empty span stands, in em. Behind other text it goes to the end of the measure: side by
 * side with the last character a click could not tell the two texts apart.
 */
function placeOf(text: CaretText, line: SetLine, offset: number): number {
  const { clusters } = text.prepared;
  const next = clusters.findIndex(({ start }) => start >= offset);
  if (next >= line.from && next < line.to) return line.x + (line.xs[next - line.from] ?? 0);
  if (line.to === line.from) return line.x;
  return line.x + (Number.isFinite(line.measure) ? line.measure : line.width);
}

interface CaretPlace {
  /** Of the span. */
  readonly number: number;
  readonly offset: number;
  readonly alongPt: number;
  readonly look: CaretLook;
}

function caretPlace(text: CaretText, span: CaretSpan, place: CaretPlace): TextItem {
  const { number, offset, alongPt, look } = place;
  const { face } = span.style;
  const length = span.text.length;
  const blank = { x: 0, y: 0, boxStart: 0, advance: 0, start: 0, end: length, turn: 0 } as const;
  const run: GlyphRun = {
    face,
    sizePt: text.sizePt,
    vertical: text.vertical,
    horizontalScale: text.horizontalScale,
    ink: look.ink(number),
    text: span.text,
    source: span.source && { ...span.source, start: span.source.start + offset },
    glyphs: length === 0 ? [] : [{ id: look.blankGlyph(face), ...blank }],
  };
  return text.vertical
    ? { kind: 'text', x: 0, y: alongPt, run }
    : { kind: 'text', x: alongPt, y: 0, run };
}
