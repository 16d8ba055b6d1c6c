import { test } from 'vitest';
import { areaRect, pageGrid } from '#engine/compose/page-grid.ts';
import { pageTemplate } from '#tests/unit/model/sample-issue.ts';
import { openDeskUnderTest } from './desk-under-test.ts';

test('trial', async () => {
  const desk = await openDeskUnderTest();
  const { page } = desk;
  const grid = pageGrid(pageTemplate('park-broadsheet'));
  const at = async (column: number, line: number) => {
    const { x, y } = areaRect(grid, { column, line, columns: 0, lines: 0 });
    return desk.windowPlace({ x, y });
  };
  const shot = (name: string) => page.screenshot({ path: `/tmp/mk/${name}.png` });
  const click = async (c: number, l: number, o = {}) => {
    const p = await at(c, l);
    await page.mouse.click(p.x, p.y, o);
  };
  const drag = async (a: [number, number], b: [number, number], name?: string) => {
    const p = await at(...a),
      q = await at(...b);
    await page.mouse.move(p.x, p.y);
    await page.mouse.down();
    await page.mouse.move((p.x + q.x) / 2, (p.y + q.y) / 2, { steps: 3 });
    await page.mouse.move(q.x, q.y, { steps: 5 });
    await page.waitForTimeout(500);
    if (name) await shot(name);
    await page.mouse.up();
    await page.waitForTimeout(300);
  };
  await page.getByRole('tab', { name: '稿库' }).click();
  await click(50, 60);
  await drag([50, 65], [50, 52]);
  await shot('5-chosen');
  await page.keyboard.press('Escape');
  const p = await at(59, 52);
  await page.mouse.move(p.x - 16, p.y);
  await page.mouse.down();
  const q = await at(46, 57);
  await page.mouse.move(q.x, q.y, { steps: 6 });
  await page.waitForTimeout(500);
  await shot('6-thread');
  await page.mouse.up();
  await page.waitForTimeout(500);
  await shot('7-threaded');
  await click(80, 25);
  await page.keyboard.press('Delete');
  await page.waitForTimeout(500);
  await shot('8-unplaced');
  const line = page.locator('.matter-line').first();
  const box = await line.boundingBox();
  const r = await at(70, 20);
  if (box) {
    await page.mouse.move(box.x + 20, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + 60, box.y + 60, { steps: 3 });
    await page.mouse.move(r.x, r.y, { steps: 5 });
    await page.waitForTimeout(500);
    await shot('9-dropping');
    await page.mouse.up();
  }
  await page.waitForTimeout(500);
  await shot('10-dropped');
  await page.keyboard.down('Control');
  await drag([61, 36], [70, 30]);
  await page.keyboard.up('Control');
  await page.waitForTimeout(300);
  await shot('11-reshaped');
  await click(20, 60, { button: 'right' });
  await page.waitForTimeout(300);
  await shot('12-menu');
  console.log(desk.complaints.filter((c) => !c.includes('tab id')));
  await desk.close();
}, 120_000);
