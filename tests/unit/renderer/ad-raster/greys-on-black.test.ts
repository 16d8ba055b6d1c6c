import { describe, expect, it } from 'vitest';
import { greysOnBlack } from '#renderer/ad-raster/greys-on-black.ts';

type Pixel = readonly [red: number, green: number, blue: number];

const WHITE: Pixel = [255, 255, 255];
/** Black ink alone, full and half, as pdf.js shows them. */
const BLACK: Pixel = [44, 46, 53];
const HALF: Pixel = [155, 156, 159];
/** A smoothed edge: half of the pixel is black. */
const EDGE: Pixel = [149, 151, 154];
const ORANGE: Pixel = [240, 130, 40];

/** A row of pixels, three high, after its greys were put on the black plate. */
function seen(...row: readonly Pixel[]): readonly (readonly number[])[] {
  const rows = [...row, ...row, ...row];
  const data = Uint8ClampedArray.from(rows.flatMap((pixel) => [...pixel, 255]));
  greysOnBlack({ data, width: row.length, height: 3 });
  return row.map((_, x) => [...data.subarray((row.length + x) * 4, (row.length + x) * 4 + 3)]);
}

describe('an ad that became a picture', () => {
  it('has its black type in black ink alone, with its edges', () => {
    const [paper, edge, black] = seen(WHITE, EDGE, BLACK, BLACK);
    expect(paper).toEqual(WHITE);
    expect(black).toEqual([0, 0, 0]);
    expect(new Set(edge).size).toBe(1);
    expect(edge?.[0]).toBeGreaterThan(110);
    expect(edge?.[0]).toBeLessThan(150);
  });

  it('keeps the tone of grey tints, without colours', () => {
    expect(seen(HALF, HALF, HALF)[1]).toEqual([156, 156, 156]);
  });

  it('leaves colours as they are, and lone greys among them', () => {
    const row = [ORANGE, HALF, ORANGE] as const;
    expect(seen(...row)).toEqual(row);
    expect(seen(ORANGE, ORANGE)[0]).toEqual(ORANGE);
  });

  it('has black type on a coloured ground in black ink alone', () => {
    expect(seen(ORANGE, BLACK, ORANGE)).toEqual([ORANGE, [0, 0, 0], ORANGE]);
  });
});
