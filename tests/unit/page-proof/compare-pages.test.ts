import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Issue, Page } from '#engine/model/issue.ts';
import { comparePages } from '#engine/page-proof/compare-pages.ts';
import { compareTexts } from '#engine/page-proof/compare-texts.ts';
import { sampleIssue } from '#tests/unit/model/sample-issue.ts';

/** The new text with changes written into it: [old→new]. */
function marked(before: string, after: string): string {
  let written = '';
  let at = 0;
  for (const { start, end, startBefore, removed, inserted } of compareTexts(before, after)) {
    expect(after.slice(start, end)).toBe(inserted);
    expect(before.slice(startBefore, startBefore + removed.length)).toBe(removed);
    written += `${after.slice(at, start)}[${removed}→${inserted}]`;
    at = end;
  }
  return written + after.slice(at);
}

describe('changes of a text', () => {
  it.each([
    ['园区动态', '园区动态', '园区动态'],
    ['布署安全生产', '部署安全生产', '[布→部]署安全生产'],
    ['园区召开会议', '园区日前召开会议', '园区[→日前]召开会议'],
    ['园区日前召开会议', '园区召开会议', '园区[日前→]召开会议'],
    ['甲企业与乙企业签约', '丙企业同丁企业签约', '[甲企业与乙→丙企业同丁]企业签约'],
    ['讯（王墨）日前', '讯（改）（王墨）日前', '讯[→（改）]（王墨）日前'],
    ['讯（改）（王墨）日前', '讯（王墨）日前', '讯[（改）→]（王墨）日前'],
    ['', '新', '[→新]'],
    ['旧', '', '[旧→]'],
  ])('%s becomes %s', (before, after, wanted) => {
    expect(marked(before, after)).toBe(wanted);
  });

  it('leads from any text to any other', () => {
    const text = fc.string({ unit: fc.constantFrom('园', '区', '的', '，', '\n'), maxLength: 30 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        let rebuilt = '';
        let at = 0;
        for (const change of compareTexts(before, after)) {
          const { start, end, startBefore, removed } = change;
          expect(before.slice(startBefore, startBefore + removed.length)).toBe(removed);
          rebuilt += after.slice(at, start) + removed;
          at = end;
        }
        expect(rebuilt + after.slice(at)).toBe(before);
      }),
    );
  });
});

const SAMPLE = sampleIssue();

function withPage(change: (page: Page) => Page): Issue {
  return { ...SAMPLE, pages: SAMPLE.pages.map(change) };
}

function changesTo(issue: Issue) {
  const state = (one: Issue) => {
    const [page] = one.pages;
    if (page === undefined) throw new Error('the sample has a page');
    return { issue: one, page };
  };
  return comparePages(state(SAMPLE), state(issue));
}

describe('changes of a page', () => {
  it('an equal page has none', () => {
    expect(changesTo(structuredClone(SAMPLE))).toEqual([]);
  });

  it('finds words in the paragraph and at the place where they stand', () => {
    const [id = ''] = Object.keys(SAMPLE.articles);
    const article = SAMPLE.articles[id];
    if (article === undefined) throw new Error('the sample has an article');
    const paragraphs = article.story.paragraphs.map((paragraph, place) =>
      place === 1
        ? { ...paragraph, runs: [{ text: '日前，', role: 'plain' as const }, ...paragraph.runs] }
        : paragraph,
    );
    const changed = { ...article, story: { paragraphs } };
    const issue = { ...SAMPLE, articles: { ...SAMPLE.articles, [id]: changed } };
    expect(changesTo(issue)).toEqual([
      {
        kind: 'text',
        text: `article:${id}/story`,
        from: { text: `article:${id}/story:1`, offset: 0 },
        to: { text: `article:${id}/story:1`, offset: 3 },
        before: {
          from: { text: `article:${id}/story:1`, offset: 0 },
          to: { text: `article:${id}/story:1`, offset: 0 },
        },
        removed: '',
        inserted: '日前，',
      },
    ]);
  });

  it('tells a block that was moved from one that was set otherwise', () => {
    const issue = withPage((page) => ({
      ...page,
      blocks: page.blocks.map((block, place) => {
        if (place === 1) return { ...block, area: { ...block.area, line: block.area.line + 1 } };
        return place === 2 ? { ...block, locked: !block.locked } : block;
      }),
    }));
    expect(changesTo(issue).map(({ kind }) => kind)).toEqual(['moved block', 'set block']);
  });

  it('finds blocks that came and went', () => {
    const issue = withPage((page) => ({
      ...page,
      blocks: page.blocks.map((block, place) => (place === 0 ? { ...block, id: 'other' } : block)),
    }));
    expect(changesTo(issue).map(({ kind }) => kind)).toEqual(['added block', 'removed block']);
  });

  it('finds another crop of a picture, and its caption as words', () => {
    const [id = ''] = SAMPLE.pages[0]?.blocks.flatMap((block) =>
      block.kind === 'picture' ? [block.picture] : [],
    ) ?? [''];
    const picture = SAMPLE.pictures[id];
    if (picture === undefined) throw new Error('the sample has a picture');
    const changed = { ...picture, zoom: 2, caption: `${picture.caption}图` };
    const issue = { ...SAMPLE, pictures: { ...SAMPLE.pictures, [id]: changed } };
    expect(changesTo(issue)).toMatchObject([
      { kind: 'picture', picture: id },
      { kind: 'text', text: `picture:${id}/caption`, inserted: '图' },
    ]);
  });
});
