import type { HeadlinePartLayout } from '#engine/model/issue.ts';
import type { TextStyle } from '#engine/model/template.ts';
import type { Finding } from '#engine/units/finding.ts';
import { pointsOver } from './block-findings.ts';
import type { BrokenHeadline, HeadlineToBreak } from './break-headline.ts';
import { breakHeadline } from './break-headline.ts';
import type { FitLimits } from './fit-line.ts';
import { FIT_LIMITS, fitLines, sizeSteps } from './fit-line.ts';
import { glyphFindings } from './glyph-findings.ts';
import { naturalWidth } from './prefix-sums.ts';
import type { PreparedText } from './prepared-text.ts';
import { readWords } from './segment-words.ts';
import type { SetLine } from './set-lines.ts';
import { setOneLine } from './text-box.ts';
import type { SetVariation, StyledSpan, StyledText, Typesetter } from './typesetter.ts';

/** One part of a headline with its text; `\n` is a break made by hand. */
export interface HeadlinePart {
  /** Source name, such as `article:lead/headline`. */
  readonly source: string;
  readonly text: string;
  readonly layout: HeadlinePartLayout;
  readonly style: TextStyle;
}

/** One set line of a headline. */
export interface HeadlineLine {
  readonly text: StyledText;
  readonly line: SetLine;
  /** Length along the line, in points. */
  readonly lengthPt: number;
}

/** A headline part in lines, with what there is to say about it. */
export interface BrokenHeadlinePart {
  readonly part: HeadlinePart;
  readonly lines: readonly HeadlineLine[];
  readonly findings: readonly Finding[];
}

/** The room a headline part is broken for. */
export interface HeadlineMeasure {
  /** Length of the lines, in points. */
  readonly measurePt: number;
  readonly vertical: boolean;
}

/** Breaks a headline part by words and sets its lines, fitted to the width where asked for. */
export function breakHeadlinePart(
  typesetter: Typesetter,
  part: HeadlinePart,
  measure: HeadlineMeasure,
): BrokenHeadlinePart {
  const broken = breakPart(typesetter, part, measure);
  const drawn = broken.lines.map((line) => drawLine(typesetter, part, line, measure));
  const widest = Math.max(0, ...drawn.map((line) => line.lengthPt));
  const wantsFit =
    widest > 0 && (part.layout.fit || widest > measure.measurePt + WIDTH_TOLERANCE_PT);
  const lines = wantsFit ? fitDrawn(typesetter, part, drawn, measure) : drawn;
  return { part, lines, findings: headlineFindings(part, broken, lines, measure) };
}

/** A hundredth of a point is less than the thickness of a hairline. */
const WIDTH_TOLERANCE_PT = 0.01;
/** Sizes that 撑满 may choose from, as shares of the style's own (own trial). */
const FIT_LEAST_SHARE = 0.84;
const FIT_MOST_SHARE = 1.12;

function breakPart(
  typesetter: Typesetter,
  part: HeadlinePart,
  measure: HeadlineMeasure,
): BrokenHeadline {
  return breakHeadline(headlineToBreak(typesetter, part, measure));
}

/** A headline part with the words, widths and rules that its breaking takes. */
export function headlineToBreak(
  typesetter: Typesetter,
  part: HeadlinePart,
  measure: HeadlineMeasure,
): HeadlineToBreak {
  const { text, style, layout } = part;
  const spans = [{ text, style, source: undefined }];
  const { prepared } = typesetter.readText(spans, { vertical: measure.vertical });
  const legal = new Set(prepared.breaks.map(({ at }) => prepared.clusters[at]?.start));
  const emPt = style.sizePt * (measure.vertical ? 1 : style.horizontalScale);
  const lines = layout.lines;
  return {
    text,
    words: readWords(text, typesetter.lexicon),
    widthOf: (start, end) => widthBetween(prepared, start, end),
    mayBreak: (offset) => legal.has(offset),
    measureEm: measure.measurePt / emPt,
    ...(lines === undefined ? {} : { leastLines: lines, mostLines: lines }),
  };
}

/** Width of the text between two offsets, edges trimmed, in em. */
function widthBetween(prepared: PreparedText, start: number, end: number): number {
  const from = prepared.clusters.findIndex((cluster) => cluster.start >= start);
  const beyond = prepared.clusters.findIndex((cluster) => cluster.start >= end);
  const to = beyond < 0 ? prepared.clusters.length : beyond;
  return from < 0 || to <= from ? 0 : naturalWidth(prepared.sums, from, to);
}

function drawLine(
  typesetter: Typesetter,
  part: HeadlinePart,
  place: { readonly start: number; readonly end: number },
  measure: HeadlineMeasure,
): HeadlineLine {
  const source = { text: part.source, start: place.start };
  const span = { text: part.text.slice(place.start, place.end), style: part.style, source };
  return setVaried(typesetter, [span], { vertical: measure.vertical });
}

/** All lines of a part keep one size and scale; those of a couplet get the same length. */
function fitDrawn(
  typesetter: Typesetter,
  part: HeadlinePart,
  drawn: readonly HeadlineLine[],
  measure: HeadlineMeasure,
): readonly HeadlineLine[] {
  if (drawn.length === 0) return drawn;
  const { style, layout } = part;
  const leastPt = layout.fit ? style.sizePt * FIT_LEAST_SHARE : style.sizePt;
  const mostPt = layout.fit ? style.sizePt * FIT_MOST_SHARE : style.sizePt;
  const fitted = fitLines(
    drawn.map(({ line, text }) => ({
      naturalEm: line.width,
      glyphCount: text.prepared.clusters.length,
    })),
    {
      measurePt: measure.measurePt,
      sizesPt: sizeSteps({ leastPt, mostPt }),
      limits: limitsFor(measure),
    },
  );
  const { sizePt, horizontalScale } = fitted;
  return drawn.map((line, index) => {
    const trackingEm = fitted.trackingsEm[index] ?? 0;
    const variation = { sizePt, horizontalScale, trackingEm, vertical: measure.vertical };
    return setVaried(typesetter, line.text.spans, variation);
  });
}

/** The width of glyphs does not change the length of a vertical line. */
function limitsFor(measure: HeadlineMeasure): FitLimits {
  return measure.vertical ? { ...FIT_LIMITS, leastScale: 1, mostScale: 1 } : FIT_LIMITS;
}

function setVaried(
  typesetter: Typesetter,
  spans: readonly StyledSpan[],
  variation: SetVariation,
): HeadlineLine {
  const text = typesetter.readText(spans, variation);
  const { line } = setOneLine(text);
  const emPt = text.sizePt * (text.vertical ? 1 : text.horizontalScale);
  return { text, line, lengthPt: line.width * emPt };
}

function headlineFindings(
  part: HeadlinePart,
  broken: BrokenHeadline,
  lines: readonly HeadlineLine[],
  measure: HeadlineMeasure,
): readonly Finding[] {
  const where = { text: part.source };
  const findings: Finding[] = lines.flatMap((line) => glyphFindings(line.text));
  const excess = Math.max(0, ...lines.map((line) => line.lengthPt)) - measure.measurePt;
  if (excess > WIDTH_TOLERANCE_PT) {
    const values = { excessPt: pointsOver(excess) };
    findings.push({ code: 'headline-too-wide', severity: 'blocks press', where, values });
  }
  if (broken.cutsWord) {
    findings.push({ code: 'headline-cuts-word', severity: 'warns', where, values: {} });
  }
  return findings;
}
