import { expect, it } from 'vitest';
import type { AdCell } from '#engine/model/issue.ts';
import { cellEdits } from '#renderer/inbox/take-draft.ts';
import { sampleIssue } from '#tests/unit/model/sample-issue.ts';

const TITLE: AdCell = { kind: 'title', text: '合作园区' };

it('fills the cells of a draft into the grid in their order, and no more than it has', () => {
  const issue = sampleIssue();
  const [grid] = Object.values(issue.adGrids);
  const size = grid?.cells.length ?? 0;
  const edits = cellEdits(issue, Array(size + 3).fill(TITLE));
  expect(edits).toHaveLength(size);
  expect(edits[1]).toEqual({ kind: 'filledAdCell', adGrid: grid?.id, cell: 1, content: TITLE });
});

it('has nowhere to put cells in an issue without a grid', () => {
  expect(cellEdits({ ...sampleIssue(), adGrids: {} }, [TITLE])).toEqual([]);
});
