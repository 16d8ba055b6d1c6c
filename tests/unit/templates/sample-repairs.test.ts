import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import type { Article, Issue } from '#engine/model/issue.ts';
import { paragraphText } from '#engine/model/story-text.ts';
import { readJson, sampleIssue } from '#tests/unit/model/sample-issue.ts';

const source = readFileSync(
  new URL('../../fixtures/park-supplement-page.txt', import.meta.url),
  'utf8',
);
const { repairs } = z
  .object({
    repairs: z.array(
      z.object({
        kind: z.string(),
        where: z.object({ line: z.int().min(1) }),
        before: z.string().min(1),
        after: z.string(),
        reason: z.string().min(10),
      }),
    ),
  })
  .parse(readJson('templates/samples/park-supplement-2021-06-18.repairs.json'));

/** Reading order of the printed page. */
const ORDER: readonly string[] = [
  'article lead',
  'article cooperation',
  'picture workshop',
  'article reception-day',
  'head safety',
  'article safety-yuhu',
  'article safety-xiangtan',
  'article safety-shaoshan',
  'head briefs',
  'article brief-gaoxin',
  'article brief-tianyi',
  'article brief-xiangxiang',
  'article brief-xiangshui',
  'article brief-jiuhua',
  'grid partners',
];

it('the sample is the printed text with the listed repairs, character for character', () => {
  expect(sampleText(sampleIssue())).toBe(withoutEmptyLines(repaired(source)));
});

it('the sample shows every article, picture and grid of the issue', () => {
  const issue = sampleIssue();
  const listed = (kind: string) =>
    ORDER.filter((name) => name.startsWith(kind)).map((name) => name.slice(kind.length + 1));
  expect(Object.keys(issue.articles).sort()).toEqual(listed('article').sort());
  expect(Object.keys(issue.pictures)).toEqual(listed('picture'));
  expect(Object.keys(issue.adGrids)).toEqual(listed('grid'));
});

it('lead-ins and bylines have their roles, brackets included', () => {
  for (const article of Object.values(sampleIssue().articles)) {
    const [leadIn, byline, opening] = article.story.paragraphs[0]?.runs ?? [];
    expect(leadIn).toEqual({ text: '本报讯', role: 'leadIn' });
    expect(byline?.role).toBe('byline');
    expect(byline?.text).toMatch(/^（通讯员 [\p{Script=Han} ]+）$/u);
    expect(opening?.role).toBe('plain');
    const later = article.story.paragraphs.slice(1).flatMap(({ runs }) => runs);
    expect(later.every(({ role }) => role === 'plain')).toBe(true);
  }
});

/** The source with every repair made; each `before` must stand in its line, none may overlap. */
function repaired(text: string): string {
  const lineStarts = [0];
  for (const { index } of text.matchAll(/\n/gu)) lineStarts.push(index + 1);
  const places = repairs.map((repair) => {
    const start = lineStarts[repair.where.line - 1] ?? text.length;
    const at = text.indexOf(repair.before, start);
    const end = lineStarts[repair.where.line] ?? text.length;
    expect(at, `“${repair.before}” in line ${repair.where.line}`).toBeGreaterThanOrEqual(start);
    expect(at).toBeLessThan(end);
    expect(text.slice(at + 1, end)).not.toContain(repair.before);
    return { ...repair, at };
  });
  let result = '';
  let position = 0;
  for (const { at, before, after } of places.sort((a, b) => a.at - b.at)) {
    expect(at, `“${before}” overlaps another repair`).toBeGreaterThanOrEqual(position);
    result += text.slice(position, at) + after;
    position = at + before.length;
  }
  return result + text.slice(position);
}

function withoutEmptyLines(text: string): string {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .join('\n');
}

function sampleText(issue: Issue): string {
  return ORDER.flatMap((name) => partText(issue, name)).join('\n');
}

function partText(issue: Issue, name: string): readonly string[] {
  const [kind, id = ''] = name.split(' ');
  if (kind === 'article') return articleText(issue.articles[id]);
  if (kind === 'head') {
    const block = issue.pages.flatMap(({ blocks }) => blocks).find((one) => one.id === id);
    return block?.kind === 'group' ? [block.standingHead] : [];
  }
  if (kind === 'picture') {
    const picture = issue.pictures[id];
    return picture ? [picture.caption + picture.credit] : [];
  }
  return (issue.adGrids[id]?.cells ?? []).flatMap((cell) => {
    if (cell.kind === 'title') return [cell.text];
    if (cell.kind === 'picture') return [];
    const { latinName, hotline } = cell;
    return [
      cell.name,
      ...(latinName === undefined ? [] : [latinName]),
      cell.slogan,
      ...(hotline ? [`${hotline.label}：${hotline.number}`] : []),
    ];
  });
}

function articleText(article: Article | undefined): readonly string[] {
  if (!article) return [];
  const { kicker, headline, deck, story } = article;
  const heads = [kicker, headline, deck].filter((part) => part !== undefined);
  return [...heads, ...story.paragraphs.map(paragraphText)];
}
