import { describe, expect, it } from 'vitest';
import { createComposer } from '#engine/compose/page.ts';
import { bodyBaseline } from '#engine/compose/page-grid.ts';
import type { DisplayItem, GroupItem } from '#engine/display/display-list.ts';
import { placedRuns } from '#engine/display/placed-runs.ts';
import type { Page } from '#engine/model/issue.ts';
import { newIssue } from '#engine/model/new-issue.ts';
import { planPages } from '#engine/model/plan-pages.ts';
import { paragraphText } from '#engine/model/story-text.ts';
import { mmToPt } from '#engine/units/units.ts';
import { openFontBook } from '#host/fonts/open-font-book.ts';
import { SHIPPED_LEXICON } from '#tests/unit/compose/shipped-lexicon.ts';
import { pageTemplate, sampleIssue } from '#tests/unit/model/sample-issue.ts';

const { book } = openFontBook({ faces: [], cacheFolder: 'node_modules/.cache/unpacked-faces' });

/** The sample as it is set on a template, page by page. */
function composed(templateId: string) {
  const template = pageTemplate(templateId);
  const sample = sampleIssue();
  const { pages, unplaced } = planPages(sample, template);
  const issue = { ...sample, pages };
  const composer = createComposer({ fonts: book, lexicon: SHIPPED_LEXICON });
  const set = pages.map((page) => ({ page, ...composer.composePage(issue, page, template) }));
  return { template, issue, unplaced, set };
}

const KNOWN = new Map<string, ReturnType<typeof composed>>();

function on(templateId: string) {
  const known = KNOWN.get(templateId) ?? composed(templateId);
  KNOWN.set(templateId, known);
  return known;
}

/** A group of the page with its place on it, in points. */
interface PlacedGroup {
  readonly group: GroupItem;
  readonly x: number;
  readonly y: number;
}

function groupsIn(items: readonly DisplayItem[], x = 0, y = 0): readonly PlacedGroup[] {
  return items.flatMap((item): readonly PlacedGroup[] => {
    if (item.kind !== 'group') return [];
    const own = { group: item, x: x + item.x, y: y + item.y };
    return [own, ...groupsIn(item.items, own.x, own.y)];
  });
}

const LINE_OF_STORY = /^article:[^/]+\/story:\d+:\d+$/u;

function storyLines(items: readonly DisplayItem[]): readonly PlacedGroup[] {
  return groupsIn(items).filter(({ group }) => LINE_OF_STORY.test(group.id));
}

/** How often each character of each paragraph is set, by its source name. */
function timesSet(lists: readonly (readonly DisplayItem[])[]): ReadonlyMap<string, number[]> {
  const counts = new Map<string, number[]>();
  for (const { group } of lists.flatMap(storyLines)) {
    for (const item of group.items) {
      if (item.kind !== 'text' || item.run.source === undefined) continue;
      const { text, source } = item.run;
      const times = counts.get(source.text) ?? [];
      for (let at = source.start; at < source.start + text.length; at++) {
        times[at] = (times[at] ?? 0) + 1;
      }
      counts.set(source.text, times);
    }
  }
  return counts;
}

function columnsOf(page: Page, id: string): number {
  const block = page.blocks.find((one) => one.id === id);
  return block?.kind === 'article' || block?.kind === 'group' ? block.columns.count : 1;
}

