import { test } from 'vitest';
import { openDeskUnderTest } from './desk-under-test.ts';

test('look', async () => {
  const desk = await openDeskUnderTest();
  const { page } = desk;
  const shot = (name: string) => page.screenshot({ path: `/tmp/w-fit/${name}.png` });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate(() =>
    localStorage.setItem('banxin settings', JSON.stringify({ language: 'en', theme: 'dark' })),
  );
  await page.reload();
  await page.locator('canvas[aria-busy=false]').first().waitFor();
  const group = await desk.placeOf({
    text: 'article:safety-xiangtan/headline',
    offset: 2,
    edge: 'leading',
  });
  await page.mouse.dblclick(group.x, group.y);
  await page.getByRole('tab', { name: 'Headline', exact: true }).click();
  await page.waitForTimeout(700);
  await shot('en-group');
  await page
    .locator('.side-scroll')
    .last()
    .evaluate((e) => e.scrollTo(0, 9999));
  await page.waitForTimeout(300);
  await shot('en-group-2');
  await page.keyboard.press('Escape');
  const lead = await desk.placeOf({ text: 'article:lead/story:2', offset: 3, edge: 'leading' });
  await page.mouse.click(lead.x, lead.y);
  await page.getByRole('radio', { name: 'Right, upright' }).click();
  await page.waitForTimeout(900);
  await shot('en-upright');
  await page.getByRole('tab', { name: 'Copyfit', exact: true }).click();
  await page.waitForTimeout(2500);
  await shot('en-fit');
  await page.getByRole('tab', { name: 'Galley', exact: true }).click();
  await page.waitForTimeout(700);
  await page.locator('.galley-scroll').evaluate((e) => e.scrollTo(0, 99999));
  await page.waitForTimeout(300);
  await shot('en-galley');
  await page.evaluate(() =>
    localStorage.setItem('banxin settings', JSON.stringify({ language: 'zh-CN', theme: 'light' })),
  );
  await page.reload();
  await page.locator('canvas[aria-busy=false]').first().waitFor();
  await page.mouse.click(lead.x, lead.y + 100);
  await page.getByRole('tab', { name: '小样', exact: true }).click();
  await page.waitForTimeout(700);
  await page.locator('.galley-scroll').evaluate((e) => e.scrollTo(0, 99999));
  await page.waitForTimeout(300);
  await shot('zh-galley');
  console.log(desk.complaints);
  await desk.close();
}, 120_000);
