import { expect, test } from 'vitest';
import type { Issue } from '#engine/model/issue.ts';
import { findingRule } from '#engine/preflight/finding-rules.ts';
import { sortFindings, waiverOf, waiversOfPressedPage } from '#engine/preflight/waivers.ts';
import { assert } from '#engine/units/assert.ts';
import type { Finding } from '#engine/units/finding.ts';
import { sampleIssue } from '#tests/unit/model/sample-issue.ts';

const ISSUE = sampleIssue();
const [PAGE] = ISSUE.pages;
assert(PAGE !== undefined, 'the sample has a page');
const BLOCK = PAGE.blocks.find((block) => block.kind === 'article');
assert(BLOCK?.kind === 'article', 'the sample has an article');
const ARTICLE = ISSUE.articles[BLOCK.article];
assert(ARTICLE !== undefined, 'the block shows an article');
const WORDS = { reason: '没有更好的照片', by: '值班主任', at: '2021-06-17T15:00:00Z' };

const coarse = (ppi: number): Finding => {
  const [picture = ''] = Object.keys(ISSUE.pictures);
  const where = { page: PAGE.id, block: 'photo', text: `picture:${picture}` };
  return { code: 'picture-ppi-too-low', severity: 'blocks press', where, values: { ppi } };
};

const foreignGlyph = (paragraph: number, start: number): Finding => {
  const text = `article:${ARTICLE.id}/story:${paragraph}`;
  const where = { page: PAGE.id, block: BLOCK.id, text, start, end: start + 2 };
  const values = { text: '𠮷', wanted: 'song-400', taken: 'hei-400' };
  return { code: 'glyph-from-fallback', severity: 'warns', where, values };
};

function waived(finding: Finding, issue: Issue = ISSUE): Issue {
  const made = waiverOf(issue, finding, WORDS);
  assert(made !== undefined, 'it may be waived');
  return { ...issue, waivers: { [made.id]: made.waiver } };
}

test('a finding that somebody answers for is told apart, with name and reason', () => {
  const { open, waived: passed } = sortFindings(waived(coarse(110)), [coarse(110)]);
  expect(open).toEqual([]);
  expect(passed.map(({ waiver }) => [waiver.by, waiver.reason])).toEqual([
    ['值班主任', '没有更好的照片'],
  ]);
});

test('a waiver falls when the picture is printed larger, or is another one', () => {
  const issue = waived(coarse(110));
  expect(sortFindings(issue, [coarse(90)]).open).toHaveLength(1);
  const [id = ''] = Object.keys(issue.pictures);
  const picture = issue.pictures[id];
  assert(picture !== undefined, 'the sample has a picture');
  const pictures = { ...issue.pictures, [id]: { ...picture, asset: 'another.jpg' } };
  expect(sortFindings({ ...issue, pictures }, [coarse(110)]).open).toHaveLength(1);
});

test('a waiver in a story holds while words before it change, and falls with its own words', () => {
  const issue = waived(foreignGlyph(1, 4));
  const paragraphs = [{ kind: 'body', runs: [], looseness: 0 } as const];
  const story = { paragraphs: [...paragraphs, ...ARTICLE.story.paragraphs] };
  const longer = { ...issue, articles: { ...issue.articles, [ARTICLE.id]: { ...ARTICLE, story } } };
  expect(sortFindings(longer, [foreignGlyph(2, 4)]).open).toEqual([]);
  expect(sortFindings(issue, [foreignGlyph(1, 5)]).open).toHaveLength(1);
});

test('of an overset story the lines are waived for nobody', () => {
  const values = { lines: 3, characters: 41 };
  const where = { page: PAGE.id, block: BLOCK.id };
  const overset = { code: 'story-overset', severity: 'blocks press', where, values } as const;
  expect(waiverOf(ISSUE, overset, WORDS)).toBeUndefined();
  const { waiver } = waiverOf(ISSUE, coarse(110), WORDS) ?? {};
  assert(waiver !== undefined, 'a coarse picture may be waived');
  const subject = Object.values(BLOCK.area).join(' ');
  const place = `${PAGE.id}/${BLOCK.id}/`;
  const forged = { ...waiver, code: 'story-overset', place, subject, values };
  expect(sortFindings({ ...ISSUE, waivers: { forged } }, [overset]).open).toHaveLength(1);
  expect(findingRule('story-overset').mayBeWaived).toBe(false);
});

test('few characters more or less do not bring back a column that may stay short', () => {
  const short = (lines: number, characters: number): Finding => {
    const where = { page: PAGE.id, block: BLOCK.id };
    return { code: 'story-underset', severity: 'warns', where, values: { lines, characters } };
  };
  const issue = waived(short(2, 30));
  expect(sortFindings(issue, [short(2, 26)]).open).toEqual([]);
  expect(sortFindings(issue, [short(3, 44)]).open).toHaveLength(1);
});

test('what only the finished file shows is waived for its page, by number or id', () => {
  const ink = (page: string): Finding => {
    const values = { rule: 'R0026', ink: 251, limit: 240, x: 20, y: 30 };
    return { code: 'pdf-ink-square', severity: 'blocks press', where: { page }, values };
  };
  const issue = waived(ink(PAGE.number));
  expect(sortFindings(issue, [ink(PAGE.id)]).open).toEqual([]);
  expect(waiversOfPressedPage(issue, PAGE).map(({ finding }) => finding.code)).toEqual([
    'pdf-ink-square',
  ]);
  expect(waiverOf(ISSUE, { ...ink('A06'), code: 'pdf-unreadable' }, WORDS)).toBeUndefined();
});
