import { blockOutline } from '#engine/compose/block-outline.ts';
import type { PageGrid } from '#engine/compose/page-grid.ts';
import type { PagePoint } from '#engine/display/hit-text.ts';
import type { Edit } from '#engine/model/edits/edit.ts';
import type { Block, BlockFrame, GridArea } from '#engine/model/issue.ts';
import type { CornerHandle } from './handles.ts';
import { MOVED_EDGES } from './handles.ts';
import type { CellSpan, GridPlace } from './page-geometry.ts';
import { acrossOf, areaOf, downOf, HALF_CHARACTER, pointOf } from './page-geometry.ts';

/** The cells of a block: its bounding area without the cutouts. */
export type BlockShape = Pick<BlockFrame, 'area' | 'cutouts'>;

/** The corners of each closed line around a block, in points of the page. */
export function outlineOf(
  geometry: PageGrid,
  block: BlockFrame,
): readonly (readonly PagePoint[])[] {
  const origin = pointOf(geometry, block.area);
  return blockOutline(geometry, block).map((loop) =>
    loop.map(({ x, y }) => ({ x: origin.x + x, y: origin.y + y })),
  );
}

/** The edit that gives a block another shape; undefined when nothing would be left of it. */
export function reshape(block: Block, shape: BlockShape): Edit | undefined {
  const tidy = tidyShape(shape);
  if (tidy === undefined) return undefined;
  return { kind: 'resizedBlock', block: block.id, ...tidy };
}

/**
 * The same shape in as few cutouts as rows of cells need: within the area, none over another, none
 * without cells, in order from the top. Whole rows or columns that are cut off at an edge shrink
 * the area instead. Undefined when no cell is left.
 */
