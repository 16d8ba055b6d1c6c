import { describe, expect, it } from 'vitest';
import type { CopyfitProposal } from '#engine/compose/copyfit.ts';
import { proposeCopyfit } from '#engine/compose/copyfit.ts';
import type { CopyfitRequest } from '#engine/compose/copyfit-thread.ts';
import { articleBadge } from '#engine/compose/fit-badges.ts';
import { applyEdit } from '#engine/model/edits/apply-edit.ts';
import { tryEdit } from '#engine/model/edits/try-edit.ts';
import type { ArticleBlock } from '#engine/model/issue.ts';
import { createIssueDoc } from '#engine/model/issue-doc.ts';
import { readIssue } from '#engine/model/read-issue.ts';
import { testArticle } from '#tests/unit/model/marked-story.ts';
import { pageTemplate, sampleIssue } from '#tests/unit/model/sample-issue.ts';
import type { TestPage } from './test-page.ts';
import {
  area,
  articleBlock,
  continuation,
  group,
  headlineAbove,
  issueOf,
  part,
  picture,
  testComposer,
} from './test-page.ts';
import { TEST_TEMPLATE } from './test-template.ts';

const LINE = '天地玄黄宇宙洪荒';

function requestFor(test: TestPage, block: string): CopyfitRequest {
  return { composer: testComposer(), issue: issueOf(test), template: TEST_TEMPLATE, block };
}

function proposals(request: CopyfitRequest): readonly CopyfitProposal[] {
  return [...proposeCopyfit(request)].filter((proposal) => proposal !== undefined);
}

/** Each lever in a few words, with the lines it gains. */
function levers(test: TestPage, block = 'block-a'): readonly string[] {
  return proposals(requestFor(test, block)).map(({ lever, lines }) => {
    const { kind, ...values } = lever;
    const words = Object.values(values).filter((value) => value !== undefined);
    return `${kind} ${words.join(' ')} → ${lines}`;
  });
}

function leadOf(lines: number, changes: Partial<ArticleBlock> = {}): ArticleBlock {
  return articleBlock('a', area(0, 0, 8, lines), changes);
}

describe('an overset story', () => {
  const story = [LINE, LINE].join('\n');

  it('is offered the room below its block', () => {
    expect(levers({ blocks: [leadOf(3)], articles: { a: story } })).toEqual([
      'blockHeight block-a 4 1 → 1',
    ]);
    const hemmed = [leadOf(3), articleBlock('b', area(0, 4, 8, 4))];
    expect(levers({ blocks: hemmed, articles: { a: story, b: LINE } })).toEqual([]);
  });

  it('is offered a headline with less room, as long as it stands in it', () => {
    const headline = headlineAbove(3, { headline: part({ sizePt: 12 }) });
    const page = (extent: number) => ({
      blocks: [leadOf(5, { headline: { ...headline, extent } })],
      articles: { a: { ...testArticle('a', story), headline: '天地玄黄' } },
    });
    expect(levers(page(3))).toContain('headlineExtent a 2 -1 → 1');
    // 12 pt type does not stand in no line at all.
    expect(levers(page(1)).some((lever) => lever.startsWith('headlineExtent'))).toBe(false);
  });

  it('is offered a smaller headline where this one would not stand in less room', () => {
    const headline = headlineAbove(2, { headline: part({ sizePt: 14 }) });
    const page = {
      blocks: [leadOf(4, { headline })],
      articles: { a: { ...testArticle('a', story), headline: '天地' } },
    };
    expect(levers(page)).toContain('headlineExtent a 1 -1 12 → 1');
  });

  it('is offered a headline in fewer lines', () => {
    const headline = headlineAbove(5, { headline: part({ sizePt: 20, lines: 2 }) });
    const page = {
      blocks: [leadOf(6, { headline })],
      articles: { a: { ...testArticle('a', [story, story].join('\n')), headline: '天地玄黄' } },
    };
    expect(levers(page)).toContain('headlineExtent a 2 -3 1 → 3');
  });

  it('is offered a lower picture, down to four lines above the caption', () => {
    const inset = { picture: 'photo', captionLines: 1, gap: 0 };
    const page = (lines: number) => ({
      blocks: [leadOf(10, { pictures: [{ ...inset, area: area(0, 0, 8, lines) }] })],
      articles: { a: [story, story].join('\n') },
      pictures: [picture('photo', { caption: '', credit: '' })],
    });
    expect(levers(page(7))).toEqual(
      expect.arrayContaining(['pictureHeight photo 6 -1 → 1', 'pictureHeight photo 5 -2 → 2']),
    );
    expect(levers(page(5)).some((lever) => lever.startsWith('picture'))).toBe(false);
  });

  it('keeps a picture at the foot of its block there', () => {
    const inset = { picture: 'photo', captionLines: 1, gap: 0, area: area(0, 4, 8, 6) };
    const [own] = proposals(
      requestFor(
        {
          blocks: [leadOf(10, { pictures: [inset] })],
          articles: { a: [story, story].join('\n') },
          pictures: [picture('photo')],
        },
        'block-a',
      ),
    ).filter(({ lever }) => lever.kind === 'pictureHeight');
    expect(own?.edit).toMatchObject({ value: [{ area: area(0, 5, 8, 5) }] });
  });

  it('is tracked as little as it takes to save the line, never beyond the limit', () => {
    // Behind the indent of 2 a line of 62 holds 60; a 61st comes in from 1/60 em a gap on.
    const page = (characters: number) => ({
      blocks: [articleBlock('a', area(0, 0, 62, 1)), articleBlock('b', area(0, 1, 62, 8))],
      articles: { a: '天'.repeat(characters), b: LINE },
    });
    expect(levers(page(61))).toEqual(['tracking a -2 → 1']);
    expect(levers(page(62))).toEqual([]);
  });

  it('is not torn apart: on short lines a character less leaves more than tracking may', () => {
    const page = (columns: number) => ({
      blocks: [articleBlock('a', area(0, 0, columns, 8))],
      articles: { a: '天'.repeat(columns * 4 - 2) },
    });
    expect(levers(page(8)).filter((lever) => lever.startsWith('tracking'))).toEqual([]);
    expect(levers(page(40))).toContain('tracking a 1 → -1');
  });

  it('leaves locked blocks as they are', () => {
    const headline = headlineAbove(3, { headline: part({ sizePt: 12 }) });
    const blocks = [leadOf(5, { headline, locked: true })];
    expect(levers({ blocks, articles: { a: story } })).toEqual([]);
  });

  it('may use every block of its thread, whichever is asked about', () => {
    const test = {
      blocks: [leadOf(1), continuation('a', 1, area(10, 0, 8, 1))],
      articles: { a: story },
    };
    const both = ['blockHeight block-a 2 1 → 1', 'blockHeight block-a-1 2 1 → 1'];
    expect(levers(test)).toEqual(both);
    expect(levers(test, 'block-a-1')).toEqual(both);
  });

  it('may use the headlines of all members in a group', () => {
    const members = ['a', 'b'].map((article) => ({ article, headline: headlineAbove(4) }));
    const test = {
      blocks: [group(['a', 'b'], area(0, 0, 8, 13), { members })],
      articles: { a: story, b: story },
    };
    const found = levers(test, 'group').map((lever) => lever.split(' → ')[0]);
    expect(found).toContain('headlineExtent a 3 -1');
    expect(found).toContain('headlineExtent b 3 -1');
  });
});

