import { describe, expect, it } from 'vitest';
import { EMPTY_AD_CELL } from '#engine/model/ad-cells.ts';
import { applyEdit } from '#engine/model/edits/apply-edit.ts';
import { parseEdit } from '#engine/model/edits/edit-schema.ts';
import type { AdCell, AdGrid, Issue } from '#engine/model/issue.ts';
import { createIssueDoc } from '#engine/model/issue-doc.ts';
import { openSlot } from '#engine/model/new-issue.ts';
import { createIssueReader } from '#engine/model/read-issue.ts';
import { expectRefusal, obeyFourLaws } from '#tests/unit/model/four-laws.ts';
import { testIssue } from '#tests/unit/model/marked-story.ts';
import { sampleIssue } from '#tests/unit/model/sample-issue.ts';

const sample = sampleIssue();

/** A grid of two columns whose partners have these names; `_` is an empty cell. */
function gridOf(...names: readonly string[]): AdGrid {
  const cells = names.map((name): AdCell => {
    return name === '_' ? EMPTY_AD_CELL : { ...EMPTY_AD_CELL, name };
  });
  return { id: 'grid', rows: names.length / 2, columns: 2, mark: 'none', merged: [], cells };
}

function issueWith(adGrid: AdGrid): Issue {
  return {
    ...testIssue({}),
    pictures: { sign: openSlot('sign'), photo: openSlot('photo') },
    adGrids: { [adGrid.id]: adGrid },
  };
}

function namesIn(issue: Issue): readonly string[] {
  return (issue.adGrids.grid?.cells ?? []).map((cell) => {
    return cell.kind === 'partner' ? cell.name || '_' : cell.kind;
  });
}

describe('an ad grid', () => {
  it('is added, and taken out when no block shows it', () => {
    const adGrid = gridOf('甲', '乙');
    const edited = obeyFourLaws(sample, { kind: 'addedAdGrid', adGrid });
    expect(edited.adGrids.grid).toEqual(adGrid);
    expectRefusal(edited, { kind: 'addedAdGrid', adGrid }, 'id is taken');
    const without = obeyFourLaws(edited, { kind: 'removedAdGrid', adGrid: 'grid' }, [
      { before: { text: 'adGrid:grid/cell:0/name', offset: 1 }, after: undefined },
    ]);
    expect(without).toEqual(sample);
    expectRefusal(sample, { kind: 'removedAdGrid', adGrid: 'partners' }, 'still on a page');
    expectRefusal(sample, { kind: 'removedAdGrid', adGrid: 'grid' }, 'no such ad grid');
  });

  it('takes a block of another grid in one edit', () => {
    const edited = obeyFourLaws(sample, {
      kind: 'editsTogether',
      edits: [
        { kind: 'addedAdGrid', adGrid: gridOf('甲', '乙') },
        { kind: 'setBlockProperty', block: 'partners', property: 'adGrid', value: 'grid' },
        { kind: 'removedAdGrid', adGrid: 'partners' },
      ],
    });
    expect(Object.keys(edited.adGrids)).toEqual(['grid']);
  });

  it('keeps its cells in order when it grows', () => {
    const edit = { kind: 'resizedAdGrid', adGrid: 'grid', rows: 2, columns: 3 } as const;
    const edited = obeyFourLaws(issueWith(gridOf('甲', '_', '乙', '丙')), edit);
    expect(namesIn(edited)).toEqual(['甲', '_', '乙', '丙', '_', '_']);
  });

  it('loses empty cells at its end only', () => {
    const edit = { kind: 'resizedAdGrid', adGrid: 'grid', rows: 1, columns: 3 } as const;
    const edited = obeyFourLaws(issueWith(gridOf('甲', '_', '乙', '_')), edit);
    expect(namesIn(edited)).toEqual(['甲', '_', '乙']);
    expectRefusal(issueWith(gridOf('甲', '_', '乙', '丙')), edit, 'content would be lost');
    const title = { ...gridOf('甲', '_', '乙', '_') };
    const titled = { ...title, cells: title.cells.with(3, { kind: 'title', text: '' }) };
    expectRefusal(issueWith(titled), edit, 'content would be lost');
    const none = { ...edit, rows: 0 };
    expectRefusal(issueWith(gridOf('甲', '乙')), none, 'not a size of a grid');
    expect(parseEdit(none).ok).toBe(false);
  });

  it('puts its cells in another order, and the carets with them', () => {
    const edit = { kind: 'reorderedAdCells', adGrid: 'grid', order: [2, 0, 1, 3] } as const;
    const issue = issueWith(gridOf('甲', '乙', '丙', '丁'));
    const edited = obeyFourLaws(issue, edit, [
      {
        before: { text: 'adGrid:grid/cell:2/name', offset: 1 },
        after: { text: 'adGrid:grid/cell:0/name', offset: 1 },
      },
      {
        before: { text: 'adGrid:other/cell:2/name', offset: 1 },
        after: { text: 'adGrid:other/cell:2/name', offset: 1 },
      },
    ]);
    expect(namesIn(edited)).toEqual(['丙', '甲', '乙', '丁']);
    expectRefusal(issue, { ...edit, order: [0, 1, 2] }, 'not an order of these cells');
    expectRefusal(issue, { ...edit, order: [0, 1, 2, 2] }, 'not an order of these cells');
  });

  it('takes the mark 广告', () => {
    const edit = { kind: 'setAdGrid', adGrid: 'grid', changes: { mark: 'topRight' } } as const;
    const edited = obeyFourLaws(issueWith(gridOf('甲', '乙')), edit);
    expect(edited.adGrids.grid?.mark).toBe('topRight');
  });
});

