import { test } from 'vitest';
import { openDeskUnderTest } from './desk-under-test.ts';

test('look', async () => {
  const desk = await openDeskUnderTest();
  const { page } = desk;
  const shot = (name: string) => page.screenshot({ path: `/tmp/w-fit/${name}.png` });
  await page.setViewportSize({ width: 1280, height: 800 });
  const lead = await desk.placeOf({ text: 'article:lead/story:2', offset: 3, edge: 'leading' });
  await page.mouse.click(lead.x, lead.y);
  await page.getByRole('tab', { name: '标题', exact: true }).click();
  await page.waitForTimeout(700);
  await page.locator('.headline-break').first().hover();
  await page.waitForTimeout(700);
  await shot('zh-break');
  await page.getByRole('button', { name: '加副题' }).click();
  await page.getByRole('textbox', { name: '副题文字' }).fill('为群众办实事');
  await page.waitForTimeout(700);
  await page
    .locator('.side-scroll')
    .last()
    .evaluate((e) => e.scrollTo(0, 0));
  await page.waitForTimeout(200);
  await shot('zh-excess');
  await page.getByRole('radio', { name: '右侧：竖题' }).click();
  await page.waitForTimeout(700);
  await shot('zh-upright');
  await page.keyboard.press('Escape');
  await page.locator('.page-root').focus();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.getByRole('tab', { name: '属性', exact: true }).click();
  const height = page.getByRole('textbox', { name: '高', exact: true });
  await height.fill('32');
  await height.press('Enter');
  await page.getByRole('tab', { name: '小样', exact: true }).click();
  await page.waitForTimeout(700);
  await page.locator('.galley-scroll').evaluate((e) => e.scrollTo(0, 99999));
  await page.waitForTimeout(300);
  await shot('zh-galley');
  await page.getByRole('tab', { name: '凑版', exact: true }).click();
  await page.locator('.fit-plan').waitFor();
  await page.waitForTimeout(500);
  await shot('zh-fit');
  await page.mouse.click(lead.x, lead.y, { button: 'right' });
  await page.waitForTimeout(300);
  await shot('zh-menu');
  await page.keyboard.press('Escape');
  await page.evaluate(() =>
    localStorage.setItem('banxin settings', JSON.stringify({ language: 'en', theme: 'dark' })),
  );
  await page.reload();
  await page.locator('canvas[aria-busy=false]').first().waitFor();
  await page.mouse.click(lead.x, lead.y);
  await page.getByRole('tab', { name: 'Copyfit', exact: true }).click();
  await page.locator('.fit-plan').waitFor();
  await page.waitForTimeout(500);
  await page.locator('.switch').last().click();
  await page.locator('.fit-cut').first().waitFor();
  await page.locator('.fit-cut').nth(2).hover();
  await page.waitForTimeout(300);
  await shot('en-fit');
  await page
    .getByRole('menuitem', { name: 'Text' })
    .or(page.getByText('Text', { exact: true }))
    .first()
    .click();
  await page.waitForTimeout(300);
  await shot('en-menu');
  console.log(desk.complaints);
  await desk.close();
}, 120_000);