describe.each(['park-broadsheet', 'park-tabloid', 'park-narrow'])('%s', (id) => {
  it('places every article, and sets all its text with nothing left over', () => {
    const { set, unplaced } = on(id);
    expect(unplaced).toEqual([]);
    for (const { fits } of set) {
      for (const [block, fit] of Object.entries(fits)) {
        expect({ block, lines: fit.oversetLines }).toEqual({ block, lines: 0 });
      }
    }
  });

  it('gives the make-up editor nothing to mend', () => {
    const findings = on(id).set.flatMap((page) => page.findings);
    const grave = findings.filter(({ severity }) => severity !== 'informs');
    expect(grave.filter(({ code }) => code !== 'picture-missing')).toEqual([]);
  });

  it('sets every character of every story exactly once', () => {
    const { set, issue } = on(id);
    const counts = timesSet(set.map(({ list }) => list.items));
    for (const article of Object.values(issue.articles)) {
      for (const [index, paragraph] of article.story.paragraphs.entries()) {
        const times = counts.get(`article:${article.id}/story:${index}`) ?? [];
        const text = paragraphText(paragraph);
        expect(times.length).toBeLessThanOrEqual(text.length);
        // A blank at which a line breaks is not set.
        const wrong = [...text].filter((character, at) => {
          const number = times[at] ?? 0;
          return number !== 1 && !(number === 0 && /\s/u.test(character));
        });
        expect(wrong, `${article.id}, paragraph ${index}`).toEqual([]);
      }
    }
  });

  it('keeps every body line on the lines of the page', () => {
    const { set, template } = on(id);
    const { leadingPt } = template.body;
    const first = mmToPt(template.typeArea.topMm) + bodyBaseline(template.body);
    for (const { list } of set) {
      const lines = storyLines(list.items);
      expect(lines.length).toBeGreaterThan(100);
      for (const { group, y } of lines) {
        const line = (y - first) / leadingPt;
        expect(Math.abs(line - Math.round(line)), group.id).toBeLessThan(1e-6);
      }
    }
  });

  it('ends the columns of a block on one line; only the last may be shorter', () => {
    const { set, template } = on(id);
    for (const { list, page, fits } of set) {
      for (const item of list.items) {
        if (item.kind !== 'group' || fits[item.id] === undefined) continue;
        const feet = new Map<number, number>();
        for (const { x, y } of storyLines([item])) {
          const column = Math.round(x);
          feet.set(column, Math.max(feet.get(column) ?? 0, y));
        }
        const [last = 0, ...others] = [...feet]
          .sort(([a], [b]) => b - a)
          .map(([, foot]) => Math.round(foot * 100) / 100);
        expect(new Set(others).size, item.id).toBeLessThanOrEqual(1);
        const columns = columnsOf(page, item.id);
        expect(feet.size).toBe(columns);
        const foot = others[0] ?? last;
        expect(foot - last, item.id).toBeGreaterThanOrEqual(0);
        expect(foot - last, item.id).toBeLessThan((columns - 0.5) * template.body.leadingPt);
      }
    }
  });

  it('leaves fewer lines free in a block than it has columns', () => {
    for (const { fits, page } of on(id).set) {
      for (const [block, { freeLines }] of Object.entries(fits)) {
        expect(freeLines, block).toBeLessThan(columnsOf(page, block));
      }
    }
  });

  it('widens no line by more than a twentieth of an em between characters', () => {
    for (const { fits } of on(id).set) {
      for (const [block, fit] of Object.entries(fits)) {
        expect(fit.loosestEm, block).toBeLessThanOrEqual(0.05);
      }
    }
  });
});

/** Every text of a page with its group, generated words included. */
function textsOf(items: readonly DisplayItem[]) {
  return groupsIn(items).map(({ group, x, y }) => {
    const runs = group.items.flatMap((item) => (item.kind === 'text' ? [item.run] : []));
    return { id: group.id, x, y, runs, text: runs.map((run) => run.text).join('') };
  });
}

