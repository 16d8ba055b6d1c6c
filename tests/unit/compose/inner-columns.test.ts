import { describe, expect, it } from 'vitest';
import type { ColumnRequest } from '#engine/compose/inner-columns.ts';
import { innerColumns } from '#engine/compose/inner-columns.ts';

/** Columns as the desk writes them: widths with the gutters between in brackets. */
function written(request: ColumnRequest): string {
  const columns = innerColumns(request);
  const figure = (value: number) => String(Math.round(value * 1000) / 1000);
  let text = '';
  for (const [index, column] of columns.entries()) {
    const before = columns[index - 1];
    if (before !== undefined) text += `+(${figure(column.x - before.x - before.width)})+`;
    text += figure(column.width);
  }
  return text;
}

const twenty = { widthChars: 20, count: 2, gutter: 1 };

describe('the four column modes', () => {
  it('sets 20 characters in 2 columns as the desk knows them', () => {
    expect(written({ ...twenty, mode: 'absolute' })).toBe('9+(2)+9');
    expect(written({ ...twenty, mode: 'relative' })).toBe('9+(1)+10');
    expect(written({ ...twenty, mode: 'free' })).toBe('9.5+(1)+9.5');
  });

  it.each([
    [21, 2, 1, '10+(1)+10', '10+(1)+10', '10+(1)+10'],
    [44, 3, 2, '13+(2.5)+13+(2.5)+13', '13+(2)+13+(2)+14', '13.333+(2)+13.333+(2)+13.333'],
    [23, 4, 1, '5+(1)+5+(1)+5+(1)+5', '5+(1)+5+(1)+5+(1)+5', '5+(1)+5+(1)+5+(1)+5'],
    [31, 2, 1.5, '14+(3)+14', '14+(1.5)+15.5', '14.75+(1.5)+14.75'],
    [20.5, 2, 1, '9+(2.5)+9', '9+(1)+10.5', '9.75+(1)+9.75'],
  ])('divides %d characters in %d with gutter %d', (widthChars, count, gutter, ...expected) => {
    const modes = ['absolute', 'relative', 'free'] as const;
    const all = modes.map((mode) => written({ widthChars, count, gutter, mode }));
    expect(all).toEqual(expected);
  });

  it('sets one column to the full width in every mode', () => {
    for (const mode of ['absolute', 'relative', 'free', 'automatic'] as const) {
      expect(written({ widthChars: 22.5, count: 1, gutter: 1, mode })).toBe('22.5');
    }
  });

  it('makes fewer columns when the block cannot hold them', () => {
    expect(written({ widthChars: 4, count: 9, gutter: 1, mode: 'absolute' })).toBe('1+(2)+1');
    expect(written({ widthChars: 0.5, count: 3, gutter: 1, mode: 'free' })).toBe('0.5');
    expect(written({ widthChars: 12, count: 0, gutter: 1, mode: 'free' })).toBe('12');
  });
});

describe('columns that follow the page', () => {
  // Five base columns of 18 characters with gutters of 2.5.
  const base = [0, 20.5, 41, 61.5, 82].map((x) => ({ x, width: 18 }));
  const seenFrom = (column: number) => base.map(({ x, width }) => ({ x: x - column, width }));

  it('takes the base columns that fall in the block', () => {
    const baseColumns = seenFrom(20.5);
    const request = {
      widthChars: 38.5,
      count: 7,
      gutter: 1,
      mode: 'automatic',
      baseColumns,
    } as const;
    expect(written(request)).toBe('18+(2.5)+18');
  });

  it('keeps the cut piece of a base column that still holds a line', () => {
    const request = { widthChars: 29, count: 1, gutter: 1, mode: 'automatic' } as const;
    expect(written({ ...request, baseColumns: seenFrom(0) })).toBe('18+(2.5)+8.5');
  });

  it('joins a sliver to its neighbour', () => {
    const request = { widthChars: 24, count: 1, gutter: 1, mode: 'automatic' } as const;
    expect(written({ ...request, baseColumns: seenFrom(0) })).toBe('24');
    expect(written({ ...request, baseColumns: seenFrom(16) })).toBe('24');
  });

  it('makes one column of a block that holds no base column', () => {
    const request = { widthChars: 5, count: 2, gutter: 1, mode: 'automatic' } as const;
    expect(written({ ...request, baseColumns: seenFrom(3) })).toBe('5');
    expect(written({ ...request, baseColumns: [] })).toBe('5');
  });

  it('divides freely when the page has no base columns', () => {
    expect(written({ ...twenty, mode: 'automatic' })).toBe('9.5+(1)+9.5');
  });
});
