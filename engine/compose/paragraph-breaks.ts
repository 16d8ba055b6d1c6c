import { assert } from '#engine/units/assert.ts';
import type { FlowParagraph, Looseness, Setting } from './flow-piece.ts';
import type { SlotRow } from './slot-row.ts';
import { widthAt } from './slot-row.ts';

/** Where a paragraph begins, and which slot it leaves empty on its way. */
export interface BreakPosition {
  readonly start: number;
  /** Slot left empty at a column foot; -1 for none. */
  readonly dropped: number;
  readonly looseness: Looseness;
}

/**
 * Slots looked at beyond the lines a paragraph takes: breaking weighs ways with one line more, so
 * the measures of those must be the true ones too.
 */
const LOOK_AHEAD = 2;
/** First guess at how many different measures a paragraph needs. */
const FIRST_LOOK = 12;
/** -1, 0 and 1. */
const LOOSENESSES = 3;

/**
 * Remembers how paragraphs break during one filling of a thread. Paragraphs keep their own results
 * over edits; this memory is the quicker one, by slot and by width.
 */
export class ParagraphBreaks {
  private readonly even = new Map<FlowParagraph, Map<number, readonly (Setting | undefined)[]>>();
  private readonly uneven = new Map<SlotRow, Map<number, Setting | undefined>>();
  private readonly numbers = new Map<FlowParagraph, number>();

  /** Breaks a paragraph to the slots from a position on; undefined when looseness forbids it. */
  breakAt(row: SlotRow, paragraph: FlowParagraph, at: BreakPosition): Setting | undefined {
    const setting = this.breakToWidth(paragraph, widthAt(row, at.start), at.looseness);
    const until = row.sameWidthUntil[at.start] ?? Number.POSITIVE_INFINITY;
    if (until === Number.POSITIVE_INFINITY) return setting;
    const skipped = at.dropped < 0 ? 0 : 1;
    const needed = (setting?.broken.lineCount ?? 0) + skipped + LOOK_AHEAD;
    if (setting !== undefined && at.start + needed <= until) return setting;
    return this.breakUnevenly(row, paragraph, at);
  }

  /** Breaks a paragraph to lines of one width. */
  breakToWidth(paragraph: FlowParagraph, width: number, looseness: Looseness): Setting | undefined {
    let byWidth = this.even.get(paragraph);
    if (byWidth === undefined) {
      byWidth = new Map();
      this.even.set(paragraph, byWidth);
    }
    // Looser and tighter lines are asked for only when a column needs them.
    let known = byWidth.get(width) as (Setting | undefined)[] | undefined;
    if (known === undefined) {
      known = [];
      byWidth.set(width, known);
    }
    const place = looseness + 1;
    if (place in known) return known[place];
    const setting = breakTo(paragraph, [width], looseness);
    known[place] = setting;
    return setting;
  }

  private breakUnevenly(
    row: SlotRow,
    paragraph: FlowParagraph,
    at: BreakPosition,
  ): Setting | undefined {
    let known = this.uneven.get(row);
    if (known === undefined) {
      known = new Map();
      this.uneven.set(row, known);
    }
    // One number for the four: each factor is the count of what stands to its right.
    const slots = row.count + 1;
    const place = (this.numberOf(paragraph) * slots + at.start) * slots + at.dropped + 1;
    const key = place * LOOSENESSES + at.looseness + 1;
    if (known.has(key)) return known.get(key);
    const setting = settleMeasures(row, paragraph, at);
    known.set(key, setting);
    return setting;
  }

  private numberOf(paragraph: FlowParagraph): number {
    const known = this.numbers.get(paragraph);
    if (known !== undefined) return known;
    this.numbers.set(paragraph, this.numbers.size);
    return this.numbers.size - 1;
  }
}

/**
 * Breaks to the measures of the slots ahead, and looks further while the lines reach beyond them.
 * Each round doubles the measures, so the end of the thread bounds the rounds.
 */
function settleMeasures(
  row: SlotRow,
  paragraph: FlowParagraph,
  at: BreakPosition,
): Setting | undefined {
  for (let look = FIRST_LOOK; ; look *= 2) {
    const measures = measuresFrom(row, at, look);
    const setting = breakTo(paragraph, measures, at.looseness);
    const seesEnd = at.start + look > row.count;
    if (seesEnd) return setting;
    if (setting !== undefined && setting.broken.lineCount + LOOK_AHEAD <= look) return setting;
  }
}

/** Widths of `look` slots, as short as the repeated last one allows. */
function measuresFrom(row: SlotRow, at: BreakPosition, look: number): readonly number[] {
  const measures: number[] = [];
  for (let slot = at.start; measures.length < look && slot <= row.count; slot++) {
    if (slot !== at.dropped) measures.push(widthAt(row, slot));
  }
  while (measures.length > 1 && measures.at(-1) === measures.at(-2)) measures.pop();
  return measures;
}

function breakTo(
  paragraph: FlowParagraph,
  measures: readonly number[],
  looseness: Looseness,
): Setting | undefined {
  const broken = paragraph.breakTo(measures, looseness);
  assert(broken !== undefined || looseness !== 0, 'a paragraph can always be broken as it comes');
  return broken === undefined ? undefined : { looseness, measures, broken };
}
