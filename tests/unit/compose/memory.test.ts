import { describe, expect, it } from 'vitest';
import { Memory } from '#engine/compose/memory.ts';
import { StoryReader } from '#engine/compose/story-reader.ts';
import { Typesetter } from '#engine/compose/typesetter.ts';
import type { Article, Issue } from '#engine/model/issue.ts';
import { testArticle } from '#tests/unit/model/marked-story.ts';
import { groupNamed, printedLine, textFrom } from './read-page.ts';
import { SHIPPED_LEXICON } from './shipped-lexicon.ts';
import {
  adGridBlock,
  area,
  articleBlock,
  continuation,
  fontsWithout,
  headlineAbove,
  issueOf,
  picture,
  pictureBlock,
  testComposer,
} from './test-page.ts';
import { TEST_TEMPLATE } from './test-template.ts';

describe('a memory', () => {
  it('gives the same object for the same values, at each place', () => {
    const memory = new Memory<object>(10);
    const first = memory.recall('lead', ['text', 3], () => ({}));
    expect(memory.recall('lead', ['text', 3], () => ({}))).toBe(first);
    expect(memory.recall('briefs', ['text', 3], () => ({}))).not.toBe(first);
  });

  it('makes anew what has another value, or one more', () => {
    const memory = new Memory<object>(10);
    const first = memory.recall('lead', ['text'], () => ({}));
    const second = memory.recall('lead', ['other'], () => ({}));
    expect(second).not.toBe(first);
    expect(memory.recall('lead', ['other', 1], () => ({}))).not.toBe(second);
  });

  it('forgets the place that was left alone longest', () => {
    const memory = new Memory<object>(2);
    const a = memory.recall('a', [], () => ({}));
    const b = memory.recall('b', [], () => ({}));
    memory.recall('a', [], () => ({}));
    memory.recall('c', [], () => ({}));
    expect(memory.recall('a', [], () => ({}))).toBe(a);
    expect(memory.recall('b', [], () => ({}))).not.toBe(b);
  });
});

describe('a reader of stories', () => {
  const read = (...stories: readonly Article[]) => {
    const reader = new StoryReader(
      new Typesetter(fontsWithout({}, []), TEST_TEMPLATE, SHIPPED_LEXICON),
    );
    return stories.map((story) => reader.read(story));
  };
  const story = testArticle('a', '天地玄黄\n宇宙洪荒\n日月盈昃');
  const { paragraphs } = story.story;
  const withParagraphs = (changed: Article['story']['paragraphs']): Article => {
    return { ...story, story: { paragraphs: changed } };
  };

  it('reads no paragraph twice', () => {
    const [before, after] = read(story, withParagraphs([...paragraphs]));
    expect(after).toEqual(before);
    for (const [index, paragraph] of (after ?? []).entries()) {
      expect(paragraph).toBe(before?.[index]);
    }
  });

  it('reads a changed paragraph anew', () => {
    const [first] = testArticle('a', '天地玄黄！').story.paragraphs;
    const [, after] = read(story, withParagraphs(first ? [first, ...paragraphs.slice(1)] : []));
    expect(after?.[0]?.text.text).toBe('天地玄黄！');
  });

  it('gives a moved paragraph its new name and what was prepared of it', () => {
    const [before, after] = read(story, withParagraphs(paragraphs.slice(1)));
    expect(after?.[0]?.source).toBe('article:a/story:0');
    expect(after?.[0]?.text.text).toBe('宇宙洪荒');
    expect(after?.[0]?.text.prepared).toBe(before?.[1]?.text.prepared);
  });
});

describe('a composer that has composed before', () => {
  const blocks = [
    articleBlock('a', area(0, 0, 12, 4), { headline: headlineAbove(2) }),
    pictureBlock('photo', area(14, 0, 10, 6), 1),
    adGridBlock(area(0, 20, 20, 6)),
  ];
  const adGrid = {
    id: 'partners',
    rows: 1,
    columns: 1,
    mark: 'none',
    merged: [],
    cells: [{ kind: 'title', text: '合作园区' }],
  } as const;
  const further = [[continuation('a', 1, area(0, 0, 12, 6))]];
  const issue = issueOf({
    blocks,
    further,
    articles: { a: '天地玄黄宇宙洪荒'.repeat(6) },
    pictures: [picture('photo')],
    adGrid,
  });

  /** The first page before and after a change of the issue, by one composer. */
  function recomposed(changed: Issue) {
    const composer = testComposer();
    return [issue, changed].map((one) => {
      const page = one.pages[0] ?? { id: '', number: '', name: '', template: '', blocks: [] };
      return composer.composePage(one, page, TEST_TEMPLATE);
    });
  }

  it('sees a changed headline', () => {
    const { a } = issue.articles;
    const articles = a === undefined ? {} : { a: { ...a, headline: '签约' } };
    const [, after] = recomposed({ ...issue, articles });
    expect(after && textFrom([after], 'article:a/headline')).toBe('签约');
  });

  it('sees the changed number of a page that a story turns to', () => {
    const pages = issue.pages.map((page, index) =>
      index === 1 ? { ...page, number: 'B12' } : page,
    );
    const [before, after] = recomposed({ ...issue, pages });
    const words = [before, after].map((page) => {
      const jump = page && groupNamed(page, 'block-a/jump:right');
      return jump && printedLine(jump).text;
    });
    expect(words).toEqual(['（下转A07版）', '（下转B12版）']);
  });

  it('sees a changed caption and a changed ad', () => {
    const pictures = { photo: picture('photo', { caption: '新图' }) };
    const adGrids = {
      partners: { ...adGrid, cells: [{ kind: 'title', text: '招商' } as const] },
    };
    const [, after] = recomposed({ ...issue, pictures, adGrids });
    expect(after && textFrom([after], 'picture:photo/caption')).toBe('新图');
    expect(after && textFrom([after], 'adGrid:partners/cell:0/text')).toBe('招商');
  });
});
