import type { ArticleBlock, Block, GridArea, InsetPicture } from '#engine/model/issue.ts';
import { acrossOf, areaOf, type CellSpan, downOf } from './page-geometry.ts';

/** A picture narrower or lower than this holds nothing that can be seen. */
const LEAST_COLUMNS = 2;
const LEAST_LINES = 2;

/** The block with one of its pictures in another place or size, kept within the block. */
export function withInset(block: ArticleBlock, picture: string, area: GridArea): ArticleBlock {
  const pictures = block.pictures.map((inset) => {
    return inset.picture === picture ? { ...inset, area: areaWithin(block.area, area) } : inset;
  });
  return { ...block, pictures };
}

/** The block without one of its pictures. */
export function withoutInset(block: ArticleBlock, picture: string): ArticleBlock {
  return { ...block, pictures: block.pictures.filter((inset) => inset.picture !== picture) };
}

/** A block after a change of its shape: its pictures stay on the page, but within the block. */
export function withInsetsWithin(block: Block): Block {
  if (block.kind !== 'article' || block.pictures.length === 0) return block;
  const pictures = block.pictures.map((inset) => {
    return { ...inset, area: areaWithin(block.area, inset.area) };
  });
  return { ...block, pictures };
}

/** A picture of an article block. */
export function insetOf(block: Block | undefined, picture: string): InsetPicture | undefined {
  if (block?.kind !== 'article') return undefined;
  return block.pictures.find((inset) => inset.picture === picture);
}

/** An area moved, and only when it must be made smaller, to lie within another. */
function areaWithin(outer: GridArea, inner: GridArea): GridArea {
  return areaOf(
    spanWithin(acrossOf(outer), acrossOf(inner), LEAST_COLUMNS),
    spanWithin(downOf(outer), downOf(inner), LEAST_LINES),
  );
}

function spanWithin(outer: CellSpan, inner: CellSpan, least: number): CellSpan {
  const room = outer.to - outer.from;
  const length = Math.min(room, Math.max(least, inner.to - inner.from));
  const from = Math.max(outer.from, Math.min(inner.from, outer.to - length));
  return { from, to: from + length };
}

/** Where a further picture goes at first: the upper right corner, a column wide. */
export function firstInsetArea(block: ArticleBlock, headLines: number): GridArea {
  const { area, columns } = block;
  const measure = (area.columns - columns.gutter * (columns.count - 1)) / columns.count;
  const wide = Math.floor(columns.count > 1 ? measure : measure / 2);
  const top = Math.min(headLines, area.lines - 1);
  const high = Math.max(1, Math.min(area.lines - top, Math.round(wide * USUAL_SHAPE)));
  return areaWithin(area, {
    column: area.column + area.columns - wide,
    line: area.line + top,
    columns: wide,
    lines: high,
  });
}

/** Lines for each character of width: three by two on a grid of 1 by 1.25. */
const USUAL_SHAPE = 2 / 3 / 1.25;
