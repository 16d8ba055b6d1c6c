import type { FontBook, ShapedGlyph, Typeface } from '#engine/fonts/typeface.ts';
import type { CharacterClass } from './character-class.ts';
import { isWestern } from './character-class.ts';
import type { Span, Unit } from './clusters.ts';
import { readUnits } from './clusters.ts';
import type { GapStyle } from './gaps.ts';
import { gapBetween } from './gaps.ts';
import { asQuote, breakPenalty } from './legal-breaks.ts';
import { bodyWidth, originInBody } from './mark-box.ts';
import { sumClusters } from './prefix-sums.ts';
import type {
  BreakPlace,
  Cluster,
  ClusterGlyph,
  PreparedText,
  Substitution,
} from './prepared-text.ts';
import type { Cell } from './vertical-cells.ts';
import { cellUnits, verticalText } from './vertical-cells.ts';

export interface PrepareOptions {
  readonly fonts: FontBook;
  readonly gaps: GapStyle;
  readonly vertical: boolean;
}

/** Penalty of breaking inside a span that is kept together, such as a photo credit. */
const KEEP_TOGETHER = 400;

/** Shapes a paragraph and finds its gaps and legal breaks. Pure; costs about 1 µs a character. */
export function prepareText(spans: readonly Span[], options: PrepareOptions): PreparedText {
  const substitutions: Substitution[] = [];
  const units = resolveQuotes(readUnits(spans));
  const clusters = shapeUnits(units, { spans, options, substitutions });
  const gaps = clusters.map((cluster, index) => {
    const left = clusters[index - 1] ?? cluster;
    return gapBetween(left, cluster, cluster.spaceBefore, options.gaps);
  });
  return {
    length: spans.reduce((total, span) => total + span.text.length, 0),
    clusters,
    gaps,
    breaks: findBreaks(clusters, spans),
    substitutions,
    sums: sumClusters(clusters, gaps),
  };
}

function resolveQuotes(units: readonly Unit[]): readonly Unit[] {
  const seen = new Map<string, number>();
  return units.map((unit) => {
    if (unit.kind !== 'asciiQuote') return unit;
    const count = seen.get(unit.text) ?? 0;
    seen.set(unit.text, count + 1);
    return { ...unit, kind: asQuote(unit.kind, count) };
  });
}

function findBreaks(clusters: readonly Cluster[], spans: readonly Span[]): readonly BreakPlace[] {
  const breaks: BreakPlace[] = [];
  for (let at = 1; at < clusters.length; at++) {
    const left = clusters[at - 1];
    const right = clusters[at];
    if (left === undefined || right === undefined) continue;
    const penalty = breakPenalty(left, right, clusters[at - 2]);
    if (penalty === undefined) continue;
    const kept = left.span === right.span && spans[left.span]?.keepTogether === true;
    breaks.push({ at, penalty: kept ? penalty + KEEP_TOGETHER : penalty });
  }
  return breaks;
}

interface ShapeContext {
  readonly spans: readonly Span[];
  readonly options: PrepareOptions;
  readonly substitutions: Substitution[];
}

function shapeUnits(units: readonly Unit[], context: ShapeContext): readonly Cluster[] {
  if (context.options.vertical) {
    return cellUnits(units).flatMap((cell) => shapeCell(cell, context));
  }
  const clusters: Cluster[] = [];
  let index = 0;
  while (index < units.length) {
    const end = westernRunEnd(units, index);
    const run = units.slice(index, Math.max(end, index + 1));
    clusters.push(
      ...(end > index ? shapeWord(run, context) : run.map((u) => shapeUnit(u, context))),
    );
    index = Math.max(end, index + 1);
  }
  return clusters;
}

/** End of the Western run that starts here: same span, no blank inside. */
function westernRunEnd(units: readonly Unit[], from: number): number {
  const first = units[from];
  let end = from;
  while (end < units.length) {
    const unit = units[end];
    if (unit === undefined || first === undefined) break;
    if (!isWestern(unit.kind) || unit.span !== first.span) break;
    if (end > from && unit.spaceBefore !== '') break;
    end++;
  }
  return end;
}