export function tidyShape(shape: BlockShape): BlockShape | undefined {
  const bands = bandsOf(shape);
  const kept = bands.filter(({ open }) => open.length > 0);
  const [first, last] = [kept[0], kept.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const opens = kept.flatMap(({ open }) => open);
  const across = {
    from: Math.min(...opens.map(({ from }) => from)),
    to: Math.max(...opens.map(({ to }) => to)),
  };
  const down = { from: first.down.from, to: last.down.to };
  const area = areaOf(across, down);
  const inside = bands.filter((band) => band.down.from >= down.from && band.down.to <= down.to);
  return { area, cutouts: joinedCutouts(inside, across) };
}

/** Rows of lines between which nothing changes, with what is left of them. */
interface Band {
  readonly down: CellSpan;
  readonly open: readonly CellSpan[];
}

function bandsOf({ area, cutouts }: BlockShape): readonly Band[] {
  const own = downOf(area);
  const cuts = cutouts.flatMap((cutout) => [cutout.line, cutout.line + cutout.lines]);
  const lines = [own.from, ...cuts.filter((line) => line > own.from && line < own.to), own.to];
  const sorted = [...new Set(lines)].sort((a, b) => a - b);
  return sorted.slice(1).map((to, index) => {
    const down = { from: sorted[index] ?? to, to };
    const cut = cutouts.filter((one) => one.line < down.to && one.line + one.lines > down.from);
    return { down, open: without(acrossOf(area), cut.map(acrossOf)) };
  });
}

/** What is left of a span when others are taken out of it. */
function without(span: CellSpan, taken: readonly CellSpan[]): readonly CellSpan[] {
  const left: CellSpan[] = [];
  let from = span.from;
  for (const cut of taken.toSorted((a, b) => a.from - b.from)) {
    if (cut.to <= cut.from) continue;
    if (cut.from > from) left.push({ from, to: Math.min(cut.from, span.to) });
    from = Math.max(from, cut.to);
  }
  if (from < span.to) left.push({ from, to: span.to });
  return left.filter((one) => one.to > one.from);
}

/** Gaps of the bands as cutouts; one of the same width goes on downwards. */
function joinedCutouts(bands: readonly Band[], across: CellSpan): readonly GridArea[] {
  const done: GridArea[] = [];
  for (const { down, open } of bands) {
    for (const gap of without(across, open)) {
      const above = done.findIndex(
        (one) =>
          one.column === gap.from &&
          one.columns === gap.to - gap.from &&
          one.line + one.lines === down.from,
      );
      const over = done[above];
      if (over === undefined) done.push(areaOf(gap, down));
      else done[above] = { ...over, lines: over.lines + down.to - down.from };
    }
  }
  return done.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

/** The cutout that takes a corner out of a block; undefined while the corner is whole. */
export function cornerCutout(shape: BlockShape, corner: CornerHandle): GridArea | undefined {
  const place = cornerOf(shape.area, corner);
  return shape.cutouts.find((cutout) => {
    const own = cornerOf(cutout, corner);
    return own.column === place.column && own.line === place.line;
  });
}

/** The corner of an area. */
function cornerOf(area: GridArea, corner: CornerHandle): GridPlace {
  const { across, down } = MOVED_EDGES[corner];
  return {
    column: across < 0 ? area.column : area.column + area.columns,
    line: down < 0 ? area.line : area.line + area.lines,
  };
}

/**
 * The shape with a corner drawn inwards to a place: an L, or a U when two are. The cutout that was
 * at the corner makes way for the new one. Drawn back to the edge or out of the block, the corner
 * is whole again. Undefined when nothing would be left.
 */
export function cutCorner(
  shape: BlockShape,
  corner: CornerHandle,
  to: GridPlace,
): BlockShape | undefined {
  const former = cornerCutout(shape, corner);
  const cutouts = shape.cutouts.filter((cutout) => cutout !== former);
  const { area } = shape;
  const { across, down } = MOVED_EDGES[corner];
  const columns = across < 0 ? to.column - area.column : area.column + area.columns - to.column;
  const lines = down < 0 ? to.line - area.line : area.line + area.lines - to.line;
  const size = { columns: toHalf(columns), lines: Math.round(lines) };
  if (size.columns <= 0 || size.lines <= 0) return tidyShape({ area, cutouts });
  if (size.columns >= area.columns || size.lines >= area.lines) return undefined;
  const cutout = {
    column: across < 0 ? area.column : area.column + area.columns - size.columns,
    line: down < 0 ? area.line : area.line + area.lines - size.lines,
    ...size,
  };
  return tidyShape({ area, cutouts: [...cutouts, cutout] });
}

function toHalf(columns: number): number {
  return Math.round(columns / HALF_CHARACTER) * HALF_CHARACTER;
}

/** The shape with a further cutout, such as a notch in the middle of an edge for a U. */
export function addCutout(shape: BlockShape, cutout: GridArea): BlockShape | undefined {
  return tidyShape({ ...shape, cutouts: [...shape.cutouts, cutout] });
}

/** The shape with one cutout in another place or size. */
export function moveCutout(
  shape: BlockShape,
  from: GridArea,
  to: GridArea,
): BlockShape | undefined {
  const others = shape.cutouts.filter((cutout) => cutout !== from);
  return tidyShape({ ...shape, cutouts: [...others, to] });
}

/** The shape with one cutout filled again. */
export function removeCutout(shape: BlockShape, cutout: GridArea): BlockShape | undefined {
  const cutouts = shape.cutouts.filter((other) => other !== cutout);
  return tidyShape({ ...shape, cutouts });
}

/**
 * The shape in another area. Sides of cutouts that lie on an edge of the block follow that edge,
 * the others stay on the page: the notch around a neighbour keeps around it. A cutout that would
 * take a whole side with it is left out.
 */
export function resizedShape(shape: BlockShape, area: GridArea): BlockShape {
  const cutouts = shape.cutouts.flatMap((cutout): readonly GridArea[] => {
    const across = followed(acrossOf(cutout), acrossOf(shape.area), acrossOf(area));
    const down = followed(downOf(cutout), downOf(shape.area), downOf(area));
    const isEmpty = across.to <= across.from || down.to <= down.from;
    const takesSide = isWhole(across, acrossOf(area)) || isWhole(down, downOf(area));
    return isEmpty || takesSide ? [] : [areaOf(across, down)];
  });
  const tidy = tidyShape({ area, cutouts });
  return tidy === undefined || !isSameArea(tidy.area, area) ? { area, cutouts: [] } : tidy;
}

function followed(cutout: CellSpan, before: CellSpan, after: CellSpan): CellSpan {
  return {
    from: cutout.from <= before.from ? after.from : Math.max(cutout.from, after.from),
    to: cutout.to >= before.to ? after.to : Math.min(cutout.to, after.to),
  };
}

function isWhole(cutout: CellSpan, span: CellSpan): boolean {
  return cutout.from <= span.from && cutout.to >= span.to;
}

function isSameArea(a: GridArea, b: GridArea): boolean {
  const isSamePlace = a.column === b.column && a.line === b.line;
  return isSamePlace && a.columns === b.columns && a.lines === b.lines;
}
