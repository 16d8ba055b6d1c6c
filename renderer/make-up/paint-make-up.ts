import type { BlockFit } from '#engine/compose/composed.ts';
import type { PagePoint } from '#engine/display/hit-text.ts';
import type { Block, Issue, Page } from '#engine/model/issue.ts';
import { ptToMm } from '#engine/units/units.ts';
import type { PageLook } from '#renderer/desk-state/desk-state.ts';
import { type Viewport, windowPointAt } from '#renderer/page-view/viewport.ts';
import { outlineOf } from './block-shape.ts';
import type { BlocksUnderWay } from './drag-blocks.ts';
import { handlesOf } from './handles.ts';
import { type PageGeometry, pointOf, rectOf } from './page-geometry.ts';
import { threadOf } from './thread-blocks.ts';
import { footOf, threadLines } from './thread-lines.ts';

/** What is drawn over the blocks of a page. */
export interface MakeUpPicture {
  readonly issue: Issue;
  readonly page: Page;
  readonly geometry: PageGeometry;
  readonly chosen: readonly Block[];
  readonly hover: Block | undefined;
  readonly way: BlocksUnderWay | undefined;
  readonly look: PageLook;
  readonly fits: Readonly<Record<string, BlockFit>> | undefined;
  readonly words: {
    readonly place: (columns: number, lines: number) => string;
    readonly millimetres: (width: string, height: string) => string;
  };
}

const CHOSEN = '#1d5fc4';
const HOVER = 'rgb(29 95 196 / 0.45)';
const GUIDE = '#c4261d';
const THREAD = '#0a8754';
const HANDLE_PX = 7;
const PORT_PX = 11;

/** Outlines, handles, guides, threads and overset marks, in CSS pixels of the view. */
export function paintMakeUp(
  canvas: CanvasRenderingContext2D,
  view: Viewport,
  picture: MakeUpPicture,
): void {
  const { geometry, page, chosen, hover, way, look } = picture;
  canvas.lineWidth = 1;
  if (hover !== undefined && way === undefined) {
    canvas.strokeStyle = HOVER;
    strokeShape(canvas, view, outlineOf(geometry, hover));
  }
  paintThreads(canvas, view, picture);
  canvas.strokeStyle = CHOSEN;
  const shown = way?.blocks ?? chosen;
  canvas.lineWidth = 1.5;
  for (const block of shown) strokeShape(canvas, view, outlineOf(geometry, block));
  if (way === undefined) {
    for (const block of chosen) if (!block.locked) paintHandles(canvas, view, { geometry, block });
  } else paintGuides(canvas, view, { geometry, way, words: picture.words });
  for (const block of page.blocks) {
    const lines = picture.fits?.[block.id]?.oversetLines ?? 0;
    if (block.kind === 'article' && lines > 0 && look.showsFits) {
      paintPort(canvas, windowPointAt(view, pointOf(geometry, footOf(block))));
    }
  }
}

function strokeShape(
  canvas: CanvasRenderingContext2D,
  view: Viewport,
  loops: readonly (readonly PagePoint[])[],
): void {
  canvas.beginPath();
  for (const loop of loops) {
    loop.forEach((corner, index) => {
      const { x, y } = windowPointAt(view, corner);
      if (index === 0) canvas.moveTo(x, y);
      else canvas.lineTo(x, y);
    });
    canvas.closePath();
  }
  canvas.stroke();
}

interface HandledBlock {
  readonly geometry: PageGeometry;
  readonly block: Block;
}

function paintHandles(
  canvas: CanvasRenderingContext2D,
  view: Viewport,
  { geometry, block }: HandledBlock,
): void {
  canvas.fillStyle = '#ffffff';
  for (const { at } of handlesOf(geometry, block.area, view.zoom)) {
    const { x, y } = windowPointAt(view, at);
    const half = HANDLE_PX / 2;
    canvas.fillRect(x - half, y - half, HANDLE_PX, HANDLE_PX);
    canvas.strokeRect(x - half, y - half, HANDLE_PX, HANDLE_PX);
  }
}

