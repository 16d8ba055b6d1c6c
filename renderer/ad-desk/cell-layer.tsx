import { useRef } from 'react';
import type { PagePoint } from '#engine/display/hit-text.ts';
import type { AdGrid, AdGridBlock } from '#engine/model/issue.ts';
import type { Rect } from '#engine/units/rect.ts';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { deskWords, makeUpPlace, mayEdit } from '#renderer/make-up/make-up-place.ts';
import { type PageGeometry, rectOf } from '#renderer/make-up/page-geometry.ts';
import {
  type DragSession,
  useOverlay,
  usePageSurface,
  usePointerTool,
} from '#renderer/page-view/page-surface.ts';
import { type Viewport, windowPointAt } from '#renderer/page-view/viewport.ts';
import { partnerStrings } from '#renderer/strings/partner-strings.ts';
import { swappedCells } from './cell-edits.ts';
import { cellName } from './cell-name.ts';
import { type ChosenCell, cellOnDesk, chooseCell } from './on-chosen-cell.ts';

/** Asked before blocks are moved; drawn over their outlines. */
const ORDER = 26;
const CLICK_PX = 3;
const COLOUR = '#1d5fc4';

/** A chosen cell on its way to another. */
interface CellUnderWay {
  readonly from: ChosenCell;
  readonly to: number | undefined;
  /** Where the pointer is, on the page. */
  readonly at: PagePoint;
}

/** Cells of the partner grid on the page: the chosen one is dragged to another, and they swap. */
export function CellLayer() {
  const desk = useDesk();
  const surface = usePageSurface();
  const way = useRef<CellUnderWay>(undefined);

  const tell = (now: CellUnderWay | undefined) => {
    way.current = now;
    surface.repaintOverlay();
  };
  const geometryNow = () => makeUpPlace(desk)?.geometry;
  const chosenAt = (point: PagePoint): ChosenCell | undefined => {
    const geometry = geometryNow();
    const chosen = mayEdit(desk) ? cellOnDesk(desk) : undefined;
    if (chosen === undefined || geometry === undefined || chosen.block.locked) return undefined;
    return cellAt(geometry, chosen, point) === chosen.cell ? chosen : undefined;
  };
  useOverlay({
    name: 'ad cells',
    order: ORDER,
    paint: (canvas, view) => {
      const geometry = geometryNow();
      if (way.current === undefined || geometry === undefined) return;
      const words = deskWords(desk, partnerStrings);
      paintWay(canvas, view, { way: way.current, geometry, words });
    },
  });
  usePointerTool({
    name: 'ad cells',
    tool: 'select',
    order: ORDER,
    onHover: (_, point) => (chosenAt(point) === undefined ? undefined : 'grab'),
    onPointerDown: (event, from): DragSession | undefined => {
      const chosen = event.button === 0 && !event.shiftKey ? chosenAt(from) : undefined;
      const geometry = geometryNow();
      if (chosen === undefined || geometry === undefined) return undefined;
      return {
        onMove(_, point) {
          const { zoom } = surface.viewport.read();
          const far = Math.hypot(point.x - from.x, point.y - from.y) * zoom;
          if (way.current === undefined && far < CLICK_PX) return;
          tell({ from: chosen, to: cellAt(geometry, chosen, point), at: point });
        },
        onUp() {
          const to = way.current?.to;
          tell(undefined);
          if (to === undefined || to === chosen.cell) return;
          const { steps } = deskWords(desk, partnerStrings);
          if (desk.openIssue.edit(steps.swap, swappedCells(chosen, to)).ok) {
            chooseCell(desk, chosen, to);
          }
        },
        onCancel: () => tell(undefined),
      };
    },
  });
  return undefined;
}

type GridOnPage = { readonly block: AdGridBlock; readonly grid: AdGrid };

/** The cell of a grid under a point of the page. */
function cellAt(
  geometry: PageGeometry,
  { block, grid }: GridOnPage,
  { x, y }: PagePoint,
): number | undefined {
  const rect = rectOf(geometry, block.area);
  const column = Math.floor(((x - rect.x) * grid.columns) / rect.width);
  const row = Math.floor(((y - rect.y) * grid.rows) / rect.height);
  const isInside = column >= 0 && row >= 0 && column < grid.columns && row < grid.rows;
  return isInside ? row * grid.columns + column : undefined;
}

function cellRect(geometry: PageGeometry, { block, grid }: GridOnPage, cell: number): Rect {
  const { x, y, width, height } = rectOf(geometry, block.area);
  const [wide, high] = [width / grid.columns, height / grid.rows];
  const row = Math.floor(cell / grid.columns);
  return { x: x + (cell % grid.columns) * wide, y: y + row * high, width: wide, height: high };
}

interface PaintedWay {
  readonly way: CellUnderWay;
  readonly geometry: PageGeometry;
  readonly words: Parameters<typeof cellName>[1] & { readonly dragTo: (name: string) => string };
}

function paintWay(
  canvas: CanvasRenderingContext2D,
  view: Viewport,
  { way, geometry, words }: PaintedWay,
): void {
  const { from, to, at } = way;
  const { grid, cell } = from;
  const target = to === undefined || to === cell ? undefined : grid.cells[to];
  if (to !== undefined && target !== undefined) {
    paintCell(canvas, view, cellRect(geometry, from, to));
  }
  const content = grid.cells[cell];
  if (content === undefined) return;
  const name = cellName(target ?? content, words);
  const { x, y } = windowPointAt(view, at);
  paintLabel(canvas, target === undefined ? name : words.dragTo(name), { x: x + 12, y: y + 12 });
}

function paintCell(canvas: CanvasRenderingContext2D, view: Viewport, rect: Rect): void {
  const { x, y } = windowPointAt(view, rect);
  canvas.fillStyle = 'rgb(29 95 196 / 0.16)';
  canvas.strokeStyle = COLOUR;
  canvas.lineWidth = 2;
  canvas.fillRect(x, y, rect.width * view.zoom, rect.height * view.zoom);
  canvas.strokeRect(x, y, rect.width * view.zoom, rect.height * view.zoom);
}

function paintLabel(canvas: CanvasRenderingContext2D, text: string, { x, y }: PagePoint): void {
  canvas.font = '12px "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';
  const { width } = canvas.measureText(text);
  canvas.fillStyle = 'rgb(30 31 34 / 0.88)';
  canvas.fillRect(x, y, width + 12, 20);
  canvas.fillStyle = '#ffffff';
  canvas.textBaseline = 'middle';
  canvas.fillText(text, x + 6, y + 10);
}
