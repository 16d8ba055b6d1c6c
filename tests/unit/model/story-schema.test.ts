import { expect, it } from 'vitest';
import { createIssueDoc, issueRoots } from '#engine/model/issue-doc.ts';
import { childMap, storyOf } from '#engine/model/read-issue.ts';
import { storyNode, storyOfNode, storySchema } from '#engine/model/story-schema.ts';
import { markedStory, testIssue } from './marked-story.ts';
import { sampleIssue } from './sample-issue.ts';

it('turns stories into ProseMirror documents and back', () => {
  for (const { story } of Object.values(sampleIssue().articles)) {
    const node = storyNode(story);
    node.check();
    expect(storyOfNode(node)).toEqual(story);
  }
  const { paragraphs } = markedStory('{leadIn:本报讯}一{strong:二}\n# 三\n+ 四\n- ');
  expect(storyOfNode(storyNode({ paragraphs }))).toEqual({ paragraphs });
});

it('gives a character one role at most', () => {
  const leadIn = storySchema.mark('leadIn');
  expect(
    storySchema
      .mark('byline')
      .addToSet([leadIn])
      .map(({ type }) => type.name),
  ).toEqual(['byline']);
});

it('keeps stories in the shape that the sync plugin of ProseMirror reads', () => {
  const source = '{leadIn:本报讯}{byline:（通讯员 王墨）}正文\n# 插题';
  const doc = createIssueDoc(testIssue({ lead: source }), 1);
  const node = storyNode({ paragraphs: markedStory(source).paragraphs });
  const elements = storyOf(childMap(issueRoots(doc).articles, 'lead')).toArray();
  node.forEach((block, _, index) => {
    const element = elements[index];
    if (!element || !('nodeName' in element)) throw new Error('not an element');
    expect(element.nodeName).toBe(block.type.name);
    expect(element.getAttributes()).toEqual(block.attrs);
    const [text] = element.toArray();
    if (!text || !('toDelta' in text)) throw new Error('not a text');
    const expected = block.children.map((child) => ({
      insert: child.text,
      ...(child.marks.length > 0 && {
        attributes: Object.fromEntries(child.marks.map((mark) => [mark.type.name, mark.attrs])),
      }),
    }));
    expect(text.toDelta()).toEqual(expected);
  });
});
