import { expect, test } from 'vitest';
import { cellsOfAd } from '#engine/compose/ad-place.ts';
import { pageGrid } from '#engine/compose/page-grid.ts';
import type { AdPlace, Picture } from '#engine/model/issue.ts';
import { openSlot } from '#engine/model/new-issue.ts';
import { ptToMm } from '#engine/units/units.ts';
import { pageTemplate } from '#tests/unit/model/sample-issue.ts';
import { area, composeFirst, pictureBlock } from './test-page.ts';

const BROADSHEET = pageGrid(pageTemplate('park-broadsheet'));
const AD: AdPlace = { size: '小广告', widthMm: 30, heightMm: 20, mark: 'topRight' };
const PHOTOGRAPH: Picture = {
  ...openSlot('one'),
  asset: `${'0'.repeat(64)}.jpg`,
  widthPx: 300,
  heightPx: 200,
};

function composed(picture: Picture, ad: AdPlace, lines = 5) {
  const block = { ...pictureBlock('one', area(0, 0, 9, lines), 0), ad };
  const { list, findings } = composeFirst({ blocks: [block], pictures: [picture] });
  const [group] = list.items;
  if (group?.kind !== 'group') throw new Error('a block is a group');
  return { group, codes: findings.map(({ code }) => code) };
}

test('an ad takes the next larger half character and line, or the whole type area', () => {
  expect(cellsOfAd(BROADSHEET, { widthMm: 175, heightMm: 60 })).toEqual({ columns: 50, lines: 14 });
  expect(cellsOfAd(BROADSHEET, { widthMm: 350, heightMm: 240 })).toEqual({
    columns: 99,
    lines: 55,
  });
  expect(cellsOfAd(BROADSHEET, { widthMm: 352, heightMm: 240 })).toBeUndefined();
});

test('the ad is printed at the very size of the rate card, 广告 in its corner', () => {
  const { group, codes } = composed(PHOTOGRAPH, AD);
  const picture = group.items.find(({ kind }) => kind === 'picture');
  if (picture?.kind !== 'picture') throw new Error('the ad shows');
  expect(ptToMm(picture.frame.width)).toBeCloseTo(30, 6);
  expect(ptToMm(picture.frame.height)).toBeCloseTo(20, 6);
  const mark = group.items.find((item) => item.kind === 'group' && item.id === 'block-one/mark');
  expect(mark).toBeDefined();
  expect(codes).toEqual([]);
});

test('without its mark the ad stands alone', () => {
  expect(composed(PHOTOGRAPH, { ...AD, mark: 'none' }).group.items).toHaveLength(1);
});

test('an empty slot and one that is too small are told as such', () => {
  expect(composed(openSlot('one'), AD).codes).toEqual(['ad-empty']);
  expect(composed(PHOTOGRAPH, AD, 3).codes).toEqual(['ad-slot-too-small']);
});
