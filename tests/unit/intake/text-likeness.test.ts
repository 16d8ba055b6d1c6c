import { expect, test } from 'vitest';
import { createKnownTexts, textPrint } from '#engine/intake/text-likeness.ts';

const STORY =
  '质胜于华，行胜于言，党史学习教育不仅在于知，更在于行。湘潭经开区在党史学习教育中组织广大党员' +
  '深入项目、深入一线、深入企业、深入群众，推动全区各级党组织和广大党员主动作为、敢于担当，学史力行。';
const OTHER =
  '目前我们村还没有公交车通行，小孩上学、村民出行非常不方便，能不能请湘潭经开区的同志帮我们向公交公司' +
  '协调一下。湘潭经开区上下联动，迅速行动，协调公交公司开通了综保区至万达广场河东专线。';

function likeTo(text: string, leastShare = 0.5) {
  const known = createKnownTexts();
  known.put('story', textPrint(STORY));
  known.put('other', textPrint(OTHER));
  return known.like(textPrint(text), leastShare);
}

test('a text is wholly like itself, whatever its marks, widths and blanks', () => {
  const untidy = STORY.replaceAll('，', ', ').replaceAll('。', '.\n　　');
  expect(likeTo(untidy)).toEqual([{ name: 'story', share: 1 }]);
});

test('a passage is like the text that holds it, and a text that joins two is like both', () => {
  expect(likeTo(STORY.slice(10, 75))).toMatchObject([{ name: 'story', share: 1 }]);
  expect(likeTo(OTHER + STORY).map(({ name }) => name)).toEqual(['other', 'story']);
});

test('texts on one matter are not alike, nor is a phrase that everybody uses', () => {
  expect(
    likeTo('湘潭经开区在党史学习教育中，开展安全生产检查，督促企业落实责任，排查整治隐患。'),
  ).toEqual([]);
  expect(likeTo('党史学习教育', 0)).toEqual([]);
  expect(likeTo('', 0)).toEqual([]);
});
