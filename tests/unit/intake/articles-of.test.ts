import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { articlesOf } from '#engine/intake/articles-of.ts';
import { readPastedDraft } from '#engine/intake/read-draft.ts';
import { applyEdit } from '#engine/model/edits/apply-edit.ts';
import { createIssueDoc } from '#engine/model/issue-doc.ts';
import { readIssue } from '#engine/model/read-issue.ts';
import { unplacedArticles, unplacedPictures } from '#engine/model/unplaced.ts';
import { sampleIssue } from '#tests/unit/model/sample-issue.ts';

const SEED = readFileSync(
  new URL('../../fixtures/park-supplement-page.txt', import.meta.url),
  'utf8',
);

it('puts the articles and pictures of a draft among the unplaced ones', () => {
  const sample = sampleIssue();
  const accepted = articlesOf(readPastedDraft(SEED, sample.date), sample);
  const doc = createIssueDoc(sample, 1);
  for (const edit of accepted.edits) expect(applyEdit(doc, edit)).toMatchObject({ ok: true });
  const issue = readIssue(doc);
  expect(unplacedArticles(issue).toSorted()).toEqual(
    accepted.articles.map(({ id }) => id).toSorted(),
  );
  expect(unplacedPictures(issue)).toEqual(accepted.pictures.map(({ picture }) => picture.id));
  expect(accepted.articles).toHaveLength(11);
  expect(
    accepted.groups.map(({ standingHead, articles }) => [standingHead, articles.length]),
  ).toEqual([
    ['各园区部署安全生产工作', 3],
    ['园区动态', 5],
  ]);
  const [lead] = accepted.articles;
  expect(issue.articles[lead?.id ?? '']?.story).toEqual(sample.articles.lead?.story);
});

it('makes the partner grid of the sample', () => {
  const sample = sampleIssue();
  const { cells } = articlesOf(readPastedDraft(SEED, sample.date), sample);
  expect(cells).toEqual(sample.adGrids.partners?.cells);
});

it('keeps the name of the sender with a story that has no byline', () => {
  const draft = readPastedDraft('园区办实事\n\n近日，园区忙。\n\n姓名：刘澜', '2021-06-18');
  const [article] = articlesOf(draft, sampleIssue()).articles;
  expect(article?.story.paragraphs.at(-1)?.runs).toEqual([
    { text: '近日，园区忙。', role: 'plain' },
    { text: '（通讯员 刘澜）', role: 'byline' },
  ]);
  expect(article?.slugline).toBe('园区办实事');
});
