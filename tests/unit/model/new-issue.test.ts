import { describe, expect, it } from 'vitest';
import { EMPTY_AD_CELL } from '#engine/model/ad-cells.ts';
import { parseIssue } from '#engine/model/issue-schema.ts';
import { readableJson } from '#engine/model/json-text.ts';
import { emptyAdGrid, newIssue, openSlot } from '#engine/model/new-issue.ts';
import { planPages } from '#engine/model/plan-pages.ts';
import { storyText } from '#engine/model/story-text.ts';
import { unplacedArticles, unplacedPictures } from '#engine/model/unplaced.ts';
import { pageTemplate, sampleIssue } from './sample-issue.ts';

const NAMES = { id: 'week-25', paper: '湘潭日报', supplement: '园区周刊', date: '2021-06-25' };

describe.each(['park-broadsheet', 'park-tabloid', 'park-narrow'])('a new issue of %s', (id) => {
  const template = pageTemplate(id);
  const issue = newIssue({ ...NAMES, template });

  it('opens again as it was written', () => {
    expect(parseIssue(JSON.parse(readableJson(issue)))).toEqual({ ok: true, value: issue });
  });

  it('has every page and block of the plan', () => {
    expect(issue.pages.map(({ blocks }) => blocks.map((block) => block.id))).toEqual(
      template.plan.map(({ blocks }) => blocks.map((block) => block.id)),
    );
    expect(unplacedArticles(issue)).toEqual([]);
    expect(unplacedPictures(issue)).toEqual([]);
  });

  it('has no word in it that nobody wrote', () => {
    const articles = Object.values(issue.articles);
    expect(articles.map(({ headline, story }) => headline + storyText(story)).join('')).toBe('');
    const pictures = Object.values(issue.pictures);
    expect(pictures.map(({ caption, credit }) => caption + credit).join('')).toBe('');
    expect(pictures.every(({ asset }) => asset === undefined)).toBe(true);
  });

  it('has a partner grid to be filled, with the mark of paid matter', () => {
    const { partners } = issue.adGrids;
    expect(partners?.mark).toBe('bottomRight');
    expect(partners?.cells).toEqual(
      [{ kind: 'title', text: '' }, ...Array(7).fill(EMPTY_AD_CELL)].slice(
        0,
        partners?.cells.length,
      ),
    );
  });
});

it('keeps the partner grid of an earlier issue, with the pictures in its cells', () => {
  const template = pageTemplate('park-broadsheet');
  const { partners } = sampleIssue().adGrids;
  if (!partners) throw new Error('no grid');
  const cells = partners.cells
    .with(1, { ...EMPTY_AD_CELL, name: '湘潭高新区', logo: 'sign' })
    .with(2, { ...EMPTY_AD_CELL, name: '雨湖高新区', logo: 'lost' })
    .with(3, { kind: 'picture', picture: 'lost' });
  const adGrid = { ...partners, id: 'earlier', cells };
  const pictures = { sign: openSlot('sign'), other: openSlot('other') };
  const issue = newIssue({ ...NAMES, template, adGrid, pictures });
  expect(Object.keys(issue.pictures)).toEqual(['workshop', 'sign']);
  expect(issue.adGrids.partners?.cells.slice(1, 4)).toEqual([
    cells[1],
    { ...EMPTY_AD_CELL, name: '雨湖高新区' },
    EMPTY_AD_CELL,
  ]);
  expect(issue.adGrids.partners?.cells[4]).toEqual(partners.cells[4]);
  expect(parseIssue(JSON.parse(readableJson(issue)))).toEqual({ ok: true, value: issue });
});

it('has as many cells as its area holds', () => {
  const grid = (columns: number, lines: number) => {
    const made = emptyAdGrid('grid', { column: 0, line: 0, columns, lines });
    return [made.rows, made.columns, made.cells.length];
  };
  expect(grid(99, 11)).toEqual([2, 4, 8]);
  expect(grid(20, 3)).toEqual([1, 1, 1]);
});

it('leaves what the plan does not name off the pages', () => {
  const template = pageTemplate('park-narrow');
  const issue = newIssue({ ...NAMES, template });
  expect(planPages(issue, template).pages).toEqual(issue.pages);
});
