import type { DisplayItem, GroupItem } from '#engine/display/display-list.ts';
import type { AdCell, AdGrid, AdGridBlock } from '#engine/model/issue.ts';
import { cellInCharge, shownCells, spanOfCell } from '#engine/model/merged-cells.ts';
import type { Finding } from '#engine/units/finding.ts';
import { PAPER } from '#engine/units/ink.ts';
import type { Rect } from '#engine/units/rect.ts';
import { composeAdCell } from './ad-cell.ts';
import type { BlockContext, ComposedBlock, PlacedBlock } from './composed.ts';
import { blockDecorations, fillRect, ruleLine } from './decorations.ts';
import { placedFindings } from './glyph-findings.ts';
import { EM_BOX_ASCENT } from './page-grid.ts';
import { setLabel } from './text-box.ts';

/** Lines between cells, in points. */
const CELL_RULE_PT = 0.5;
/** The word that paid matter must bear (广告法 14), its size and its distance from the corner. */
const MARK = '广告';
const MARK_SIZE_PT = 7;
const MARK_INSET_PT = 3;

/** Partner-park grid (合作园区): cells, some merged, the title on a solid ground, rules between. */
export function composeAdGrid(
  context: BlockContext,
  placed: PlacedBlock<AdGridBlock>,
): ComposedBlock {
  const { block, rect } = placed;
  const grid = context.issue.adGrids[block.adGrid];
  const items: DisplayItem[] = [...blockDecorations(context.typesetter, block)];
  const findings: Finding[] = [];
  if (grid !== undefined) {
    items.push(...cellRules(context, grid, rect));
    for (const index of shownCells(grid)) {
      const composed = composeCell(context, grid, { index, cell: cellRect(grid, rect, index) });
      items.push(composed.group);
      findings.push(...composed.findings);
    }
    items.push(...adMark(context, grid, placed));
  }
  const group: GroupItem = { kind: 'group', id: block.id, x: rect.x, y: rect.y, items };
  return { group, findings: placedFindings(context, block, findings), fit: undefined };
}

function cellRect(grid: AdGrid, rect: Rect, cell: number): Rect {
  const width = rect.width / grid.columns;
  const height = rect.height / grid.rows;
  const { row, column, rows, columns } = spanOfCell(grid, cell);
  return { x: column * width, y: row * height, width: columns * width, height: rows * height };
}

/** Lines between cells, each as long as it can be; merged cells are not parted. */
function cellRules(context: BlockContext, grid: AdGrid, rect: Rect): readonly DisplayItem[] {
  const stroke = { ink: context.typesetter.ink('black'), widthPt: CELL_RULE_PT };
  const { rows, columns } = grid;
  const inCharge = (row: number, column: number) => cellInCharge(grid, row * columns + column);
  const items: DisplayItem[] = [];
  for (let row = 1; row < rows; row++) {
    const y = (row * rect.height) / rows;
    const isParted = (column: number) => inCharge(row - 1, column) !== inCharge(row, column);
    for (const [from, to] of stretches(columns, isParted)) {
      const [x, end] = [(from * rect.width) / columns, (to * rect.width) / columns];
      items.push(ruleLine({ x, y }, { x: end, y }, stroke));
    }
  }
  for (let column = 1; column < columns; column++) {
    const x = (column * rect.width) / columns;
    const isParted = (row: number) => inCharge(row, column - 1) !== inCharge(row, column);
    for (const [from, to] of stretches(rows, isParted)) {
      const [y, end] = [(from * rect.height) / rows, (to * rect.height) / rows];
      items.push(ruleLine({ x, y }, { x, y: end }, stroke));
    }
  }
  return items;
}

/** The stretches of a row of places, from and to, over which something holds. */
function stretches(
  count: number,
  holds: (place: number) => boolean,
): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (let place = 0; place < count; place++) {
    const last = found.at(-1);
    if (!holds(place)) continue;
    if (last?.[1] === place) last[1] = place + 1;
    else found.push([place, place + 1]);
  }
  return found;
}

interface CellPlace {
  readonly index: number;
  readonly cell: Rect;
}

interface ComposedCell {
  readonly group: GroupItem;
  readonly findings: readonly Finding[];
}

function composeCell(context: BlockContext, grid: AdGrid, place: CellPlace): ComposedCell {
  const content = grid.cells[place.index];
  const id = `adGrid:${grid.id}/cell:${place.index}`;
  const { x, y, width, height } = place.cell;
  const { items, findings } = composeAdCell(context, content, { id, width, height });
  return { group: { kind: 'group', id, x, y, items }, findings };
}

/** 广告 in its corner, in an ink that shows on the cell there. */
function adMark(
  context: BlockContext,
  grid: AdGrid,
  { block, rect }: PlacedBlock<AdGridBlock>,
): readonly DisplayItem[] {
  if (grid.mark === 'none') return [];
  const { typesetter } = context;
  // A ruled border of two lines stands inside the grid.
  const border = typesetter.template.borders[block.border ?? ''];
  const inset = MARK_INSET_PT + (border?.inner?.distancePt ?? 0);
  const cell = grid.cells[cornerCell(grid)];
  const style = typesetter.style(cell?.kind === 'title' ? 'adTitle' : 'adHotline');
  const spans = [{ text: MARK, style, source: undefined }];
  const variation = { sizePt: MARK_SIZE_PT, trackingEm: 0, horizontalScale: 1 };
  const { items, widthPt } = setLabel(typesetter, typesetter.readText(spans, variation));
  const isLeft = grid.mark === 'topLeft' || grid.mark === 'bottomLeft';
  const isTop = grid.mark === 'topLeft' || grid.mark === 'topRight';
  const x = isLeft ? inset : rect.width - inset - widthPt;
  const top = isTop ? inset : rect.height - inset - MARK_SIZE_PT;
  const y = top + EM_BOX_ASCENT * MARK_SIZE_PT;
  const group: GroupItem = { kind: 'group', id: `adGrid:${grid.id}/mark`, x, y, items };
  return [...markGround(cell, { x, y: top, width: widthPt, height: MARK_SIZE_PT }), group];
}

function cornerCell(grid: AdGrid): number {
  const { mark, rows, columns } = grid;
  const row = mark === 'topLeft' || mark === 'topRight' ? 0 : rows - 1;
  const column = mark === 'topLeft' || mark === 'bottomLeft' ? 0 : columns - 1;
  return cellInCharge(grid, row * columns + column);
}

/** A photograph may be dark where the mark stands. */
function markGround(cell: AdCell | undefined, mark: Rect): readonly DisplayItem[] {
  if (cell?.kind !== 'picture') return [];
  const { x, y, width, height } = mark;
  return [fillRect({ x: x - 1, y: y - 1, width: width + 2, height: height + 2 }, PAPER)];
}
