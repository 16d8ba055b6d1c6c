import type { PagePoint } from '#engine/display/hit-text.ts';
import type { Block, GridArea, Issue, Page } from '#engine/model/issue.ts';
import type { PageLook, Selection } from '#renderer/desk-state/desk-state.ts';
import type { Viewport } from '#renderer/page-view/viewport.ts';
import { areaOfCell } from './ad-cell-area.ts';
import { type AreaWords, areaLines } from './area-words.ts';
import { outlineOf } from './block-shape.ts';
import { blockAround, chosenBlocks } from './choose-blocks.ts';
import { handlesOf } from './handles.ts';
import { insetOf } from './inset-pictures.ts';
import type { BlockFits } from './overset-port.ts';
import { type PageGeometry, pointOf, rectOf } from './page-geometry.ts';
import {
  PEN,
  type Pen,
  paintLabel,
  paintSquare,
  sharpPoint,
  sharpRect,
  strokePoints,
} from './paint-pen.ts';
import { paintPorts, paintThreadDrag, paintThreads } from './paint-threads.ts';
import { notchesOf } from './press-target.ts';
import type { SnapGuide } from './snap-area.ts';
import { AT_REST, type Hovering, type UnderWay } from './under-way.ts';

/** What is drawn over the blocks of a page. */
export interface MakeUpPicture extends Hovering {
  readonly issue: Issue;
  readonly page: Page;
  readonly geometry: PageGeometry;
  readonly selection: Selection;
  readonly look: PageLook;
  readonly fits: BlockFits;
  readonly words: AreaWords;
  /** The page has the keyboard, and nothing is chosen that would show it. */
  readonly showsFocus: boolean;
}

const HANDLE_PX = 7;

/** Outlines, handles, guides, threads and overset marks, in CSS pixels of the view. */
export function paintMakeUp(
  canvas: CanvasRenderingContext2D,
  view: Viewport,
  picture: MakeUpPicture,
): void {
  const pen: Pen = { canvas, view };
  const { page, underWay, look, selection } = picture;
  if (look.isPreview) return;
  const chosen = chosenBlocks(page, selection);
  paintHovered(pen, picture);
  paintThreads(pen, { ...picture, blocks: look.showsThreads ? page.blocks : chosen });
  const isDragging = underWay.blocks !== undefined || underWay.areas.length > 0;
  if (isDragging) paintUnderWay(pen, picture);
  else paintChosen(pen, picture, chosen);
  if (picture.showsFocus && underWay === AT_REST) paintFocus(pen, picture);
  if (underWay.box !== undefined) paintBox(pen, picture, underWay.box);
  if (!isDragging) paintPorts(pen, picture);
  if (underWay.thread !== undefined) paintThreadDrag(pen, underWay.thread);
}

function paintFocus(pen: Pen, { geometry }: MakeUpPicture): void {
  const { canvas } = pen;
  const { x, y, width, height } = sharpRect(pen, geometry.typeArea);
  canvas.strokeStyle = PEN.chosen;
  canvas.lineWidth = 1.5;
  canvas.strokeRect(x - 5, y - 5, width + 10, height + 10);
}

function paintHovered(pen: Pen, { page, geometry, hovered, underWay }: MakeUpPicture): void {
  const block = page.blocks.find(({ id }) => id === hovered);
  if (block === undefined || underWay.blocks !== undefined) return;
  pen.canvas.strokeStyle = PEN.hover;
  pen.canvas.lineWidth = 1;
  strokeShape(pen, outlineOf(geometry, block));
}

function strokeShape(pen: Pen, loops: readonly (readonly PagePoint[])[]): void {
  for (const loop of loops) strokePoints(pen, loop, true);
}

/** Blocks with their handles; of several only the outlines, the foremost one stronger. */
function paintChosen(pen: Pen, picture: MakeUpPicture, chosen: readonly Block[]): void {
  const { geometry } = picture;
  const { canvas } = pen;
  canvas.strokeStyle = PEN.chosen;
  chosen.forEach((block, index) => {
    canvas.lineWidth = index === 0 ? 1.5 : 1;
    strokeShape(pen, outlineOf(geometry, block));
    if (block.locked) paintLock(pen, geometry, block);
  });
  const [only] = chosen;
  if (only !== undefined && chosen.length === 1 && !only.locked) {
    paintHandles(pen, geometry, only.area);
    paintNotches(pen, geometry, only);
  }
  paintChosenInside(pen, picture);
}

function paintHandles(pen: Pen, geometry: PageGeometry, area: GridArea): void {
  pen.canvas.strokeStyle = PEN.chosen;
  pen.canvas.lineWidth = 1;
  for (const { at } of handlesOf(geometry, area, pen.view.zoom)) paintSquare(pen, at, HANDLE_PX);
}

