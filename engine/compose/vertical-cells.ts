import type { ShapedGlyph, Typeface } from '#engine/fonts/typeface.ts';
import { isWestern } from './character-class.ts';
import { glyphsWithin } from './cluster-shaper.ts';
import type { Unit } from './clusters.ts';
import { bodyWidth, originInBody } from './mark-box.ts';
import type { Cluster, ClusterGlyph } from './prepared-text.ts';
import { standIn } from './vertical-stand-in.ts';

/**
 * Vertical text (竖排). Here x runs down the column from the top of the cell, and y to the right
 * from the column's centre line; the line setter turns both into page coordinates.
 *
 * - `upright`: Han, marks, single digits and letters of acronyms, each in its own square
 * - `combined`: two or three digits side by side in one square (纵中横)
 * - `turned`: words, long numbers, decimals, telephone numbers, turned clockwise
 */
export interface Cell {
  readonly mode: 'upright' | 'combined' | 'turned';
  readonly first: Unit;
  readonly units: readonly Unit[];
  /** Text handed to the face; quotes become corner brackets (GB/T 15834 5.2.3). */
  readonly drawn: string;
}

const CORNER_QUOTES: Readonly<Record<string, string>> = {
  '“': '﹃',
  '”': '﹄',
  '‘': '﹁',
  '’': '﹂',
};

/** Most letters of an acronym that stand upright one below the other (own choice: 经开区 GDP). */
const LONGEST_UPRIGHT_ACRONYM = 4;
/** Most digits that share one square (composition rule V5). */
const MOST_COMBINED_DIGITS = 3;

/** Groups the units of a vertical line into cells. */
export function cellUnits(units: readonly Unit[]): readonly Cell[] {
  const cells: Cell[] = [];
  let index = 0;
  while (index < units.length) {
    const run = westernRun(units, index);
    if (run.length > 0) cells.push(...westernCells(run));
    const unit = units[index];
    if (run.length === 0 && unit !== undefined) cells.push(uprightCell(unit));
    index += Math.max(run.length, 1);
  }
  return cells;
}

function westernRun(units: readonly Unit[], from: number): readonly Unit[] {
  let end = from;
  while (end < units.length) {
    const unit = units[end];
    if (unit === undefined || !isWestern(unit.kind) || unit.span !== units[from]?.span) break;
    if (end > from && unit.spaceBefore !== '') break;
    end++;
  }
  return units.slice(from, end);
}

function westernCells(run: readonly Unit[]): readonly Cell[] {
  const drawn = run.map((unit) => unit.text).join('');
  const first = run[0];
  if (first === undefined) return [];
  if (/^\d{2,3}$/.test(drawn) && run.length <= MOST_COMBINED_DIGITS) {
    return [{ mode: 'combined', first, units: run, drawn }];
  }
  const acronym = /^[A-Z]+$/.test(drawn) && run.length <= LONGEST_UPRIGHT_ACRONYM;
  if (run.length === 1 || acronym) return run.map(uprightCell);
  return [{ mode: 'turned', first, units: run, drawn }];
}

function uprightCell(unit: Unit): Cell {
  const mapped = CORNER_QUOTES[unit.text] ?? unit.text;
  return { mode: 'upright', first: unit, units: [unit], drawn: mapped };
}

/** Clusters of one cell: one for a square, one for each unit of a turned word. */
export function verticalText(cell: Cell, typeface: Typeface): readonly Cluster[] {
  if (cell.mode === 'turned') return turnedClusters(cell, typeface);
  return cell.mode === 'combined'
    ? [combinedCluster(cell, typeface)]
    : uprightClusters(cell, typeface);
}

function uprightClusters(cell: Cell, typeface: Typeface): readonly Cluster[] {
  return cell.units.map((unit) => uprightCluster(unit, cell.drawn, typeface));
}

function uprightCluster(unit: Unit, drawn: string, typeface: Typeface): Cluster {
  const shaped = typeface.shape(drawn, { vertical: true });
  const body = bodyWidth(unit.kind, unit.text, true) ?? 1;
  const each = body / Math.max(shaped.length, 1);
  const mark = { unit, drawn, shaped, typeface };
  const glyphs = shaped.map((glyph, index): ClusterGlyph => {
    const place = standIn(mark, index, each) ?? {
      x: uprightOrigin(typeface, glyph, unit, each),
      y: -glyph.advance / 2,
      turn: 0 as const,
    };
    return {
      ...place,
      id: glyph.id,
      face: typeface.id,
      x: index * each + place.x,
      box: index * each,
      advance: each,
      start: index === 0 ? 0 : unit.text.length,
      end: unit.text.length,
      scale: 1,
    };
  });
  return { ...unit, kind: squareKind(unit), body, glyphs };
}

