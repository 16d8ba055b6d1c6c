import type { DisplayItem, GroupItem } from '#engine/display/display-list.ts';
import type { AdGrid, AdGridBlock } from '#engine/model/issue.ts';
import { cellInCharge, shownCells, spanOfCell } from '#engine/model/merged-cells.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { Rect } from '#engine/units/rect.ts';
import { composeAdCell } from './ad-cell.ts';
import { composeAdMark } from './ad-mark.ts';
import type { BlockContext, ComposedBlock, PlacedBlock } from './composed.ts';
import { blockDecorations, ruleLine } from './decorations.ts';
import { placedFindings } from './glyph-findings.ts';

/** Lines between cells, in points. */
const CELL_RULE_PT = 0.5;
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
  { typesetter }: BlockContext,
  grid: AdGrid,
  { block, rect }: PlacedBlock<AdGridBlock>,
): readonly DisplayItem[] {
  // A ruled border of two lines stands inside the grid.
  const border = typesetter.template.borders[block.border ?? ''];
  const cell = grid.cells[cornerCell(grid)];
  return composeAdMark(typesetter, grid.mark, {
    id: `adGrid:${grid.id}/mark`,
    rect: { ...rect, x: 0, y: 0 },
    insetPt: border?.inner?.distancePt ?? 0,
    style: cell?.kind === 'title' ? 'adTitle' : 'adHotline',
    isPicture: cell?.kind === 'picture',
  });
}

function cornerCell(grid: AdGrid): number {
  const { mark, rows, columns } = grid;
  const row = mark === 'topLeft' || mark === 'topRight' ? 0 : rows - 1;
  const column = mark === 'topLeft' || mark === 'bottomLeft' ? 0 : columns - 1;
  return cellInCharge(grid, row * columns + column);
}