interface PaintedWay {
  readonly geometry: PageGeometry;
  readonly way: BlocksUnderWay;
  readonly words: MakeUpPicture['words'];
}

function paintGuides(
  canvas: CanvasRenderingContext2D,
  view: Viewport,
  { geometry, way, words }: PaintedWay,
): void {
  canvas.strokeStyle = GUIDE;
  canvas.lineWidth = 1;
  canvas.beginPath();
  for (const { axis, at, from, to } of way.guides) {
    const places =
      axis === 'across'
        ? [
            { column: at, line: from },
            { column: at, line: to },
          ]
        : [
            { column: from, line: at },
            { column: to, line: at },
          ];
    places.forEach((place, index) => {
      const { x, y } = windowPointAt(view, pointOf(geometry, place));
      if (index === 0) canvas.moveTo(x, y);
      else canvas.lineTo(x, y);
    });
  }
  canvas.stroke();
  const [block] = way.blocks;
  if (block === undefined) return;
  const rect = rectOf(geometry, block.area);
  const size = words.place(block.area.columns, block.area.lines);
  const mm = (pt: number) => ptToMm(pt).toFixed(1);
  const { x, y } = windowPointAt(view, { x: rect.x, y: rect.y + rect.height });
  paintLabel(canvas, `${size}　${words.millimetres(mm(rect.width), mm(rect.height))}`, { x, y });
}

function paintLabel(canvas: CanvasRenderingContext2D, text: string, { x, y }: PagePoint): void {
  canvas.font = '12px "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';
  const { width } = canvas.measureText(text);
  canvas.fillStyle = 'rgb(30 31 34 / 0.88)';
  canvas.fillRect(x, y + 6, width + 12, 20);
  canvas.fillStyle = '#ffffff';
  canvas.textBaseline = 'middle';
  canvas.fillText(text, x + 6, y + 16);
}

/** A red square with a cross at the foot of a block whose story does not fit. */
function paintPort(canvas: CanvasRenderingContext2D, { x, y }: PagePoint): void {
  const half = PORT_PX / 2;
  canvas.fillStyle = '#ffffff';
  canvas.strokeStyle = GUIDE;
  canvas.lineWidth = 1.5;
  canvas.fillRect(x - half, y - half, PORT_PX, PORT_PX);
  canvas.strokeRect(x - half, y - half, PORT_PX, PORT_PX);
  canvas.beginPath();
  canvas.moveTo(x - half + 2.5, y);
  canvas.lineTo(x + half - 2.5, y);
  canvas.moveTo(x, y - half + 2.5);
  canvas.lineTo(x, y + half - 2.5);
  canvas.stroke();
}

function paintThreads(
  canvas: CanvasRenderingContext2D,
  view: Viewport,
  { issue, page, geometry, chosen, look }: MakeUpPicture,
): void {
  const shown = look.showsThreads ? page.blocks : chosen;
  const articles = new Set(
    shown.flatMap((block) => (block.kind === 'article' ? [block.article] : [])),
  );
  canvas.strokeStyle = THREAD;
  canvas.fillStyle = THREAD;
  canvas.lineWidth = 1.5;
  for (const article of articles) {
    for (const { points } of threadLines(geometry, threadOf(issue.pages, article), page.id)) {
      canvas.beginPath();
      points.forEach((point, index) => {
        const { x, y } = windowPointAt(view, point);
        if (index === 0) canvas.moveTo(x, y);
        else canvas.lineTo(x, y);
      });
      canvas.stroke();
      const end = points.at(-1);
      if (end === undefined) continue;
      const { x, y } = windowPointAt(view, end);
      canvas.fillRect(x - 3, y - 3, 6, 6);
    }
  }
}
