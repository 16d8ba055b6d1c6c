import type { PageGrid } from '#engine/compose/page-grid.ts';
import type { Edit, MovedBlock } from '#engine/model/edits/edit.ts';
import type { Block, GridArea } from '#engine/model/issue.ts';
import { editsTogether } from './edits-together.ts';
import type { CellSpan } from './page-geometry.ts';
import { acrossOf, downOf, HALF_CHARACTER } from './page-geometry.ts';
import type { Side } from './snap-targets.ts';
import { sideOf } from './snap-targets.ts';

/** An axis of the page. */
export type Axis = 'across' | 'down';

/** Which sides of several blocks are put in line. */
export interface Alignment {
  readonly axis: Axis;
  readonly side: Side;
}

/**
 * Puts blocks in line with one another: by the locked ones among them, else by the box around them
 * all. Undefined when nothing has to move.
 */
export function alignBlocks(blocks: readonly Block[], { axis, side }: Alignment): Edit | undefined {
  const locked = blocks.filter((block) => block.locked);
  const reference = spanAround(locked.length > 0 ? locked : blocks, axis);
  const wanted = sideOf(reference, side);
  return movedTo(axis, free(blocks), (span) => span.from + wanted - sideOf(span, side));
}

/**
 * Shares out the room between the first and the last block, so that all gaps are equal as far as
 * the grid allows. Blocks that overlap are given equal overlaps. Undefined for fewer than three.
 */
export function distributeBlocks(blocks: readonly Block[], axis: Axis): Edit | undefined {
  const ordered = inOrder(free(blocks), axis);
  if (ordered.length < 3) return undefined;
  const around = spanAround(ordered, axis);
  const taken = ordered.reduce((sum, block) => sum + lengthOf(spanOf(block, axis)), 0);
  return setInRow(axis, ordered, (around.to - around.from - taken) / (ordered.length - 1));
}

/**
 * Puts blocks one after another with the same gap, in characters or lines; the first stays.
 * Undefined when nothing has to move, or when they do not fit in the type area.
 */
export function spaceBlocks(
  geometry: PageGrid,
  blocks: readonly Block[],
  { axis, gap }: { readonly axis: Axis; readonly gap: number },
): Edit | undefined {
  const ordered = inOrder(free(blocks), axis);
  const [first] = ordered;
  if (first === undefined) return undefined;
  const taken = ordered.reduce((sum, block) => sum + lengthOf(spanOf(block, axis)) + gap, -gap);
  const most = axis === 'across' ? geometry.columns : geometry.lines;
  if (spanOf(first, axis).from + taken > most) return undefined;
  return setInRow(axis, ordered, gap);
}

/** The gaps between blocks, in order; negative where they overlap. */
export function gapsBetween(blocks: readonly Block[], axis: Axis): readonly number[] {
  const spans = inOrder(blocks, axis).map((block) => spanOf(block, axis));
  return spans.slice(1).map(({ from }, index) => from - (spans[index]?.to ?? from));
}

function setInRow(axis: Axis, ordered: readonly Block[], gap: number): Edit | undefined {
  let at = Math.min(...ordered.map((block) => spanOf(block, axis).from));
  const places = new Map<Block, number>();
  for (const block of ordered) {
    places.set(block, at);
    at += lengthOf(spanOf(block, axis)) + gap;
  }
  return movedTo(axis, ordered, (span, block) => places.get(block) ?? span.from);
}

function movedTo(
  axis: Axis,
  blocks: readonly Block[],
  placeOf: (span: CellSpan, block: Block) => number,
): Edit | undefined {
  const step = axis === 'across' ? HALF_CHARACTER : 1;
  const moves = blocks.flatMap((block): readonly MovedBlock[] => {
    const span = spanOf(block, axis);
    const from = Math.max(0, Math.round(placeOf(span, block) / step) * step);
    if (from === span.from) return [];
    const { column, line } = block.area;
    const place = axis === 'across' ? { column: from, line } : { column, line: from };
    return [{ kind: 'movedBlock', block: block.id, ...place }];
  });
  return editsTogether(moves);
}

function free(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter((block) => !block.locked);
}

function inOrder(blocks: readonly Block[], axis: Axis): readonly Block[] {
  return blocks.toSorted((a, b) => spanOf(a, axis).from - spanOf(b, axis).from);
}

function spanAround(blocks: readonly Block[], axis: Axis): CellSpan {
  const spans = blocks.map((block) => spanOf(block, axis));
  return {
    from: Math.min(...spans.map(({ from }) => from)),
    to: Math.max(...spans.map(({ to }) => to)),
  };
}

function spanOf({ area }: { readonly area: GridArea }, axis: Axis): CellSpan {
  return axis === 'across' ? acrossOf(area) : downOf(area);
}

function lengthOf({ from, to }: CellSpan): number {
  return to - from;
}
