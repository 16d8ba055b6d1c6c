import { describe, expect, it } from 'vitest';
import { applyEdit } from '#engine/model/edits/apply-edit.ts';
import type { AdCell, Issue } from '#engine/model/issue.ts';
import { contentClientId, createIssueDoc } from '#engine/model/issue-doc.ts';
import { readIssue } from '#engine/model/read-issue.ts';
import { editOfMends, mendOf } from '#engine/preflight/mend-finding.ts';
import { preflightPage } from '#engine/preflight/preflight-page.ts';
import type { Finding } from '#engine/units/finding.ts';
import { pageTemplate, sampleIssue } from '#tests/unit/model/sample-issue.ts';

const SAMPLE = sampleIssue();
const [GRID] = Object.values(SAMPLE.adGrids);
if (GRID === undefined) throw new Error('the sample has a partner grid');

function found(issue: Issue): readonly Finding[] {
  const composed = { list: { widthPt: 1, heightPt: 1, items: [] }, fits: {} };
  const template = pageTemplate('park-broadsheet');
  const findings = issue.pages.flatMap((page) =>
    preflightPage({ issue, page, template, composed }),
  );
  return findings.filter(({ code }) => /^(?:hotline|ad)-/u.test(code));
}

/** The issue after mending, and after taking that back. */
function mended(issue: Issue, findings: readonly Finding[]) {
  const mends = findings.flatMap((finding) => mendOf(issue, finding) ?? []);
  const edit = editOfMends(issue, mends);
  if (edit === undefined) throw new Error('there is something to mend');
  const doc = createIssueDoc(issue, contentClientId('mend'));
  const before = readIssue(doc);
  const result = applyEdit(doc, edit);
  if (!result.ok) throw new Error(result.failure);
  const after = readIssue(doc);
  expect(applyEdit(doc, result.inverse).ok).toBe(true);
  expect(readIssue(doc)).toEqual(before);
  return { mends, after };
}

describe('the partners of the sample', () => {
  it('are all in order after mending, label and number of one cell together', () => {
    const { after, mends } = mended(SAMPLE, found(SAMPLE));
    expect(mends.map(({ code, isSafe }) => [code, isSafe])).toEqual([
      ['mend-area-code', false],
      ['mend-hotline-label', true],
      ['mend-ad-mark', false],
    ]);
    expect(found(after)).toEqual([]);
    const hotlines = Object.values(after.adGrids).flatMap(({ cells }) => cells.map(hotlineOf));
    expect(hotlines).toContainEqual({ label: '招商热线', number: '0731-52688088' });
  });

  it('get a number written as the others have it', () => {
    const cells = GRID.cells.map((cell, place) => {
      const hotline = hotlineOf(cell);
      if (cell.kind !== 'partner' || hotline === undefined || place > 2) return cell;
      return { ...cell, hotline: { ...hotline, number: hotline.number.replace('-', '') } };
    });
    const issue = { ...SAMPLE, adGrids: { [GRID.id]: { ...GRID, cells } } };
    const { after } = mended(issue, found(issue));
    expect(found(after)).toEqual([]);
  });

  it('keep a number whose area code nobody can tell', () => {
    const cells = GRID.cells.map((cell) => {
      const hotline = hotlineOf(cell);
      return cell.kind === 'partner' && hotline
        ? { ...cell, hotline: { ...hotline, number: '52688088' } }
        : cell;
    });
    const issue = { ...SAMPLE, adGrids: { [GRID.id]: { ...GRID, cells } } };
    const codes = found(issue).map((finding) => mendOf(issue, finding)?.code);
    expect(codes).not.toContain('mend-area-code');
  });
});

describe('empty paragraphs', () => {
  const [article] = Object.values(SAMPLE.articles);
  if (article === undefined) throw new Error('the sample has articles');
  const { paragraphs } = article.story;
  const blank = { kind: 'body', runs: [], looseness: 0 } as const;

  it('go wherever they stand, and no word with them', () => {
    const story = {
      paragraphs: [blank, ...paragraphs.slice(0, 1), blank, blank, ...paragraphs.slice(1), blank],
    };
    const articles = { ...SAMPLE.articles, [article.id]: { ...article, story } };
    const findings = story.paragraphs.flatMap((paragraph, at): readonly Finding[] => {
      if (paragraph !== blank) return [];
      const where = { text: `article:${article.id}/story:${at}`, start: 0 };
      return [{ code: 'paragraph-empty', severity: 'warns', where, values: {} }];
    });
    const { after } = mended({ ...SAMPLE, articles }, findings);
    const texts = (list: typeof paragraphs) =>
      list.map(({ runs }) => runs.map(({ text }) => text).join(''));
    expect(texts(after.articles[article.id]?.story.paragraphs ?? [])).toEqual(texts(paragraphs));
  });
});

it('what only an editor can tell has no mend', () => {
  const finding = {
    code: 'story-overset',
    severity: 'blocks press',
    where: {},
    values: {},
  } as const;
  expect(mendOf(SAMPLE, finding)).toBeUndefined();
});

function hotlineOf(cell: AdCell) {
  return cell.kind === 'partner' ? cell.hotline : undefined;
}

describe('an ad in colour where black is wanted', () => {
  const adPage = { page: 1, widthPt: 200, heightPt: 100, fit: 'whole', mends: ['ink'] } as const;
  const workshop = SAMPLE.pictures.workshop;
  if (workshop === undefined) throw new Error('the sample has a photograph');
  const withAd = { ...SAMPLE, pictures: { ...SAMPLE.pictures, workshop: { ...workshop, adPage } } };
  const where = { text: 'picture:workshop' };
  const finding = (code: string): Finding => {
    return { code, severity: 'blocks press', where, values: {} };
  };

  it('is put on the black plate, after a look, and one undo takes it back', () => {
    const { after, mends } = mended(withAd, [finding('ad-needs-four-inks')]);
    expect(mends.map(({ code, isSafe }) => [code, isSafe])).toEqual([['mend-ad-grey', false]]);
    expect(after.pictures.workshop?.adPage).toEqual({ ...adPage, mends: ['grey', 'ink'] });
  });

  it('becomes a grey picture when it is no PDF', () => {
    const { after } = mended(SAMPLE, [finding('ad-booking-other-colour')]);
    expect(after.pictures.workshop).toMatchObject({ greyscale: true });
  });
});