/** A Western run is shaped whole, for its kerning, and then cut into its units again. */
function shapeWord(run: readonly Unit[], context: ShapeContext): readonly Cluster[] {
  const first = run[0];
  if (first === undefined) return [];
  const text = run.map((unit) => unit.text).join('');
  const typeface = faceFor(text, first, context);
  const glyphs = typeface.shape(text, { vertical: false });
  return run.map((unit) => {
    const from = unit.start - first.start;
    const own = glyphs.filter((g) => g.start >= from && g.start < from + unit.text.length);
    return cutCluster(unit, own, { typeface, shift: first.start });
  });
}

function cutCluster(
  unit: Unit,
  own: readonly ShapedGlyph[],
  place: { readonly typeface: Typeface; readonly shift: number },
): Cluster {
  let x = 0;
  const glyphs = own.map((glyph): ClusterGlyph => {
    const placed = placeGlyph(glyph, place.typeface, x, place.shift);
    x += glyph.advance;
    return placed;
  });
  return { ...unit, body: x, glyphs };
}

function placeGlyph(
  glyph: ShapedGlyph,
  typeface: Typeface,
  x: number,
  shift: number,
): ClusterGlyph {
  return {
    id: glyph.id,
    face: typeface.id,
    x: x + glyph.xOffset,
    box: x,
    y: -glyph.yOffset,
    advance: glyph.advance,
    start: glyph.start + shift,
    end: glyph.end + shift,
    turn: 0,
    scale: 1,
  };
}

/** Han characters and marks: the body comes from our table, the ink is moved into it. */
function shapeUnit(unit: Unit, context: ShapeContext): Cluster {
  const typeface = faceFor(unit.text, unit, context);
  const shaped = typeface.shape(unit.text, { vertical: false });
  const advances = shaped.reduce((total, glyph) => total + glyph.advance, 0);
  const body = bodyWidth(unit.kind, unit.text, false) ?? advances;
  const each = body / Math.max(shaped.length, 1);
  let x = 0;
  const glyphs = shaped.map((glyph): ClusterGlyph => {
    const inset =
      unit.kind === 'han' ? 0 : originInBody(typeface, glyph, partKind(unit.kind), each);
    const placed = placeGlyph(glyph, typeface, x, unit.start);
    const step = unit.kind === 'han' ? glyph.advance : each;
    x += step;
    return { ...placed, x: placed.x + inset, advance: step };
  });
  return { ...unit, body, glyphs };
}

/** Members of a fixed box are placed like the single mark. */
function partKind(kind: CharacterClass): CharacterClass {
  return kind === 'queryRun' ? 'query' : kind;
}

/** The face of the span, or the first fallback that has every character. */
function faceFor(text: string, unit: Unit, context: ShapeContext): Typeface {
  const { fonts } = context.options;
  const wanted = fonts.face(context.spans[unit.span]?.face ?? '');
  if (hasAll(wanted, text)) return wanted;
  const id = fonts.fallbacks(wanted.id).find((face) => hasAll(fonts.face(face), text));
  context.substitutions.push({ start: unit.start, text, wanted: wanted.id, taken: id });
  return id === undefined ? wanted : fonts.face(id);
}

function hasAll(typeface: Typeface, text: string): boolean {
  for (const character of text) {
    if (!isInvisible(character) && !typeface.hasGlyph(character.codePointAt(0) ?? 0)) return false;
  }
  return true;
}

const INVISIBLE = /^[\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff\u{e0100}-\u{e01ef}]$/u;

function isInvisible(character: string): boolean {
  return INVISIBLE.test(character);
}

function shapeCell(cell: Cell, context: ShapeContext): readonly Cluster[] {
  const typeface = faceFor(cell.drawn, cell.units[0] as Unit, context);
  return verticalText(cell, typeface);
}
