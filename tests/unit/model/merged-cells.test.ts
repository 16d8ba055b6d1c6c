import { describe, expect, it } from 'vitest';
import { EMPTY_AD_CELL } from '#engine/model/ad-cells.ts';
import type { Edit } from '#engine/model/edits/edit.ts';
import type { AdCell, AdGrid, Issue, MergedCells } from '#engine/model/issue.ts';
import { parseIssue } from '#engine/model/issue-schema.ts';
import {
  cellInCharge,
  mergedWith,
  mergesFit,
  shownCells,
  splitAt,
} from '#engine/model/merged-cells.ts';
import { expectRefusal, obeyFourLaws } from './four-laws.ts';
import { testIssue } from './marked-story.ts';

/** Three columns; `_` is an empty cell. */
function gridOf(names: string, merged: readonly MergedCells[] = []): AdGrid {
  const cells = [...names].map((name): AdCell => {
    return name === '_' ? EMPTY_AD_CELL : { ...EMPTY_AD_CELL, name };
  });
  return { id: 'grid', rows: cells.length / 3, columns: 3, mark: 'none', merged, cells };
}

function namesOf(cells: readonly AdCell[]): string {
  return cells.map((cell) => (cell.kind === 'partner' ? cell.name || '_' : '#')).join('');
}

function issueWith(grid: AdGrid): Issue {
  return { ...testIssue({}), adGrids: { grid } };
}

const TALL: MergedCells = { row: 0, column: 0, rows: 2, columns: 1 };

describe('merged cells', () => {
  it('show what the first of them says, in one place', () => {
    const grid = gridOf('甲乙丙_丁戊', [TALL]);
    expect(shownCells(grid)).toEqual([0, 1, 2, 4, 5]);
    expect(cellInCharge(grid, 3)).toBe(0);
  });

  it('take up an empty neighbour, and the words of a filled one', () => {
    const right = mergedWith(gridOf('甲_丙丁戊己'), 0, 'right');
    expect(right?.merged).toEqual([{ row: 0, column: 0, rows: 1, columns: 2 }]);
    const down = mergedWith(gridOf('_乙丙丁戊己'), 0, 'down');
    expect(down && namesOf(down.cells)).toBe('丁乙丙_戊己');
  });

  it('grow over the whole of their side, or not at all', () => {
    const grid = gridOf('甲___丁戊', [TALL]);
    expect(mergedWith(grid, 0, 'right')).toBeUndefined();
    const free = mergedWith(gridOf('甲_____', [TALL]), 0, 'right');
    expect(free?.merged).toEqual([{ row: 0, column: 0, rows: 2, columns: 2 }]);
    // The neighbour below reaches farther to the right than the cell.
    const wide = { row: 1, column: 0, rows: 1, columns: 2 };
    expect(mergedWith(gridOf('甲_____', [wide]), 0, 'down')).toBeUndefined();
  });

  it('swallow no second partner, and end at the edge of the grid', () => {
    expect(mergedWith(gridOf('甲乙丙丁戊己'), 0, 'right')).toBeUndefined();
    expect(mergedWith(gridOf('__甲___'), 2, 'right')).toBeUndefined();
    expect(mergedWith(gridOf('___甲__'), 3, 'down')).toBeUndefined();
  });

  it('become single cells again', () => {
    expect(splitAt(gridOf('甲乙丙_丁戊', [TALL]), 0)).toEqual([]);
    expect(splitAt(gridOf('甲乙丙_丁戊', [TALL]), 1)).toBeUndefined();
  });

  it('lie within the grid, and none over another', () => {
    expect(mergesFit(gridOf('______', [TALL]))).toBe(true);
    expect(mergesFit(gridOf('___', [TALL]))).toBe(false);
    const wide = { row: 1, column: 0, rows: 1, columns: 2 };
    expect(mergesFit(gridOf('______', [TALL, wide]))).toBe(false);
  });
});

describe('an edit of merged cells', () => {
  const set = (merged: readonly MergedCells[]): Edit => {
    return { kind: 'setAdGrid', adGrid: 'grid', changes: { merged } };
  };

  it('merges and splits, and hides no partner', () => {
    const merged = obeyFourLaws(issueWith(gridOf('甲乙丙_丁戊')), set([TALL]));
    expect(merged.adGrids.grid?.merged).toEqual([TALL]);
    expect(obeyFourLaws(merged, set([])).adGrids.grid?.merged).toEqual([]);
    expectRefusal(issueWith(gridOf('甲乙丙丁戊己')), set([TALL]), 'content would be lost');
    expectRefusal(issueWith(gridOf('甲乙丙')), set([TALL]), 'not a size of a grid');
  });

  it('writes into no hidden cell, and brings no partner there', () => {
    const issue = issueWith(gridOf('甲乙丙_丁戊', [TALL]));
    const content = { ...EMPTY_AD_CELL, name: '己' };
    const fill: Edit = { kind: 'filledAdCell', adGrid: 'grid', cell: 3, content };
    expectRefusal(issue, fill, 'cells are merged');
    const order = [3, 1, 2, 0, 4, 5];
    expectRefusal(issue, { kind: 'reorderedAdCells', adGrid: 'grid', order }, 'cells are merged');
  });

  it('keeps the columns while cells are merged, and the rows that they need', () => {
    const issue = issueWith(gridOf('甲乙丙_丁_', [TALL]));
    const size = { kind: 'resizedAdGrid', adGrid: 'grid' } as const;
    expectRefusal(issue, { ...size, rows: 2, columns: 4 }, 'cells are merged');
    expectRefusal(issue, { ...size, rows: 1, columns: 3 }, 'cells are merged');
    expect(obeyFourLaws(issue, { ...size, rows: 3, columns: 3 }).adGrids.grid?.rows).toBe(3);
  });

  it('is read from a file only when nothing is hidden', () => {
    const file = (grid: AdGrid) => JSON.parse(JSON.stringify(issueWith(grid)));
    expect(parseIssue(file(gridOf('甲乙丙_丁戊', [TALL]))).ok).toBe(true);
    expect(parseIssue(file(gridOf('甲乙丙丁戊己', [TALL]))).ok).toBe(false);
  });
});