/**
 * A letter or digit alone in a square behaves like a Han character; ：；？！ keep their whole square
 * in vertical zh-Hans text (CLREQ), so they have no blank that could be taken away.
 */
function squareKind(unit: Unit): Cluster['kind'] {
  if (unit.kind === 'letter' || unit.kind === 'digit') return 'han';
  return bodyWidth(unit.kind, unit.text, true) === 1 && '：；？！'.includes(unit.text)
    ? 'queryRun'
    : unit.kind;
}

/** Distance from the top of the body down to the glyph's baseline. */
function uprightOrigin(typeface: Typeface, glyph: ShapedGlyph, unit: Unit, body: number): number {
  const origin = typeface.verticalOriginY(glyph.id);
  const ink = typeface.inkBox(glyph.id);
  if (ink === undefined || body >= 1) return origin;
  // A half body: opening marks sit low in their square, so the square starts above the body.
  const opening = unit.kind === 'open' ? body - 1 : 0;
  const top = opening + origin - ink.top;
  const bottom = opening + origin - ink.bottom;
  const fits = top >= -0.06 && bottom <= body + 0.06;
  return fits ? opening + origin : body / 2 + (ink.top + ink.bottom) / 2;
}

/** Digits side by side, narrowed where they are wider than the square, centred in it. */
function combinedCluster(cell: Cell, typeface: Typeface): Cluster {
  const { first } = cell;
  const last = cell.units.at(-1);
  const shaped = typeface.shape(cell.drawn, { vertical: false });
  const natural = shaped.reduce((total, glyph) => total + glyph.advance, 0);
  const scale = Math.min(1, 1 / natural);
  let across = (-natural * scale) / 2;
  const glyphs = shaped.map((glyph, index): ClusterGlyph => {
    const y = across;
    across += glyph.advance * scale;
    return {
      id: glyph.id,
      face: typeface.id,
      x: digitBaseline(typeface, glyph),
      box: 0,
      y,
      advance: index === 0 ? 1 : 0,
      start: glyph.start,
      end: glyph.end,
      turn: 0,
      scale,
    };
  });
  return {
    text: cell.drawn,
    kind: 'han',
    start: first.start,
    end: last?.end ?? first.end,
    span: first.span,
    spaceBefore: first.spaceBefore,
    body: 1,
    glyphs,
  };
}

/** Baseline that puts the digit's ink in the middle of the square. */
function digitBaseline(typeface: Typeface, glyph: ShapedGlyph): number {
  const ink = typeface.inkBox(glyph.id);
  return ink === undefined ? typeface.verticalOriginY(glyph.id) : 0.5 + (ink.top + ink.bottom) / 2;
}

/** Height of the turned baseline left of the centre line: half of a Latin x-height and a bit. */
const TURNED_BASELINE = -0.36;

function turnedClusters(cell: Cell, typeface: Typeface): readonly Cluster[] {
  const { first } = cell;
  const shaped = typeface.shape(cell.drawn, { vertical: false });
  return cell.units.map((unit) => {
    const from = unit.start - first.start;
    const own = glyphsWithin(shaped, from, from + unit.text.length);
    let x = 0;
    const glyphs = own.map((glyph): ClusterGlyph => {
      const at = x + originTurned(typeface, glyph, unit);
      const box = x;
      x += glyph.advance;
      return {
        id: glyph.id,
        face: typeface.id,
        x: at,
        box,
        y: TURNED_BASELINE,
        advance: glyph.advance,
        start: glyph.start - from,
        end: glyph.end - from,
        turn: 90,
        scale: 1,
      };
    });
    return { ...unit, body: x, glyphs };
  });
}

function originTurned(typeface: Typeface, glyph: ShapedGlyph, unit: Unit): number {
  return unit.kind === 'slash' ? originInBody(typeface, glyph, unit.kind, glyph.advance) : 0;
}
