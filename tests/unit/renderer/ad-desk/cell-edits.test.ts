import { describe, expect, test } from 'vitest';
import { EMPTY_AD_CELL } from '#engine/model/ad-cells.ts';
import type { Edit } from '#engine/model/edits/edit.ts';
import type { AdCell, AdGrid, AdPartner, Issue } from '#engine/model/issue.ts';
import { pastedCells } from '#renderer/ad-desk/cell-clipboard.ts';
import {
  cellAsSlot,
  cellWithPicture,
  filledCell,
  movedCell,
  swappedCells,
} from '#renderer/ad-desk/cell-edits.ts';
import { obeyFourLaws } from '#tests/unit/model/four-laws.ts';
import { sampleIssue } from '#tests/unit/model/sample-issue.ts';

const SAMPLE = sampleIssue();
const PHOTOGRAPH = { asset: `${'0'.repeat(64)}.png`, widthPx: 400, heightPx: 200 };

function gridOf(issue: Issue): AdGrid {
  const [grid] = Object.values(issue.adGrids);
  if (grid === undefined) throw new Error('the sample has a partner grid');
  return grid;
}

function nameOf(cell: AdCell | undefined): string {
  if (cell?.kind === 'picture') return cell.picture;
  return (cell?.kind === 'title' ? cell.text : cell?.name) ?? '';
}

function carriedOut(issue: Issue, edit: Edit): Issue {
  return obeyFourLaws(issue, edit);
}

const GRID = gridOf(SAMPLE);
const NAMES = GRID.cells.map(nameOf);
const WITH_LOGO = carriedOut(SAMPLE, cellWithPicture(SAMPLE, { grid: GRID, cell: 2 }, PHOTOGRAPH));

function logoOf(issue: Issue, cell: number): string | undefined {
  const content = gridOf(issue).cells[cell];
  return content?.kind === 'partner' ? content.logo : undefined;
}

describe('cells of the partner grid', () => {
  test('move to another place, and those between move up', () => {
    const moved = carriedOut(SAMPLE, movedCell({ grid: GRID, cell: 1 }, 3));
    const [title, first, second, third, ...others] = NAMES;
    const expected = [title, second, third, first, ...others];
    expect(gridOf(moved).cells.map(nameOf)).toEqual(expected);
  });

  test('change places with one another', () => {
    const swapped = carriedOut(SAMPLE, swappedCells({ grid: GRID, cell: 1 }, 6));
    const expected = NAMES.with(1, NAMES[6] ?? '').with(6, NAMES[1] ?? '');
    expect(gridOf(swapped).cells.map(nameOf)).toEqual(expected);
  });

  test('take a logo beside the words of a partner', () => {
    const logo = logoOf(WITH_LOGO, 2) ?? '';
    expect(WITH_LOGO.pictures[logo]).toMatchObject(PHOTOGRAPH);
    expect(nameOf(gridOf(WITH_LOGO).cells[2])).toBe(NAMES[2]);
  });

  test('let their former logo leave the issue, but not one that another cell shows', () => {
    const place = { grid: gridOf(WITH_LOGO), cell: 2 };
    const former = logoOf(WITH_LOGO, 2) ?? '';
    const cleared = carriedOut(WITH_LOGO, filledCell(WITH_LOGO, place, EMPTY_AD_CELL));
    expect(cleared.pictures[former]).toBeUndefined();
    const twin: AdPartner = { ...EMPTY_AD_CELL, name: '湘潭高新区', logo: former };
    const both = carriedOut(
      WITH_LOGO,
      filledCell(WITH_LOGO, { grid: gridOf(WITH_LOGO), cell: 3 }, twin),
    );
    const left = filledCell(both, { grid: gridOf(both), cell: 2 }, EMPTY_AD_CELL);
    expect(carriedOut(both, left).pictures[former]).toBeDefined();
  });

  test('become open slots for pictures', () => {
    const slot = carriedOut(SAMPLE, cellAsSlot(SAMPLE, { grid: GRID, cell: 3 }));
    const content = gridOf(slot).cells[3];
    if (content?.kind !== 'picture') throw new Error('the cell holds a picture');
    expect(slot.pictures[content.picture]?.asset).toBeUndefined();
  });
});

describe('copied cells', () => {
  const logo = logoOf(WITH_LOGO, 2) ?? '';
  const picture = WITH_LOGO.pictures[logo];
  if (picture === undefined) throw new Error('the logo was placed');
  const copied = gridOf(WITH_LOGO).cells[2] ?? EMPTY_AD_CELL;

  test('bring their logo along under an id of its own', () => {
    const place = { grid: gridOf(WITH_LOGO), cell: 4 };
    const wanted = { cells: [copied], shape: undefined, pictures: [picture] };
    const pasted = carriedOut(WITH_LOGO, pastedCells(WITH_LOGO, place, wanted));
    const own = logoOf(pasted, 4) ?? '';
    expect(own).not.toBe(logo);
    expect(pasted.pictures[own]).toEqual({ ...picture, id: own });
    expect(nameOf(gridOf(pasted).cells[4])).toBe(NAMES[2]);
    expect(gridOf(pasted).cells[2]).toEqual(copied);
  });

  test('go through merged cells as through others when one is moved', () => {
    const grid: AdGrid = {
      id: 'other',
      rows: 2,
      columns: 2,
      mark: 'none',
      merged: [{ row: 0, column: 0, rows: 2, columns: 1 }],
      cells: [{ kind: 'title', text: '合作园区' }, copied, EMPTY_AD_CELL, EMPTY_AD_CELL],
    };
    const edit = movedCell({ grid, cell: 1 }, 3);
    expect(edit).toMatchObject({ order: [0, 3, 2, 1] });
  });

  test('of a whole grid take the place of all, with size and mark', () => {
    const grid: AdGrid = {
      id: 'other',
      rows: 1,
      columns: 2,
      mark: 'topLeft',
      merged: [],
      cells: [{ kind: 'title', text: '合作园区' }, copied],
    };
    const wanted = { cells: grid.cells, shape: grid, pictures: [picture] };
    const place = { grid: gridOf(WITH_LOGO), cell: 0 };
    const pasted = carriedOut(WITH_LOGO, pastedCells(WITH_LOGO, place, wanted));
    const { rows, columns, mark, cells } = gridOf(pasted);
    expect([rows, columns, mark]).toEqual([1, 2, 'topLeft']);
    expect(cells.map(nameOf)).toEqual(['合作园区', NAMES[2]]);
    expect(Object.keys(pasted.pictures)).toHaveLength(Object.keys(WITH_LOGO.pictures).length);
  });
});
