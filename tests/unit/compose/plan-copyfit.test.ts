import { describe, expect, it } from 'vitest';
import type { CopyfitRequest } from '#engine/compose/copyfit-thread.ts';
import { type CopyfitPlan, planCopyfit } from '#engine/compose/plan-copyfit.ts';
import { applyEdit } from '#engine/model/edits/apply-edit.ts';
import type { ArticleBlock } from '#engine/model/issue.ts';
import { createIssueDoc } from '#engine/model/issue-doc.ts';
import { readIssue } from '#engine/model/read-issue.ts';
import { pageTemplate, sampleIssue } from '#tests/unit/model/sample-issue.ts';
import type { TestPage } from './test-page.ts';
import { area, articleBlock, issueOf, testComposer } from './test-page.ts';
import { TEST_TEMPLATE } from './test-template.ts';

const LINE = '天地玄黄宇宙洪荒';

function leadOf(lines: number, changes: Partial<ArticleBlock> = {}): ArticleBlock {
  return articleBlock('a', area(0, 0, 8, lines), changes);
}

function requestFor(test: TestPage): CopyfitRequest {
  const issue = issueOf(test);
  return { composer: testComposer(), issue, template: TEST_TEMPLATE, block: 'block-a' };
}

/** The plan, once every trial is made. */
function planOf(request: CopyfitRequest): CopyfitPlan | undefined {
  const trials = planCopyfit(request);
  for (;;) {
    const { done, value } = trials.next();
    if (done) return value;
  }
}

/** The lead of the sample with its block that many lines higher or lower than it stands. */
function sampleLead(by: number): CopyfitRequest {
  const issue = sampleIssue();
  const pages = issue.pages.map((page) => ({
    ...page,
    blocks: page.blocks.map((block) =>
      block.kind === 'article' && block.article === 'lead'
        ? { ...block, area: { ...block.area, lines: block.area.lines + by } }
        : block,
    ),
  }));
  const [lead] =
    issue.pages[0]?.blocks.filter(
      (block) => block.kind === 'article' && block.article === 'lead',
    ) ?? [];
  const template = pageTemplate('park-broadsheet');
  return { composer: testComposer(), issue: { ...issue, pages }, template, block: lead?.id ?? '' };
}

describe('a plan to make a story fit', () => {
  it('moves the foot of the block by as many lines as it takes', () => {
    const story = [LINE, LINE].join('\n');
    const plan = planOf(requestFor({ blocks: [leadOf(2)], articles: { a: story } }));
    expect(plan?.levers).toEqual([{ kind: 'blockHeight', block: 'block-a', lines: 4, by: 2 }]);
    expect(plan?.after).toMatchObject({ oversetLines: 0, freeLines: 0 });
    expect(plan?.closes).toBe(true);
  });

  it('comes as near as it can, and says that this is not enough', () => {
    const story = [LINE, LINE].join('\n');
    const blocks = [leadOf(2), articleBlock('b', area(0, 4, 8, 4))];
    const plan = planOf(requestFor({ blocks, articles: { a: story, b: LINE } }));
    expect(plan?.levers).toEqual([{ kind: 'blockHeight', block: 'block-a', lines: 3, by: 1 }]);
    expect(plan?.after.oversetLines).toBe(1);
    expect(plan?.closes).toBe(false);
  });

  it('is none where the story is full, or nothing may be moved', () => {
    expect(planOf(requestFor({ blocks: [leadOf(2)], articles: { a: LINE } }))).toBeUndefined();
    const locked = leadOf(1, { locked: true });
    expect(planOf(requestFor({ blocks: [locked], articles: { a: LINE } }))).toBeUndefined();
  });

  it('leaves out what a stronger lever has made needless', () => {
    // Three lines of three columns each: the headline or the foot alone, not every paragraph too.
    const plan = planOf(sampleLead(-2));
    expect(plan?.levers).toHaveLength(1);
  });

  it('gives a group the lines back that it lost, and pulls nothing else', () => {
    const issue = sampleIssue();
    const pages = issue.pages.map((page) => ({
      ...page,
      blocks: page.blocks.map((block) =>
        block.id === 'safety'
          ? { ...block, area: { ...block.area, lines: block.area.lines - 3 } }
          : block,
      ),
    }));
    const template = pageTemplate('park-broadsheet');
    const whole = { composer: testComposer(), issue: { ...issue, pages }, template };
    const plan = planOf({ ...whole, block: 'safety' });
    expect(plan?.closes).toBe(true);
    expect(plan?.levers).toMatchObject([{ kind: 'blockHeight', block: 'safety', by: 3 }]);
  });

  it.each([-8, -3, -2, 3])('keeps its promise, and every word, on the sample: %i', (by) => {
    const request = sampleLead(by);
    const plan = planOf(request);
    if (plan === undefined) throw new Error('no plan');
    const doc = createIssueDoc(request.issue, 1);
    expect(applyEdit(doc, plan.edit).ok).toBe(true);
    const edited = readIssue(doc);
    const [page] = edited.pages;
    if (page === undefined) throw new Error('no page');
    const fit = testComposer().composePage(edited, page, request.template).fits[request.block];
    expect(fit).toMatchObject(plan.after);
    expect(plan.closes).toBe(true);
    const words = (issue: typeof edited) =>
      issue.articles.lead?.story.paragraphs.map(({ runs }) =>
        runs.map(({ text }) => text).join(''),
      );
    expect(words(edited)).toEqual(words(request.issue));
  });
});