describe('a short story', () => {
  it('is offered a shorter block and a headline with more room', () => {
    const headline = headlineAbove(2, { headline: part({ sizePt: 12 }) });
    const page = { blocks: [leadOf(8, { headline })], articles: { a: LINE } };
    expect(levers(page)).toEqual(['headlineExtent a 3 1 → -1', 'blockHeight block-a 7 -1 → -1']);
  });

  it('is offered nothing that would make it overset', () => {
    const inset = { picture: 'photo', captionLines: 0, gap: 0, area: area(0, 0, 8, 5) };
    const page = {
      blocks: [leadOf(9, { pictures: [inset], locked: false })],
      articles: { a: `${LINE}${LINE.slice(0, 4)}` },
      pictures: [picture('photo')],
    };
    // Two lines are set and two are free: the picture may grow by one or two, not the block shrink
    // by more.
    for (const lever of levers(page)) expect(lever).toMatch(/→ -[12]$/u);
  });
});

it('offers nothing to a story that fits, and nothing for a block that is not there', () => {
  expect(levers({ blocks: [leadOf(2)], articles: { a: LINE } })).toEqual([]);
  expect(levers({ blocks: [leadOf(2)], articles: { a: LINE } }, 'block-z')).toEqual([]);
});

/** The lead of the sample in a block that many lines higher. */
function sampleLead(by: number): CopyfitRequest {
  const template = pageTemplate('park-broadsheet');
  const sample = sampleIssue();
  const lead = sample.pages[0]?.blocks.find(({ id }) => id === 'lead');
  if (lead === undefined) throw new Error('no lead');
  const resized = { ...lead.area, lines: lead.area.lines + by };
  const edit = { kind: 'resizedBlock', block: 'lead', area: resized, cutouts: [] } as const;
  const issue = tryEdit(sample, edit);
  if (issue === undefined) throw new Error('not tried');
  return { composer: testComposer(), issue, template, block: 'lead' };
}

it.each([
  [-3, -1],
  [2, 1],
])('spaces paragraphs of a block %i lines higher by %i, within the limit', (by, looseness) => {
  const found = proposals(sampleLead(by)).filter(({ lever }) => lever.kind === 'looseness');
  expect(found.length).toBeGreaterThan(0);
  for (const { lever, loosestEm, lines } of found) {
    expect(lever).toMatchObject({ article: 'lead', looseness });
    expect(loosestEm).toBeLessThanOrEqual(0.05);
    expect(lines).toBe(-looseness);
  }
});

it.each([-3, 2])('promises what the page shows once the edit is carried out: %i', (by) => {
  const request = sampleLead(by);
  for (const { edit, before, after, lines } of proposals(request)) {
    const doc = createIssueDoc(request.issue, 1);
    expect(applyEdit(doc, edit).ok).toBe(true);
    const edited = readIssue(doc);
    const [page] = edited.pages;
    if (page === undefined) throw new Error('no page');
    const { fits } = testComposer().composePage(edited, page, request.template);
    expect(articleBadge(edited, 'lead', { [page.id]: fits })).toMatchObject(after);
    const spare = (fit: typeof after) => fit.freeLines - fit.oversetLines;
    expect(lines).toBe(spare(after) - spare(before));
  }
});

it('can be left off at any trial', () => {
  const request = requestFor({ blocks: [leadOf(1)], articles: { a: LINE } }, 'block-a');
  const trials = proposeCopyfit(request);
  expect(trials.next().done).toBe(false);
  expect(trials.return(undefined).done).toBe(true);
});
