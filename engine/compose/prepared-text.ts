import type { FaceId } from '#engine/fonts/typeface.ts';
import type { CharacterClass } from './character-class.ts';
import type { Gap } from './gaps.ts';

/** A glyph in its cluster: em of the type size from the body's left edge and the baseline. */
export interface ClusterGlyph {
  readonly id: number;
  readonly face: FaceId;
  readonly x: number;
  /** Downwards from the baseline (horizontal) or from the top of the cell (vertical). */
  readonly y: number;
  /** Start of its box from the body's left edge, and the length of the box along the line. */
  readonly box: number;
  readonly advance: number;
  /** UTF-16 range in the cluster's text; empty for a later glyph of one character. */
  readonly start: number;
  readonly end: number;
  readonly turn: 0 | 90;
  /** Drawn width relative to the face's own, for digits squeezed into one vertical cell. */
  readonly scale: number;
}

/** Inseparable glyphs with the width of their body; blanks beside marks are gaps, not body. */
export interface Cluster {
  readonly text: string;
  readonly kind: CharacterClass;
  readonly start: number;
  readonly end: number;
  readonly span: number;
  readonly spaceBefore: string;
  readonly body: number;
  readonly glyphs: readonly ClusterGlyph[];
}

/** A place where a line may end: before cluster `at`. */
export interface BreakPlace {
  readonly at: number;
  readonly penalty: number;
}

/** A character that had to be taken from another face, or that no face has. */
export interface Substitution {
  readonly start: number;
  readonly text: string;
  readonly wanted: FaceId;
  /** Undefined when no face has it: the missing-glyph box is drawn. */
  readonly taken: FaceId | undefined;
}

/** A paragraph ready for breaking at any measure. Lengths in em of the type size. */
export interface PreparedText {
  readonly length: number;
  readonly clusters: readonly Cluster[];
  /** gaps[i] stands before cluster i; gaps[0] is unused and rigid. */
  readonly gaps: readonly Gap[];
  readonly breaks: readonly BreakPlace[];
  /** First cluster of a span kept together: the line before it is not spread; -1 without one. */
  readonly raggedBefore: number;
  readonly substitutions: readonly Substitution[];
  readonly sums: PrefixSums;
}

/**
 * Running totals over clusters, so that the widths and glue of any line are differences.
 * `bodies[i]` sums the clusters before i; every gap total at i sums gaps[1] to gaps[i].
 */
export interface PrefixSums {
  readonly bodies: Float64Array;
  readonly naturalGaps: Float64Array;
  /** Room to shrink in all stages together. */
  readonly shrinkRooms: Float64Array;
  /** Room to shrink, one array for each stage, first stage first. */
  readonly shrink: readonly Float64Array[];
  /** Room to stretch in stage 1 (word spaces) and stage 2 (Han–Latin spaces). */
  readonly stretch: readonly Float64Array[];
  /** Number of gaps that open in the last stretch stage. */
  readonly places: Float64Array;
  /** Number of clusters that are not marks. */
  readonly letters: Float64Array;
}
