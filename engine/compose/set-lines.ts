import type { BreakMemory, BreakRequest, LineBreaks } from './break-lines.ts';
import { breakLines, measureOf } from './break-lines.ts';
import { justifyLine } from './justify.ts';
import type { PreparedText } from './prepared-text.ts';

/** One set line of a paragraph. Lengths in em of the type size. */
export interface SetLine {
  /** UTF-16 range in the paragraph; lines follow one another without a hole. */
  readonly start: number;
  readonly end: number;
  /** Clusters `from` up to, not including, `to`. */
  readonly from: number;
  readonly to: number;
  /** Indent of the first line. */
  readonly x: number;
  /** Left edge of each cluster's body, from `x`. */
  readonly xs: Float64Array;
  readonly natural: number;
  readonly width: number;
  readonly measure: number;
  /** Widening of every gap, Han beside Han included; the looseness the eye sees. */
  readonly widening: number;
}

/** How a paragraph is broken and spread. */
export interface SetRequest extends BreakRequest {
  /** Spread all lines but the last to the measure. */
  readonly justify: boolean;
}

/** A paragraph in lines. */
export interface SetText {
  readonly lineCount: number;
  readonly lines: readonly SetLine[];
  readonly cost: number;
  /** UTF-16 offsets of breaks that no rule permits: a token is longer than the line. */
  readonly forced: readonly number[];
}

/** Breaks and justifies a paragraph; undefined when the looseness cannot be had. */
export function setLines(
  text: PreparedText,
  request: SetRequest,
  memory?: BreakMemory,
): SetText | undefined {
  const breaks = breakLines(text, request, memory);
  return breaks === undefined ? undefined : justifyLines(text, request, breaks);
}

function justifyLines(text: PreparedText, request: SetRequest, breaks: LineBreaks): SetText {
  if (text.clusters.length === 0) return justifyBlank(text, request);
  const lines: SetLine[] = [];
  let from = 0;
  for (const [index, to] of breaks.ends.entries()) {
    const measure = measureOf(request, index);
    const spread = request.justify && to < text.clusters.length && to !== text.raggedBefore;
    const justified = justifyLine(text, { from, to, measure, spread });
    const range = { start: startOf(text, from), end: startOf(text, to) };
    const x = index === 0 ? request.indent : 0;
    lines.push({ ...range, from, to, x, measure, ...justified });
    from = to;
  }
  const forced = breaks.forced.map((at) => startOf(text, at));
  return { lineCount: lines.length, lines, cost: breaks.cost, forced };
}

/**
 * Blanks without text keep a line, so that no typed character is lost; no text at all has one too,
 * where its first character will stand.
 */
function justifyBlank(text: PreparedText, request: SetRequest): SetText {
  const blank = { ...setNaturalLine(text, request.indent), measure: measureOf(request, 0) };
  return { lineCount: 1, lines: [blank], cost: 0, forced: [] };
}

/** Offset where the line that begins with cluster `at` starts; blanks belong to the line before. */
function startOf(text: PreparedText, at: number): number {
  if (at === 0) return 0;
  return text.clusters[at]?.start ?? text.length;
}

/** The whole text on one line at its natural width. */
export function setNaturalLine(text: PreparedText, indent: number): SetLine {
  const to = text.clusters.length;
  const range = { from: 0, to, measure: Number.POSITIVE_INFINITY, spread: false };
  return { start: 0, end: text.length, x: indent, ...range, ...justifyLine(text, range) };
}
