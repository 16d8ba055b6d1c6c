import { describe, expect, it } from 'vitest';
import { storyNode } from '#engine/model/story-schema.ts';
import { fieldNode } from '#renderer/story-editor/field-schema.ts';
import { editorPlace, pagePosition } from '#renderer/story-editor/positions.ts';
import {
  offsetInText,
  positionInText,
  spanBetween,
  wordsOfText,
} from '#renderer/story-editor/text-spans.ts';
import { markedStory, testIssue } from '#tests/unit/model/marked-story.ts';

const SOURCE = '{leadIn:本报讯}园区动态\n# 优化服务\n\n企业𠮷祥';
const issue = testIssue({ lead: SOURCE });
const story = storyNode(markedStory(SOURCE));

describe('a place in a story', () => {
  it('is the same on the page, in the editor and in the edits of the model', () => {
    const words = wordsOfText(issue, 'article:lead/story') ?? '';
    for (let offset = 0; offset <= words.length; offset++) {
      const place = { offset, edge: 'leading' } as const;
      const position = positionInText(issue, 'article:lead/story', place);
      expect(offsetInText(issue, position)).toBe(offset);
      const at = editorPlace(story, position);
      expect(pagePosition(story, 'article:lead/story', { at, edge: 'leading' })).toEqual(position);
      const before = story.textBetween(0, at, '\n');
      expect(before).toBe(words.slice(0, offset));
    }
  });

  it('beyond the story is its end', () => {
    const far = { text: 'article:lead/story:9', offset: 40, edge: 'leading' } as const;
    expect(editorPlace(story, far)).toBe(story.content.size - 1);
  });

  it('of a range is ordered, whichever end was marked first', () => {
    const anchor = { text: 'article:lead/story:3', offset: 1, edge: 'trailing' } as const;
    const head = { text: 'article:lead/story:0', offset: 3, edge: 'leading' } as const;
    expect(spanBetween(issue, anchor, head)).toEqual({
      text: 'article:lead/story',
      start: 3,
      end: 15,
    });
  });
});

describe('a place in a headline of two lines', () => {
  it('is the same on the page and in the editor', () => {
    const text = 'article:lead/headline';
    const doc = fieldNode('园区\n\n动态');
    for (let offset = 0; offset <= 6; offset++) {
      const position = { text, offset, edge: 'leading' } as const;
      const at = editorPlace(doc, position);
      expect(pagePosition(doc, text, { at, edge: 'leading' })).toEqual(position);
    }
  });
});
