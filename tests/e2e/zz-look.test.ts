import { test } from 'vitest';
import { openDeskUnderTest } from './desk-under-test.ts';
test('look', async () => {
  const desk = await openDeskUnderTest();
  try {
    await desk.page.screenshot({ path: '/tmp/shots/a.png' });
    const issue = await desk.issue();
    console.log(Object.values(issue.articles).map((a) => [a.id, a.kicker, a.headline, a.story.paragraphs.length]));
    const id = Object.keys(issue.articles)[0];
    await desk.page.keyboard.press('t');
    await desk.clickText(`article:${id}/story:1`, 10);
    await desk.page.keyboard.type('abc');
    await desk.painted();
    await desk.page.screenshot({ path: '/tmp/shots/b.png' });
    console.log((await desk.issue()).articles[id]?.story.paragraphs[1]?.runs);
    console.log(desk.complaints);
  } finally { await desk.close(); }
}, 60000);
