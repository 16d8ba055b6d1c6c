import type { Page } from 'playwright-core';
import { assert } from '#engine/units/assert.ts';

/** A place in the window, in CSS pixels. */
export interface WindowPlace {
  readonly x: number;
  readonly y: number;
}

/** Paper and type area of the sample's template (templates/pages/park-broadsheet.json). */
const PAPER_PT = { width: (390 * 72) / 25.4, height: (540 * 72) / 25.4 };
const TYPE_AREA_PT = { x: (20.375 * 72) / 25.4, y: (26.25 * 72) / 25.4 };
const CELL_PT = 10;
const LINE_PT = 12.5;
/** Desk that shows around a fitted page; renderer/page-view/viewport.ts has it from there. */
const DESK_EDGE_PX = 24;

/** Where a place of the grid lies while the whole page is fitted into the view. */
export async function placeOnGrid(page: Page, column: number, line: number): Promise<WindowPlace> {
  const box = await page.locator('.page-root').boundingBox();
  assert(box !== null, 'a page shows');
  const zoom = Math.min(
    (box.width - 2 * DESK_EDGE_PX) / PAPER_PT.width,
    (box.height - 2 * DESK_EDGE_PX) / PAPER_PT.height,
  );
  const left = box.x + (box.width - PAPER_PT.width * zoom) / 2;
  const top = box.y + Math.max(DESK_EDGE_PX, (box.height - PAPER_PT.height * zoom) / 2);
  return {
    x: left + (TYPE_AREA_PT.x + column * CELL_PT) * zoom,
    y: top + (TYPE_AREA_PT.y + line * LINE_PT) * zoom,
  };
}

/** Puts the caret into the middle of the lead story's first column. */
export async function clickIntoLead(page: Page): Promise<void> {
  const { x, y } = await placeOnGrid(page, 8, 20.5);
  await page.mouse.dblclick(x, y);
  await page.locator('.text-device').waitFor({ state: 'attached' });
}
