import type { PlacedGlyph, TextItem } from '#engine/display/display-list.ts';
import { pdfLength, pdfNumber, roundedLength } from './pdf-syntax.ts';
import type { PenTravel } from './pen.ts';

/** What setting text takes from a face. */
export interface FaceMeasures {
  /** The character code that stands for a glyph in the page content. */
  cidOf(glyphId: number): number;
  /** Width as the PDF's width array states it, in thousandths of an em. */
  widthOf(glyphId: number): number;
}

/** Glyphs that follow each other on one straight line, so that one matrix places them all. */
export interface Stroke {
  readonly glyphs: readonly PlacedGlyph[];
  /** Upright Chinese in vertical lines is set in the vertical writing mode of PDF. */
  readonly isDown: boolean;
  /** Horizontal scaling (`Tz`), percent; turned glyphs get theirs from the matrix. */
  readonly scalePercent: number;
  /** Operands and operator that set the text matrix. */
  readonly matrix: string;
  readonly travel: PenTravel;
}

/**
 * In vertical writing, a viewer hangs each glyph by the middle of its width, 0.88 em above its
 * baseline: the default of /DW2 (ISO 32000-1, 9.7.4.3).
 */
const HANGING_HEIGHT = 880;
const DOWN_STEP = 1000;

/** Glyphs whose lines differ by less than this, in points, stand on one line. */
const SAME_LINE_PT = 0.0005;

/** Breaks a run where the line, or the direction, changes. */
export function strokesOf(item: TextItem, measures: FaceMeasures): readonly Stroke[] {
  const strokes: Stroke[] = [];
  let glyphs: PlacedGlyph[] = [];
  let line: Line | undefined;
  for (const glyph of item.run.glyphs) {
    const next = lineOf(glyph, item, measures);
    if (!line || !isSameLine(line, next)) {
      if (line) strokes.push(strokeOn(line, glyphs, { item, measures }));
      glyphs = [];
      line = next;
    }
    glyphs.push(glyph);
  }
  if (line) strokes.push(strokeOn(line, glyphs, { item, measures }));
  return strokes;
}

/** Where a glyph's line runs, in the space of the run. */
interface Line {
  readonly direction: 'across' | 'turned' | 'down';
  /** Baseline of a line across; its x for a line down the page. */
  readonly offset: number;
}

function lineOf(glyph: PlacedGlyph, item: TextItem, measures: FaceMeasures): Line {
  if (glyph.turn === 90) return { direction: 'turned', offset: glyph.x };
  if (!item.run.vertical) return { direction: 'across', offset: glyph.y };
  const halfWidth = (measures.widthOf(glyph.id) / 2) * widthUnit(item);
  return { direction: 'down', offset: glyph.x + halfWidth };
}

function isSameLine(a: Line, b: Line): boolean {
  return a.direction === b.direction && Math.abs(a.offset - b.offset) < SAME_LINE_PT;
}

function strokeOn(
  line: Line,
  glyphs: readonly PlacedGlyph[],
  options: { readonly item: TextItem; readonly measures: FaceMeasures },
): Stroke {
  const { item, measures } = options;
  const hanging = (HANGING_HEIGHT / 1000) * item.run.sizePt;
  const isDown = line.direction === 'down';
  const placeOf = {
    across: (glyph: PlacedGlyph) => item.x + glyph.x,
    turned: (glyph: PlacedGlyph) => item.y + glyph.y,
    down: (glyph: PlacedGlyph) => item.y + glyph.y - hanging,
  }[line.direction];
  const first = glyphs[0];
  const startPt = roundedLength(first ? placeOf(first) : 0);
  const travel: PenTravel = {
    startPt,
    unitPt: line.direction === 'across' ? widthUnit(item) : item.run.sizePt / 1000,
    adjustment: isDown ? 'forwards' : 'backwards',
    cidOf: measures.cidOf,
    stepOf: isDown ? () => DOWN_STEP : measures.widthOf,
    placeOf,
  };
  const scalePercent = line.direction === 'turned' ? 100 : item.run.horizontalScale * 100;
  return { glyphs, isDown, scalePercent, matrix: matrixOf(line, item, startPt), travel };
}

function matrixOf(line: Line, item: TextItem, startPt: number): string {
  const x = line.direction === 'across' ? startPt : item.x + line.offset;
  const y = line.direction === 'across' ? item.y + line.offset : startPt;
  // Scaling (长扁) is across the page, also for a turned word, whose letters it makes lower.
  const acrossScale = pdfNumber(item.run.horizontalScale, 5);
  const turn = line.direction === 'turned' ? `0 -1 ${acrossScale} 0` : '1 0 0 1';
  return `${turn} ${pdfLength(x)} ${pdfLength(-y)} Tm`;
}

/** A thousandth of an em of width, in points; horizontal scaling applies to it. */
function widthUnit(item: TextItem): number {
  return (item.run.sizePt * item.run.horizontalScale) / 1000;
}
