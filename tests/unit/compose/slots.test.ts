import { describe, expect, it } from 'vitest';
import { innerColumns } from '#engine/compose/inner-columns.ts';
import type { Obstacle } from '#engine/compose/slots.ts';
import { columnSlots } from '#engine/compose/slots.ts';
import type { GridArea } from '#engine/model/issue.ts';

function area(column: number, line: number, columns: number, lines: number): GridArea {
  return { column, line, columns, lines };
}

function obstacle(room: GridArea, gap = 0, gapLines = 0): Obstacle {
  return { area: room, gap, gapLines };
}

/** A block at column 10, line 5 of the page; each column as `line:x+width` for every slot. */
function slotsOf(block: GridArea, count: number, obstacles: readonly Obstacle[]) {
  const columns = innerColumns({
    widthChars: block.columns,
    count,
    mode: 'free',
    gutter: 1,
  });
  return columnSlots({ area: block, columns, obstacles }).map(({ slots }) =>
    slots.map(({ line, x, width }) => `${line}:${x}+${width}`).join(' '),
  );
}

describe('lines of a plain block', () => {
  it('has one line in each column for each body line', () => {
    expect(slotsOf(area(10, 5, 21, 3), 2, [])).toEqual([
      '0:0+10 1:0+10 2:0+10',
      '0:11+10 1:11+10 2:11+10',
    ]);
  });

  it('has none when the block has no height', () => {
    expect(slotsOf(area(10, 5, 21, 0), 1, [])).toEqual(['']);
  });

  it('keeps the width of a narrow column that nothing cuts', () => {
    expect(slotsOf(area(10, 5, 5, 1), 1, [])).toEqual(['0:0+5']);
  });
});

describe('headline room and cutouts', () => {
  it('begins below a headline that spans the block', () => {
    const head = obstacle(area(10, 5, 21, 2));
    expect(slotsOf(area(10, 5, 21, 4), 2, [head])).toEqual(['2:0+10 3:0+10', '2:11+10 3:11+10']);
  });

  it('leaves out the corner of an L shape', () => {
    const corner = obstacle(area(21, 6, 10, 9));
    expect(slotsOf(area(10, 5, 21, 3), 2, [corner])).toEqual(['0:0+10 1:0+10 2:0+10', '0:11+10']);
  });

  it('leaves the middle out of a U shape', () => {
    const well = obstacle(area(21, 5, 10, 2));
    expect(slotsOf(area(10, 5, 32, 3), 3, [well])).toEqual([
      '0:0+10 1:0+10 2:0+10',
      '2:11+10',
      '0:22+10 1:22+10 2:22+10',
    ]);
  });

  it('sets nothing beside a vertical headline that takes a whole column', () => {
    const beside = obstacle(area(10, 5, 11, 3));
    expect(slotsOf(area(10, 5, 21, 3), 2, [beside])[0]).toBe('');
  });

  it('is not touched by what lies outside or merely borders on it', () => {
    const block = area(10, 5, 21, 2);
    const plain = slotsOf(block, 2, []);
    const around = [
      area(0, 5, 10, 2),
      area(31, 5, 9, 2),
      area(10, 3, 21, 2),
      area(10, 7, 21, 2),
      area(12, 5, 0, 2),
    ];
    expect(
      slotsOf(
        block,
        2,
        around.map((room) => obstacle(room)),
      ),
    ).toEqual(plain);
  });
});

describe('text around a picture', () => {
  it('shortens the lines beside it, with the gap, and leaves the lines above and below', () => {
    const picture = obstacle(area(22, 6, 8, 1), 1);
    expect(slotsOf(area(10, 5, 20, 3), 1, [picture])).toEqual(['0:0+20 1:0+11 2:0+20']);
  });

  it('keeps lines clear above and below when asked', () => {
    const picture = obstacle(area(10, 7, 20, 1), 1, 1);
    expect(slotsOf(area(10, 5, 20, 5), 1, [picture])).toEqual(['0:0+20 4:0+20']);
  });

  it('stands flush with the right edge of the column beside a picture at the left', () => {
    const picture = obstacle(area(10, 5, 8, 1), 0.7);
    // 20 - 8.7 leaves 11.3: eleven characters on the grid, flush right.
    expect(slotsOf(area(10, 5, 20, 1), 1, [picture])).toEqual(['0:9+11']);
  });

  it('rounds down to half characters', () => {
    const picture = obstacle(area(22, 5, 8, 1), 0.4);
    expect(slotsOf(area(10, 5, 20, 1), 1, [picture])).toEqual(['0:0+11.5']);
  });

  it('sets no line of less than six characters', () => {
    expect(slotsOf(area(10, 5, 20, 1), 1, [obstacle(area(16, 5, 14, 1))])).toEqual(['0:0+6']);
    expect(slotsOf(area(10, 5, 20, 1), 1, [obstacle(area(15, 5, 15, 1))])).toEqual(['']);
  });

  it('leaves two places on a line that a picture parts, left before right', () => {
    const picture = obstacle(area(18, 5, 4, 1), 1);
    expect(slotsOf(area(10, 5, 20, 1), 1, [picture])).toEqual(['0:0+7 0:13+7']);
  });

  it('uses the wider side alone when the other is a sliver', () => {
    const picture = obstacle(area(14, 5, 4, 1), 1);
    expect(slotsOf(area(10, 5, 20, 1), 1, [picture])).toEqual(['0:9+11']);
  });

  it('joins pictures that overlap', () => {
    const pictures = [obstacle(area(17, 5, 6, 1)), obstacle(area(19, 5, 2, 1))];
    expect(slotsOf(area(10, 5, 20, 1), 1, pictures)).toEqual(['0:0+7 0:13+7']);
  });

  it('runs text between two pictures', () => {
    const pictures = [obstacle(area(10, 5, 6, 1), 0.3), obstacle(area(24, 5, 6, 1), 0.3)];
    expect(slotsOf(area(10, 5, 20, 1), 1, pictures)).toEqual(['0:6.5+7']);
  });

  it('cuts only the columns that it reaches into', () => {
    const picture = obstacle(area(10, 5, 10, 2), 1);
    expect(slotsOf(area(10, 5, 21, 3), 2, [picture])).toEqual([
      '2:0+10',
      '0:11+10 1:11+10 2:11+10',
    ]);
  });
});
