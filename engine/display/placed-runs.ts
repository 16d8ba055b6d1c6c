import type { DisplayItem, DisplayList, GlyphRun, PlacedGlyph } from './display-list.ts';

/** A glyph run with its origin on the page, groups resolved. */
export interface PlacedRun {
  readonly x: number;
  readonly y: number;
  readonly run: GlyphRun;
}

/**
 * Where the em square of a Han character ends above and below the baseline, in em: the convention
 * of every Chinese face (sTypoAscender 880, sTypoDescender -120), so that caret and selection have
 * one height along a line of mixed faces.
 */
const EM_ABOVE_BASELINE = 0.88;
const EM_BELOW_BASELINE = 0.12;

/** Every glyph run of the page in paint order. */
export function placedRuns(list: DisplayList): readonly PlacedRun[] {
  const runs: PlacedRun[] = [];
  const walk = (items: readonly DisplayItem[], x: number, y: number) => {
    for (const item of items) {
      if (item.kind === 'group') walk(item.items, x + item.x, y + item.y);
      else if (item.kind === 'text') runs.push({ x: x + item.x, y: y + item.y, run: item.run });
    }
  };
  walk(list.items, 0, 0);
  return runs;
}

/** A stretch of one axis, in points. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/** How far a point lies outside a stretch; 0 within it. */
export function distanceOutside(extent: Extent, at: number): number {
  return Math.max(extent.from - at, 0, at - extent.to);
}

/** The run's boxes along the line, relative to its origin; undefined for a run without glyphs. */
export function extentAlong(run: GlyphRun): Extent | undefined {
  if (run.glyphs.length === 0) return undefined;
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const glyph of run.glyphs) {
    from = Math.min(from, glyph.boxStart);
    to = Math.max(to, glyph.boxStart + glyph.advance);
  }
  return { from, to };
}

/** The run's em square across the line, relative to its origin. */
export function extentAcross(run: GlyphRun): Extent {
  if (run.vertical) {
    const half = (run.sizePt * run.horizontalScale) / 2;
    return { from: -half, to: half };
  }
  return { from: -EM_ABOVE_BASELINE * run.sizePt, to: EM_BELOW_BASELINE * run.sizePt };
}

/** One character of a run, with its share of its cluster's box along the line. */
export interface CharacterBox {
  /** Range in the run's text. */
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** A base character with the marks and selectors that belong to it; the caret never parts them. */
const CHARACTER = /\P{M}[\p{M}\u200d\ufe00-\ufe0f]*|\p{M}+/gu;

/** The boxes of a glyph's characters: a glyph of several characters is shared out evenly. */
function characterBoxes(run: GlyphRun, glyph: PlacedGlyph): readonly CharacterBox[] {
  const text = run.text.slice(glyph.start, glyph.end);
  const characters = text.match(CHARACTER) ?? [];
  const share = glyph.advance / characters.length;
  let start = glyph.start;
  return characters.map((character, index) => {
    const from = glyph.boxStart + index * share;
    const box = { start, end: start + character.length, from, to: from + share };
    start = box.end;
    return box;
  });
}

/** The one box of an empty field or paragraph: no width, but a place for the caret. */
const EMPTY_BOX: CharacterBox = { start: 0, end: 0, from: 0, to: 0 };

const KNOWN_BOXES = new WeakMap<GlyphRun, readonly CharacterBox[]>();

/**
 * The boxes of all characters of a run, in the order of its text. Kept by the run's identity:
 * cutting the characters takes longer than everything else a click needs.
 */
export function runBoxes(run: GlyphRun): readonly CharacterBox[] {
  const known = KNOWN_BOXES.get(run);
  if (known !== undefined) return known;
  const boxes = run.glyphs.flatMap((glyph) => characterBoxes(run, glyph));
  const all = boxes.length > 0 ? boxes : [EMPTY_BOX];
  KNOWN_BOXES.set(run, all);
  return all;
}
