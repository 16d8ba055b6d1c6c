import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { articlesOf } from '#engine/intake/articles-of.ts';
import { readDraft } from '#engine/intake/read-draft.ts';
import { applyEdit } from '#engine/model/edits/apply-edit.ts';
import type { Edit } from '#engine/model/edits/edit.ts';
import type { Issue } from '#engine/model/issue.ts';
import { createIssueDoc } from '#engine/model/issue-doc.ts';
import { newIssue } from '#engine/model/new-issue.ts';
import { readIssue } from '#engine/model/read-issue.ts';
import { unplacedArticles, unplacedPictures } from '#engine/model/unplaced.ts';
import { NO_ENVELOPE } from '#host/intake/gathered.ts';
import { readPlainText } from '#host/intake/read-plain-text.ts';
import { fillGrid, layDraft } from '#renderer/inbox/lay-draft.ts';
import type { MakeUpPlace } from '#renderer/make-up/make-up-place.ts';
import { pageGeometry } from '#renderer/make-up/page-geometry.ts';
import { pageTemplate } from '#tests/unit/model/sample-issue.ts';

const SEED = readFileSync('tests/fixtures/park-supplement-page.txt', 'utf8');
const template = pageTemplate('park-broadsheet');

function edited(issue: Issue, edits: readonly Edit[]): Issue {
  const doc = createIssueDoc(issue, 1);
  expect(applyEdit(doc, { kind: 'editsTogether', edits })).toMatchObject({ ok: true });
  return readIssue(doc);
}

function placeOf(issue: Issue): MakeUpPlace {
  const [page] = issue.pages;
  if (page === undefined) throw new Error('an issue without a page');
  return { desk: undefined as never, issue, page, template, geometry: pageGeometry(template) };
}

/** The raw text of the whole page laid on an issue, with what came of it. */
function laidOn(issue: Issue, text = SEED) {
  const matter = { parts: readPlainText(text), pictures: [], envelope: NO_ENVELOPE };
  const accepted = articlesOf(readDraft(matter, issue.date), issue);
  const withMatter = edited(issue, accepted.edits);
  const laid = layDraft(placeOf(withMatter), accepted);
  return {
    laid,
    accepted,
    issue: laid.edits.length > 0 ? edited(withMatter, laid.edits) : withMatter,
  };
}

const FRESH = newIssue({
  id: 'new',
  template,
  paper: '湘潭日报',
  supplement: '园区周刊',
  date: '2021-06-18',
});

it('makes a whole page of the text of a whole page', () => {
  const { laid, issue } = laidOn(FRESH);
  expect(laid).toMatchObject({ articles: 11, cells: 8 });
  expect([unplacedArticles(issue), unplacedPictures(issue)]).toEqual([[], []]);
  const blocks = issue.pages[0]?.blocks ?? [];
  const heads = blocks.flatMap((block) =>
    block.kind === 'group' ? [[block.standingHead, block.members.length]] : [],
  );
  expect(heads).toEqual([
    ['各园区部署安全生产工作', 3],
    ['园区动态', 5],
  ]);
  const lead = blocks.find((block) => block.kind === 'article');
  const longest = issue.articles[lead?.kind === 'article' ? lead.article : ''];
  expect(longest?.headline).toContain('学史力行');
  const picture = blocks.find((block) => block.kind === 'picture');
  expect(issue.pictures[picture?.kind === 'picture' ? picture.picture : '']?.credit).toContain(
    '摄',
  );
  const [grid] = Object.values(issue.adGrids);
  expect(grid?.cells.filter((cell) => cell.kind === 'partner' && cell.name !== '')).toHaveLength(7);
});

it('leaves alone what is filled', () => {
  const { issue } = laidOn(FRESH);
  const again = laidOn(issue);
  expect(again.laid).toMatchObject({ articles: 0, cells: 0 });
  expect(unplacedArticles(again.issue)).toHaveLength(11);
  expect(again.issue.adGrids).toEqual(issue.adGrids);
});

it('shows a kicker where the block has no place for one yet', () => {
  const { issue, accepted } = laidOn(FRESH);
  const kickers = accepted.articles.filter(({ kicker }) => kicker !== undefined);
  expect(kickers.length).toBeGreaterThan(3);
  const layouts = (issue.pages[0]?.blocks ?? []).flatMap((block) => {
    if (block.kind === 'article') return [{ article: block.article, layout: block.headline }];
    return block.kind === 'group'
      ? block.members.map(({ article, headline }) => ({ article, layout: headline }))
      : [];
  });
  for (const { id } of kickers) {
    expect(layouts.find(({ article }) => article === id)?.layout?.kicker).toBeDefined();
  }
});

it('gives a grid that is too small the rows that it lacks', () => {
  const [grid] = Object.values(FRESH.adGrids);
  if (grid === undefined) throw new Error('no grid');
  const cell = { kind: 'title', text: '合作园区' } as const;
  const cells = Array(grid.cells.length + 1).fill(cell);
  const edit = fillGrid(FRESH, cells);
  const [larger] = Object.values(edited(FRESH, edit ? [edit] : []).adGrids);
  expect(larger?.rows).toBe(grid.rows + 1);
  expect(fillGrid({ ...FRESH, adGrids: {} }, cells)).toBeUndefined();
});