/** Inner corners of cutouts are lozenges, to tell them from the handles. */
function paintNotches(pen: Pen, geometry: PageGeometry, block: Block): void {
  const { canvas } = pen;
  for (const { at } of notchesOf(block)) {
    const { x, y } = sharpPoint(pen, pointOf(geometry, at));
    canvas.fillStyle = PEN.paper;
    canvas.beginPath();
    canvas.moveTo(x - 5, y);
    canvas.lineTo(x, y - 5);
    canvas.lineTo(x + 5, y);
    canvas.lineTo(x, y + 5);
    canvas.closePath();
    canvas.fill();
    canvas.stroke();
  }
}

/** A padlock in the corner of a locked block. */
function paintLock(pen: Pen, geometry: PageGeometry, { area }: Block): void {
  const { canvas } = pen;
  const { x, y } = sharpPoint(pen, rectOf(geometry, area));
  canvas.fillStyle = PEN.chosen;
  canvas.fillRect(x, y, 18, 18);
  canvas.fillStyle = PEN.paper;
  canvas.fillRect(x + 4.5, y + 8, 9, 6.5);
  canvas.strokeStyle = PEN.paper;
  canvas.lineWidth = 1.5;
  canvas.beginPath();
  canvas.arc(x + 9, y + 8, 2.75, Math.PI, 0);
  canvas.stroke();
  canvas.strokeStyle = PEN.chosen;
}

/** The picture or the cell that is chosen in a block, and a thin line around the block. */
function paintChosenInside(pen: Pen, { issue, page, geometry, selection }: MakeUpPicture): void {
  const block = blockAround(page, selection);
  if (block === undefined) return;
  const { canvas } = pen;
  canvas.strokeStyle = PEN.hover;
  canvas.lineWidth = 1;
  strokeShape(pen, outlineOf(geometry, block));
  const area = areaInside(issue, block, selection);
  if (area === undefined) return;
  const { x, y, width, height } = sharpRect(pen, rectOf(geometry, area));
  canvas.strokeStyle = PEN.chosen;
  canvas.lineWidth = 2;
  canvas.strokeRect(x, y, width, height);
  if (selection.kind === 'inset picture' && !block.locked) paintHandles(pen, geometry, area);
}

function areaInside(issue: Issue, block: Block, selection: Selection): GridArea | undefined {
  if (selection.kind === 'inset picture') return insetOf(block, selection.picture)?.area;
  if (selection.kind !== 'ad cell' || block.kind !== 'adGrid') return undefined;
  const grid = issue.adGrids[block.adGrid];
  return grid && areaOfCell(grid, block.area, selection.cell);
}

function paintUnderWay(pen: Pen, picture: MakeUpPicture): void {
  const { geometry, underWay, words } = picture;
  const { canvas } = pen;
  canvas.strokeStyle = PEN.chosen;
  canvas.lineWidth = 1.5;
  if (underWay.isCopy) canvas.setLineDash([6, 4]);
  for (const block of underWay.blocks ?? []) strokeShape(pen, outlineOf(geometry, block));
  for (const area of underWay.areas) {
    const { x, y, width, height } = sharpRect(pen, rectOf(geometry, area));
    canvas.fillStyle = PEN.chosenVeil;
    canvas.fillRect(x, y, width, height);
    canvas.strokeRect(x, y, width, height);
  }
  canvas.setLineDash([]);
  for (const guide of underWay.guides) paintGuide(pen, geometry, guide);
  paintTold(pen, { geometry, underWay, words });
}

function paintGuide(pen: Pen, geometry: PageGeometry, guide: SnapGuide): void {
  const { axis, at, from, to } = guide;
  const ends =
    axis === 'across'
      ? [
          { column: at, line: from },
          { column: at, line: to },
        ]
      : [
          { column: from, line: at },
          { column: to, line: at },
        ];
  pen.canvas.strokeStyle = PEN.guide;
  pen.canvas.lineWidth = 1;
  strokePoints(
    pen,
    ends.map((end) => pointOf(geometry, end)),
  );
}

interface Told {
  readonly geometry: PageGeometry;
  readonly underWay: UnderWay;
  readonly words: AreaWords;
}

/** Place and size of what is dragged, below its lower left corner. */
function paintTold(pen: Pen, { geometry, underWay, words }: Told): void {
  const { told } = underWay;
  if (told === undefined) return;
  const { x, y, height } = rectOf(geometry, told);
  const at = sharpPoint(pen, { x, y: y + height });
  paintLabel(pen, areaLines(geometry, told, words), { x: at.x, y: at.y + 10 });
}

function paintBox(pen: Pen, { geometry }: MakeUpPicture, box: GridArea): void {
  const { x, y, width, height } = sharpRect(pen, rectOf(geometry, box));
  pen.canvas.fillStyle = PEN.chosenVeil;
  pen.canvas.fillRect(x, y, width, height);
  pen.canvas.strokeStyle = PEN.chosen;
  pen.canvas.lineWidth = 1;
  pen.canvas.strokeRect(x, y, width, height);
}
