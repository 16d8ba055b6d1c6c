import type { FontBook, ShapedGlyph } from '#engine/fonts/typeface.ts';
import { isWestern } from './character-class.ts';
import type { FaceChoice } from './cluster-shaper.ts';
import { ClusterShaper, glyphsWithin, placeGlyph } from './cluster-shaper.ts';
import type { Span, Unit } from './clusters.ts';
import { readUnits } from './clusters.ts';
import type { Gap, GapStyle } from './gaps.ts';
import { gapBetween } from './gaps.ts';
import { asQuote, breakPenalty } from './legal-breaks.ts';
import { sumClusters } from './prefix-sums.ts';
import type { BreakPlace, Cluster, PreparedText, Substitution } from './prepared-text.ts';
import type { Cell } from './vertical-cells.ts';
import { cellUnits, verticalText } from './vertical-cells.ts';

/** What a text is prepared with. */
export interface PrepareOptions {
  readonly fonts: FontBook;
  readonly gaps: GapStyle;
  readonly vertical: boolean;
}

/**
 * Penalty of breaking inside a span that is kept together, such as a photo credit: dearer than any
 * line left short before it. Setting it on a line of its own costs as much as a line that is
 * widened by 0.1 em, or else every credit would have one.
 */
const KEEP_TOGETHER = 20_000;
const OWN_LINE = 150;

/** Shapes a paragraph and finds its gaps and legal breaks. The same text gives the same result. */
export function prepareText(spans: readonly Span[], options: PrepareOptions): PreparedText {
  const substitutions: Substitution[] = [];
  const units = resolveQuotes(readUnits(spans));
  const shaper = shaperOf(options.fonts);
  const context = { spans, shaper, substitutions };
  if (!options.vertical) for (const span of spans) shaper.meet(span.text, span.face);
  const clusters = options.vertical ? shapeCells(units, context) : shapeUnits(units, context);
  const gaps = findGaps(clusters, options.gaps);
  return {
    length: spans.reduce((total, span) => total + span.text.length, 0),
    clusters,
    gaps,
    breaks: findBreaks(clusters, spans),
    raggedBefore: raggedBefore(clusters, spans),
    substitutions,
    sums: sumClusters(clusters, gaps),
  };
}

const shapers = new WeakMap<FontBook, ClusterShaper>();

function shaperOf(fonts: FontBook): ClusterShaper {
  const shaper = shapers.get(fonts) ?? new ClusterShaper(fonts);
  shapers.set(fonts, shaper);
  return shaper;
}

function resolveQuotes(units: readonly Unit[]): readonly Unit[] {
  if (!units.some((unit) => unit.kind === 'asciiQuote')) return units;
  const seen = new Map<string, number>();
  return units.map((unit) => {
    if (unit.kind !== 'asciiQuote') return unit;
    const count = seen.get(unit.text) ?? 0;
    seen.set(unit.text, count + 1);
    return { ...unit, kind: asQuote(unit.kind, count) };
  });
}

function findGaps(clusters: readonly Cluster[], style: GapStyle): readonly Gap[] {
  const gaps: Gap[] = [];
  let left = clusters[0];
  for (const right of clusters) {
    if (left !== undefined) gaps.push(gapBetween(left, right, right.spaceBefore, style));
    left = right;
  }
  return gaps;
}

function findBreaks(clusters: readonly Cluster[], spans: readonly Span[]): readonly BreakPlace[] {
  const breaks: BreakPlace[] = [];
  for (let at = 1; at < clusters.length; at++) {
    const left = clusters[at - 1];
    const right = clusters[at];
    if (left === undefined || right === undefined) continue;
    const around = { before: clusters[at - 2], after: clusters[at + 1] };
    const penalty = breakPenalty(left, right, around);
    if (penalty === undefined) continue;
    breaks.push({ at, penalty: penalty + keepingPenalty(left, right, spans) });
  }
  return breaks;
}

function keepingPenalty(left: Cluster, right: Cluster, spans: readonly Span[]): number {
  if (spans[right.span]?.keepTogether !== true) return 0;
  return left.span === right.span ? KEEP_TOGETHER : OWN_LINE;
}

function raggedBefore(clusters: readonly Cluster[], spans: readonly Span[]): number {
  const kept = spans.findLastIndex((span) => span.keepTogether);
  return kept < 0 ? -1 : clusters.findIndex((cluster) => cluster.span === kept);
}

interface ShapeContext {
  readonly spans: readonly Span[];
  readonly shaper: ClusterShaper;
  readonly substitutions: Substitution[];
}

function shapeUnits(units: readonly Unit[], context: ShapeContext): readonly Cluster[] {
  const clusters: Cluster[] = [];
  let index = 0;
  while (index < units.length) {
    const unit = units[index];
    if (unit === undefined) break;
    if (isWestern(unit.kind)) {
      const end = westernRunEnd(units, index);
      clusters.push(...shapeWord(units.slice(index, end), context));
      index = end;
    } else {
      clusters.push(shapeUnit(unit, context));
      index++;
    }
  }
  return clusters;
}

/** End of the Western run that starts here: same span, no blank inside. */
function westernRunEnd(units: readonly Unit[], from: number): number {
  const span = units[from]?.span;
  let end = from + 1;
  for (; end < units.length; end++) {
    const unit = units[end];
    if (unit === undefined || !isWestern(unit.kind)) break;
    if (unit.span !== span || unit.spaceBefore !== '') break;
  }
  return end;
}

/** A Western run is shaped whole, for its kerning, and then cut into its units again. */
function shapeWord(run: readonly Unit[], context: ShapeContext): readonly Cluster[] {
  const first = run[0];
  if (first === undefined) return [];
  const text = run.map((unit) => unit.text).join('');
  const { typeface } = chooseFace(text, first, context);
  const shaped = context.shaper.word(typeface, text);
  return run.map((unit) => cutCluster(unit, shaped, unit.start - first.start, typeface.id));
}

function cutCluster(
  unit: Unit,
  shaped: readonly ShapedGlyph[],
  from: number,
  face: string,
): Cluster {
  let box = 0;
  const glyphs = [];
  for (const glyph of glyphsWithin(shaped, from, from + unit.text.length)) {
    const local = { ...glyph, start: glyph.start - from, end: glyph.end - from };
    glyphs.push(placeGlyph(local, face, box, 0));
    box += glyph.advance;
  }
  return { ...unit, body: box, glyphs };
}

function shapeUnit(unit: Unit, context: ShapeContext): Cluster {
  const { text, kind, start, end, span, spaceBefore } = unit;
  const { typeface } = chooseFace(text, unit, context);
  const { body, glyphs } = context.shaper.square(typeface, text, kind);
  return { text, kind, start, end, span, spaceBefore, body, glyphs };
}

function chooseFace(text: string, unit: Unit, context: ShapeContext): FaceChoice {
  const choice = context.shaper.faceFor(text, context.spans[unit.span]?.face ?? '');
  const { wanted, taken } = choice;
  if (taken !== wanted) context.substitutions.push({ start: unit.start, text, wanted, taken });
  return choice;
}

function shapeCells(units: readonly Unit[], context: ShapeContext): readonly Cluster[] {
  return cellUnits(units).flatMap((cell) => shapeCell(cell, context));
}

function shapeCell(cell: Cell, context: ShapeContext): readonly Cluster[] {
  const { typeface } = chooseFace(cell.drawn, cell.first, context);
  return verticalText(cell, typeface);
}
