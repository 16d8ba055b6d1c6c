import { describe, expect, it } from 'vitest';
import type { FindQuery } from '#renderer/story-editor/find-text.ts';
import { findInIssue, isBadPattern, replacedHits } from '#renderer/story-editor/find-text.ts';
import { wordsOfText } from '#renderer/story-editor/text-spans.ts';
import { wordBoundaries } from '#renderer/story-editor/word-boundaries.ts';
import { testIssue } from '#tests/unit/model/marked-story.ts';
import { sampleIssue } from '#tests/unit/model/sample-issue.ts';
import { editedIssue } from './edited-issue.ts';

const sample = sampleIssue();
const STORY = 'article:lead/story';

function query(what: string, options: Partial<FindQuery> = {}): FindQuery {
  return { what, isWholeWords: false, isExactWidth: false, isPattern: false, ...options };
}

function found(source: string, wish: FindQuery) {
  const issue = testIssue({ lead: source });
  return findInIssue(issue, wish, wordBoundaries)
    .filter(({ span }) => span.text === STORY)
    .map(({ words }) => words);
}

describe('finding', () => {
  it('looks through stories, headlines, captions, cells, standing heads and the imprint', () => {
    const texts = (what: string) =>
      findInIssue(sample, query(what), wordBoundaries).map(({ span }) => span.text);
    expect(texts('学史力行')).toContain('article:lead/headline');
    expect(texts('数字化车间')).toEqual([expect.stringMatching(/^picture:.*\/caption$/)]);
    expect(texts('李灿晖')).toEqual([expect.stringMatching(/^picture:.*\/credit$/)]);
    expect(texts('TIANYI')).toEqual([expect.stringMatching(/^adGrid:.*\/latinName$/)]);
    expect(texts('57572222')).toEqual([expect.stringMatching(/^adGrid:.*\/number$/)]);
    expect(texts('园区动态')).toContainEqual(expect.stringMatching(/^block:.*\/standingHead$/));
  });

  it('tells the words around each place, within its paragraph', () => {
    const issue = testIssue({ lead: '本报讯园区\n动态' });
    const [hit] = findInIssue(issue, query('园区'), wordBoundaries).filter(
      ({ span }) => span.text === STORY,
    );
    expect(hit).toMatchObject({ before: '本报讯', words: '园区', after: '' });
  });

  it('passes over the width of letters and marks, unless it is to match', () => {
    expect(found('ＡＢ（园）ab', query('ab'))).toEqual(['ＡＢ', 'ab']);
    expect(found('ＡＢ（园）ab', query('(园)'))).toEqual(['（园）']);
    expect(found('ＡＢ（园）ab', query('ab', { isExactWidth: true }))).toEqual(['ab']);
  });

  it('finds whole words of the dictionary only, when asked', () => {
    expect(found('在大学和大学生', query('大学'))).toHaveLength(2);
    expect(found('在大学和大学生', query('大学', { isWholeWords: true }))).toEqual(['大学']);
  });

  it('takes marks of a pattern as marks, unless it is a pattern', () => {
    expect(found('a.b aXb', query('a.b'))).toEqual(['a.b']);
    expect(found('a.b aXb', query('a.b', { isPattern: true }))).toEqual(['a.b', 'aXb']);
    expect(found('第6期和第12期', query('第(\\d+)期', { isPattern: true }))).toHaveLength(2);
  });

  it('finds nothing by a pattern that is none, and says so', () => {
    const bad = query('(', { isPattern: true });
    expect(isBadPattern(bad)).toBe(true);
    expect(found('园区(', bad)).toEqual([]);
    expect(isBadPattern(query('('))).toBe(false);
  });
});

describe('replacing', () => {
  it('changes every place of the issue as one step', () => {
    const open = editedIssue(sample);
    const wish = query('经开区');
    const hits = findInIssue(open.issue(), wish, wordBoundaries);
    expect(hits.length).toBeGreaterThan(10);
    const edit = replacedHits(open.issue(), hits, { query: wish, replacement: '开发区（新）' });
    expect(open.edit('替换', edit)).toMatchObject({ ok: true });
    expect(findInIssue(open.issue(), wish, wordBoundaries)).toEqual([]);
    const after = findInIssue(open.issue(), query('开发区（新）'), wordBoundaries);
    expect(after).toHaveLength(hits.length);
    open.undo.undo();
    expect(open.issue()).toEqual(sample);
  });

  it('keeps the role of what is replaced, and the paragraphs around it', () => {
    const open = editedIssue(testIssue({ lead: '{byline:通讯员 王墨}园区\n王墨' }));
    const wish = query('王墨');
    const hits = findInIssue(open.issue(), wish, wordBoundaries);
    open.edit('', replacedHits(open.issue(), hits, { query: wish, replacement: '马鸿雁' }));
    expect(open.issue().articles.lead?.story.paragraphs.map(({ runs }) => runs)).toEqual([
      [
        { text: '通讯员 马鸿雁', role: 'byline' },
        { text: '园区', role: 'plain' },
      ],
      [{ text: '马鸿雁', role: 'plain' }],
    ]);
  });

  it('fills in what the groups of a pattern found, by what stands around it too', () => {
    const open = editedIssue(testIssue({ lead: '6月15日和6月20日' }));
    const wish = query('(?<=月)(\\d+)日', { isPattern: true });
    const hits = findInIssue(open.issue(), wish, wordBoundaries);
    open.edit('', replacedHits(open.issue(), hits, { query: wish, replacement: '$1号[$&]$$' }));
    expect(wordsOfText(open.issue(), STORY)).toBe('6月15号[15日]$和6月20号[20日]$');
  });

  it('takes words away', () => {
    const open = editedIssue(testIssue({ lead: '园区园区动态' }));
    const hits = findInIssue(open.issue(), query('园区'), wordBoundaries).filter(
      ({ span }) => span.text === STORY,
    );
    open.edit('', replacedHits(open.issue(), hits, { query: query('园区'), replacement: '' }));
    expect(wordsOfText(open.issue(), STORY)).toBe('动态');
  });
});
