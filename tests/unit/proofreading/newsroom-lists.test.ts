import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readTitleList, readWordList } from '#engine/proofreading/newsroom-lists.ts';
import { proofreadText } from '#engine/proofreading/proofread.ts';
import { proofRoom, proofText } from './read-marked.ts';

test('reads words parted by tabs or commas, and reports each line it cannot read', () => {
  const list =
    '\uFEFF# 本社词表\n开发区,经开区,统一简称\n\n四好园区\t五好园区\n只有一栏\n同,同\n,空';
  expect(readWordList(list)).toEqual({
    entries: [
      { wrong: '开发区', right: '经开区', note: '统一简称' },
      { wrong: '四好园区', right: '五好园区', note: '' },
    ],
    problems: [
      { line: 5, code: 'one field', text: '只有一栏' },
      { line: 6, code: 'same word', text: '同,同' },
      { line: 7, code: 'empty field', text: ',空' },
    ],
  });
});

test('reads titles with open ends and refuses dates that are none', () => {
  const list =
    '李克强,总理,2013-03-15,2023-03-11\n李克强,总理,去年,\n李克强,总理,2023-01-01,2013-01-01';
  const { entries, problems } = readTitleList(list);
  expect(entries).toHaveLength(1);
  expect(problems.map(({ code }) => code)).toEqual(['not a date', 'dates reversed']);
});

test('the shipped examples can be read', () => {
  const read = (name: string) => readFileSync(`templates/proofreading/${name}`, 'utf8');
  expect(readWordList(read('example-words.csv'))).toMatchObject({ problems: [] });
  expect(readTitleList(read('example-titles.csv'))).toMatchObject({ problems: [] });
});

test('goes by the lists: a word of the newsroom, a title out of its days', () => {
  const { entries: titles } = readTitleList('李克强,总理,2013-03-15,2023-03-11');
  const words = [{ wrong: '开区', right: '经开区', note: '' }];
  const room = proofRoom({ words, titles });
  const rules = (text: string, issueDate = room.issueDate) =>
    proofreadText(proofText(text), { ...room, issueDate }).map(({ rule }) => rule);
  expect(rules('经开区开会')).toEqual([]);
  expect(rules('开区开会')).toEqual(['newsroom-word']);
  expect(rules('李克强总理批示')).toEqual([]);
  expect(rules('李克强总理批示', '2024-01-05')).toEqual(['title-validity']);
});
