import { expect, test } from 'vitest';
import type { DisplayItem } from '#engine/display/display-list.ts';
import type { Filler } from '#engine/model/filler.ts';
import type { AdPlace, Picture } from '#engine/model/issue.ts';
import { openSlot } from '#engine/model/new-issue.ts';
import { K_ONLY } from '#engine/units/ink.ts';
import { area, composeFirst, picture, pictureBlock } from './test-page.ts';

const ORNAMENT = { width: 10, height: 10, strokes: [{ path: 'M 0 0 L 10 0 L 5 10 Z' }] };
const NOTICE: Filler = {
  name: '节约用水',
  label: 'publicService',
  drawn: { headline: '节约用水', lines: ['拧紧龙头'], ornament: ORNAMENT },
};
const AD: AdPlace = { size: '小广告', widthMm: 60, heightMm: 40, mark: 'topLeft' };

function composed(own: Picture, filler: Filler | undefined, ad?: AdPlace) {
  const block = {
    ...pictureBlock(own.id, area(0, 0, 20, 12), 0),
    ...(filler && { filler }),
    ...(ad && { ad }),
  };
  const { list, findings } = composeFirst({ blocks: [block], pictures: [own] });
  return { items: list.items.flatMap(flat), codes: findings.map(({ code }) => code) };
}

function flat(item: DisplayItem): readonly Exclude<DisplayItem, { kind: 'group' }>[] {
  return item.kind === 'group' ? item.items.flatMap(flat) : [item];
}

function words(items: readonly DisplayItem[]): readonly string[] {
  return items.flatMap((item) => (item.kind === 'text' ? [item.run.text] : []));
}

test('an empty ad slot with a notice prints it in black alone, with the word that it bears', () => {
  const { items, codes } = composed(openSlot('ad'), NOTICE, AD);
  expect(codes).toEqual([]);
  expect(words(items)).toEqual(['节约用水', '拧紧龙头', '公益广告']);
  const inks = items.flatMap((item) => {
    if (item.kind === 'text') return [item.run.ink];
    return item.kind === 'shape' ? [item.fill, item.stroke?.ink].filter((ink) => ink) : [];
  });
  expect(new Set(inks.map((ink) => JSON.stringify(ink)))).toEqual(
    new Set([JSON.stringify(K_ONLY)]),
  );
  expect(items.filter((item) => item.kind === 'shape')).toHaveLength(3);
});

test('the ad takes the place of its filler as soon as it comes', () => {
  const { items } = composed(picture('ad'), NOTICE, AD);
  expect(words(items)).toEqual(['广告']);
  expect(items.some(({ kind }) => kind === 'picture')).toBe(true);
});

test('a picture of the house bears its word, another one that of an ad', () => {
  const own = picture('ad');
  const asset = own.asset ?? '';
  const filler: Filler = { name: '征订', label: 'publicService', asset };
  expect(words(composed(own, filler, AD).items)).toEqual(['公益广告']);
  const other = { ...filler, asset: `${'0b'.repeat(32)}.jpg` };
  expect(words(composed(own, other, AD).items)).toEqual(['广告']);
});

test('an ornament alone is drawn without rules, words or findings', () => {
  const drawn = { headline: '', lines: [], ornament: ORNAMENT };
  const { items, codes } = composed(openSlot('one'), { name: '题花', label: 'none', drawn });
  expect(codes).toEqual([]);
  expect(items.map(({ kind }) => kind)).toEqual(['shape']);
});

test('words that would be too small to read hold the page back', () => {
  const long = { ...NOTICE, drawn: { headline: '节约用水', lines: ['水'.repeat(60)] } };
  expect(composed(openSlot('ad'), long, AD).codes).toEqual(['filler-too-small']);
});

test('a block whose filler has no drawing is an open slot like any other', () => {
  const { codes } = composed(openSlot('ad'), { name: '征订', label: 'none' }, AD);
  expect(codes).toEqual(['ad-empty']);
});
