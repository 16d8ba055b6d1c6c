import { expect, test } from 'vitest';
import { proofPageOf } from '#engine/proofreading/proof-page.ts';
import {
  emptyProofMemory,
  proofreadIssuePage,
  proofreadPage,
} from '#engine/proofreading/proofread.ts';
import { sampleIssue } from '#tests/unit/model/sample-issue.ts';
import { markedPage, proofText, ROOM } from './read-marked.ts';

function samplePage() {
  const issue = sampleIssue();
  const [page] = issue.pages;
  if (page === undefined) throw new Error('the sample has a page');
  return { issue, page };
}

test('finds on the real page what its newsroom overlooked', () => {
  const { issue, page } = samplePage();
  const rules = new Set(proofreadIssuePage(issue, page, ROOM.book).map(({ rule }) => rule));
  for (const rule of [
    'repeated-in-list',
    'list-count',
    'repeated-sentence',
    'hotline-label',
    'phone-area-code',
    'short-before-full',
    'vague-date',
  ]) {
    expect(rules).toContain(rule);
  }
});

test('wants one spelling for a name on a page, that of the byline', () => {
  const texts = [
    proofText('本报讯（通讯员 马鸿雁）园区召开会议。', 'paragraph', 'article:a/story:0'),
    proofText('“很满意。”老师马鸿燕说。', 'paragraph', 'article:a/story:1'),
  ];
  expect(markedPage(texts)[1]).toBe('“很满意。”老师[马鸿燕⟩name-spelling]说。');
});

test('leaves two parks apart whose names differ by one character', () => {
  const texts = [
    proofText('湘潭经开区召开会议，湘潭经开区作了部署。', 'paragraph', 'article:a/story:0'),
    proofText('湘乡经开区也召开了会议。', 'paragraph', 'article:a/story:1'),
  ];
  expect(markedPage(texts).join('')).not.toContain('⟩');
});

test('looks for figures and names of headline and caption in the story', () => {
  const texts = [
    proofText('22家企业入选', 'headline'),
    proofText('图为天易中学开学。', 'caption'),
    proofText('园区共有318家企业入选名单，企业备受鼓舞。'),
  ];
  expect(markedPage(texts)).toEqual([
    '[22⟩headline-figure]家企业入选',
    '图为[天易中学⟩caption-name]开学。',
    texts[2]?.words,
  ]);
});

test('reports a sentence where it stands again, and names the first place', () => {
  const sentence = '由园区主要领导召集相关部门集中协调解决企业发展中遇到的困难。';
  const texts = [
    proofText(`会议决定，${sentence}`, 'paragraph', 'article:a/story:0'),
    proofText(`今年以来，${sentence}`, 'paragraph', 'article:b/story:0'),
  ];
  const marks = proofreadPage({ texts, unmarkedAds: [], characters: 0 }, ROOM);
  expect(marks.map(({ where, other }) => [where.text, other?.text])).toEqual([
    ['article:b/story:0', 'article:a/story:0'],
  ]);
});

test('asks for 广告 on paid matter, and for one label in a grid', () => {
  const cell = (number: number, field: string, words: string) =>
    proofText(words, 'partner', `adGrid:g/cell:${number}/${field}`);
  const texts = [
    cell(1, 'name', '雨湖高新区'),
    cell(1, 'label', '招商热线'),
    cell(2, 'label', '招商热线'),
    cell(3, 'label', '招商电话'),
  ];
  expect(markedPage(texts, ['adGrid:g/cell:1/name'])).toEqual([
    '[雨湖高新区⟩ad-mark]',
    '招商热线',
    '招商热线',
    '[招商电话⟩hotline-label]',
  ]);
});

test('gives the same marks with a memory as without, after an edit too', () => {
  const { issue, page } = samplePage();
  const given = proofPageOf(issue, page);
  const memory = emptyProofMemory();
  proofreadPage(given, ROOM, memory);
  const texts = given.texts.map((text) => ({ ...text, words: text.words.replace('日前', '近日') }));
  expect(proofreadPage({ ...given, texts }, ROOM, memory)).toEqual(
    proofreadPage({ ...given, texts }, ROOM),
  );
});