describe('the tabloid', () => {
  it('turns the lead from page A06 to A07 with a line on either page', () => {
    const [front = [], back = []] = on('park-tabloid').set.map(({ list }) => textsOf(list.items));
    expect(front.map(({ text }) => text)).toContain('（下转A07版）');
    expect(back.map(({ text }) => text)).toContain('（上接A06版）');
    const opening = front.filter(({ id }) => id.startsWith('article:lead/story:'));
    const rest = back.filter(({ id }) => id.startsWith('article:lead/story:'));
    expect(opening.length).toBeGreaterThan(20);
    expect(rest.length).toBeGreaterThan(20);
  });

  it('carries the page number on the outer side: left on A06, right on A07', () => {
    const { set, template } = on('park-tabloid');
    const leftPt = mmToPt(template.typeArea.leftMm);
    const widthPt = template.body.columns * template.body.sizePt;
    const numbers = set.map(({ list, page }) =>
      textsOf(list.items).find(({ text }) => text === page.number),
    );
    expect(numbers[0]?.x).toBeCloseTo(leftPt, 6);
    const right = numbers[1];
    const lengthPt = (right?.runs ?? [])
      .flatMap((run) => run.glyphs)
      .reduce((sum, glyph) => sum + glyph.advance, 0);
    expect((right?.x ?? 0) + lengthPt).toBeCloseTo(leftPt + widthPt, 6);
  });

  it('sets a standing head and a headline down the page', () => {
    const vertical = on('park-tabloid').set.flatMap(({ list }) =>
      textsOf(list.items).filter(({ runs }) => runs.some((run) => run.vertical)),
    );
    const words = vertical.map(({ text }) => text);
    expect(words).toContain('各园区部署安全生产工作');
    expect(words).toContain('“亲商优商企业接待日”');
    expect(words).toContain('搭建服务企业连心桥');
  });
});

describe('the narrow page', () => {
  it('runs the lead round its picture', () => {
    const { set, template } = on('park-narrow');
    const items = set.flatMap(({ list }) => list.items);
    const lead = items.filter((item) => item.kind === 'group' && item.id === 'lead');
    const lines = storyLines(lead).map(({ group }) => {
      const runs = group.items.flatMap((item) => (item.kind === 'text' ? [item] : []));
      const ends = runs.flatMap(({ x, run }) =>
        run.glyphs.map((glyph) => x + glyph.boxStart + glyph.advance),
      );
      return Math.max(0, ...ends) / template.body.sizePt;
    });
    expect(lines.filter((length) => length > 27).length).toBeGreaterThan(30);
    expect(lines.filter((length) => length > 14 && length < 15.1).length).toBeGreaterThan(15);
  });
});

describe.each(['park-broadsheet', 'park-tabloid', 'park-narrow'])('a new issue of %s', (id) => {
  const template = pageTemplate(id);
  const names = { id: 'new', paper: '湘潭日报', supplement: '园区周刊', date: '2021-06-25' };
  const issue = newIssue({ ...names, template });
  const composer = createComposer({ fonts: book, lexicon: SHIPPED_LEXICON });
  const pages = issue.pages.map((page) => composer.composePage(issue, page, template));

  it('is a make-up sheet that can be written on', () => {
    const carets = pages.flatMap(({ list }) =>
      placedRuns(list).flatMap(({ run }) => (run.text === '' ? [run.source?.text] : [])),
    );
    for (const article of Object.keys(issue.articles)) {
      expect(carets).toContain(`article:${article}/headline`);
      expect(carets).toContain(`article:${article}/story:0`);
    }
    expect(carets).toContain('picture:workshop/caption');
    expect(carets).toContain('adGrid:partners/cell:1/name');
  });

  it('tells of everything that is still to be written or filled, and of nothing else', () => {
    const codes = new Set(pages.flatMap(({ findings }) => findings.map(({ code }) => code)));
    expect([...codes].sort()).toEqual([
      'ad-slot-empty',
      'headline-empty',
      'picture-missing',
      'story-underset',
    ]);
    const emptyHeads = pages.flatMap(({ findings }) =>
      findings.flatMap(({ code, where }) => (code === 'headline-empty' ? [where.text] : [])),
    );
    expect(new Set(emptyHeads).size).toBe(Object.keys(issue.articles).length);
  });

  it('prints no word but the names of paper and page, the standing heads and the mark', () => {
    const printed = pages.flatMap(({ list }) =>
      placedRuns(list).flatMap(({ run }) => (run.source === undefined ? [] : [run])),
    );
    const sources = printed.filter(({ text }) => text !== '').map(({ source }) => source?.text);
    const kinds = new Set(sources.map((text) => text?.split(/[:/]/u)[0]));
    expect([...kinds].sort()).toEqual(['block', 'issue']);
  });
});
