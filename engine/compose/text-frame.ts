import type {
  ArticleBlock,
  ArticleGroup,
  BlockFrame,
  GridArea,
  InnerColumns,
} from '#engine/model/issue.ts';
import type { ColumnSpan } from './inner-columns.ts';
import { innerColumns } from './inner-columns.ts';
import type { Obstacle, SlotColumn } from './slots.ts';
import { columnSlots } from './slots.ts';
import type { Typesetter } from './typesetter.ts';

/** Geometry of a text block. Areas in page cells; columns from the left edge of `text`. */
export interface TextFrame {
  /** Room of the headline or standing head; undefined without one. */
  readonly head: GridArea | undefined;
  /** Room of the columns. */
  readonly text: GridArea;
  readonly columns: readonly SlotColumn[];
  /** What the columns keep out of; areas in page cells. */
  readonly obstacles: readonly Obstacle[];
}

/** Blank between a head beside the text and the first column, in characters. */
const HEAD_GAP = 1;
/** Body lines that a border keeps clear above and below the text. */
const BORDER_LINES = 1;

interface HeadRoom {
  readonly placement: 'above' | 'left' | 'right';
  readonly extent: number;
}

/** Frame of an article block: border, headline, columns, what the text runs around. */
export function articleFrame(typesetter: Typesetter, block: ArticleBlock): TextFrame {
  const { headline } = block;
  const inner = insideBorder(typesetter, block, BORDER_LINES);
  const obstacles = block.pictures.map(
    ({ area, gap }): Obstacle => ({ area, gap, gapLines: PICTURE_GAP_LINES }),
  );
  return textFrame(typesetter, { block, inner, head: headline, obstacles });
}

/** The leading of a caption keeps its own distance; text above a picture ends a line earlier. */
const PICTURE_GAP_LINES = 0;

/** Frame of a group: its standing head fills the band to the border. */
export function groupFrame(typesetter: Typesetter, block: ArticleGroup): TextFrame {
  const above = block.headPlacement === 'above';
  const inner = insideBorder(typesetter, block, above ? 0 : BORDER_LINES);
  const head = { placement: block.headPlacement, extent: block.extent };
  const frame = textFrame(typesetter, { block, inner, head, obstacles: [] });
  if (!above || frame.head === undefined || block.cutouts.length > 0) return frame;
  const { column, columns } = block.area;
  return { ...frame, head: { ...frame.head, column, columns } };
}

function insideBorder(typesetter: Typesetter, frame: BlockFrame, topLines: number): GridArea {
  const { area } = frame;
  const padding = paddingOf(typesetter, frame);
  if (padding === 0) return area;
  return {
    column: area.column + padding,
    line: area.line + topLines,
    columns: area.columns - 2 * padding,
    lines: area.lines - topLines - BORDER_LINES,
  };
}

/** Characters between the edge of a block and its text. */
function paddingOf(typesetter: Typesetter, frame: BlockFrame): number {
  const border = frame.border === undefined ? undefined : typesetter.template.borders[frame.border];
  return border?.padding ?? (frame.tint === undefined ? 0 : TINT_PADDING);
}

/** Text on a tint keeps this far from its edges, in characters. */
const TINT_PADDING = 1;

interface FrameParts {
  readonly block: BlockFrame & { readonly columns: InnerColumns };
  readonly inner: GridArea;
  readonly head: HeadRoom | undefined;
  readonly obstacles: readonly Obstacle[];
}

function textFrame(typesetter: Typesetter, parts: FrameParts): TextFrame {
  const { block, inner, head } = parts;
  const text = head === undefined ? inner : besideHead(inner, head);
  const padding = paddingOf(typesetter, block);
  const gapLines = padding === 0 ? 0 : BORDER_LINES;
  const cutouts = block.cutouts.map((area): Obstacle => ({ area, gap: padding, gapLines }));
  const { count, mode, gutter } = block.columns;
  const columns = innerColumns({
    widthChars: text.columns,
    count,
    mode,
    gutter,
    baseColumns: baseColumnsFrom(typesetter, text.column),
  });
  const obstacles = [...cutouts, ...parts.obstacles];
  return {
    head: head === undefined ? undefined : headArea(inner, head, cutouts),
    text,
    columns: columnSlots({ area: text, columns, obstacles }),
    obstacles,
  };
}

function besideHead(inner: GridArea, head: HeadRoom): GridArea {
  if (head.placement === 'above') {
    const { extent } = head;
    return { ...inner, line: inner.line + extent, lines: inner.lines - extent };
  }
  const taken = head.extent + HEAD_GAP;
  const column = head.placement === 'left' ? inner.column + taken : inner.column;
  return { ...inner, column, columns: inner.columns - taken };
}

/** The room of a head above the text ends where an L or U shape cuts the first lines. */
function headArea(inner: GridArea, head: HeadRoom, cutouts: readonly Obstacle[]): GridArea {
  if (head.placement === 'above') return widestClear({ ...inner, lines: head.extent }, cutouts);
  const right = inner.column + inner.columns - head.extent;
  return {
    ...inner,
    column: head.placement === 'left' ? inner.column : right,
    columns: head.extent,
  };
}

/** The widest part of an area, over its whole height, that no cutout takes. */
function widestClear(area: GridArea, cutouts: readonly Obstacle[]): GridArea {
  const end = area.column + area.columns;
  const inWay = cutouts.filter(({ area: cut, gapLines }) => {
    const isAbove = cut.line + cut.lines + gapLines <= area.line;
    return !isAbove && cut.line - gapLines < area.line + area.lines;
  });
  let widest: GridArea = { ...area, columns: 0 };
  let from = area.column;
  for (const { area: cut, gap } of inWay.toSorted((a, b) => a.area.column - b.area.column)) {
    const columns = Math.min(end, cut.column - gap) - from;
    if (columns > widest.columns) widest = { ...area, column: from, columns };
    from = Math.max(from, cut.column + cut.columns + gap);
  }
  return end - from > widest.columns ? { ...area, column: from, columns: end - from } : widest;
}

/** The page's base columns (基本栏), from the left edge of a text area. */
function baseColumnsFrom(typesetter: Typesetter, column: number): readonly ColumnSpan[] {
  const { count, gutter } = typesetter.template.baseColumns;
  const width = (typesetter.grid.columns - gutter * (count - 1)) / count;
  return Array.from({ length: count }, (_, index) => ({
    x: index * (width + gutter) - column,
    width,
  }));
}
