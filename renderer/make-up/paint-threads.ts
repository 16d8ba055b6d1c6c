import type { PagePoint } from '#engine/display/hit-text.ts';
import type { Block, Issue, Page } from '#engine/model/issue.ts';
import { type BlockFits, oversetPorts, PORT_PX } from './overset-port.ts';
import type { PageGeometry } from './page-geometry.ts';
import { PEN, type Pen, paintSquare, sharpPoint, strokePoints } from './paint-pen.ts';
import { threadOf } from './thread-blocks.ts';
import { threadLines } from './thread-lines.ts';

/** Threads are drawn for the stories of these blocks. */
export interface PaintedThreads {
  readonly issue: Issue;
  readonly page: Page;
  readonly geometry: PageGeometry;
  readonly blocks: readonly Block[];
}

/** The lines of threads (续排线), with an arrow at each end; stumps name the page they go to. */
export function paintThreads(pen: Pen, painted: PaintedThreads): void {
  const { issue, page, geometry, blocks } = painted;
  const { canvas } = pen;
  const articles = blocks.flatMap((block) => (block.kind === 'article' ? [block.article] : []));
  canvas.strokeStyle = PEN.thread;
  canvas.lineWidth = 1.5;
  for (const article of new Set(articles)) {
    for (const line of threadLines(geometry, threadOf(issue.pages, article), page.id)) {
      canvas.strokeStyle = PEN.thread;
      strokePoints(pen, line.points);
      paintArrow(pen, line.points);
      const leaves = page.blocks.some(({ id }) => id === line.from);
      const end = leaves ? line.points.at(-1) : line.points[0];
      if (line.elsewhere === undefined || end === undefined) continue;
      paintElsewhere(pen, end, { page: line.elsewhere, leaves });
    }
  }
}

const ARROW_PX = 7;

function paintArrow(pen: Pen, points: readonly PagePoint[]): void {
  const [before, end] = [points.at(-2), points.at(-1)];
  if (before === undefined || end === undefined) return;
  const [from, to] = [sharpPoint(pen, before), sharpPoint(pen, end)];
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const { canvas } = pen;
  canvas.save();
  canvas.translate(to.x, to.y);
  canvas.rotate(angle);
  canvas.fillStyle = PEN.thread;
  canvas.beginPath();
  canvas.moveTo(0, 0);
  canvas.lineTo(-ARROW_PX, -ARROW_PX / 2);
  canvas.lineTo(-ARROW_PX, ARROW_PX / 2);
  canvas.fill();
  canvas.restore();
}

/** The number of the other page, right of a foot that leaves or left of a head that arrives. */
function paintElsewhere(pen: Pen, at: PagePoint, stump: { page: Page; leaves: boolean }): void {
  const { canvas } = pen;
  const { number } = stump.page;
  canvas.font =
    '600 11px "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "Banxin Screen", sans-serif';
  const width = canvas.measureText(number).width + 8;
  const { x, y } = sharpPoint(pen, at);
  const left = stump.leaves ? x + 4 : x - width - 4;
  canvas.fillStyle = PEN.thread;
  canvas.beginPath();
  canvas.roundRect(left, y - 8, width, 16, 3);
  canvas.fill();
  canvas.fillStyle = PEN.paper;
  canvas.textBaseline = 'middle';
  canvas.fillText(number, left + 4, y + 0.5);
}

/** The overset marks: red squares with a cross, at the foot of blocks whose stories do not fit. */
export function paintPorts(
  pen: Pen,
  { page, geometry, fits }: { page: Page; geometry: PageGeometry; fits: BlockFits },
): void {
  const { canvas, view } = pen;
  for (const { at } of oversetPorts(geometry, page, { fits, zoom: view.zoom })) {
    canvas.strokeStyle = PEN.overset;
    canvas.lineWidth = 1;
    paintSquare(pen, at, PORT_PX);
    const { x, y } = sharpPoint(pen, at);
    const arm = PORT_PX / 2 - 2.5;
    canvas.lineWidth = 2;
    canvas.beginPath();
    canvas.moveTo(x - arm, y);
    canvas.lineTo(x + arm, y);
    canvas.moveTo(x, y - arm);
    canvas.lineTo(x, y + arm);
    canvas.stroke();
  }
}

/** The line from an overset mark to the pointer that draws the story on. */
export function paintThreadDrag(
  pen: Pen,
  { from, to }: { readonly from: PagePoint; readonly to: PagePoint },
): void {
  const { canvas } = pen;
  canvas.strokeStyle = PEN.thread;
  canvas.lineWidth = 1.5;
  canvas.setLineDash([5, 3]);
  strokePoints(pen, [from, to]);
  canvas.setLineDash([]);
  paintArrow(pen, [from, to]);
}
