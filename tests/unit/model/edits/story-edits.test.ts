import { describe, expect, it } from 'vitest';
import { applyEdit } from '#engine/model/edits/apply-edit.ts';
import type { Edit } from '#engine/model/edits/edit.ts';
import type { ReplacedText } from '#engine/model/edits/text-edit.ts';
import { createIssueDoc } from '#engine/model/issue-doc.ts';
import { readIssue } from '#engine/model/read-issue.ts';
import { expectRefusal, obeyStoryLaws } from '#tests/unit/model/four-laws.ts';
import { markedStory, testIssue } from '#tests/unit/model/marked-story.ts';

function replaced(start: number, end: number, content: string): ReplacedText {
  const { paragraphs } = markedStory(content);
  return { kind: 'replacedText', article: 'lead', start, end, content: paragraphs };
}

describe('replaced text', () => {
  it('puts a character in', () => {
    obeyStoryLaws('全区<a>企业<b>', ({ a }) => replaced(a, a, '各'), '全区各<a>企业<b>');
  });

  it('cuts words out of a paragraph', () => {
    obeyStoryLaws(
      '“我为<c>群众<a>排忧<b>解难<d>”',
      ({ a, b }) => replaced(a, b, ''),
      '“我为<c>群众<a><b>解难<d>”',
    );
  });

  it('keeps text typed behind a byline plain', () => {
    obeyStoryLaws(
      '{leadIn:本报讯}{byline:（通讯员 王墨）}<a>质胜于华',
      ({ a }) => replaced(a, a, '日前，'),
      '{leadIn:本报讯}{byline:（通讯员 王墨）}日前，<a>质胜于华',
    );
  });

  it('keeps a name typed into the byline a byline', () => {
    obeyStoryLaws(
      '{leadIn:本报讯}{byline:（通讯员 王墨}<a>{byline:）}质胜于华',
      ({ a }) => replaced(a, a, '{byline: 何蔚}'),
      '{leadIn:本报讯}{byline:（通讯员 王墨 何蔚}<a>{byline:）}质胜于华',
    );
  });

  it('changes the role of a word', () => {
    obeyStoryLaws(
      '会议<c>要求<a>，<b>要',
      ({ a, b }) => replaced(a, b, '{strong:：}'),
      '会议<c>要求<a>{strong:：}<b>要',
    );
  });

  it('joins what a column end broke, across paragraphs of different kinds', () => {
    obeyStoryLaws(
      '开展夏<a>\n# 插题\n+ <b>季百日保安行动<c>\n末段',
      ({ a, b }) => replaced(a, b, ''),
      '开展夏<a><b>季百日保安行动<c>\n末段',
    );
  });

  it('puts several paragraphs in place of a range', () => {
    obeyStoryLaws(
      '一二<a>三\n四<b>五<c>',
      ({ a, b }) => replaced(a, b, '甲\n# 乙\n- 丙'),
      '一二<a>甲\n# 乙\n- 丙<b>五<c>',
    );
  });

  it('replaces a whole story', () => {
    obeyStoryLaws('<a>一\n# 二\n三<b>', ({ a, b }) => replaced(a, b, '新'), '<a>新<b>');
  });

  it('writes into an empty story', () => {
    obeyStoryLaws('<a>', ({ a }) => replaced(a, a, '来稿'), '来稿<a>');
  });

  it('refuses a range beyond the text', () => {
    const issue = testIssue({ lead: '一二\n三' });
    expectRefusal(issue, replaced(3, 5, ''), 'outside the text');
    expectRefusal(issue, replaced(2, 1, ''), 'outside the text');
    expectRefusal(issue, { ...replaced(0, 0, '一'), article: 'other' }, 'no such article');
  });

  it('refuses to part the halves of a rare character', () => {
    expectRefusal(testIssue({ lead: '𠮷祥' }), replaced(1, 2, ''), 'inside a character');
  });

  it('refuses a line feed inside a paragraph', () => {
    const content = [
      { kind: 'body', runs: [{ text: '一\n二', role: 'plain' }], looseness: 0 },
    ] as const;
    const edit: Edit = { kind: 'replacedText', article: 'lead', start: 0, end: 0, content };
    expectRefusal(testIssue({ lead: '三' }), edit, 'line feed in a paragraph');
  });
});

describe('paragraphs', () => {
  it('splits a paragraph', () => {
    obeyStoryLaws(
      '+ 看到公交车驶入村里，村民十分欣喜。<a>“感谢<b>',
      ({ a }) => ({
        kind: 'splitParagraph',
        article: 'lead',
        at: a,
        second: { kind: 'body', looseness: 0 },
      }),
      '+ 看到公交车驶入村里，村民十分欣喜。\n<a>“感谢<b>',
    );
  });

  it('joins two paragraphs and remembers the kind of the second', () => {
    obeyStoryLaws(
      '企业要切实<a>\n# 履行<b>安全生产主体责任\n下段<c>',
      ({ a }) => ({ kind: 'joinedParagraphs', article: 'lead', at: a }),
      '企业要切实<a>履行<b>安全生产主体责任\n下段<c>',
    );
  });

  it('refuses to join where no paragraph ends', () => {
    const issue = testIssue({ lead: '一二\n三' });
    expectRefusal(
      issue,
      { kind: 'joinedParagraphs', article: 'lead', at: 1 },
      'not a paragraph end',
    );
    expectRefusal(
      issue,
      { kind: 'joinedParagraphs', article: 'lead', at: 4 },
      'not a paragraph end',
    );
  });

  it('makes a paragraph a crosshead', () => {
    obeyStoryLaws(
      '一\n二<a>\n三',
      () => ({
        kind: 'setParagraphKind',
        article: 'lead',
        paragraph: 1,
        paragraphKind: 'crosshead',
      }),
      '一\n# 二<a>\n三',
    );
  });

  it('lets a paragraph save a line', () => {
    obeyStoryLaws(
      '一\n二<a>\n三',
      () => ({ kind: 'setLooseness', article: 'lead', paragraph: 1, looseness: -1 }),
      '一\n- 二<a>\n三',
    );
    const edit = { kind: 'setLooseness', article: 'lead', paragraph: 2, looseness: 1 } as const;
    expectRefusal(testIssue({ lead: '一\n二' }), edit, 'no such paragraph');
  });
});

it('writes the first paragraph of a story that has none', () => {
  const issue = testIssue({ lead: '' });
  const lead = issue.articles.lead;
  if (!lead) throw new Error('no lead');
  const bare = { ...issue, articles: { lead: { ...lead, story: { paragraphs: [] } } } };
  const doc = createIssueDoc(bare, 1);
  expect(readIssue(doc).articles.lead?.story.paragraphs).toHaveLength(1);
  expect(applyEdit(doc, replaced(0, 0, '来稿')).ok).toBe(true);
  expect(readIssue(doc).articles.lead?.story.paragraphs).toEqual(markedStory('来稿').paragraphs);
});
