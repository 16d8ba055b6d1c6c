import { describe, expect, it } from 'vitest';
import { paragraphText, storyText } from '#engine/model/story-text.ts';
import { moveText } from '#renderer/story-editor/move-text.ts';
import { wordsOfText } from '#renderer/story-editor/text-spans.ts';
import { testIssue } from '#tests/unit/model/marked-story.ts';
import { sampleIssue } from '#tests/unit/model/sample-issue.ts';
import { editedIssue } from './edited-issue.ts';

const STORY = 'article:lead/story';
const lead = () => editedIssue(testIssue({ lead: '{leadIn:本报讯}园区动态\n企业服务' }));

describe('words that are dragged', () => {
  it('move forward in their story and are marked where they stand now', () => {
    const open = lead();
    // 园区 behind 企业.
    const span = { text: STORY, start: 3, end: 5 };
    const drop = { text: STORY, offset: 10, isCopy: false, name: '移动文字' };
    expect(moveText(open, span, drop)).toEqual({ text: STORY, start: 8, end: 10 });
    expect(wordsOfText(open.issue(), STORY)).toBe('本报讯动态\n企业园区服务');
    expect(wordsOfText(open.issue(), STORY)?.slice(8, 10)).toBe('园区');
    expect(open.undo.undoName()).toBe('移动文字');
    open.undo.undo();
    expect(wordsOfText(open.issue(), STORY)).toBe('本报讯园区动态\n企业服务');
  });

  it('move back, and keep their role', () => {
    const open = lead();
    const span = { text: STORY, start: 0, end: 3 };
    moveText(open, span, { text: STORY, offset: 12, isCopy: false, name: '' });
    const paragraphs = open.issue().articles.lead?.story.paragraphs ?? [];
    expect(paragraphs.map(paragraphText)).toEqual(['园区动态', '企业服务本报讯']);
    expect(paragraphs[1]?.runs[1]).toEqual({ text: '本报讯', role: 'leadIn' });
    moveText(
      open,
      { text: STORY, start: 9, end: 12 },
      { text: STORY, offset: 0, isCopy: false, name: '' },
    );
    expect(wordsOfText(open.issue(), STORY)).toBe('本报讯园区动态\n企业服务');
  });

  it('stay with a copy', () => {
    const open = lead();
    const drop = { text: STORY, offset: 0, isCopy: true, name: '' };
    expect(moveText(open, { text: STORY, start: 3, end: 5 }, drop)).toEqual({
      text: STORY,
      start: 0,
      end: 2,
    });
    expect(wordsOfText(open.issue(), STORY)).toBe('园区本报讯园区动态\n企业服务');
  });

  it('take the break between two paragraphs along', () => {
    const open = lead();
    const span = { text: STORY, start: 5, end: 10 };
    moveText(open, span, { text: STORY, offset: 0, isCopy: false, name: '' });
    expect(wordsOfText(open.issue(), STORY)).toBe('动态\n企业本报讯园区服务');
  });

  it('come from a story into a headline, and from a headline into a partner cell', () => {
    const open = editedIssue(sampleIssue());
    const headline = 'article:lead/headline';
    moveText(
      open,
      { text: STORY, start: 0, end: 3 },
      { text: headline, offset: 0, isCopy: false, name: '' },
    );
    expect(wordsOfText(open.issue(), headline)).toMatch(/^本报讯学史力行/);
    expect(storyText(open.issue().articles.lead?.story ?? { paragraphs: [] })).toMatch(/^（通讯员/);
    const [grid] = Object.keys(open.issue().adGrids);
    const name = `adGrid:${grid}/cell:1/name`;
    const before = wordsOfText(open.issue(), name);
    moveText(
      open,
      { text: headline, start: 0, end: 3 },
      { text: name, offset: 0, isCopy: false, name: '' },
    );
    expect(wordsOfText(open.issue(), name)).toBe(`本报讯${before}`);
  });

  it('between two fields of one cell lose neither change', () => {
    const open = editedIssue(sampleIssue());
    const [grid] = Object.keys(open.issue().adGrids);
    const [name, slogan] = [`adGrid:${grid}/cell:1/name`, `adGrid:${grid}/cell:1/slogan`];
    const words = wordsOfText(open.issue(), name) ?? '';
    const before = wordsOfText(open.issue(), slogan);
    moveText(
      open,
      { text: name, start: 0, end: 2 },
      { text: slogan, offset: 0, isCopy: false, name: '' },
    );
    expect(wordsOfText(open.issue(), name)).toBe(words.slice(2));
    expect(wordsOfText(open.issue(), slogan)).toBe(words.slice(0, 2) + before);
  });

  it('dropped on themselves change nothing', () => {
    const open = lead();
    const drop = { text: STORY, offset: 4, isCopy: false, name: '' };
    expect(moveText(open, { text: STORY, start: 3, end: 5 }, drop)).toBeUndefined();
    expect(open.undo.undoName()).toBeUndefined();
  });
});
