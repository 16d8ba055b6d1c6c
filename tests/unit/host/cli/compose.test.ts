import { afterEach, expect, test } from 'vitest';
import { changedSample, emptyFolder, removeSamples } from './changed-sample.ts';
import { runBanxin, SAMPLE_ISSUE } from './run-banxin.ts';

afterEach(removeSamples);

test('prints the display list, the findings and the fits of every page as JSON', async () => {
  const run = await runBanxin(['compose', SAMPLE_ISSUE, '--json']);
  expect(run).toMatchObject({ exit: 0, complaint: '' });
  const composed = JSON.parse(run.out) as { issue: object; pages: { list: { items: object[] } }[] };
  expect(composed.issue).toMatchObject({ supplement: '园区周刊', date: '2021-06-18' });
  expect(composed.pages[0]).toMatchObject({ number: 'A06', template: 'park-broadsheet' });
  expect(composed.pages[0]?.list.items.length).toBeGreaterThan(5);
  expect(composed.pages[0]).toHaveProperty('fits');
});

test('prints the same twice', async () => {
  const [first, second] = await Promise.all([
    runBanxin(['compose', SAMPLE_ISSUE, '--json']),
    runBanxin(['compose', SAMPLE_ISSUE, '--json']),
  ]);
  expect(first.out === second.out).toBe(true);
});

test('finds a page by its place and by its number', async () => {
  const printed = await runBanxin(['compose', SAMPLE_ISSUE, '--page', 'a06']);
  expect(printed).toMatchObject({ exit: 0 });
  expect(printed.out).toMatch(/^A06 园区周刊\npage [\d.]+ × [\d.]+\n/);
  const placed = await runBanxin(['compose', SAMPLE_ISSUE, '--page', '1']);
  expect(placed.out === printed.out).toBe(true);
});

test.each([['2'], ['0'], ['-1'], ['B01']])('has no page %s', async (page) => {
  const run = await runBanxin(['compose', SAMPLE_ISSUE, `--page=${page}`]);
  expect(run).toMatchObject({ exit: 5, out: '' });
  expect(run.complaint).toContain('A06');
});

test('says which folder is not there and which holds no issue', async () => {
  const missing = await runBanxin(['compose', '/no/such.issue']);
  expect(missing).toMatchObject({ exit: 3, out: '' });
  expect(missing.complaint).toContain('/no/such.issue');
  expect(await runBanxin(['compose', emptyFolder()])).toMatchObject({ exit: 3 });
});

test('says where issue.json is damaged', async () => {
  const folder = changedSample((json) => json.replace('"pages": [', '"pages": ['.slice(0, -1)));
  const run = await runBanxin(['compose', folder, '--lang', 'en']);
  expect(run).toMatchObject({ exit: 3, out: '' });
  expect(run.complaint).toMatch(/damaged from line \d+, column \d+/);
});

test('says which version it does not know', async () => {
  const folder = changedSample((json) => json.replace('"schemaVersion": 1', '"schemaVersion": 99'));
  const run = await runBanxin(['compose', folder]);
  expect(run).toMatchObject({ exit: 3, out: '' });
  expect(run.complaint).toContain('99');
});

test('says which template is not there', async () => {
  const run = await runBanxin(['compose', SAMPLE_ISSUE, '--template', 'no-such']);
  expect(run).toMatchObject({ exit: 4, out: '' });
  expect(run.complaint).toContain('no-such');
});

test.each([[['compose']], [['compose', 'a', 'b']]])('%j is not one issue', async (words) => {
  expect(await runBanxin(words)).toMatchObject({ exit: 2, out: '' });
});
