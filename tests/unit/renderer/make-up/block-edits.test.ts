import { expect, test } from 'vitest';
import { blockEdits } from '#renderer/make-up/block-edits.ts';
import { cutCorner, resizedShape } from '#renderer/make-up/block-shape.ts';
import { withInset, withInsetsWithin, withoutInset } from '#renderer/make-up/inset-pictures.ts';
import { shiftedBlock } from '#renderer/make-up/shifted-block.ts';
import { area, articleBlock, issueOf, picture } from '#tests/unit/compose/test-page.ts';
import { obeyFourLaws } from '#tests/unit/model/four-laws.ts';

const inset = { picture: 'workshop', area: area(10, 6, 6, 4), captionLines: 1, gap: 1 };
const lead = articleBlock('lead', area(4, 2, 20, 12), {
  cutouts: [area(20, 10, 4, 4)],
  pictures: [inset],
});
const late = articleBlock('late', area(26, 2, 10, 12));
const issue = issueOf({
  articles: { lead: '党史学习', late: '末班稿件' },
  pictures: [picture('workshop')],
  blocks: [lead, late],
});

test('blocks that are let go where they were taken are no edit', () => {
  expect(blockEdits([lead, late], [shiftedBlock(lead, { column: 0, line: 0 }), late])).toBe(
    undefined,
  );
});

test('a block is moved with its cutouts and pictures by one plain edit', () => {
  const edit = blockEdits([lead], [shiftedBlock(lead, { column: 2, line: 3 })]);
  expect(edit).toEqual({ kind: 'movedBlock', block: 'block-lead', column: 6, line: 5 });
  if (edit === undefined) throw new Error('no edit');
  const [moved] = obeyFourLaws(issue, edit).pages[0]?.blocks ?? [];
  expect(moved).toEqual(shiftedBlock(lead, { column: 2, line: 3 }));
});

test('several blocks that are moved are one step', () => {
  const by = { column: 0, line: 1 };
  const edit = blockEdits([lead, late], [shiftedBlock(lead, by), shiftedBlock(late, by)]);
  expect(edit?.kind).toBe('editsTogether');
});

test('a block that is made smaller takes its picture in', () => {
  const small = area(4, 2, 10, 12);
  const after = withInsetsWithin({ ...lead, ...resizedShape(lead, small) });
  const edit = blockEdits([lead], [after]);
  if (edit === undefined) throw new Error('no edit');
  const [resized] = obeyFourLaws(issue, edit).pages[0]?.blocks ?? [];
  expect(resized?.area).toEqual(small);
  expect(resized?.kind === 'article' && resized.pictures[0]?.area).toEqual(area(8, 6, 6, 4));
});

test('a corner that is cut is a change of shape alone', () => {
  const shape = cutCorner(late, 'topLeft', { column: 30, line: 5 });
  const edit = blockEdits([late], [{ ...late, ...shape }]);
  expect(edit).toMatchObject({ kind: 'resizedBlock', cutouts: [area(26, 2, 4, 3)] });
});

test('a picture is moved within its block, and no farther', () => {
  const moved = withInset(lead, 'workshop', area(0, 0, 6, 4));
  expect(moved.pictures[0]?.area).toEqual(area(4, 2, 6, 4));
  const edit = blockEdits([lead], [moved]);
  expect(edit).toMatchObject({ kind: 'setBlockProperty', property: 'pictures' });
});

test('a picture that is taken out of its story leaves the story alone', () => {
  const edit = blockEdits([lead], [withoutInset(lead, 'workshop')]);
  expect(edit).toMatchObject({ property: 'pictures', value: [] });
});
