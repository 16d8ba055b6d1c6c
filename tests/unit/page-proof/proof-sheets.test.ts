import { expect, test } from 'vitest';
import { boundsOfAll, itemBounds } from '#engine/display/bounds.ts';
import type { DisplayList } from '#engine/display/display-list.ts';
import { placedRuns } from '#engine/display/placed-runs.ts';
import { STUB_FONTS } from '#engine/fonts/stub-typeface.ts';
import { lineNumbers } from '#engine/page-proof/line-numbers.ts';
import { type ProofPaper, printablePart } from '#engine/page-proof/proof-paper.ts';
import { proofSheets } from '#engine/page-proof/proof-sheets.ts';
import { scaledList } from '#engine/page-proof/scale-list.ts';
import { mmToPt } from '#engine/units/units.ts';
import { broadsheet } from '#tests/unit/display/sample-pages.ts';

function sheetsOf(paper: ProofPaper, hasLineNumbers = true) {
  const wish = { paper, mark: '样张', hasLineNumbers, face: 'song-400' };
  return proofSheets(broadsheet(), wish, STUB_FONTS);
}

const textOf = (list: DisplayList) => placedRuns(list).map(({ run }) => run.text);

test('a page reduced to half keeps every word at half its place', () => {
  const whole = broadsheet();
  const half = scaledList(whole, 0.5);
  expect(half.widthPt).toBe(whole.widthPt / 2);
  const [before, after] = [whole, half].map((list) => boundsOfAll(list.items));
  for (const side of ['x', 'y', 'width', 'height'] as const) {
    expect(after?.[side]).toBeCloseTo((before?.[side] ?? Number.NaN) / 2, 6);
  }
  expect(textOf(half)).toEqual(textOf(whole));
});

test('the broadsheet goes onto one sheet of A3, nothing beyond the printable part', () => {
  const { sheets, scale } = sheetsOf('a3');
  expect(sheets).toHaveLength(1);
  expect(scale).toBeGreaterThan(0.7);
  expect(scale).toBeLessThan(1);
  const [sheet] = sheets;
  const bounds = sheet && boundsOfAll(sheet.list.items);
  expect((bounds?.x ?? Number.NaN) + (bounds?.width ?? 0)).toBeLessThanOrEqual(
    mmToPt(printablePart('a3').width) + 0.01,
  );
});

test('four sheets of A4 show the broadsheet in its own size', () => {
  const { sheets, scale, columns, rows } = sheetsOf('a4');
  expect([columns, rows, sheets.length]).toEqual([2, 2, 4]);
  expect(scale).toBeGreaterThan(0.95);
});

test('every word of the page is on a sheet', () => {
  const words = new Set(sheetsOf('a4', false).sheets.flatMap(({ list }) => textOf(list)));
  expect(textOf(broadsheet()).filter((text) => !words.has(text))).toEqual([]);
});

test('neighbouring sheets share a strip to be pasted by', () => {
  const { sheets } = sheetsOf('a4', false);
  const [left, right] = sheets.map(({ list }) => list.items[0]);
  const shift = (left?.kind === 'group' ? left.x : 0) - (right?.kind === 'group' ? right.x : 0);
  expect(mmToPt(190) - shift).toBeCloseTo(mmToPt(8), 6);
});

test('the mark lies beneath the page', () => {
  const [sheet] = sheetsOf('a3').sheets;
  expect(sheet && textOf(sheet.list).slice(0, 2)).toEqual(['样', '张']);
});

test('a page without any ink has a sheet all the same', () => {
  const blank = { widthPt: 100, heightPt: 100, items: [] };
  const wish = { paper: 'a3', mark: '', hasLineNumbers: true, face: 'song-400' } as const;
  expect(proofSheets(blank, wish, STUB_FONTS).sheets).toHaveLength(1);
});

test('stories are numbered from one, and then every fifth line', () => {
  const numbers = lineNumbers(broadsheet(), 'song-400', STUB_FONTS);
  const words = numbers.map((item) =>
    item.kind === 'group'
      ? item.items.map((member) => (member.kind === 'text' ? member.run.text : '')).join('')
      : '',
  );
  const ofLead = words.slice(0, words.indexOf('1', 1));
  expect(ofLead.slice(0, 4)).toEqual(['1', '5', '10', '15']);
  expect(words.filter((word) => word === '1')).toHaveLength(11);
});

test('numbers stand clear of the words beside them', () => {
  const list = broadsheet();
  const runs = placedRuns(list).map(({ x, y, run }) => itemBounds({ kind: 'text', x, y, run }));
  for (const number of lineNumbers(list, 'song-400', STUB_FONTS)) {
    const bounds = itemBounds(number);
    const hidden = runs.filter(
      (one) =>
        one !== undefined &&
        bounds !== undefined &&
        one.x < bounds.x + bounds.width &&
        one.x + one.width > bounds.x &&
        one.y < bounds.y + bounds.height &&
        one.y + one.height > bounds.y,
    );
    expect(hidden).toEqual([]);
  }
});
