import type { Slot } from './slots.ts';

/** Lines to save (-1) or gain (+1) by spacing alone. */
export type Looseness = -1 | 0 | 1;

/** A paragraph broken into lines. */
export interface BrokenText {
  readonly lineCount: number;
  /** The paragraph engine's own measure of how badly the lines are spaced; never negative. */
  readonly cost: number;
  /** UTF-16 range [start, end) of each line in the paragraph. */
  readonly lines: readonly { readonly start: number; readonly end: number }[];
}

/** Running text on its way into columns. */
export interface FlowParagraph {
  readonly kind: 'paragraph';
  /** The editor's own copyfit; a paragraph that has one is left alone by ours. */
  readonly looseness: Looseness;
  /**
   * Lines of what follows that must stand under it in the same column; a crosshead has 2. A
   * paragraph that has any is not parted between columns. 0 for body text.
   */
  readonly keepWithNextLines: number;
  /**
   * Breaks it to line lengths in em, `measures[i]` for line i, the last one repeated. Undefined
   * when the looseness cannot be had. The same request always gives the same answer.
   */
  breakTo(measures: readonly number[], looseness: Looseness): BrokenText | undefined;
}

/** Matter of a fixed height that cannot be parted: a headline in a column. */
export interface FlowSlab {
  readonly kind: 'slab';
  /** Whole body lines (占行). */
  readonly lines: number;
  /** As with a paragraph. */
  readonly keepWithNextLines: number;
  /** Narrowest line it can stand on, in em; undefined for any. */
  readonly leastWidth?: number;
}

/** What flows along a thread. */
export type FlowPiece = FlowParagraph | FlowSlab;

/** One column of a frame. */
export interface FlowColumn {
  /** Width of the whole column, in em: the measure that overset lines are counted at. */
  readonly width: number;
  readonly slots: readonly Slot[];
}

/** A block, or the part of one, that a thread runs through. */
export interface FlowFrame {
  readonly columns: readonly FlowColumn[];
  /** Level the column ends (拉平) when the thread ends in this frame. */
  readonly balance: boolean;
}

/** Lines of a piece that stand one below the other in one column. */
export interface PlacedPiece {
  readonly piece: number;
  readonly frame: number;
  /** Column in the frame. */
  readonly column: number;
  /** Line `lineFrom` stands in this slot of the column, the following lines in the next slots. */
  readonly firstSlot: number;
  /** Lines of the piece, `lineTo` not included. */
  readonly lineFrom: number;
  readonly lineTo: number;
}

/** How a paragraph was broken in the end. */
export interface Setting {
  readonly looseness: Looseness;
  readonly measures: readonly number[];
  readonly broken: BrokenText;
}