describe('a cell', () => {
  it('shows a picture, which then stays in the issue', () => {
    const fill = { kind: 'filledAdCell', adGrid: 'grid', cell: 0 } as const;
    const issue = issueWith(gridOf('甲', '乙'));
    const edited = obeyFourLaws(issue, { ...fill, content: { kind: 'picture', picture: 'photo' } });
    expectRefusal(edited, { kind: 'removedPicture', picture: 'photo' }, 'still in an ad cell');
    const signed = obeyFourLaws(issue, {
      ...fill,
      content: { ...EMPTY_AD_CELL, name: '甲', logo: 'sign', expires: '2022-01-31' },
    });
    expectRefusal(signed, { kind: 'removedPicture', picture: 'sign' }, 'still in an ad cell');
    expect(obeyFourLaws(signed, { kind: 'removedPicture', picture: 'photo' }).pictures).toEqual({
      sign: openSlot('sign'),
    });
  });

  it('refuses a picture that is not in the issue', () => {
    const issue = issueWith(gridOf('甲', '乙'));
    const fill = { kind: 'filledAdCell', adGrid: 'grid', cell: 0 } as const;
    const content = { kind: 'picture', picture: 'lost' } as const;
    expectRefusal(issue, { ...fill, content }, 'names nothing in the issue');
    const signed = { ...EMPTY_AD_CELL, logo: 'lost' };
    expectRefusal(issue, { ...fill, content: signed }, 'names nothing in the issue');
    const adGrid = { ...gridOf('甲', '乙'), id: 'new', cells: [signed, content] };
    expectRefusal(issue, { kind: 'addedAdGrid', adGrid }, 'names nothing in the issue');
  });

  it('leaves the other grids and the pages as they were', () => {
    const doc = createIssueDoc(sample, 1);
    const reader = createIssueReader(doc);
    const before = reader.read();
    const content = { kind: 'title', text: '园区' } as const;
    applyEdit(doc, { kind: 'filledAdCell', adGrid: 'partners', cell: 0, content });
    const after = reader.read();
    expect(after.pages).toBe(before.pages);
    expect(after.pictures).toBe(before.pictures);
    expect(after.adGrids).not.toBe(before.adGrids);
    reader.close();
  });
});
