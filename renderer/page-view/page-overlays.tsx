import { areaRect, bodyBaseline, pageGrid } from '#engine/compose/page-grid.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import type { Rect } from '#engine/units/rect.ts';
import type { PageLook } from '#renderer/desk-state/desk-state.ts';
import { templateOf, useDesk, useDeskState, usePage } from '#renderer/desk-state/open-desk.ts';
import { useOverlay } from './page-surface.ts';
import { type Viewport, visiblePart, windowPointAt } from './viewport.ts';

/** Helpers over the page: character grid (背景格), baselines, base columns, type area. */
export function PageOverlays() {
  const template = templateOf(useDesk(), usePage());
  const look = useDeskState((state) => state.look);
  useOverlay({
    name: 'grid',
    order: 0,
    paint: (surface, view) => {
      if (template === undefined || look.isPreview) return;
      paintGrid(surface, view, { template, look });
    },
  });
  return undefined;
}

interface GridWish {
  readonly template: PageTemplate;
  readonly look: PageLook;
}

const CELL_LINE = 'rgb(60 130 200 / 0.22)';
const FIFTH_LINE = 'rgb(60 130 200 / 0.45)';
const BASELINE = 'rgb(60 130 200 / 0.4)';
const COLUMN = 'rgb(200 60 160 / 0.08)';
const COLUMN_EDGE = 'rgb(200 60 160 / 0.45)';
const TYPE_AREA = 'rgb(60 130 200 / 0.55)';
/** Cells smaller than this are a grey veil; every fifth line is drawn from a fifth of it on. */
const SMALLEST_CELL_PX = 4;

function paintGrid(
  surface: CanvasRenderingContext2D,
  view: Viewport,
  { template, look }: GridWish,
): void {
  const grid = pageGrid(template);
  const { columns, lines } = template.body;
  const area = areaRect(grid, { column: 0, line: 0, columns, lines });
  const visible = intersection(area, visiblePart(view));
  surface.lineWidth = 1;
  if (look.showsColumns) paintBaseColumns(surface, view, { template, area });
  if (visible !== undefined && look.showsGrid) {
    paintCells(surface, view, { visible, area, grid });
  }
  if (visible !== undefined && look.showsBaselines && grid.leadingPt * view.zoom >= 3) {
    surface.strokeStyle = BASELINE;
    const first = Math.floor((visible.y - area.y) / grid.leadingPt);
    const last = Math.ceil((visible.y + visible.height - area.y) / grid.leadingPt);
    surface.beginPath();
    for (let line = Math.max(0, first); line < Math.min(lines, last); line++) {
      const y = area.y + line * grid.leadingPt + bodyBaseline(template.body);
      across(surface, view, { from: visible.x, to: visible.x + visible.width, y });
    }
    surface.stroke();
  }
  surface.strokeStyle = TYPE_AREA;
  outline(surface, view, area);
}

interface Cells {
  readonly visible: Rect;
  readonly area: Rect;
  readonly grid: { readonly cellPt: number; readonly leadingPt: number };
}

function paintCells(surface: CanvasRenderingContext2D, view: Viewport, cells: Cells): void {
  const { visible, area, grid } = cells;
  const every = grid.cellPt * view.zoom >= SMALLEST_CELL_PX ? 1 : 5;
  for (const [strong, style] of [[false, CELL_LINE] as const, [true, FIFTH_LINE] as const]) {
    surface.strokeStyle = style;
    surface.beginPath();
    const firstColumn = Math.max(0, Math.floor((visible.x - area.x) / grid.cellPt));
    const lastColumn = Math.ceil((visible.x + visible.width - area.x) / grid.cellPt);
    for (let column = firstColumn; column <= lastColumn; column++) {
      if (column % every !== 0 || (column % 5 === 0) !== strong) continue;
      const x = area.x + column * grid.cellPt;
      down(surface, view, { from: visible.y, to: visible.y + visible.height, x });
    }
    const firstLine = Math.max(0, Math.floor((visible.y - area.y) / grid.leadingPt));
    const lastLine = Math.ceil((visible.y + visible.height - area.y) / grid.leadingPt);
    for (let line = firstLine; line <= lastLine; line++) {
      if (line % every !== 0 || (line % 5 === 0) !== strong) continue;
      const y = area.y + line * grid.leadingPt;
      across(surface, view, { from: visible.x, to: visible.x + visible.width, y });
    }
    surface.stroke();
  }
}

function paintBaseColumns(
  surface: CanvasRenderingContext2D,
  view: Viewport,
  { template, area }: { readonly template: PageTemplate; readonly area: Rect },
): void {
  const { count, gutter } = template.baseColumns;
  const cell = template.body.sizePt;
  const width = (template.body.columns - gutter * (count - 1)) / count;
  for (let index = 0; index < count; index++) {
    const x = area.x + index * (width + gutter) * cell;
    const column = { x, y: area.y, width: width * cell, height: area.height };
    const corner = windowPointAt(view, column);
    surface.fillStyle = COLUMN;
    surface.fillRect(corner.x, corner.y, column.width * view.zoom, column.height * view.zoom);
    surface.strokeStyle = COLUMN_EDGE;
    outline(surface, view, column);
  }
}

function outline(surface: CanvasRenderingContext2D, view: Viewport, rect: Rect): void {
  const { x, y } = windowPointAt(view, rect);
  surface.strokeRect(sharp(x), sharp(y), rect.width * view.zoom, rect.height * view.zoom);
}

function across(
  surface: CanvasRenderingContext2D,
  view: Viewport,
  { from, to, y }: { readonly from: number; readonly to: number; readonly y: number },
): void {
  const at = sharp(view.topPx + y * view.zoom);
  surface.moveTo(view.leftPx + from * view.zoom, at);
  surface.lineTo(view.leftPx + to * view.zoom, at);
}

function down(
  surface: CanvasRenderingContext2D,
  view: Viewport,
  { from, to, x }: { readonly from: number; readonly to: number; readonly x: number },
): void {
  const at = sharp(view.leftPx + x * view.zoom);
  surface.moveTo(at, view.topPx + from * view.zoom);
  surface.lineTo(at, view.topPx + to * view.zoom);
}

/** A line one pixel wide is sharp on the middle of a pixel. */
function sharp(at: number): number {
  return Math.round(at) + 0.5;
}

function intersection(a: Rect, b: Rect): Rect | undefined {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}
